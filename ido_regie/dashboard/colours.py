"""The colours of the pages: the project's style tokens as CSS variables, light and dark."""

import json
from functools import cache
from pathlib import Path

TOKENS = Path(__file__).resolve().parent.parent.parent / "assets" / "tokens.json"


@cache
def themes() -> dict[str, dict[str, str]]:
    """The colours of each theme by role (source: NL Design System Start theme)."""
    found: dict[str, dict[str, str]] = json.loads(TOKENS.read_text(encoding="utf-8"))
    return found


def style_sheet() -> str:
    """The style sheet with a variable for each colour role."""
    light, dark = _variables(themes()["light"]), _variables(themes()["dark"])
    return f":root {{ {light} }}\n@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"


def _variables(colours: dict[str, str]) -> str:
    """The declarations of a theme."""
    return " ".join(f"--{role}: {colour};" for role, colour in colours.items())
