"""A proxy on loopback between kiosks and regie that spoils requests, one fault a request."""

import http.client
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

FAULTS = (
    "drop request", "drop answer", "truncate request", "truncate answer", "duplicate", "late", "reorder", "portal",
    "storm", "wait",
)  # fmt: skip
WAIT = 0.05
ANSWER_WITHIN = 30


class Request(NamedTuple):
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


class Answer(NamedTuple):
    """An answer as it came."""

    status: int
    headers: dict[str, str]
    body: bytes


class Proxy(ThreadingHTTPServer):
    """``upstream`` is the port of regie; ``faults`` are used up; ``held`` are requests that come late."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.upstream = 0
        self.faults: list[str] = []
        self.held: list[Request] = []
        self.reordered: Request | None = None
        self.lost_answers = 0
        self.requests = 0
        self.on_forward: Callable[[], None] | None = None
        """Called once, when a request has been passed on and before its answer is read."""
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        """The address that kiosks use."""
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A kiosk that died does not read its answer."""

    def forward(self, request: Request) -> Answer | None:
        """Pass a request on; None when regie does not answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.upstream, timeout=ANSWER_WITHIN)
        try:
            connection.request(request.method, request.path, request.body, request.headers)
            happening, self.on_forward = self.on_forward, None
            if happening is not None:
                happening()
            response = connection.getresponse()
            return Answer(response.status, dict(response.getheaders()), response.read())
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()

    def release_held(self) -> None:
        """Let what was held come in, late and the last one first."""
        while self.held:
            self.forward(self.held.pop())

    def close(self) -> None:
        """Stop."""
        self.shutdown()
        self._thread.join()
        self.server_close()


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for the proxy."""

    server: Proxy

    def log_message(self, *_words: object) -> None:
        """Stay silent."""

    def do_GET(self) -> None:
        self.serve()

    def do_POST(self) -> None:
        self.serve()

    def do_PUT(self) -> None:
        self.serve()

    def serve(self) -> None:
        """Pass a request on, or spoil it."""
        self.close_connection = True
        length = int(self.headers.get("Content-Length", 0))
        headers = {name: text for name, text in self.headers.items() if name.lower() not in ("host", "connection")}
        request = Request(self.command, self.path, headers, self.rfile.read(length))
        proxy = self.server
        proxy.requests += 1
        fault = proxy.faults.pop(0) if proxy.faults else ""
        getattr(self, "_" + fault.replace(" ", "_"), self._pass)(request)
        before, proxy.reordered = proxy.reordered, request if fault == "reorder" else None
        if before is not None:
            proxy.forward(before)

    def _pass(self, request: Request) -> None:
        answer = self.server.forward(request)
        if answer is not None:
            self._answer(answer)

    def _drop_request(self, _request: Request) -> None:
        """It never arrives."""

    def _reorder(self, _request: Request) -> None:
        """It arrives after the next one."""

    def _drop_answer(self, request: Request) -> None:
        self.server.forward(request)
        self.server.lost_answers += 1

    def _truncate_request(self, request: Request) -> None:
        self.server.forward(request._replace(body=request.body[: len(request.body) // 2], headers={
            name: text for name, text in request.headers.items() if name.lower() != "content-length"
        }))  # fmt: skip

    def _truncate_answer(self, request: Request) -> None:
        answer = self.server.forward(request)
        if answer is not None:
            self.server.lost_answers += 1
            self._answer(answer, len(answer.body) // 2)

    def _duplicate(self, request: Request) -> None:
        self.server.forward(request)
        self._pass(request)

    def _late(self, request: Request) -> None:
        """It arrives when nobody waits for it any more."""
        self.server.held.append(request)

    def _portal(self, _request: Request) -> None:
        self._answer(Answer(200, {"Content-Type": "text/html"}, b"<html>Log in op het wifi</html>"))

    def _storm(self, _request: Request) -> None:
        self._answer(Answer(502, {"Content-Type": "text/html"}, b"<html>Bad gateway</html>"))

    def _wait(self, request: Request) -> None:
        threading.Event().wait(WAIT)
        self._pass(request)

    def _answer(self, answer: Answer, cut: int | None = None) -> None:
        self.send_response(answer.status)
        for name, text in answer.headers.items():
            if name.lower() not in ("connection", "transfer-encoding", "content-length", "server", "date"):
                self.send_header(name, text)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body[:cut])
