"""Lists of operations that once went wrong; each is run in every test, so keep them short."""

from tests.faults.harness.plan import Operation

FOUND: dict[str, list[Operation]] = {
    "what only regie knew of an older copy counts on": [
        ("log", 0), ("monday", 0), ("back_up", 0), ("back_date", 0, 9), ("deliver", 0), ("put_back", 0, 2),
        ("log", 0),
    ],
}  # fmt: skip
