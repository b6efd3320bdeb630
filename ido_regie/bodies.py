"""Read the body of an API request within its limits."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from ido_regie.problems import ProblemError


def body_of(request: HttpRequest, media_type: str) -> bytes:
    """The body of a request of this media type. Raises ProblemError 415 for another type, 413 when it is too large."""
    if request.content_type != media_type:
        raise ProblemError(415, f"Stuur het bericht als {media_type}.")
    try:
        return request.body
    except RequestDataTooBig as error:
        raise ProblemError(413, "Een bericht mag hoogstens 256 KiB groot zijn.") from error
