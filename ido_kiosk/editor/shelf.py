"""The content files as they stand, with the place of every field: what the editor's own checks look at."""

from collections.abc import Iterator
from pathlib import Path

from ido_kiosk.guides.content.guide import FOLDER
from ido_kiosk.guides.content.library import content_files
from ido_kiosk.letters.content.letter import FOLDER as LETTERS
from ido_shared.content.nodes import Items, Node, Table, Text, read_file
from ido_shared.content.problems import Place, Report

SITUATIONS = {"levensgebeurtenissen.yaml": "levensgebeurtenissen", "spoed.yaml": "spoed", "actueel.yaml": "actueel"}
"""Content for visitors that is not part of the library of guides, with the field of its rows; may be absent."""

Shelf = dict[str, Table]
"""Every file that can be read, by its name."""


def read_shelf(forms: Path) -> Shelf:
    """All files of a forms folder, without their mistakes: the readers of the content tell those."""
    files = [*content_files(forms), *((name, forms / name) for name in SITUATIONS if (forms / name).exists())]
    files += [(letter_file(path.stem), path) for path in sorted((forms / LETTERS).glob("*.yaml"))]
    tables = {name: read_file(path, name, Report()) for name, path in files}
    return {name: table for name, table in tables.items() if table is not None}


def guide_file(id_: str) -> str:
    """The name of the file of a guide."""
    return f"{FOLDER}/{id_}.yaml"


def letter_file(id_: str) -> str:
    """The name of the file of a letter."""
    return f"{LETTERS}/{id_}.yaml"


def field(table: Table, name: str) -> Node | None:
    """The value of a field; None when it is not there."""
    return next((value for key, value in table.rows if key.value == name), None)


def rows(table: Table | None, name: str) -> list[tuple[Text, Node]]:
    """The rows of the table in a field; none when there is no such table."""
    value = None if table is None else field(table, name)
    return list(value.rows) if isinstance(value, Table) else []


def place_of(shelf: Shelf, file: str, *path: str) -> Place:
    """Where a field stands, named by the fields on the way to it; the start of the file when it is not there."""
    place, table = Place(file), shelf.get(file)
    for name in path:
        found = next(((key, value) for key, value in table.rows if key.value == name), None) if table else None
        if found is None:
            return place
        key, value = found
        place, table = key.place, value if isinstance(value, Table) else None
    return place


def text_place(shelf: Shelf, dutch: str, file: str, *path: str) -> Place:
    """Where a text stands below a field; the field itself when the text is not there."""
    table: Node | None = shelf.get(file)
    for name in path:
        table = field(table, name) if isinstance(table, Table) else None
    texts = texts_with_field(table) if table is not None else ()
    return next((text.place for _field, text in texts if text.value == dutch), place_of(shelf, file, *path))


def texts_with_field(node: Node, name: str = "") -> Iterator[tuple[str, Text]]:
    """Every text below a node, with the field it stands in; a list's texts stand in the field of the list."""
    if isinstance(node, Text):
        yield name, node
    elif isinstance(node, Items):
        for item in node.items:
            yield from texts_with_field(item, name)
    else:
        for key, value in node.rows:
            yield from texts_with_field(value, key.value)
