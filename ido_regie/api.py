"""The API under /v1, put together from its parts, and its OpenAPI document."""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI

from ido_regie import documentation
from ido_regie.deliveries.api import router as deliveries
from ido_regie.organisations.api import router as organisations
from ido_regie.problems import API_ROOT, API_VERSION, ProblemError, refuse
from ido_regie.publication.api import router as publications

api = NinjaAPI(
    title="Regie",
    version=API_VERSION,
    description=(
        "Balies koppelen, leveringen met tellingen ontvangen, en geven wat is gepubliceerd. "
        "Er zijn geen gegevens over personen."
    ),
    servers=[{"url": API_ROOT}],
    openapi_url=None,
    docs_url=None,
)
api.add_router("", organisations)
api.add_router("", deliveries)
api.add_router("", publications)
api.exception_handler(ProblemError)(refuse)


@login_not_required
@require_safe
def openapi(_request: HttpRequest) -> JsonResponse:
    """The OpenAPI document, for everyone."""
    return JsonResponse(document(), headers={"Access-Control-Allow-Origin": "*"})


@login_not_required
@require_safe
def delivery_schema(_request: HttpRequest) -> JsonResponse:
    """The JSON Schema of what is inside the signature of a delivery, for everyone."""
    return JsonResponse(documentation.delivery_schema(), headers={"Access-Control-Allow-Origin": "*"})


def document() -> dict[str, Any]:
    """The OpenAPI document; 3.0 because that is the version on the list of mandatory standards."""
    generated = api.get_openapi_schema(path_prefix="")
    return {
        **generated,
        "openapi": "3.0.3",
        "info": {
            **generated["info"],
            "contact": asdict(settings.INSTALLATION.contact),
            "license": {"name": "EUPL-1.2"},
        },
        "components": {"schemas": documentation.schemas()},
    }
