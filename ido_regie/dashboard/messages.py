"""The pages that say in plain Dutch that something did not work, and what to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string

from ido_regie.deliveries.files import LARGEST
from ido_regie.problems import is_api

FORM = 1024 * 1024
"""Bytes that a form may have beside its file."""

TEXTS = {
    400: ("Dit verzoek klopt niet", "Uw browser stuurde iets wat wij niet begrijpen. Ga terug en probeer het opnieuw."),
    403: ("Dit mag u niet zien", "Uw login hoort bij een andere gemeente of mag dit niet. Vraag de beheerder om hulp."),
    404: ("Deze pagina bestaat niet", "Misschien klopt het adres niet, of is de pagina weg."),
    405: ("Dit adres hoort bij een knop", "Er is niets gebeurd. Ga naar de pagina met die knop, en druk er daar op."),
    413: ("Dit is te groot", "Regie nam het niet aan. Kies bij Usb-stick inlezen het bestand dat de kiosk bewaarde."),
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
    """The page for a mistake of ours; it needs no database, so it has no menu: that asks who is logged in."""
    title, explanation = TEXTS[500]
    return HttpResponse(render_to_string("message.html", {"title": title, "explanation": explanation}), status=500)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form that was not sent from a fresh page of ours."""
    return _page(request, 403, EXPIRED)


def wrong_methods(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: who opens the address of a button gets a page that says so, instead of an empty one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if response.status_code != 405 or is_api(request):
            return response
        page = _page(request, 405)
        page.headers["Allow"] = response.headers["Allow"]
        return page

    return middleware


def too_large(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: what is too large to be a form with the file of a kiosk is refused before any of it is kept.

    It stands before whoever reads a form: Django then puts files on the disk, of whatever size.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or ""
        if length.isdecimal() and int(length) > LARGEST + FORM and not is_api(request):
            return _page(request, 413)
        return get_response(request)

    return middleware


def _page(request: HttpRequest, status: int, words: tuple[str, str] | None = None) -> HttpResponse:
    """A page with a title and an explanation."""
    title, explanation = words or TEXTS[status]
    return render(request, "message.html", {"title": title, "explanation": explanation}, status=status)
