"""What must hold for the whole of regie: no forgotten migration, nothing that Django warns for."""

from pathlib import Path

from django.core.management import call_command

import ido_regie


def test_no_model_was_changed_without_a_migration() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_django_finds_nothing_to_warn_for() -> None:
    call_command("check", fail_level="INFO")


def test_migrations_import_nothing_of_ours() -> None:
    files = list(Path(ido_regie.__file__).parent.glob("*/migrations/0*.py"))
    assert {file.parent.parent.name for file in files} >= {"audit", "deliveries", "organisations"}
    for file in files:
        assert "ido_" not in file.read_text(encoding="utf-8"), file
