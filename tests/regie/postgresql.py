"""A real PostgreSQL for tests, from Debian: made in a folder of its own and gone afterwards."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

STARTS_WITHIN = 60
"""Seconds."""


@dataclass(frozen=True)
class Postgres:
    """A running server: its programs, its port, and as whom its programs run."""

    programs: Path
    port: int
    user: str | None

    def url(self, database: str) -> str:
        """The address of a database, as regie's environment says it."""
        return f"postgresql://regie@127.0.0.1:{self.port}/{database}"

    def run(self, program: str, *words: str, given: bytes = b"") -> bytes:
        """What a program of PostgreSQL gives for these words and input. Fails when it does not end well."""
        where = ["--host=127.0.0.1", f"--port={self.port}", "--username=regie"]
        return _run(self.programs, self.user, program, *where, *words, given=given)


@contextmanager
def running_postgres(*, durable: bool = False) -> Iterator[Postgres]:
    """A PostgreSQL server with an empty database ``regie``; what it stores is only ``durable`` when that is asked."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    assert programs, "PostgreSQL is missing: install what packaging/debian/test.txt names"
    user = "nobody" if sys.platform != "win32" and os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="ido-pg-"))
    if user:
        shutil.chown(folder, user)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    try:
        data = f"--pgdata={folder}/data"
        _run(programs[-1], user, "initdb", data, "--username=regie", "--auth=trust", "--encoding=UTF8", "--no-sync",
             "--locale=C.UTF-8")  # fmt: skip
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync={'on' if durable else 'off'}"
        _run(programs[-1], user, "pg_ctl", data, "--wait", f"--log={folder}/log", f"--options={options}", "start")
        try:
            server = Postgres(programs[-1], port, user)
            server.run("createdb", "regie")
            yield server
        finally:
            _run(programs[-1], user, "pg_ctl", data, "--mode=immediate", "--wait", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(programs: Path, user: str | None, program: str, *words: str, given: bytes = b"") -> bytes:
    """Run a program of PostgreSQL."""
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    ended = subprocess.run(
        [str(programs / program), *words], user=user, cwd="/", env=environment, timeout=STARTS_WITHIN,
        input=given, stdout=subprocess.PIPE if program.startswith("pg_dump") else None,
        stderr=None, check=True,
    )  # fmt: skip
    return ended.stdout or b""
