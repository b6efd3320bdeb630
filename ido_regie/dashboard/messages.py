"""The pages that say in plain Dutch that something did not work, and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TEXTS = {
    400: ("Dit verzoek klopt niet", "Uw browser stuurde iets wat wij niet begrijpen. Ga terug en probeer het opnieuw."),
    403: ("Dit mag u niet zien", "Uw login hoort bij een andere gemeente of mag dit niet. Vraag de beheerder om hulp."),
    404: ("Deze pagina bestaat niet", "Misschien klopt het adres niet, of is de pagina weg."),
    500: ("Er ging iets mis", "Dat ligt aan ons en niet aan u. Er is niets verloren. Probeer het later opnieuw."),
}
EXPIRED = ("Dit formulier is te oud", "De pagina stond te lang open, of cookies staan uit. Open de pagina opnieuw.")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that makes no sense."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for something that is not allowed."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for an address that does not exist."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for a mistake of ours; it needs no database."""
    return _page(request, 500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that was not sent from a fresh page of ours."""
    return _page(request, 403, EXPIRED)


def _page(request: HttpRequest, status: int, words: tuple[str, str] | None = None) -> HttpResponse:
    """A page with a title and an explanation."""
    title, explanation = words or TEXTS[status]
    return render(request, "message.html", {"title": title, "explanation": explanation}, status=status)
