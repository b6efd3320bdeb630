"""Files of the pages with figures: what they hold, and signs that a spreadsheet would act on."""

import csv
import io

import pytest
from django.test import Client
from odfdo import Document

from ido_regie.audit.models import Entry
from ido_regie.dashboard.exports import safe
from ido_shared import counts
from tests.regie.desks import week
from tests.regie.test_figures import OCTOBER, cell, sent
from tests.regie.world import desk, location, log_in


def test_a_file_holds_what_is_on_the_screen(client: Client) -> None:
    sender = desk()
    sent(sender, 1, [week(sender, OCTOBER, 1234)], cell(sender, counts.TOPIC, "2026-10", "DGA", 1000))
    log_in(client)
    answer = client.get("/onderwerpen?periode=2026-10&formaat=csv")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="onderwerpen-en-organisaties-gemeente-voorbeeld-2026-10.csv"'
    )
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert ["Periode", "oktober 2026"] in rows
    assert ["Inloggen", "1000", "81%"] in rows
    assert ["Nog niet uitgesplitst", "234", "19%"] in rows
    book = Document(io.BytesIO(client.get("/onderwerpen?periode=2026-10&formaat=ods").content))
    sheets = {sheet.name: list(sheet.iter_values()) for sheet in book.body.tables}
    assert ["Inloggen", 1000, "81%"] in sheets["Thema’s"]
    assert ("anna", "export") in Entry.objects.values_list("login", "action")


def test_a_name_with_signs_that_no_spreadsheet_takes_is_exported(client: Client) -> None:
    sender = desk("Balie 1", location("Noord\x0bwijk"))  # a line from Word, kept by an earlier version
    sent(sender, 1, [week(sender, OCTOBER, 12)], cell(sender, counts.REFERRAL, "2026-10", "GPA", 6))
    log_in(client)
    answer = client.get("/doorverwijzen?formaat=ods")
    assert answer.status_code == 200
    book = Document(io.BytesIO(answer.content))
    assert any("Noord wijk" in row for sheet in book.body.tables for row in sheet.get_values() if row)


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_name_is_never_a_formula(client: Client, text: str) -> None:
    assert safe(text) == f"'{text}"
    sender = desk("Balie 1", location(text))
    sent(sender, 1, [week(sender, OCTOBER, 90)], cell(sender, counts.REFERRAL, "2026-10", "GPA", 8))
    log_in(client)
    rows = csv.reader(io.StringIO(client.get("/doorverwijzen?formaat=csv").content.decode("utf-8-sig")), delimiter=";")
    assert [f"'{text}", "8"] in [row for row in rows if len(row) == 2]
