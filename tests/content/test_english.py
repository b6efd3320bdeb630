"""One English word for one Dutch word, wherever a visitor reads it."""

from babel.messages.pofile import read_po

from ido_kiosk.base import paths

ALSO_KNOWN_AS = "/ook_bekend_als/"
"""What people say themselves when they search."""


def test_a_toeslag_is_an_allowance_everywhere() -> None:
    """*Benefit* is an uitkering; kinderbijslag is *child benefit*."""
    with (paths.translations() / "en" / "LC_MESSAGES" / "forms.po").open("rb") as source:
        said = [each for each in read_po(source) if "toeslag" in str(each.id).casefold()]
    mixed = [
        (each.context, each.string)
        for each in said
        if "benefit" in str(each.string).casefold()
        and not any(word in str(each.id).casefold() for word in ("uitkering", "bijslag"))
        and ALSO_KNOWN_AS not in str(each.context)
    ]
    assert mixed == []
    assert sum("allowance" in str(each.string) for each in said) > len(said) // 2
