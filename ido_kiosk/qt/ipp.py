"""Print straight to a printer by IPP (RFC 8010, 8011): a sheet goes from memory to the printer, past any queue."""

import struct
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from ido_kiosk.qt.printer_state import Tell, failure, silent, trouble, wait_until_out

if TYPE_CHECKING:
    import requests

SCHEME = "ipp://"
"""Printers that only speak with a certificate of their own (ipps) are left to the print system."""
JOB_NAME, USER = "Blad", "balie"
"""What the printer and its list of jobs may show."""

_PORT = 631
_TIMEOUT = (4, 20)
_PDF = "application/pdf"
_PRINT, _CANCEL, _ASK_JOB, _ASK_PRINTER = 0x0002, 0x0008, 0x0009, 0x000B
_OPERATION, _JOB, _END = b"\x01", b"\x02", b"\x03"
_INTEGER, _NAME, _KEYWORD, _URI, _CHARSET, _LANGUAGE, _FORMAT = 0x21, 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
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


def send(pdf: bytes, printer: str, tell: Tell) -> bool:
    """Print on the printer at this address, ``ipp://…``; returns when the sheet is out, one-sided on A4.

    Gives False, and prints nothing, where the printer takes no PDF. Raises PrintError; then nothing is left at the
    printer.
    """
    import requests

    with requests.Session() as session:
        session.trust_env = False  # no proxy between a desk and its printer
        try:
            state = _ask_printer(session, printer)
            if _PDF not in state.words("document-format-supported"):
                return False
            if said := trouble(state.words("printer-state-reasons")):
                tell(said)  # it is sent all the same: some printers say so only after the next sheet is asked for
            job = _print(session, printer, pdf)
        except (requests.RequestException, ValueError, struct.error) as error:
            raise silent() from error
        _follow(session, printer, job, tell)
    return True


def _print(session: "requests.Session", printer: str, pdf: bytes) -> int:
    wanted: list[_Attribute] = [(_KEYWORD, "sides", "one-sided"), (_KEYWORD, "media", "iso_a4_210x297mm")]
    named: list[_Attribute] = [
        (_NAME, "requesting-user-name", USER),
        (_NAME, "job-name", JOB_NAME),
        (_FORMAT, "document-format", _PDF),
    ]
    answer = _call(session, printer, _message(_PRINT, printer, named, wanted) + pdf)
    if answer.status >= _REFUSED or not answer.number("job-id"):
        raise failure()
    return answer.number("job-id")


def _follow(session: "requests.Session", printer: str, job: int, tell: Tell) -> None:
    """Wait for the end of the job. Raises PrintError when it did not end well."""
    import requests

    which: list[_Attribute] = [(_INTEGER, "job-id", job), (_NAME, "requesting-user-name", USER)]

    def look() -> tuple[bool, list[str]]:
        try:
            answer = _call(session, printer, _message(_ASK_JOB, printer, which))
            ended = answer.number("job-state")
            if ended in _FAILED:
                raise failure()
            reasons = _ask_printer(session, printer).words("printer-state-reasons")
        except (requests.RequestException, ValueError, struct.error):
            return False, ["timed-out"]
        return ended == _COMPLETED, reasons

    def cancel() -> None:
        with suppress(requests.RequestException, ValueError, struct.error):
            _call(session, printer, _message(_CANCEL, printer, which))

    wait_until_out(look, cancel, tell)


def _ask_printer(session: "requests.Session", printer: str) -> Answer:
    return _call(session, printer, _message(_ASK_PRINTER, printer))


def _call(session: "requests.Session", printer: str, body: bytes) -> Answer:
    """Raises requests.RequestException, ValueError and struct.error where that was no answer of a printer."""
    kind = {"Content-Type": "application/ipp"}
    answer = session.post(_web_address(printer), data=body, headers=kind, timeout=_TIMEOUT, allow_redirects=False)
    answer.raise_for_status()
    return _read(answer.content)


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
    raw = struct.pack(">i", value) if isinstance(value, int) else value.encode()
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
