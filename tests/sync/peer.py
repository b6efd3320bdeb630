"""A small regie over real HTTP that keeps the contract, and can fail in all the ways a network does."""

import json
import socket
import ssl
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from ido_shared import delivery, exchange

CODE = "K7WM-3PQX"
DESK = "22222222-2222-4222-8222-222222222222"
PROBLEM = "application/problem+json"


@dataclass
class Peer:
    """What the small regie knows. ``faults`` are used up, one a request; ``asked`` are the requests that came."""

    key: delivery.Ed25519PrivateKey = field(default_factory=delivery.new_key)
    desk_key: str = ""
    signed: dict[str, bytes] = field(default_factory=dict)
    messages: dict[int, delivery.Delivery] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    refuses: frozenset[int] = frozenset()
    """Numbers of deliveries that it never takes in."""
    decided: dict[str, dict[str, object]] = field(default_factory=dict)
    """What the municipality decided, by section."""
    nearby: list[exchange.LocalEntry] = field(default_factory=list)
    """What municipality and library wrote about organisations nearby."""
    url: str = ""
    closing: threading.Event = field(default_factory=threading.Event)

    def enrol(self, body: bytes) -> tuple[int, str, bytes]:
        asked = delivery.read(body, delivery.Enrolment)
        if asked.koppelcode != CODE or (self.desk_key and self.desk_key != asked.sleutel):
            return 403, PROBLEM, problem("De koppelcode klopt niet, is al gebruikt of is verlopen.")
        status = 200 if self.desk_key else 201
        self.desk_key = asked.sleutel
        names = ("Balie 1", "Centrum", "Bibliotheek Voorbeeld", "Gemeente Voorbeeld")
        enrolled = delivery.Enrolled(DESK, *names, delivery.public_text(self.key))
        return status, "application/json", delivery.write(enrolled)

    def take_in(self, id: str, signed: bytes) -> tuple[int, str, bytes]:
        message = delivery.read(delivery.verify(signed, delivery.public_from_text(self.desk_key)), delivery.Delivery)
        assert message.id == id == delivery.delivery_id(DESK, 1, message.nummer)
        if message.nummer in self.refuses:
            return 400, PROBLEM, problem("De week ligt in de toekomst.")
        if self.signed.get(id, signed) != signed:
            return 409, PROBLEM, problem("Dit nummer is al geleverd, met een andere inhoud.")
        status = 200 if id in self.signed else 201
        self.signed[id], self.messages[message.nummer] = signed, message
        return status, delivery.MEDIA_TYPE, self.receipt(id)

    def receipt(self, id: str) -> bytes:
        highest = max(self.messages, default=0)
        missing = [number for number in range(1, highest) if number not in self.messages]
        questions, visits = self.totals()
        receipt = delivery.Receipt(
            "ontvangst/1", id, DESK, 1, missing[0] - 1 if missing else highest, missing, questions, visits
        )
        return delivery.sign(delivery.write(receipt), self.key, "regie")

    def opened(self, authorization: str) -> bytes | None:
        """What a desk signed just now; None when it is older than that."""
        signed = authorization.removeprefix(exchange.BEARER).encode()
        payload = delivery.verify(signed, delivery.public_from_text(self.desk_key))
        return payload if exchange.is_fresh(signed, int(time.time())) else None

    def page(self, authorization: str) -> tuple[int, str, bytes]:
        """Give the desk back what it delivered."""
        payload = self.opened(authorization)
        if payload is None:
            return 401, PROBLEM, problem("Dit verzoek is te oud.")
        asked = delivery.read(payload, exchange.Fetch)
        found = [self.signed[message.id].decode() for number, message in sorted(self.messages.items())
                 if number >= asked.vanaf]  # fmt: skip
        page = exchange.Page(exchange.PAGE, DESK, asked.vanaf, 0, found)
        return 200, delivery.MEDIA_TYPE, delivery.sign(delivery.write(page), self.key, "regie")

    def settings(self, authorization: str, known: str) -> tuple[int, str, bytes]:
        """What the municipality decided."""
        payload = self.opened(authorization)
        if payload is None:
            return 401, PROBLEM, problem("Dit verzoek is te oud.")
        assert delivery.read(payload, exchange.FetchSettings).balie == DESK
        locks = {section: sorted(values) for section, values in self.decided.items()}
        said = delivery.write(exchange.DeskSettings(exchange.SETTINGS, DESK, self.decided, locks))
        if known == exchange.entity_tag(said):
            return 304, delivery.MEDIA_TYPE, b""
        return 200, delivery.MEDIA_TYPE, delivery.sign(said, self.key, "regie")

    def local(self, authorization: str, known: str) -> tuple[int, str, bytes]:
        """What is known of organisations nearby."""
        payload = self.opened(authorization)
        if payload is None:
            return 401, PROBLEM, problem("Dit verzoek is te oud.")
        assert delivery.read(payload, exchange.FetchLocal).balie == DESK
        said = delivery.write(exchange.DeskLocal(exchange.LOCAL, DESK, self.nearby))
        if known == exchange.entity_tag(said):
            return 304, delivery.MEDIA_TYPE, b""
        return 200, delivery.MEDIA_TYPE, delivery.sign(said, self.key, "regie")

    def totals(self) -> tuple[int, int]:
        """Questions and visits, each week as the highest number states it."""
        in_order = [week for _number, message in sorted(self.messages.items()) for week in message.totalen]
        newest = {(week.plaats, week.van): week for week in in_order}
        return sum(week.vragen for week in newest.values()), sum(week.bezoeken for week in newest.values())

    def forget(self, number: int) -> None:
        """Lose a delivery, as a regie does whose backup was put back."""
        del self.signed[self.messages.pop(number).id]


