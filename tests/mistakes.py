"""What the tests of mistakes in content share: a mistake as an editor makes it, and that it is told."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from ido_shared.content.problems import Problem

CODE = re.compile(r'"([A-Z]+-\d{3})"')


def copied(sample: Path, tmp_path: Path) -> Path:
    """A copy of the sample to make mistakes in."""
    return Path(shutil.copytree(sample, tmp_path / "forms"))


def change(forms: Path, file: str, old: str, new: str) -> None:
    """Make a mistake: what stood there must have been there."""
    text = (forms / file).read_text(encoding="utf-8")
    assert old in text
    (forms / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def assert_told(problems: Iterable[Problem], code: str, file: str, part: str) -> None:
    """One of the problems has this code, stands in this file, and says this."""
    every = list(problems)
    found = [str(problem) for problem in every if problem.code == code and problem.place.file == file]
    assert any(part in text for text in found), [str(problem) for problem in every]


def codes_in(sources: Iterable[Path]) -> set[str]:
    """The codes of mistakes that these modules can tell."""
    return {code for path in sources for code in CODE.findall(path.read_text(encoding="utf-8"))}
