"""Which addresses may be opened: only those that stand in forms/, as a fact or as a source."""

from ido_kiosk.guides.content.guide import Library
from ido_shared.local import is_website


def full_address(said: str) -> str:
    """What the browser needs for an address as it is said, such as ``https://digid.nl``; empty for what is none."""
    if not is_website(said):
        return ""
    return said if said.startswith("https://") else f"https://{said}"


def may_open(library: Library, url: str) -> bool:
    """Whether this address stands in forms/ (or was checked by this library)."""
    facts = (full_address(fact.value) for fact in library.facts.values())
    return bool(url) and (url in facts or any(url == source.url for source in library.sources.values()))
