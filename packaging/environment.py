"""Set up the environment in .venv/ and start a program in it; needs only Python's own library.

Used by ./run and ./test. Every step leaves a stamp, so a second start touches neither the network nor pip. An
environment that has to be made anew waits as .venv.oud, and returns when that fails: a desk without network goes on.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
SETUP_REFUSED, INTERRUPTED = 3, 130
Step = tuple[str, str, Callable[[], None]]
"""The name of a step, what its stamp must hold, and what it does."""
REASONS = {
    errno.EACCES: "er zijn geen rechten voor",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOENT: "het bestaat niet",
    errno.EEXIST: "er staat een bestand met die naam",
}


def main(arguments: list[str]) -> int:
    """Set up what the purpose (run or test) needs, then become that program; returns its exit code."""
    purpose, rest = arguments[0], arguments[1:]
    try:
        prepare(purpose, slow=purpose == "test" and "slow" in rest)
        if purpose == "test":
            os.chdir(ROOT)  # pytest looks for the tests below the folder it is started in
        return start(command(purpose, rest))
    except (SetupError, OSError) as error:
        say(explain(error))
        return SETUP_REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED


class SetupError(Exception):
    """Setting up failed; the text says in plain Dutch what to do."""


def explain(error: Exception) -> str:
    """What went wrong, in plain Dutch."""
    if not isinstance(error, OSError):
        return str(error)
    reason = REASONS.get(error.errno or 0, f"fout {error.errno}")
    return f"Klaarzetten is niet gelukt bij {error.filename or ROOT}: {reason}. Los dat op en start opnieuw."


def command(purpose: str, rest: list[str]) -> list[str]:
    """The command line of a purpose, inside the environment; -P: no file in the current folder replaces a module."""
    python = [program("python"), "-P", "-m"]
    if purpose == "test":
        return [*python, "pytest", "--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml"), *rest]
    if rest[:1] == ["regie"]:
        return [*python, "ido_regie", *rest[1:]]
    return [*python, "ido_kiosk", *rest]


def program(name: str) -> str:
    """The path of a program in the environment."""
    return str(VENV / ("Scripts" if os.name == "nt" else "bin") / name)


def start(words: list[str]) -> int:
    """Become the program (POSIX) or wait for it (Windows, which cannot replace a process)."""
    if os.name == "nt":
        return subprocess.call(words)
    return os.execv(words[0], words)


def prepare(purpose: str, slow: bool = False) -> None:
    """Do the steps whose stamp is missing or old; two starts at the same time wait for each other.

    ``slow``: also what only the slow tests need. Raises SetupError or OSError when no environment can be used.
    """
    steps = steps_of(purpose, slow)
    if all(is_done(name, content) for name, content, _ in steps):
        return
    with lock():
        if stamp("words").exists():  # left at the very end; the old environment was not yet deleted
            forget(waiting())
        else:
            put_back()
        VENV.mkdir(exist_ok=True)
        try:
            do(steps)
        except (SetupError, OSError, KeyboardInterrupt) as error:
            put_back()
            if isinstance(error, KeyboardInterrupt) or not is_usable(steps):
                raise
            say(f"{explain(error)}\n\nLet op: de vorige omgeving wordt nu gebruikt. Start opnieuw als er internet is.")
        else:
            forget(waiting())


def do(steps: list[Step]) -> None:
    """Do the steps whose stamp is missing or old, and leave their stamps."""
    for name, content, action in steps:
        if not is_done(name, content):
            action()
            stamp(name).write_bytes(content.encode())


def waiting() -> Path:
    """Where an environment waits while a new one is made; it can be used only after it got its own name back."""
    return VENV.with_name(f"{VENV.name}.oud")


def put_back() -> None:
    """Use the environment that waits, if there is one, instead of the one that was not finished."""
    if waiting().exists():
        forget(VENV)
        waiting().rename(VENV)


def forget(folder: Path) -> None:
    """Delete an environment; one that was deleted by half is never taken for a whole one."""
    leaving = VENV.with_name(f"{VENV.name}.weg")
    shutil.rmtree(leaving, ignore_errors=True)
    if folder.exists():
        folder.rename(leaving)
        shutil.rmtree(leaving, ignore_errors=True)


def is_usable(steps: list[Step]) -> bool:
    """Whether the programs start with the packages that are there, older ones too, once the project is in place."""
    if not all(stamp(name).exists() for name, _, _ in steps if name == "venv" or name.startswith("packages-")):
        return False
    try:
        do([step for step in steps if step[0] in ("project", "words")])
        quietly([program("python"), "-P", "-c", "import ido_kiosk, ido_regie, peewee, PySide6.QtWidgets"])
    except (SetupError, OSError):
        return False
    return True


def steps_of(purpose: str, slow: bool = False) -> list[Step]:
    """The steps in order."""
    purposes = ["run", "test"] if purpose == "test" else ["run"]
    steps: list[Step] = [
        (f"debian-{kind}", digest([debian_list(kind)]), partial(install_debian, kind))
        for kind in [*purposes, *(["slow"] if slow else [])]
    ]
    steps.append(("venv", f"{ROOT}\n{python_identity()}", make_venv))
    for kind in purposes:
        steps.append((f"packages-{kind}", digest([requirements(kind)]), partial(install_packages, kind)))
    steps.append(("project", f"{ROOT}\n{digest([ROOT / 'pyproject.toml'])}", install_project))
    steps.append(("words", digest(sorted(ROOT.glob("translations/*/LC_MESSAGES/*.po"))), compile_words))
    return steps


def python_identity() -> str:
    """Which Python an environment belongs to; an update of it within 3.11 is none of its business."""
    base = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    return f"{sys.version_info.major}.{sys.version_info.minor} {base}"


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
        return stamp(name).read_bytes() == content.encode()
    except OSError:
        return False


@contextmanager
def lock() -> Iterator[None]:
    """Hold the lock of this checkout; another start waits here."""
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
    if (as_root := root_prefix()) is None:
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
    if sys.platform != "win32" and os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def make_venv() -> None:
    """Make the environment anew, while an older one waits; another folder or another Python means a new one."""
    say("Omgeving maken in .venv …")
    VENV.rename(waiting())
    VENV.mkdir()
    for done in waiting().glob(".stamp-debian-*"):
        shutil.copy(done, VENV)
    quietly([sys.executable, "-m", "venv", str(VENV)])


def install_packages(kind: str) -> None:
    """Install the pinned packages; each file must have one of the written hashes."""
    say("Onderdelen van Python ophalen. De eerste keer duurt dit een paar minuten …")
    quietly([*pip(), "install", "--require-hashes", "-r", str(requirements(kind))])
    unpack = "import os; os.environ['SBK_EMBED'] = '0'; import shiboken6"  # PySide's own files: decision 019
    quietly([program("python"), "-c", f"{unpack}, compileall; compileall.compile_dir(*shiboken6.__path__, quiet=1)"])


def install_project() -> None:
    """Put the project and its commands in the environment, from this checkout."""
    quietly([*pip(), "install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])


def compile_words() -> None:
    """Compile the translations (.po) to what the programs read (.mo)."""
    for source in sorted(ROOT.glob("translations/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        quietly([program("python"), "-m", "babel.messages.frontend", "compile", "-i", str(source), "-o", str(target)])


def pip() -> list[str]:
    """The environment's own pip."""
    return [program("python"), "-m", "pip", "--disable-pip-version-check", "-q"]


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
