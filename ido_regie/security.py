"""What protects every answer: headers for the browser, sessions that end, and a role for every page."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from ido_regie import clock
from ido_regie.organisations.access import account_of, roles_of
from ido_regie.problems import is_api

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}
SEEN, BEGUN = "seen", "begun"
"""What a session holds: the minute of its last page, and of its login."""
NOT_DONE = "niet-gedaan"
"""In the address of the login page: the session was over, and what a form sent was not done."""


def headers(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: nothing from outside, no script, no frame; only a static file may be kept by the browser."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware


def sessions_end(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: a login ends after half an hour without a page, and in any case after a working day."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_api(request) and request.COOKIES.get(settings.SESSION_COOKIE_NAME) and request.user.is_authenticated:
            _look_at_the_clock(request)
        return get_response(request)

    return middleware


def _look_at_the_clock(request: HttpRequest) -> None:
    """End a session that is over; the session is written at most once a minute."""
    minute = int(clock.now().timestamp()) // 60
    begun, seen = request.session.setdefault(BEGUN, minute), request.session.get(SEEN, minute)
    if (minute - seen) * 60 > settings.SESSION_IDLE_AGE or (minute - begun) * 60 > settings.SESSION_COOKIE_AGE:
        logout(request)
    elif request.session.get(SEEN) != minute:
        request.session[SEEN] = minute


class PagesNeedLogin(LoginRequiredMiddleware):
    """A page needs a login with one of its roles, unless its view says that it needs none.

    The API knows callers by signature or code instead.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., Any],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """The answer that sends someone to the login page; None where the request may go on.

        Raises PermissionDenied for another role, and for a page that names none.
        """
        if is_api(request) or not getattr(view_func, "login_required", True):
            return None
        refused = super().process_view(request, view_func, view_args, view_kwargs)
        if refused is None and account_of(request).role not in roles_of(view_func):
            raise PermissionDenied
        return refused

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponseRedirect:
        """The answer that sends someone to the login page, and after that back.

        What a form sent is not done after the login: that leads to the page of the form, and the login page says so.
        """
        if request.method in ("GET", "HEAD"):
            return super().handle_no_permission(request, view_func)
        ours = f"{request.scheme}://{request.get_host()}"
        came_from = request.headers.get("Referer", "")
        page = came_from.removeprefix(ours) if came_from.startswith(f"{ours}/") else reverse("overview")
        return redirect_to_login(page, f"{reverse('login')}?{NOT_DONE}=ja")
