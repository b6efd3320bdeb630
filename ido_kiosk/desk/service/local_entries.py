"""*Lokale gegevens*: what is asked about an organisation nearby, and whether what was typed may be kept."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec.structs import replace

from ido_kiosk.base.errors import DeskError, in_field
from ido_kiosk.base.language import _, day_text
from ido_kiosk.base.local_data import Entry
from ido_kiosk.guides.service import FactKind, check_kind, refuse_personal
from ido_shared.local import MOST_PARTNERS, NO_PLACE, REFERRALS, EntryKind, Writer, usual_hours

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
    return Entry(id_, kind, "", REFERRALS[kind])


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
    said["open"] = usual_hours(said["open"])
    return replace(entry, **said, toets=int(key), nagekeken=today)


def sent_entry(entry: Entry, referrals: Mapping[str, str], today: date) -> Entry:
    """An entry of regie as it may be kept here, with the day on which it was checked there. Raises DeskError."""
    checked = checked_entry(entry, typed_entry(entry), referrals, today)
    return replace(checked, nagekeken=min(entry.nagekeken or today, today))


def own_version(sent: Entry, id_: str) -> Entry:
    """What came from regie, to be said differently at this desk."""
    return replace(sent, id=id_, van="", vervangt=sent.id)


def origin_notes(entry: Entry, behind: Iterable[Entry]) -> tuple[str, ...]:
    """Who wrote an entry, and what it keeps from counting: what others wrote about the same organisation."""
    mine = (_("Van {who}, via regie.").format(who=_who(entry.van)),) if entry.van else ()
    return (*mine, *(_behind_note(entry, other) for other in behind))


def _behind_note(entry: Entry, other: Entry) -> str:
    who = _who(other.van)
    different = [_said(other, name) for name in TYPED if _said(other, name) != _said(entry, name)]
    if not different:
        return _("Ook van {who}, met dezelfde gegevens.").format(who=who)
    text = _("Ook van {who}, maar dit hier geldt. Daar staat: {values}.")
    if other.nagekeken and (entry.nagekeken is None or other.nagekeken > entry.nagekeken):
        text = _("Ook van {who}, maar dit hier geldt. Daar is het later nagekeken. Daar staat: {values}.")
    return text.format(who=who, values="; ".join(different))


def _said(entry: Entry, name: str) -> str:
    """What an entry says in a field, in words."""
    value = str(getattr(entry, name))
    if name == "toets":
        return _("toets {number}").format(number=value) if entry.toets else _("geen toets")
    return value or _("{field}: niets").format(field=field_words(name))


def field_words(name: str) -> str:
    """How a field is called within a sentence."""
    return {
        "naam": _("naam"),
        "verwijzing": _("verwijzing"),
        "telefoon": _("telefoonnummer"),
        "directe_lijn": _("directe lijn"),
        "adres": _("adres"),
        "open": _("openingstijden"),
        "website": _("website"),
        "voor_wie": _("voor wie"),
        "meenemen": _("meenemen"),
    }[name]


def _who(writer: Writer) -> str:
    return _("de gemeente") if writer == "gemeente" else _("de bibliotheek")


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
