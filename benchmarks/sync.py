"""Delivering to a real regie over TLS on loopback: nothing new, a year offline, and after the power went.

The TLS end is a small proxy in this process, so its time counts along.
"""

import http.client
import re
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from benchmarks.log import INSERT, INSERT_HELP
from benchmarks.rows import Row, against_limit, median

TODAY = date(2027, 1, 4)
"""A Monday: all weeks of 2026 are over."""
QUESTIONS, DAYS, RUNS = 12_000, 364, 30
PLACE = str(uuid.UUID(int=1))
NOTHING, YEAR = 50.0, 10.0
"""Budgets of design § 11: milliseconds and seconds."""


class Proxy(ThreadingHTTPServer):
    """Speaks TLS to the kiosk and passes on; ``statuses`` are what regie answered."""

    daemon_threads = True

    def __init__(self, upstream: int, certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream, self.statuses = upstream, list[int]()
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.socket = context.wrap_socket(self.socket, server_side=True)


class Handler(BaseHTTPRequestHandler):
    """Passes a request on."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Proxy

    def log_message(self, format: str, *_values: object) -> None:
        """Stay silent."""

    def do_PUT(self) -> None:
        """Pass a delivery on."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        headers = {name: text for name, text in self.headers.items() if name not in ("Host", "Connection")}
        with closing(http.client.HTTPConnection("127.0.0.1", self.server.upstream)) as connection:
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        self.server.statuses.append(answer.status)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_PUT  # noqa: N815


def measure() -> list[Row]:
    """Deliver a year, then nothing, then once more what broke off."""
    from ido_kiosk.base import clock

    clock.pretend(TODAY)
    try:
        with tempfile.TemporaryDirectory() as folder, _regie(Path(folder)) as (proxy, code):
            return _measure(Path(folder), proxy, code)
    finally:
        clock.pretend(None)


def _measure(folder: Path, proxy: Proxy, code: str) -> list[Row]:
    from ido_kiosk.base import database
    from ido_kiosk.base.folder import DataFolder
    from ido_kiosk.statistics import service as statistics
    from ido_kiosk.sync import service as sync

    data = DataFolder(folder / "balie")
    settings = _linked_desk(data, str(folder / "certificaat.pem"), f"https://127.0.0.1:{proxy.server_port}", code)

    def round_(send: bool = False, now: bool = False) -> float:
        if send:  # the newest delivery once more: the kiosk verifies regie's answer again
            from ido_kiosk.sync import records

            records.send_again(max(statistics.numbers(desk).items(), key=lambda each: each[1])[0])
        began = time.perf_counter()
        outcome = sync.deliver(data, settings, TODAY, "0.1.0", 1, now=now)
        assert outcome.succeeded, outcome.problem
        return time.perf_counter() - began

    desk = settings.section(sync.Regie).desk
    year = round_()
    status = sync.status(settings)
    quiet = median([round_() for _run in range(RUNS)]) * 1000
    compared = median([round_(send=True) for _run in range(RUNS)]) * 1000
    for number in (QUESTIONS, QUESTIONS + 1):
        _log(number, TODAY - timedelta(days=1))
        round_(now=True)
    again = _after_a_power_cut(proxy, desk, round_)
    lost = abs(status.questions - (status.regie_questions or 0)) + abs(status.questions - QUESTIONS)
    database.close_store()
    return [
        against_limit("a year offline, 12,000 questions, delivered over TLS", year, YEAR, "s"),
        Row("… questions lost or double", lost, "questions", None, None, "0", lost == 0),
        against_limit("a round with nothing to do, median", quiet, NOTHING),
        against_limit("a round that compares with regie over TLS, median", compared, NOTHING),
        Row("deliveries sent again after a power cut", again, "deliveries", None, None, "<= 1", again <= 1),
    ]


def _linked_desk(data: Any, certificate: str, url: str, code: str) -> Any:
    """Make a desk that logged for a year and is linked now; gives its settings."""
    from ido_kiosk.base import database
    from ido_kiosk.base.settings import Settings
    from ido_kiosk.statistics import service as statistics
    from ido_kiosk.sync import service as sync
    from ido_kiosk.sync.service.linking import Network

    data.root.mkdir()
    settings = Settings(data.settings)
    settings.save(Network(certificate))
    database.open_store(data.database)
    statistics.note_first_use(TODAY - timedelta(days=DAYS), PLACE)
    _log_a_year()
    sync.enrol(url, code, data, settings, PLACE)
    return settings


def _after_a_power_cut(proxy: Proxy, desk: str, round_: Any) -> int:
    """Everything waits once more; the power goes between regie's answer and the mark of the second one."""
    from ido_kiosk.base import database
    from ido_kiosk.sync import service as sync

    class PowerCutError(BaseException):
        """The program ends here."""

    marks = iter([None])

    def hook(event: Any) -> None:
        if event.sql.startswith("UPDATE") and next(marks, PowerCutError) is PowerCutError:
            raise PowerCutError

    sync.send_again(desk)
    proxy.statuses.clear()
    database.store.query_hooks.append(hook)
    try:
        round_()
    except PowerCutError:
        pass
    finally:
        database.store.query_hooks.remove(hook)
    before = len(proxy.statuses)
    round_()
    return len(proxy.statuses) - _all(desk) if before else 0


def _all(desk: str) -> int:
    from ido_kiosk.statistics import service as statistics

    return len(statistics.numbers(desk))


def _log_a_year() -> None:
    """Questions of every day of the year, past the service: that is measured elsewhere."""
    from ido_kiosk.base import database

    with database.transaction():
        for number in range(QUESTIONS):
            _log(number, TODAY - timedelta(days=1 + number % DAYS))


def _log(number: int, day: date) -> None:
    from ido_kiosk.base import database

    codes = ("DO", "DGA", "DIGID", "OPG", "BAL", "GEEN", 2, 0, "NEE")
    database.store.execute_sql(INSERT, (number + 1, str(day), 1 + number // DAYS, PLACE, *codes))
    database.store.execute_sql(INSERT_HELP, (number + 1, "ZOE"))


@contextmanager
def _regie(folder: Path) -> Iterator[tuple[Proxy, str]]:
    """A real regie behind TLS, and a code to enrol with."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ido_regie", "--demo", "--data", str(folder / "regie"), "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if line.startswith("Stoppen"):
            break
    port, code = re.search(r"Adres: +http://127\.0\.0\.1:(\d+)", said), re.search(r"Koppelcode: +(\S+)", said)
    assert port is not None, said
    assert code is not None, said
    with Proxy(int(port[1]), _certificate(folder / "certificaat.pem")) as proxy:
        threading.Thread(target=proxy.serve_forever, daemon=True).start()
        try:
            yield proxy, code[1]
        finally:
            proxy.shutdown()
            process.terminate()
            process.wait()


def _certificate(file: Path) -> Path:
    """A certificate for 127.0.0.1 with its key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "benchmark")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return file
