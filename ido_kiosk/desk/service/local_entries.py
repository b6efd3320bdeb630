"""*Lokale gegevens*: what is asked about an organisation nearby, and whether what was typed may be kept."""

from collections.abc import Mapping
from datetime import date
from typing import get_args

from msgspec.structs import replace

from ido_kiosk.base.errors import DeskError, in_field
from ido_kiosk.base.language import _, day_text
from ido_kiosk.base.local_data import MOST_PARTNERS, Entry, EntryKind
from ido_kiosk.guides.service import FactKind, check_kind, refuse_personal
from ido_shared.content.opening import hours_of, notation

KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
_REFERRALS: dict[EntryKind, str] = {
    "gemeente": "GEM", "wmo": "WMO", "schuldhulp": "SCH", "belastingkantoor": "ORG", "waterschap": "ORG",
    "spreekuur": "FBR", "partner": "XXX", "cursus": "DTH",
}  # fmt: skip
"""The code under which a referral to it is logged, unless the coordinator chooses another."""
NO_PLACE = "GPA"
"""The code that says that there was nobody to refer to: no organisation is that."""
TYPED = ("naam", "verwijzing", "telefoon", "directe_lijn", "adres", "open", "website", "voor_wie", "meenemen", "toets")
"""The fields, in the order in which they are asked."""
_MONTHS_UNTIL_OLD = 12


def kind_words(kind: EntryKind) -> tuple[str, str]:
    """What the list calls a kind, and what belongs there."""
    return {
        "gemeente": (_("Gemeente"), _("Het gemeentehuis, met telefoon, adres en openingstijden.")),
        "wmo": (_("Wmo en wijkteam"), _("Waar iemand hulp thuis, vervoer of een aanpassing vraagt.")),
        "schuldhulp": (_("Hulp bij schulden"), _("De schuldhulp van de gemeente, of een geldpunt.")),
        "belastingkantoor": (_("Belastingkantoor"), _("Wie hier de gemeentebelasting int.")),
        "waterschap": (_("Waterschap"), _("Wie hier de belasting voor water int.")),
        "spreekuur": (_("Spreekuren"), _("Formulierenhulp, juridisch spreekuur, sociaal raadslieden.")),
        "partner": (_("Andere partners"), _("Welzijn, ouderenbond, VluchtelingenWerk, computerhulp.")),
        "cursus": (_("Cursussen"), _("Klik & Tik, taalhuis, digitaalhuis.")),
    }[kind]


def blank(kind: EntryKind, id_: str) -> Entry:
    """A new entry of a kind."""
    return Entry(id_, kind, "", _REFERRALS[kind])


def typed_entry(entry: Entry) -> dict[str, str]:
    """An entry as it stands in the fields."""
    return {name: str(getattr(entry, name)) for name in TYPED}


def checked_entry(entry: Entry, typed: Mapping[str, str], referrals: Mapping[str, str], today: date) -> Entry:
    """The entry as it was typed. Raises FieldError that says what to do.

    ``referrals``: the codes that may be chosen. Whoever keeps an entry has looked at it today.
    """
    said = {name: " ".join(typed.get(name, "").split()) for name in TYPED}
    for name, text in said.items():
        with in_field(name):
            refuse_personal(text)
    with in_field("naam"):
        if not said["naam"]:
            raise DeskError(_("Vul in hoe de organisatie heet. Zet hier geen naam van een persoon."))
    kinds: dict[str, FactKind] = {"telefoon": "phone", "directe_lijn": "phone", "website": "website"}
    for name, kind in kinds.items():
        if said[name]:
            with in_field(name):
                check_kind(kind, said[name])
    with in_field("verwijzing"):
        if said["verwijzing"] not in referrals or said["verwijzing"] == NO_PLACE:
            raise DeskError(_("Kies hoe een verwijzing hierheen telt."))
    key = said.pop("toets")
    with in_field("toets"):
        if not (key.isdigit() and int(key) <= MOST_PARTNERS):
            raise DeskError(_("Kies een cijfer van 1 tot 9, of geen."))
    if hours := hours_of(said["open"]) if said["open"] else ():
        said["open"] = notation(hours)
    return replace(entry, **said, toets=int(key), nagekeken=today)


def notes_of(entry: Entry, today: date) -> tuple[str, ...]:
    """What is known of an entry, in lines."""
    key = _("Toets {number} bij doorverwijzen").format(number=entry.toets) if entry.toets else ""
    direct = _("Directe lijn: {number}").format(number=entry.directe_lijn) if entry.directe_lijn else ""
    known = (entry.telefoon, direct, entry.adres, entry.open, entry.website, entry.voor_wie, entry.meenemen, key)
    if entry.nagekeken is None:
        checked = _("Nog nooit nagekeken.")
    else:
        checked = _("Nagekeken op {day}.").format(day=day_text(entry.nagekeken))
        months = (today.year - entry.nagekeken.year) * 12 + today.month - entry.nagekeken.month
        if months >= _MONTHS_UNTIL_OLD:
            checked = _("{checked} Dat is lang geleden: klopt het nog?").format(checked=checked)
    return (*(text for text in known if text), checked)
