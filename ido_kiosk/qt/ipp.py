"""Print straight to a printer by IPP (RFC 8010, 8011): a sheet goes from memory to the printer, past any queue."""

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.qt.printer_state import Tell, failure, silent, trouble, unsure, wait_until_out

if TYPE_CHECKING:
    import requests

SCHEME = "ipp://"
"""Printers that only speak with a certificate of their own (ipps) are left to the print system."""
JOB_NAME, USER = "Blad", "balie"
"""What the printer and its list of jobs may show."""

_PORT = 631
_TIMEOUT = (4, 20)
_PDF = "application/pdf"
_CREATE, _SEND, _CANCEL, _ASK_JOB, _ASK_PRINTER = 0x0005, 0x0006, 0x0008, 0x0009, 0x000B
_OPERATION, _JOB, _END = b"\x01", b"\x02", b"\x03"
_INTEGER, _BOOLEAN, _NAME, _KEYWORD, _URI = 0x21, 0x22, 0x42, 0x44, 0x45
_CHARSET, _LANGUAGE, _FORMAT = 0x47, 0x48, 0x49
_FIRST_VALUE = 0x10
_REFUSED = 0x0100
_COMPLETED, _FAILED = 9, (7, 8)
_HEAD = 8
_Value = bytes | int
_Attribute = tuple[int, str, int | str]
"""Its kind, name and value."""


class Answer(msgspec.Struct, frozen=True):
    """What a printer answered: how it went, and its attributes by name."""

    status: int
    values: dict[str, list[_Value]]

    def words(self, name: str) -> list[str]:
        """The values of an attribute that are words."""
        return [value.decode(errors="replace") for value in self.values.get(name, []) if isinstance(value, bytes)]

    def number(self, name: str) -> int:
        """The first value of an attribute that is a number; 0 for none."""
        return next((value for value in self.values.get(name, []) if isinstance(value, int)), 0)


class _UnansweredError(Exception):
    """There came no answer of a printer."""


class _RefusedError(_UnansweredError):
    """It is there, and does not do this: not at all, not now, or not without a login or a certificate."""


class _LateError(_UnansweredError):
    """It has all that was sent, and does not answer yet."""


def send(pdf: bytes, printer: str, tell: Tell) -> bool:
    """Print on the printer at this address, ``ipp://…``; returns when the sheet is out, one-sided on A4.

    Gives False, and has sent no sheet, where the printer takes none in this way. Raises PrintError; then nothing is
    left at the printer, or the words send someone to look.
    """
    import requests

    with requests.Session() as session:
        session.trust_env = False  # no proxy between a desk and its printer
        try:
            state = _call(session, printer, _ASK_PRINTER)
            if not _takes_sheets(state):
                return False
            if said := trouble(state.words("printer-state-reasons")):
                tell(said)  # it is sent all the same: some printers say so only after the next sheet is asked for
            job = _create_job(session, printer)
        except _RefusedError:
            return False
        except _UnansweredError as error:
            raise silent() from error
        _print(session, printer, job, pdf, tell)
    return True


def _takes_sheets(state: Answer) -> bool:
    """Whether it takes PDF, for a job that has a number before the sheet goes: so it can always be taken back."""
    operations = state.values.get("operations-supported", [])
    return _PDF in state.words("document-format-supported") and _CREATE in operations and _SEND in operations


def _create_job(session: "requests.Session", printer: str) -> list[_Attribute]:
    """Gives what names the job, which is still empty. Raises _UnansweredError."""
    wanted: list[_Attribute] = [(_KEYWORD, "sides", "one-sided"), (_KEYWORD, "media", "iso_a4_210x297mm")]
    user: _Attribute = (_NAME, "requesting-user-name", USER)
    number = _call(session, printer, _CREATE, [user, (_NAME, "job-name", JOB_NAME)], wanted).number("job-id")
    if not number:
        raise _RefusedError
    return [(_INTEGER, "job-id", number), user]


def _print(session: "requests.Session", printer: str, job: list[_Attribute], pdf: bytes, tell: Tell) -> None:
    """Put the sheet in the job, and wait until it is out. Raises PrintError when it did not end well."""
    cancel = partial(_cancel, session, printer, job)
    document: list[_Attribute] = [*job, (_FORMAT, "document-format", _PDF), (_BOOLEAN, "last-document", True)]
    try:
        with suppress(_LateError):  # it wakes, or prints before it answers: the job tells how that ends
            _call(session, printer, _SEND, document, document=pdf)
    except _UnansweredError as error:
        cancel()
        raise failure() from error
    wait_until_out(partial(_look, session, printer, job), cancel, tell)


