"""Why the computer refused a file or a folder, in plain Dutch instead of the system's English."""

import errno

from ido_kiosk.base.language import _


def reason_of(error: OSError) -> str:
    """The reason as the end of a sentence, such as ``de schijf is vol``; ``fout {number}`` where there is no word."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return _("de schijf is vol")
        case errno.EACCES | errno.EPERM:
            return _("er zijn geen rechten voor")
        case errno.EROFS:
            return _("de schijf is alleen te lezen")
        case errno.ENOENT:
            return _("het bestaat niet")
        case errno.EISDIR:
            return _("er staat een map met die naam")
        case errno.EEXIST | errno.ENOTDIR:
            return _("er staat een bestand met die naam")
        case errno.EIO:
            return _("de schijf geeft een fout")
        case number:
            return _("fout {number}").format(number=number)
