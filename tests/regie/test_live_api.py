"""The API as schemathesis tries it: made-up requests from the document itself, against the running program."""

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ido_regie.api import document
from ido_regie.figures.periods import period
from ido_regie.problems import API_VERSION
from ido_regie.publication.service import publish
from tests.regie.test_publication import quarter
from tests.regie.world import desk, municipality

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
)


@schemathesis.serializer("application/jose")
def as_it_is(_context: schemathesis.SerializationContext, value: object) -> bytes:
    """A made-up body where a signed one belongs."""
    return str(value).encode()


schema = schemathesis.openapi.from_dict(document())
schema.app = get_wsgi_application()
schema.location = "http://127.0.0.1/v1/openapi.json"


@schema.parametrize()
@settings(
    max_examples=12, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
@pytest.mark.usefixtures("database")
def test_every_made_up_request_gets_an_answer_of_the_document(case: schemathesis.Case) -> None:
    response = case.call(base_url="http://127.0.0.1/v1")
    case.validate_response(response, checks=CHECKS)
    assert response.headers["api-version"] == [API_VERSION]


def test_published_figures_are_open_and_the_same_as_in_the_files(client: Client) -> None:
    quarter(desk())
    made = publish(municipality(), period("2026-K3"), "anna")
    listed = client.get("/v1/publicaties?periode=2026-K3")
    assert (listed.status_code, listed.headers["Access-Control-Allow-Origin"]) == (200, "*")
    (one,) = listed.json()["publicaties"]
    assert one == {
        "id": str(made.pk), "gemeente": "Gemeente Voorbeeld", "periode": "2026-K3", "gepubliceerd_op": "2026-11-26",
    }  # fmt: skip
    whole = client.get(f"/v1/publicaties/{made.pk}").json()
    cells = {(cell["indeling"], cell["code"]): (cell["naam"], cell["aantal"]) for cell in whole["cellen"]}
    assert cells["onderwerp", "DGA"] == ("DigiD aanvragen of activeren", 65)
    assert cells["onderwerp", "BOE"] == ("Boete (CJIB)", None)
    assert b"exact" not in client.get(f"/v1/publicaties/{made.pk}").content


@pytest.mark.parametrize(
    ("path", "accept", "status"),
    [
        ("/v1/publicaties", "text/html", 406),
        ("/v1/publicaties", "application/json", 200),
        ("/v1/publicaties", "text/html, */*;q=0.1", 200),
        ("/v1/publicaties?periode=2026-07", "*/*", 400),
        ("/v1/publicaties?periode=x", "*/*", 400),
        ("/v1/publicaties?bestaat=niet", "*/*", 400),
        ("/v1/publicaties/", "*/*", 404),
        ("/v1/publicaties/x", "*/*", 404),
    ],
)
def test_what_cannot_be_given_is_refused(client: Client, path: str, accept: str, status: int) -> None:
    answer = client.get(path, headers={"accept": accept})
    assert (answer.status_code, answer.headers["API-Version"]) == (status, API_VERSION)
    assert (answer.headers["Content-Type"] == "application/problem+json") is (status != 200)
