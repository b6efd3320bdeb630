"""Check what is typed about the library and its locations.

There is no list of municipalities to choose from: none with a stated date could be had (CBS changes it each
1 January, and a list that is wrong is worse than a typed name). So the code is typed, and its shape is checked.
"""

from collections.abc import Iterable, Mapping
from re import Pattern

from ido_kiosk.base.errors import DeskError, in_field
from ido_kiosk.base.language import _
from ido_kiosk.base.locations import ISIL, MOST_LOCATIONS, MUNICIPALITY, Locations, Place
from ido_kiosk.guides.service import refuse_personal
from ido_shared.content.opening import hours_of, notation

FIELDS = ("name", "municipality_name", "municipality", "isil", "hours")
"""The fields of a location, in the order in which they are asked."""


def typed_place(place: Place) -> dict[str, str]:
    """A location as it stands in the fields."""
    return {field: str(getattr(place, field)) for field in FIELDS}


def checked_name(typed: str, missing: str) -> str:
    """A name as it may be kept. Raises DeskError: nothing was typed (said as ``missing``), or it is personal."""
    name = " ".join(typed.split())
    if not name:
        raise DeskError(missing)
    refuse_personal(name)
    return name


def checked_place(id_: str, typed: Mapping[str, str]) -> Place:
    """The location that was typed. Raises FieldError that says what to do."""
    with in_field("name"):
        name = checked_name(typed["name"], _("Vul in hoe deze locatie heet. Bijvoorbeeld: Centrum."))
    with in_field("municipality_name"):
        town = checked_name(typed["municipality_name"], _("Vul in in welke gemeente deze locatie staat."))
    with in_field("municipality"):
        code = _shaped(typed["municipality"].upper(), MUNICIPALITY, _("Schrijf de code zo: GM0344. Of laat dit leeg."))
    with in_field("isil"):
        isil = _shaped(typed["isil"], ISIL, _("Schrijf de ISIL-code zo: NL-0800070000. Of laat dit leeg."))
    with in_field("hours"):
        hours = checked_openings(typed["hours"])
    return Place(id_, name, isil, code, town, hours)


def checked_openings(typed: str) -> str:
    """Opening hours in their usual form; nothing is not known. Raises DeskError."""
    if not typed.strip():
        return ""
    if not (found := hours_of(" ".join(typed.replace("\n", ",").split()).strip(", "))):
        raise DeskError(_("Deze tijden zijn niet te lezen. Schrijf ze zo: ma-vr 9.00-17.00, za 9.00-12.30."))
    return notation(found)


def with_place(now: Locations, place: Place) -> Locations:
    """The locations with one more, or with this one changed. Raises DeskError when there are too many."""
    known = {each.id for each in now.places}
    if place.id in known:
        return Locations(now.library, tuple(place if each.id == place.id else each for each in now.places))
    if len(now.places) >= MOST_LOCATIONS:
        raise DeskError(_("Er passen {number} locaties bij een balie.").format(number=MOST_LOCATIONS))
    return Locations(now.library, (*now.places, place))


def without_place(now: Locations, id_: str) -> Locations:
    """The locations without one; what was logged there stays. Raises DeskError: the last one cannot go."""
    if len(now.places) <= 1:
        raise DeskError(_("Een balie heeft minstens een locatie. Verander deze, of voeg eerst een andere toe."))
    return Locations(now.library, tuple(each for each in now.places if each.id != id_))


def notes_of(place: Place) -> Iterable[str]:
    """What is known of a location, in lines."""
    code = f" ({place.municipality})" if place.municipality else ""
    yield _("Gemeente: {name}").format(name=f"{place.municipality_name or '?'}{code}")
    yield _("Open: {hours}").format(hours=place.hours) if place.hours else _("Openingstijden: niet ingevuld")
    if place.isil:
        yield _("ISIL-code: {code}").format(code=place.isil)


def _shaped(typed: str, shape: Pattern[str], remedy: str) -> str:
    said = typed.strip()
    if said and not shape.fullmatch(said):
        raise DeskError(remedy)
    return said