def _look(session: "requests.Session", printer: str, job: list[_Attribute]) -> tuple[bool, list[str]]:
    """Whether the sheet is out, and how the printer is. Raises PrintError when the printer gave the job up."""
    try:
        ended = _state(session, printer, job)
        if ended in _FAILED:
            raise failure()
        reasons = _call(session, printer, _ASK_PRINTER).words("printer-state-reasons")
    except _RefusedError:
        return False, []
    except _UnansweredError:
        return False, ["timed-out"]
    return ended == _COMPLETED, reasons


def _cancel(session: "requests.Session", printer: str, job: list[_Attribute]) -> None:
    """Take the job back. Raises PrintError where the sheet may come out all the same."""
    try:
        with suppress(_RefusedError):
            _call(session, printer, _CANCEL, job)
            return
        ended = _state(session, printer, job)  # what has ended is not taken back any more
    except _UnansweredError as error:
        raise unsure() from error
    if ended not in _FAILED:
        raise unsure()


def _state(session: "requests.Session", printer: str, job: list[_Attribute]) -> int:
    return _call(session, printer, _ASK_JOB, job).number("job-state")


def _call(
    session: "requests.Session",
    printer: str,
    operation: int,
    named: Sequence[_Attribute] = (),
    wanted: Sequence[_Attribute] = (),
    document: bytes = b"",
) -> Answer:
    """Ask or order something of the printer. Raises _UnansweredError."""
    import requests

    kind, body = {"Content-Type": "application/ipp"}, _message(operation, printer, named, wanted) + document
    try:
        reply = session.post(_web_address(printer), data=body, headers=kind, timeout=_TIMEOUT, allow_redirects=False)
        if reply.status_code != requests.codes.ok:
            raise _RefusedError
        answer = _read(reply.content)
    except requests.ReadTimeout as error:
        raise _LateError from error
    except (requests.RequestException, ValueError, struct.error) as error:
        raise _UnansweredError from error
    if answer.status >= _REFUSED:
        raise _RefusedError
    return answer


def _web_address(printer: str) -> str:
    host, slash, path = printer.removeprefix(SCHEME).partition("/")
    has_port = host.rpartition(":")[2].isdigit()
    return f"http://{host if has_port else f'{host}:{_PORT}'}{slash}{path}"


def _message(
    operation: int,
    printer: str,
    named: Sequence[_Attribute] = (),
    wanted: Sequence[_Attribute] = (),
) -> bytes:
    """A request; the attributes of the job, if there are, come after those of the operation."""
    fixed: list[_Attribute] = [
        (_CHARSET, "attributes-charset", "utf-8"),
        (_LANGUAGE, "attributes-natural-language", "nl"),
    ]
    parts = [struct.pack(">HHI", 0x0200, operation, 1), _OPERATION]
    parts += [_attribute(*each) for each in (*fixed, (_URI, "printer-uri", printer), *named)]
    if wanted:
        parts += [_JOB, *(_attribute(*each) for each in wanted)]
    return b"".join([*parts, _END])


def _attribute(tag: int, name: str, value: int | str) -> bytes:
    raw = value.encode() if isinstance(value, str) else struct.pack(">?" if tag == _BOOLEAN else ">i", value)
    return struct.pack(">BH", tag, len(name)) + name.encode() + struct.pack(">H", len(raw)) + raw


def _read(content: bytes) -> Answer:
    values: dict[str, list[_Value]] = {}
    last = ""
    for tag, name, raw in _attributes(content):
        last = name or last  # no name: one more value of the attribute before
        number = tag in (_INTEGER, 0x23) and len(raw) == 4
        values.setdefault(last, []).append(struct.unpack(">i", raw)[0] if number else raw)
    return Answer(struct.unpack_from(">H", content, 2)[0], values)


def _attributes(content: bytes) -> Iterator[tuple[int, str, bytes]]:
    at = _HEAD
    while at < len(content) and content[at] != _END[0]:
        tag = content[at]
        at += 1
        if tag < _FIRST_VALUE:  # a new group
            continue
        (length,) = struct.unpack_from(">H", content, at)
        name = content[at + 2 : at + 2 + length].decode(errors="replace")
        at += 2 + length
        (length,) = struct.unpack_from(">H", content, at)
        yield tag, name, content[at + 2 : at + 2 + length]
        at += 2 + length
