"""A tagged document: the canvas it is drawn on, and what is said of it as a whole."""

from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ido_kiosk.base.pdf import typeface
from ido_kiosk.base.pdf.drawing import TaggedCanvas
from ido_kiosk.base.pdf.tags import Structure


def start(file: BytesIO, language: str) -> TaggedCanvas:
    """An empty A4 document in our typefaces; the same drawing gives the same bytes, on any day."""
    for face in ("Regular", "Bold"):
        typeface.load(face)
    rl_config.useA85 = 0  # streams of bytes, not of letters: smaller and quicker
    options: dict[str, Any] = {"pdfVersion": (1, 7), "invariant": 1, "pageCompression": 1, "lang": language}
    options["initialFontName"] = "Regular"
    return TaggedCanvas(file, A4, **options)


def finish(canvas: TaggedCanvas, structure: Structure, title: str) -> None:
    """Add title and tags and write the document; its pages must all be there."""
    _metadata(canvas, title)
    structure.write(canvas._doc)
    canvas.save()


def _metadata(canvas: Canvas, title: str) -> None:
    canvas.setTitle(title)
    for setter in (canvas.setAuthor, canvas.setSubject, canvas.setCreator, canvas.setProducer):
        setter("")
    canvas.setViewerPreference("DisplayDocTitle", "true")
