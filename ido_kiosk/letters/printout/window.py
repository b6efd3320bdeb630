"""The sheet to hold against an envelope before its first letter; like the letters it is Dutch in every language."""

from ido_kiosk.base import pdf
from ido_kiosk.base.pdf.letter_sheet import WindowTest
from ido_kiosk.letters.content.envelope import MOST_OFFSET, Envelope
from ido_kiosk.letters.printout.letter import frame

_TITLE = "Proefblad voor de envelop"
_INSTRUCTIONS = (
    "Druk dit blad af op ware grootte (100 %). Kies niet voor passend maken.",
    "Meet de lijn van 0 tot 100. Is hij niet precies 10 centimeter? Dan maakt de printer het blad kleiner.",
    "Vouw het blad op de streepjes aan de rand. Doe het in de envelop, met het adres achter het venster.",
    "Houd de envelop rechtop. Tik hem op tafel: eerst met de onderkant, dan met de linkerkant.",
    "Kijk naar de linkerrand van het venster. Welk getal op een liggende liniaal staat daar? Dat is ‘naar rechts’.",
    "Kijk naar de bovenrand van het venster. Welk getal op de staande liniaal staat daar? Dat is ‘omlaag’.",
    "Vul die twee getallen in bij de instellingen. Druk dan een nieuw proefblad af.",
    "Schud de envelop met het nieuwe blad alle kanten op. Ziet u steeds het hele adres? Dan is het goed.",
)
_SET = "Envelop: {envelope}. Nu ingesteld: {across} mm naar rechts, {down} mm omlaag."
_PICTURE = "Het venster van de envelop, met linialen om te meten hoe ver het verschoven is"
_SPECIMEN = ("Hier staat het adres", "Afdeling Voorbeeld", "Postbus 12345", "1234 AB  VOORBEELDSTAD")


def test_sheet_pdf(profile: Envelope, offset: tuple[float, float] = (0, 0)) -> bytes:
    """The test sheet as a tagged PDF; its rulers tell which offset makes the address right.

    Raises ValueError for an offset over 10 mm.
    """
    across, down = map(_said, offset)
    sheet = WindowTest(
        title=_TITLE,
        instructions=_INSTRUCTIONS,
        notes=(_SET.format(envelope=profile.label.dutch, across=across, down=down),),
        picture=_PICTURE,
        address=_SPECIMEN,
        frame=frame(profile, offset),
        window=profile.tapped,
        most_offset=MOST_OFFSET,
    )
    return pdf.make_window_test(sheet)


def _said(millimetres: float) -> str:
    return f"{millimetres:g}".replace(".", ",").replace("-", "\u2212")
