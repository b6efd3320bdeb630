"""What to do with a mistake of the program itself: tell where it happened, never with what."""

import sys
import traceback
from types import TracebackType

from ido_kiosk.base.language import _


def report_mistake(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Write kind and place of a mistake to standard error, without any value; gives what a volunteer is told."""
    steps = [f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in traceback.extract_tb(trace)]
    sys.stderr.write(f"{kind.__name__}: {' > '.join(steps)}\n")
    return _("Er ging iets mis in het programma. Wat is vastgelegd, is veilig. Probeer het opnieuw of start opnieuw.")
