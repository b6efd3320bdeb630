"""What differs per installation, read from the environment; without any of it regie runs for this computer only."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

DATABASE, HOSTS, BIND, WORKERS = "IDO_REGIE_DATABASE", "IDO_REGIE_HOSTS", "IDO_REGIE_BIND", "IDO_REGIE_WORKERS"
DATABASE_PASSWORD = "IDO_REGIE_DATABASE_PASSWORD"  # noqa: S105 - the name of a setting
CONTACT_NAME, CONTACT_EMAIL, CONTACT_URL = "IDO_REGIE_CONTACT", "IDO_REGIE_EMAIL", "IDO_REGIE_URL"
LOG_DAYS = "IDO_REGIE_LOG_DAYS"
OIDC = "IDO_REGIE_OIDC_"
OIDC_PARTS = ("ID", "SECRET", "AUTHORIZE", "TOKEN", "USER", "KEYS")
"""IDO_REGIE_OIDC_ID, IDO_REGIE_OIDC_SECRET and so on: the client, and the four addresses of the provider."""
LOCAL = ("127.0.0.1", "localhost")
SHORTEST_LOG, USUAL_LOG, LONGEST_LOG = 180, 400, 3650
"""Days that a line of the audit log stays. Usually as long as a desk keeps what it delivered (design § 8): a year, and
some weeks in which its report is made. The database refuses less than the shortest (audit/migrations/0002)."""


class EnvironmentMistakeError(Exception):
    """A setting in the environment that cannot be right; the text says in Dutch which and what to do."""


@dataclass(frozen=True)
class Contact:
    """Whom the API document and security.txt name. The example names are reserved: whoever runs regie sets its own."""

    name: str
    email: str
    url: str


@dataclass(frozen=True)
class Installation:
    """How this regie is installed."""

    database: dict[str, Any] | None
    """Settings of PostgreSQL for Django; None: SQLite in the data folder."""
    hosts: tuple[str, ...]
    """The names under which others reach regie, through a proxy with TLS; none: only this computer."""
    bind: str
    """The address to listen on."""
    workers: int
    contact: Contact
    oidc: dict[str, str] | None
    log_days: int
    """How long a line of the audit log stays."""

    @property
    def is_served(self) -> bool:
        """Whether others than this computer reach it, so that cookies and links must be safe on a network."""
        return bool(self.hosts)


def installation(environment: Mapping[str, str] = os.environ) -> Installation:
    """Read how this regie is installed. Raises EnvironmentMistakeError."""
    database = _database(environment)
    hosts = tuple(name.strip() for name in environment.get(HOSTS, "").split(",") if name.strip())
    if "*" in hosts:
        raise EnvironmentMistakeError(f"Bij {HOSTS} hoort de naam van regie, zoals regie.gemeente.nl. Een * mag niet.")
    contact = Contact(
        environment.get(CONTACT_NAME, "Beheer van regie"),
        environment.get(CONTACT_EMAIL, "regie@gemeente.example"),
        environment.get(CONTACT_URL, "https://gemeente.example/regie"),
    )
    bind = environment.get(BIND, LOCAL[0])
    if bind != LOCAL[0] and not hosts:
        raise EnvironmentMistakeError(f"Vul ook {HOSTS} in: de naam waaronder anderen regie bereiken.")
    workers, days = _workers(environment, database), _log_days(environment)
    return Installation(database, hosts, bind, workers, contact, _oidc(environment), days)


def secret(environment: Mapping[str, str], name: str) -> str:
    """A secret: from the file that ``NAME_FILE`` names, or from ``NAME`` itself. Raises EnvironmentMistakeError."""
    file = environment.get(f"{name}_FILE")
    if not file:
        return environment.get(name, "")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise EnvironmentMistakeError(f"Het bestand achter {name}_FILE is niet te lezen: {file}.") from error


def _database(environment: Mapping[str, str]) -> dict[str, Any] | None:
    """The settings of Django for ``postgresql://name:password@host:port/database``, or for a folder with a socket."""
    url = environment.get(DATABASE, "")
    if not url:
        return None
    parts = urlsplit(url)
    name = parts.path.removeprefix("/")
    if parts.scheme != "postgresql" or not name:
        raise EnvironmentMistakeError(f"Bij {DATABASE} hoort een adres als postgresql://naam@server/regie.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or "") or secret(environment, DATABASE_PASSWORD),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # Values travel beside the statement, which the server then need not read anew for each delivery. A pooler in
        # between must keep prepared statements (PgBouncer does from 1.21).
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": 5},
    }


def _workers(environment: Mapping[str, str], database: dict[str, Any] | None) -> int:
    """How many processes serve: one on SQLite, which has one writer."""
    text = environment.get(WORKERS, "1")
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 64):
        raise EnvironmentMistakeError(f"Bij {WORKERS} hoort een getal van 1 tot en met 64.")
    if int(text) > 1 and database is None:
        raise EnvironmentMistakeError(f"Meer dan één proces kan alleen met PostgreSQL. Vul {DATABASE} in.")
    return int(text)


def _log_days(environment: Mapping[str, str]) -> int:
    """How many days a line of the audit log stays."""
    text = environment.get(LOG_DAYS, str(USUAL_LOG))
    if not (text.isascii() and text.isdigit() and SHORTEST_LOG <= int(text) <= LONGEST_LOG):
        raise EnvironmentMistakeError(f"Bij {LOG_DAYS} hoort een aantal dagen van {SHORTEST_LOG} tot {LONGEST_LOG}.")
    return int(text)


def _oidc(environment: Mapping[str, str]) -> dict[str, str] | None:
    """The settings for logging in through the municipality's own identity provider: all of them, or none."""
    found = {part: secret(environment, OIDC + part) for part in OIDC_PARTS}
    missing = [OIDC + part for part, text in found.items() if not text]
    if len(missing) == len(found):
        return None
    if missing:
        raise EnvironmentMistakeError(f"Voor inloggen met OIDC ontbreekt: {', '.join(missing)}.")
    return {
        "OIDC_RP_CLIENT_ID": found["ID"],
        "OIDC_RP_CLIENT_SECRET": found["SECRET"],
        "OIDC_OP_AUTHORIZATION_ENDPOINT": found["AUTHORIZE"],
        "OIDC_OP_TOKEN_ENDPOINT": found["TOKEN"],
        "OIDC_OP_USER_ENDPOINT": found["USER"],
        "OIDC_OP_JWKS_ENDPOINT": found["KEYS"],
    }
