"""For who watches over the server: health, readiness, metrics, security.txt, and the style sheet with the colours."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from ido_regie import clock
from ido_regie.dashboard import colours as colour_tokens
from ido_regie.deliveries.models import Delivery
from ido_regie.organisations.models import Desk
from ido_shared import VERSION

TEXT = "text/plain; charset=utf-8"
COLOURS_KEPT = {"Cache-Control": "max-age=60, public"}
CONTACT_VALID_FOR = timedelta(days=180)


@login_not_required
@require_safe
def health(_request: HttpRequest) -> HttpResponse:
    """Says that regie and its database work."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("goed\n", content_type=TEXT)


@login_not_required
@require_safe
def ready(_request: HttpRequest) -> HttpResponse:
    """Says that this process may get requests: its database answers and has the shape that this version needs."""
    try:
        executor = MigrationExecutor(connection)
        waits = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError:
        return HttpResponse("de database is niet bereikbaar\n", status=503, content_type=TEXT)
    if waits:
        return HttpResponse("de database is nog niet bijgewerkt\n", status=503, content_type=TEXT)
    return HttpResponse("gereed\n", content_type=TEXT)


@login_not_required
@require_safe
def metrics(_request: HttpRequest) -> HttpResponse:
    """A few numbers in the text format of Prometheus; they count the work of the server, no questions of desks."""
    numbers = (
        ("ido_regie_info", "gauge", "Version of regie.", f'{{version="{VERSION}"}}', 1),
        ("ido_regie_desks", "gauge", "Desks that are enrolled.", "", _enrolled()),
        ("ido_regie_deliveries_total", "counter", "Deliveries that were taken in.", "", Delivery.objects.count()),
    )
    lines = [
        f"# HELP {name} {words}\n# TYPE {name} {kind}\n{name}{label} {value}"
        for name, kind, words, label, value in numbers
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; version=0.0.4; charset=utf-8")


@login_not_required
@require_safe
def security_txt(_request: HttpRequest) -> HttpResponse:
    """Whom to tell about a leak (RFC 9116)."""
    contact = settings.INSTALLATION.contact
    expires = f"{clock.today() + CONTACT_VALID_FOR}T00:00:00Z"
    text = f"Contact: mailto:{contact.email}\nContact: {contact.url}\nExpires: {expires}\nPreferred-Languages: nl, en\n"
    return HttpResponse(text, content_type=TEXT)


@login_not_required
@require_safe
def colours(_request: HttpRequest) -> HttpResponse:
    """The style sheet with the colours."""
    return HttpResponse(colour_tokens.style_sheet(), content_type="text/css; charset=utf-8", headers=COLOURS_KEPT)


def _enrolled() -> int:
    """How many desks may deliver."""
    return Desk.objects.filter(revoked_on=None).exclude(public_key="").count()
