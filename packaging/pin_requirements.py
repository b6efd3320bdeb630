"""Pin the packages of requirements/*.in into *.txt, with hashes and without the name of any registry.

For developers, after a change of a .in file: ``python packaging/pin_requirements.py``. Needs uv (``pip install uv``).
"""

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "requirements"
OUTPUT = ("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url")
FOR = ("--universal", "--python-version=3.11")


def main() -> int:
    """Pin run and test; what is pinned already stays unless ``--upgrade`` is given."""
    for purpose in ("run", "test"):
        words = ["uv", "pip", "compile", *OUTPUT, *FOR, *sys.argv[1:], f"{purpose}.in", "-o", f"{purpose}.txt"]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("UV_")}
        answer = subprocess.run(words, cwd=FOLDER, env=environment, stdout=subprocess.DEVNULL)
        if answer.returncode != 0:
            return answer.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
