"""The texts of forms/ that an explanation sheet can show: with all of them translated it speaks that language."""

from collections.abc import Iterator

from ido_kiosk.base import language
from ido_kiosk.letters.content.letter import OBJECTION, Letter
from ido_kiosk.letters.service.making import Facts, Organisations, post_fact
from ido_shared.content.wording import PLACEHOLDER, Wording


def sheet_texts(letter: Letter, facts: Facts, organisations: Organisations) -> list[Wording]:
    """Every text of the sheet of a letter, whatever was filled in and whoever it goes to, each once."""
    return list(dict.fromkeys(_texts(letter, facts, organisations)))


def _texts(letter: Letter, facts: Facts, organisations: Organisations) -> Iterator[Wording]:
    yield from (letter.title, letter.summary)
    yield from (paragraph.explanation for paragraph in letter.paragraphs)
    yield from (text for pair in letter.words for text in pair)
    yield from (field.label for field in letter.fields)
    yield from letter.enclosures
    for advice in letter.next:
        yield from (text for text in (advice.text, advice.without) if text is not None)
        named = [facts[name] for name in PLACEHOLDER.findall(advice.text.dutch) if name in facts]
        yield from (fact.text for fact in named if fact.text is not None)
    for code in letter.organisations:
        if (fact := facts.get(post_fact(letter, code, organisations))) is not None:
            yield fact.what
        if letter.deadline == OBJECTION and code in organisations:
            yield organisations[code].called


def sheet_languages(letter: Letter, facts: Facts, organisations: Organisations) -> list[str]:
    """The languages in which the sheet is whole, Dutch first; in another it would be half Dutch."""
    texts = sheet_texts(letter, facts, organisations)
    return [code for code in language.NAMES if _is_whole(texts, code)]


def _is_whole(texts: list[Wording], code: str) -> bool:
    with language.speaking(code):
        return all(language.is_translated(text.context, text.dutch) for text in texts)
