"""Make a list of operations that fails shorter, as long as it still fails."""

from collections.abc import Callable, Sequence

from tests.faults.harness.plan import Operation


def shortest(
    operations: Sequence[Operation], fails: Callable[[Sequence[Operation]], bool], tries: int
) -> list[Operation]:
    """The shortest list that was found within so many tries; halves are left out first, then single operations."""
    found = list(operations)
    size = max(1, len(found) // 2)
    while tries > 0:
        position, is_shorter = 0, False
        while position < len(found) and tries > 0:
            shorter = found[:position] + found[position + size :]
            tries -= 1
            if shorter and fails(shorter):
                found, is_shorter = shorter, True
            else:
                position += size
        if size == 1 and not is_shorter:
            break
        size = max(1, size // 2)
    return found
