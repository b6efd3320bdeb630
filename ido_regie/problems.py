"""Errors of the API as problem details (RFC 9457), in Dutch, and the version on each of its answers."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

API_ROOT = "/v1"
API_VERSION = "0.1.0"
VERSION_HEADER = "API-Version"
MEDIA_TYPE = "application/problem+json"
ANSWERS = ("application/json", "application/jose", MEDIA_TYPE)
"""The kinds of answer that the API has."""

TITLES = {
    400: "Het verzoek klopt niet",
    401: "De handtekening klopt niet",
    403: "Dit mag niet",
    404: "Dit bestaat niet",
    405: "Dit kan hier niet",
    406: "Dit soort antwoord hebben wij niet",
    409: "Dit botst met wat er al is",
    413: "Het bericht is te groot",
    415: "Dit soort bericht kennen wij niet",
    429: "Te veel pogingen",
    500: "Er ging iets mis bij regie",
}
GENERAL_DETAILS = {
    404: "Kijk of het adres klopt. Alle adressen staan in /v1/openapi.json.",
    405: "Deze methode hoort niet bij dit adres. Kijk in /v1/openapi.json.",
    406: "Vraag om application/json, of voor een levering om application/jose.",
    500: "Probeer het later opnieuw. Er is niets verloren.",
}


class ProblemError(Exception):
    """A request that the API refuses: the status and, in Dutch, what is wrong."""

    def __init__(self, status: int, detail: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}


def answer(status: int, detail: str, headers: dict[str, str] | None = None) -> HttpResponse:
    """A problem as an answer."""
    title = TITLES.get(status, TITLES[400])
    body = {"status": status, "title": title, "detail": detail}
    return JsonResponse(body, status=status, headers=headers, content_type=MEDIA_TYPE)


def refuse(_request: HttpRequest, problem: ProblemError) -> HttpResponse:
    """The answer to a request that raised a ProblemError."""
    return answer(problem.status, problem.detail, problem.headers)


def api_answers(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: every answer under /v1 names its version, and every error there is a problem, also Django's own."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if not is_api(request):
            return get_response(request)
        # Before anything is done: a delivery that is refused for its answer must not be stored.
        can_answer = any(request.accepts(kind) for kind in ANSWERS)
        response = get_response(request) if can_answer else answer(406, GENERAL_DETAILS[406])
        if response.status_code >= 400 and response.headers.get("Content-Type") != MEDIA_TYPE:
            response = _as_problem(response)
        response.headers[VERSION_HEADER] = API_VERSION
        return response

    return middleware


def is_api(request: HttpRequest) -> bool:
    """Whether a request is for the API and not for a page."""
    return request.path == API_ROOT or request.path.startswith(f"{API_ROOT}/")


def _as_problem(response: HttpResponseBase) -> HttpResponse:
    """The same error as a problem; which methods are allowed stays said."""
    status = response.status_code
    kept = {"Allow": response.headers["Allow"]} if "Allow" in response.headers else {}
    return answer(status, GENERAL_DETAILS.get(status, "Kijk in /v1/openapi.json hoe het wel moet."), kept)
