"""Pages of a PDF as pictures, for the preview and for printers that want pictures."""

from threading import Lock

from PySide6.QtGui import QImage

A4_WIDTH_INCHES = 210 / 25.4

_ONE_AT_A_TIME = Lock()
"""PDFium knows no threads."""


def count(pdf: bytes) -> int:
    """How many pages there are. Raises pypdfium2.PdfiumError when this is not a PDF."""
    import pypdfium2

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def picture(pdf: bytes, number: int, width: int) -> QImage:
    """Page ``number``, counted from 0, ``width`` pixels wide. Raises pypdfium2.PdfiumError when this is not a PDF."""
    import pypdfium2

    with _ONE_AT_A_TIME, pypdfium2.PdfDocument(pdf) as document:
        page = document[number]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
        return image.copy()
