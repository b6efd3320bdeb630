"""What was filled in as a whole: each field checked, and what may go on paper."""

from ido_kiosk.base.clock import today
from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.language import _
from ido_kiosk.letters.content.addresses import LONGEST_LINE, MOST_LINES
from ido_kiosk.letters.content.letter import (
    ALWAYS_DOTTED,
    DECIDED_ON,
    DECISION,
    REFERENCE,
    SENDER,
    Field,
    FieldKind,
    Letter,
)
from ido_kiosk.letters.service.deadlines import decisions
from ido_kiosk.letters.service.draft import Draft
from ido_kiosk.letters.service.values import clean, on_paper, read_day, refuse_personal_number
from ido_shared.content.wording import Wording

WHOLE = ""
"""The key of a problem that belongs to no field."""
ADDRESS = "adres"
"""The key of a problem with the address that was copied."""
_KINDS: dict[str, FieldKind] = {"postcode": "postcode", "plaats": "place", "telefoon": "phone", REFERENCE: "reference"}


def all_fields(letter: Letter) -> tuple[Field, ...]:
    """The fields of the sender, the reference if it has a line, and the letter's own."""
    standard = (*SENDER, *([REFERENCE] if letter.has_reference else []))
    return (*(_standard(id_) for id_ in standard), *letter.fields)


def _standard(id_: str) -> Field:
    return Field(id_, Wording("", id_), _KINDS.get(id_, "line"), False, False, None, ())


def is_dotted(field: Field, organisation: str) -> bool:
    """Whether nobody may type this here: a reference that may contain the burgerservicenummer."""
    return field.kind == "reference" and organisation in ALWAYS_DOTTED


def problems(letter: Letter, draft: Draft) -> dict[str, str]:
    """What must change before it goes on paper: the field with what to do, in the words of the screen."""
    found: dict[str, str] = {}
    if draft.organisation not in letter.organisations:
        found[WHOLE] = _("Kies aan wie u schrijft.")
    fields = {field.id: field for field in all_fields(letter)}
    if strange := sorted(draft.values.keys() - fields.keys() - {DECISION}):
        found[WHOLE] = _("Deze brief heeft geen veld {names}.").format(names=", ".join(strange))
    for id_, field in fields.items():
        try:
            _check(field, draft.values.get(id_, ""), draft.organisation)
        except DeskError as error:
            found[id_] = str(error)
    try:
        copied_address(draft)
    except DeskError as error:
        found[ADDRESS] = str(error)
    if (decision := draft.values.get(DECISION, "")) and decision not in decisions(draft.organisation):
        found[DECISION] = _("Kies een van de antwoorden.")
    if DECIDED_ON in fields and DECIDED_ON not in found and _is_to_come(draft.values.get(DECIDED_ON, "")):
        found[DECIDED_ON] = _("Deze dag is nog niet geweest. Neem de datum over van uw brief.")
    return found


def _is_to_come(typed: str) -> bool:
    return bool(typed.strip()) and read_day(clean(typed)) > today()


def _check(field: Field, typed: str, organisation: str) -> None:
    if typed.strip() and is_dotted(field, organisation):
        raise DeskError(
            _(
                "In dit kenmerk kan uw burgerservicenummer staan. Laat dit leeg. "
                "Op de brief komt een stippellijn. Daar schrijft u het met de pen."
            )
        )
    on_paper(field, typed)


def paper_values(letter: Letter, draft: Draft) -> dict[str, str]:
    """Every field as it stands on paper; empty where nothing was typed, or nothing that may be printed."""
    return {field.id: _paper_value(field, draft) for field in all_fields(letter)}


def _paper_value(field: Field, draft: Draft) -> str:
    typed = draft.values.get(field.id, "")
    try:
        _check(field, typed, draft.organisation)
        return on_paper(field, typed)
    except DeskError:
        return ""


def copied_address(draft: Draft) -> tuple[str, ...]:
    """The lines that the visitor copied, without empty ones. Raises DeskError when they cannot go in the window."""
    lines = tuple(line for line in map(clean, draft.address) if line)
    if len(lines) > MOST_LINES:
        raise DeskError(_("Een adres heeft hooguit {number} regels.").format(number=MOST_LINES))
    for line in lines:
        if len(line) > LONGEST_LINE:
            too_long = _("Deze regel is te lang voor het venster: {line}. Er passen {number} tekens.")
            raise DeskError(too_long.format(line=line, number=LONGEST_LINE))
    refuse_personal_number("\n".join(lines))
    return lines
