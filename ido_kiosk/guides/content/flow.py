"""The ways through a guide: page to the pages that may follow; an outcome is followed by nothing."""

from collections.abc import Iterable, Mapping

Ways = Mapping[str, tuple[str, ...]]


def reachable(ways: Ways, starts: Iterable[str]) -> set[str]:
    """All pages that can be reached from these, themselves included."""
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        page = waiting.pop()
        if page not in seen:
            seen.add(page)
            waiting += ways.get(page, ())
    return seen


def circle(ways: Ways) -> list[str]:
    """The pages of a circle in the ways, in order; empty when there is none."""
    done: set[str] = set()
    for start in ways:
        if found := _circle_from(start, ways, [], done):
            return found
    return []


def _circle_from(page: str, ways: Ways, path: list[str], done: set[str]) -> list[str]:
    if page in path:
        return path[path.index(page) :]
    if page in done:
        return []
    for following in ways.get(page, ()):
        if found := _circle_from(following, ways, [*path, page], done):
            return found
    done.add(page)
    return []


def longest(ways: Ways, page: str) -> int:
    """How many steps the longest way from this page has, the page included; an outcome counts 0. No circles."""
    if page not in ways:
        return 0
    return 1 + max((longest(ways, following) for following in ways[page]), default=0)
