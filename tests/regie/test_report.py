"""The report: internal until its period is published, then with exactly the published numbers; words without people."""

import re

import pypdfium2
from django.test import Client

from ido_regie.audit.models import Entry
from ido_regie.figures.periods import period
from ido_regie.organisations.models import Account, Role
from ido_regie.publication.service import HIDDEN, publish, shown
from ido_regie.report.content import report
from tests.regie.test_pages import page
from tests.regie.test_publication import quarter
from tests.regie.world import desk, log_in, municipality

ADDRESS = "/rapport/pdf?periode=2026-K3"


def paper(client: Client) -> str:
    """The text of the PDF; each page is set once, so that nothing is cut off."""
    answer = client.get(ADDRESS)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="rapport-ido-gemeente-voorbeeld-2026-k3.pdf"'
    document = pypdfium2.PdfDocument(answer.content)
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    return text.replace("\r\n", "\n")


def listed(client: Client, heading: str) -> None:
    """The page says what kind of report it is, and names exactly the figures that stand in it."""
    titles = [figure.title for figure in report(municipality(), period("2026-K3")).figures]
    text = page(client, "/rapport?periode=2026-K3")
    assert f"<h2>{heading}</h2>" in text
    assert f"In het rapport: {', '.join(titles)}, en hoe de cijfers zijn gemaakt." in text


def test_before_publication_the_report_is_internal_and_exact(client: Client) -> None:
    quarter(desk())
    log_in(client)
    listed(client, "Intern concept")
    text = paper(client)
    assert "INTERN CONCEPT" in text
    assert re.search(r"Inloggen\s+81\s+58%", text)
    assert ("export", "rapport Gemeente Voorbeeld, 2026-K3 (pdf)") in Entry.objects.values_list("action", "subject")


def test_after_publication_it_has_the_published_numbers_only(client: Client) -> None:
    quarter(desk())
    publish(municipality(), period("2026-K3"), "anna")
    log_in(client)
    listed(client, "Voor college en raad")
    text = paper(client)
    assert "INTERN" not in text
    assert re.search(r"Inloggen\s+80\b", text)
    assert not re.search(r"\b(63|81|122)\b", text)
    assert "afgerond op 5" in text
    assert re.search(r"Nog \d+ andere: elk minder dan 10", text)


def test_a_table_of_which_everything_is_hidden_says_so(client: Client) -> None:
    quarter(desk())
    published = shown(publish(municipality(), period("2026-K3"), "anna"))
    log_in(client)
    text = paper(client)
    names = [figure.title for figure in published if {row.numbers[0] for row in figure.rows} == {HIDDEN}]
    assert names
    for name in names:
        assert re.search(rf"^{re.escape(name)}\n(?:.*\n){{1,2}}Alle \d+: elk minder dan 10,", text, re.MULTILINE), name


def test_the_words_of_regie_stand_in_front_and_have_no_people(client: Client) -> None:
    quarter(desk())
    log_in(client)
    words = {"noticed": "Meer vragen over inloggen.\nMinder over boetes.", "plans": "Een extra balie < in het noorden."}
    assert client.post("/rapport?periode=2026-K3", words).status_code == 302
    assert "Meer vragen over inloggen." in page(client, "/rapport?periode=2026-K3")
    text = paper(client)
    assert text.index("Meer vragen over inloggen.") < text.index("Vragen per maand")
    assert "Een extra balie < in het noorden." in text
    refused = client.post("/rapport?periode=2026-K3", words | {"plans": "Bel 0612345678."}).content.decode()
    assert "Haal weg: 0612345678" in refused
    assert ("report", "Gemeente Voorbeeld, 2026-K3") in Entry.objects.values_list("action", "subject")


def test_a_reader_takes_the_report_and_writes_nothing(client: Client) -> None:
    quarter(desk())
    client.force_login(Account.objects.create(login="lezer", role=Role.READER, municipality=municipality()))
    assert "Uw eigen woorden" not in page(client, "/rapport?periode=2026-K3")
    assert client.post("/rapport?periode=2026-K3", {"noticed": "x"}).status_code == 404
    assert "Gemeente Voorbeeld" in paper(client)
    assert page(client, "/rapport?periode=2026-07", 404)
