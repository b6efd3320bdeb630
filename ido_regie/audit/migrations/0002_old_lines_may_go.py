from typing import Any

from django.db import migrations, models

# A line may go when it is half a year older than the newest line: the log itself is the clock, so that a computer
# with a wrong date cannot empty it. How long a line stays is a setting, and never shorter than this.
ALLOW_OLD = {
    "sqlite": [
        "DROP TRIGGER audit_entry_no_delete",
        """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
        WHEN OLD.moment > (SELECT datetime(max(moment), '-180 days') FROM audit_entry)
        BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END""",
    ],
    "postgresql": [
        "DROP TRIGGER audit_entry_only_grows ON audit_entry",
        """CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_refuse()""",
        """CREATE FUNCTION audit_entry_refuse_young() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            IF OLD.moment > (SELECT max(moment) - interval '180 days' FROM audit_entry) THEN
                RAISE EXCEPTION 'the audit log only grows';
            END IF;
            RETURN OLD;
        END $$""",
        """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
        FOR EACH ROW EXECUTE FUNCTION audit_entry_refuse_young()""",
    ],
}


def allow_old(_apps: Any, schema_editor: Any) -> None:
    for statement in ALLOW_OLD[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="entry",
            name="action",
            field=models.CharField(
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
                    ("cleared", "oude regels van het logboek weggehaald"),
                ],
                max_length=20,
            ),
        ),
        migrations.RunPython(allow_old),
    ]
