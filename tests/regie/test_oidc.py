"""Log in through an identity provider: a small real one on this computer, that signs with a key of its own."""

import json
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import RSAKey

from tests.regie.process import HANGS_AFTER, Regie, command, environment, start_regie, value

DAY = date(2026, 11, 24)
CLIENT, SECRET = "regie", "geheim"
KEY = RSAKey.generate_key(2048, {"kid": "1", "alg": "RS256", "use": "sig"})


class Provider(BaseHTTPRequestHandler):
    """Says that whoever comes is ``login``; the nonce that regie gave comes back in what it signs."""

    login = "demo"
    nonce = ""

    def do_GET(self) -> None:
        """The address where people log in, the keys, and who someone is."""
        parts = urlsplit(self.path)
        if parts.path == "/inloggen":
            asked = {name: texts[0] for name, texts in parse_qs(parts.query).items()}
            Provider.nonce = asked["nonce"]
            self.send_response(302)
            self.send_header("Location", f"{asked['redirect_uri']}?code=eenmalig&state={asked['state']}")
            self.end_headers()
        elif parts.path == "/sleutels":
            self._say({"keys": [KEY.as_dict(private=False)]})
        else:
            self._say({"sub": "1", "preferred_username": Provider.login})

    def do_POST(self) -> None:
        """The address where regie exchanges its code."""
        said = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        assert (said["code"], said["client_secret"]) == (["eenmalig"], [SECRET])
        claims = {"sub": "1", "aud": CLIENT, "nonce": Provider.nonce, "exp": int(time.time()) + 60}
        token = jwt.encode({"alg": "RS256", "kid": "1"}, claims, KEY)
        self._say({"access_token": "x", "id_token": token, "token_type": "Bearer"})

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _say(self, answer: dict[str, object]) -> None:
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of regie."""
    return tmp_path_factory.mktemp("regie") / "gegevens"


@pytest.fixture(scope="module")
def regie(tmp_path_factory: pytest.TempPathFactory, data: Path) -> Iterator[Regie]:
    """A regie that knows the provider."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    secret: Path = tmp_path_factory.mktemp("geheim") / "geheim"
    secret.write_text(SECRET)
    url = f"http://127.0.0.1:{server.server_port}"
    parts = {"ID": CLIENT, "SECRET_FILE": str(secret), "AUTHORIZE": f"{url}/inloggen", "TOKEN": f"{url}/code",
             "USER": f"{url}/wie", "KEYS": f"{url}/sleutels"}  # fmt: skip
    extra = {f"IDO_REGIE_OIDC_{name}": text for name, text in parts.items()}
    running = start_regie(data, DAY, extra)
    yield running
    running.stop()
    server.shutdown()
    server.server_close()


def through_the_provider(regie: Regie, login: str, browser: requests.Session | None = None) -> requests.Response:
    """The page that someone of this login ends at."""
    Provider.login = login
    session = browser or requests.Session()
    asked = session.get(f"{regie.url}/", timeout=HANGS_AFTER)
    assert 'href="/oidc/inloggen"' in asked.text
    return session.get(f"{regie.url}/oidc/inloggen", timeout=HANGS_AFTER)


def test_a_known_login_comes_in_without_a_password(regie: Regie) -> None:
    page = through_the_provider(regie, regie.login)
    assert "<h1>Overzicht</h1>" in page.text


def test_a_login_that_is_closed_is_out_at_once(regie: Regie, data: Path) -> None:
    browser, administrator = requests.Session(), requests.Session()
    assert "Uitloggen" in through_the_provider(regie, regie.login, browser).text
    said = subprocess.check_output(
        command("--beheerder", "beheer", "--data", str(data)), env=environment(), encoding="utf-8", timeout=HANGS_AFTER
    )
    send(administrator, f"{regie.url}/inloggen", "", username="beheer", password=value(said, "Wachtwoord"))
    send(administrator, f"{regie.url}/logins", f"/{regie.login}/open", active="nee")
    try:
        assert browser.get(f"{regie.url}/balies", timeout=HANGS_AFTER).url.endswith("/inloggen?next=/balies")
    finally:
        send(administrator, f"{regie.url}/logins", f"/{regie.login}/open", active="ja")


def send(browser: requests.Session, address: str, more: str, **fields: str) -> None:
    """Send a form of the page at this address to what comes below it."""
    page = browser.get(address, timeout=HANGS_AFTER).text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
    browser.post(address + more, fields | {"csrfmiddlewaretoken": token}, timeout=HANGS_AFTER).raise_for_status()


def test_an_unknown_login_gets_no_account(regie: Regie) -> None:
    page = through_the_provider(regie, "onbekend")
    assert "Inloggen via uw gemeente is niet gelukt" in page.text
    assert requests.get(f"{regie.url}/oidc/terug?code=x&state=y", timeout=HANGS_AFTER).url.endswith("?oidc=mislukt")