def problem(detail: str) -> bytes:
    return json.dumps({"status": 400, "title": "Dit mag niet", "detail": detail}).encode()


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for a peer."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "Server"

    def log_message(self, *_words: object) -> None:
        """Stay silent."""

    def do_POST(self) -> None:
        self.serve(lambda body: self.server.peer.enrol(body))

    def do_GET(self) -> None:
        asked, known = self.headers["Authorization"], self.headers.get("If-None-Match", "")
        if self.path.endswith("/instellingen"):
            self.serve(lambda _body: self.server.peer.settings(asked, known))
        elif self.path.endswith("/lokale-gegevens"):
            self.serve(lambda _body: self.server.peer.local(asked, known))
        else:
            self.serve(lambda _body: self.server.peer.page(asked))

    def do_PUT(self) -> None:
        self.serve(lambda body: self.server.peer.take_in(self.path.rpartition("/")[2], body))

    def serve(self, work: Callable[[bytes], tuple[int, str, bytes]]) -> None:
        peer = self.server.peer
        peer.asked.append(f"{self.command} {self.path} {self.headers['Content-Type']}")
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = peer.faults.pop(0) if peer.faults else ""
        answers = {
            "portal": (200, "text/html", b"<html>Log in op het wifi</html>"),
            "empty": (200, delivery.MEDIA_TYPE, b""),
            "storm": (502, "text/html", b"<html>Bad gateway</html>"),
            "unknown": (404, "text/html", b"<html>Not found</html>"),
            "refused": (403, PROBLEM, problem("Deze balie is niet bij regie bekend.")),
            "unsigned": (401, PROBLEM, problem("De handtekening klopt niet.")),
            "tries": (429, PROBLEM, problem("Er zijn te veel verkeerde koppelcodes ingevuld.")),
            "no-detail": (400, PROBLEM, b'{"status": 400}'),
            "bad-problem": (400, PROBLEM, b"\xff\xfe"),
            "conflict": (409, PROBLEM, problem("Dit botst.")),
            "redirect": (302, "text/html", b""),
        }
        if fault == "drop before":
            self.close_connection = True
        elif fault in answers:
            self.answer(*answers[fault])
        elif fault == "slow":
            peer.closing.wait()
            self.close_connection = True
        else:
            self.answer_badly(fault, *work(body))

    def answer_badly(self, fault: str, status: int, kind: str, body: bytes) -> None:
        """Answer what was done, or with something wrong on the way back."""
        peer = self.server.peer
        if fault == "drop answer":
            self.close_connection = True
        elif fault == "wrong signature":
            body = delivery.sign(delivery.verify(body, peer.key.public_key()), delivery.new_key(), "regie")
            self.answer(status, kind, body)
        elif fault == "other receipt":
            self.answer(status, kind, peer.receipt(str(uuid.UUID(int=1))))
        elif fault == "truncated":
            self.answer(status, kind, body, length=len(body) + 10)
            self.close_connection = True
        elif fault == "no HTTP":
            self.wfile.write(b"hallo\r\n\r\n")
            self.close_connection = True
        elif fault == "dribble":
            self.dribble(body)
        elif fault == "huge":
            self.answer(status, kind, body, length=10**12)
            self.flood()
        else:
            self.answer(status, kind, body)

    def answer(self, status: int, kind: str, body: bytes, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if status == 302:
            self.send_header("Location", f"{self.server.peer.url}/elders")
        self.end_headers()
        self.wfile.write(body)

    def dribble(self, body: bytes) -> None:
        """Give a good answer, byte by byte, until nobody is left to wait for it."""
        self.close_connection = True
        head = f"HTTP/1.1 201 Created\r\nContent-Type: {delivery.MEDIA_TYPE}\r\nContent-Length: {len(body)}\r\n\r\n"
        with suppress(OSError):
            for byte in head.encode() + body:
                self.wfile.write(bytes([byte]))
                if self.server.peer.closing.wait(0.002):
                    return

    def flood(self) -> None:
        """Send without end, until the other side hangs up."""
        try:
            while True:
                self.wfile.write(b" " * 65536)
        except OSError:
            self.close_connection = True


class Server(ThreadingHTTPServer):
    """A server that finishes its threads when it is closed."""

    daemon_threads = False

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        self.connections: list[socket.socket] = []
        super().__init__(("127.0.0.1", 0), Handler)

    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        self.connections.append(connection)
        return connection, address

    def hang_up(self) -> None:
        """End connections that the other side keeps open for a next request."""
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that the kiosk gave up is no error."""


@contextmanager
def running_peer(tls: ssl.SSLContext | None = None) -> Iterator[Peer]:
    """A peer that answers, on a free port of this computer."""
    peer = Peer()
    with Server(peer) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        peer.url = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield peer
        finally:
            peer.closing.set()
            server.shutdown()
            thread.join()
            server.hang_up()
