"""The error that a volunteer may see."""


class DeskError(Exception):
    """Something went wrong; the text says in plain Dutch what it is and what to do."""
