from typing import Any

from django.db import migrations, models

REFUSE = {
    "sqlite": [
        f"""CREATE TRIGGER audit_entry_no_{what} BEFORE {what} ON audit_entry
        BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END"""
        for what in ("update", "delete")
    ],
    "postgresql": [
        """CREATE FUNCTION audit_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the audit log only grows'; END $$""",
        """CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()""",
    ],
}


def refuse_changes(_apps: Any, schema_editor: Any) -> None:
    for statement in REFUSE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("moment", models.DateTimeField(db_index=True)),
                ("login", models.CharField(max_length=60)),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("login", "ingelogd"),
                            ("locked", "login geblokkeerd na te veel verkeerde wachtwoorden"),
                            ("password", "wachtwoord vernieuwd"),
                            ("account", "login gemaakt of gewijzigd"),
                            ("settings", "instelling gewijzigd"),
                            ("export", "cijfers opgehaald"),
                            ("code", "koppelcode gemaakt"),
                            ("enrolment", "balie gekoppeld"),
                            ("revoked", "balie afgemeld"),
                            ("upload", "levering van een usb-stick ingelezen"),
                            ("signal", "signaal gewijzigd of verstuurd"),
                            ("report", "tekst van het rapport gewijzigd"),
                            ("publication", "cijfers gepubliceerd"),
                            ("merger", "gemeenten samengevoegd"),
                        ],
                        max_length=20,
                    ),
                ),
                ("subject", models.CharField(max_length=120)),
            ],
        ),
        migrations.RunPython(refuse_changes),
    ]
