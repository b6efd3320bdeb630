"""Set up the environment in .venv/ and start a program in it; needs only Python's own library.

Used by ./run and ./test. Every step leaves a stamp, so a second start touches neither the network nor pip.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SETUP_REFUSED = 3


def main(arguments: list[str]) -> int:
    """Set up what the purpose (run or test) needs, then become that program; returns its exit code."""
    purpose, rest = arguments[0], arguments[1:]
    try:
        prepare(purpose, slow=purpose == "test" and "slow" in rest)
    except SetupError as error:
        print(error, file=sys.stderr)
        return SETUP_REFUSED
    if purpose == "test":
        os.chdir(ROOT)  # pytest looks for the tests below the folder it is started in
    return start(command(purpose, rest))


class SetupError(Exception):
    """Setting up failed; the text says in plain Dutch what to do."""


def command(purpose: str, rest: list[str]) -> list[str]:
    """The command line of a purpose, inside the environment."""
    if purpose == "test":
        return [str(BIN / "python"), "-m", "pytest", "--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml"), *rest]
    if rest[:1] == ["regie"]:
        return [str(BIN / "python"), "-m", "ido_regie", *rest[1:]]
    return [str(BIN / "python"), "-m", "ido_kiosk", *rest]


def start(words: list[str]) -> int:
    """Become the program (POSIX) or wait for it (Windows, which cannot replace a process)."""
    if sys.platform == "win32":
        return subprocess.call(words)
    return os.execv(words[0], words)


def prepare(purpose: str, slow: bool = False) -> None:
    """Do the steps whose stamp is missing or old; two starts at the same time wait for each other.

    ``slow``: also what only the slow tests need (``./test -m slow``).
    """
    steps = steps_of(purpose, slow)
    if all(is_done(name, content) for name, content, _ in steps):
        return
    with lock():
        for name, content, action in steps:
            if not is_done(name, content):
                action()
                stamp(name).write_text(content, encoding="utf-8")


def steps_of(purpose: str, slow: bool = False) -> list[tuple[str, str, Callable[[], None]]]:
    """The steps in order: name, what the stamp must hold, action."""
    purposes = ["run", "test"] if purpose == "test" else ["run"]
    steps: list[tuple[str, str, Callable[[], None]]] = [
        (f"debian-{kind}", digest([debian_list(kind)]), lambda kind=kind: install_debian(kind))
        for kind in [*purposes, *(["slow"] if slow else [])]
    ]
    steps.append(("venv", f"{ROOT}\n{sys.version}", make_venv))
    for kind in purposes:
        steps.append((f"packages-{kind}", digest([requirements(kind)]), lambda kind=kind: install_packages(kind)))
    steps.append(("project", digest([ROOT / "pyproject.toml"]), install_project))
    steps.append(("words", digest(sorted(ROOT.glob("translations/*/LC_MESSAGES/*.po"))), compile_words))
    return steps


def digest(files: list[Path]) -> str:
    """SHA-256 over names and bytes of the files."""
    total = hashlib.sha256()
    for file in files:
        total.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def stamp(name: str) -> Path:
    """Where a step leaves its stamp."""
    return VENV / f".stamp-{name}"


def is_done(name: str, content: str) -> bool:
    """Whether the step was done for exactly this content."""
    try:
        return stamp(name).read_text(encoding="utf-8") == content
    except OSError:
        return False


@contextmanager
def lock() -> Iterator[None]:
    """Hold the lock of this checkout; another start waits here."""
    VENV.mkdir(exist_ok=True)
    with (ROOT / ".venv.lock").open("a+b") as handle:
        if sys.platform == "win32":
            import msvcrt

            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def debian_list(kind: str) -> Path:
    """The file with the Debian packages of run or test."""
    return ROOT / "packaging" / "debian" / f"{kind}.txt"


def requirements(kind: str) -> Path:
    """The file with the pinned Python packages of run or test."""
    return ROOT / "packaging" / "requirements" / f"{kind}.txt"


def install_debian(kind: str) -> None:
    """Install the missing Debian packages, or raise SetupError with the one command that does."""
    if shutil.which("dpkg-query") is None:
        return  # not Debian or Ubuntu: the README says what is needed there
    missing = [name for name in debian_list(kind).read_text(encoding="utf-8").split() if not is_installed(name)]
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    as_root = root_prefix()
    if as_root is None:
        sudo = "sudo sh -c" if shutil.which("sudo") else "su -c"
        raise SetupError(
            "Er ontbreken onderdelen van Debian. Voer dit één keer uit en start daarna opnieuw:\n\n"
            f"  {sudo} 'apt-get update && {' '.join(install)}'\n"
        )
    say(f"Onderdelen van Debian installeren: {' '.join(missing)} …")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    quietly([*apt, "update"])
    quietly([*apt, *install[1:]])


def is_installed(package: str) -> bool:
    """Whether a Debian package is installed."""
    answer = subprocess.run(["dpkg-query", "-W", "-f", "${Status}", package], capture_output=True, text=True)
    return answer.stdout == "install ok installed"


def root_prefix() -> list[str] | None:
    """What makes a command run as root without a question; None where that is not possible."""
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def make_venv() -> None:
    """Make the environment anew; it cannot be moved, so another folder or Python means a new one."""
    say("Omgeving maken in .venv …")
    for old in VENV.iterdir():
        if old.is_dir():
            shutil.rmtree(old, ignore_errors=True)
        elif not old.name.startswith(".stamp-debian"):
            old.unlink()
    quietly([sys.executable, "-m", "venv", str(VENV)])


def install_packages(kind: str) -> None:
    """Install the pinned packages; each file must have one of the written hashes."""
    say("Onderdelen van Python ophalen. De eerste keer duurt dit een paar minuten …")
    quietly([*pip(), "install", "--require-hashes", "-r", str(requirements(kind))])


def install_project() -> None:
    """Put the project and its commands in the environment, from this checkout."""
    quietly([*pip(), "install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def compile_words() -> None:
    """Compile the translations (.po) to what the programs read (.mo)."""
    for source in sorted(ROOT.glob("translations/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        quietly([str(BIN / "python"), "-m", "babel.messages.frontend", "compile", "-i", str(source), "-o", str(target)])


def pip() -> list[str]:
    """The environment's own pip."""
    return [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]


def quietly(words: list[str]) -> None:
    """Run a command; SetupError with its last lines when it fails."""
    answer = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=ROOT)
    if answer.returncode != 0:
        tail = "\n".join((answer.stdout + answer.stderr).strip().splitlines()[-12:])
        step = " ".join(words[:6])
        raise SetupError(f"Klaarzetten is niet gelukt bij: {step}\n\n{tail}\n\nIs er internet? Start dan opnieuw.")


def say(text: str) -> None:
    """Tell the user what is happening; to standard error, so that output can be used by other programs."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
