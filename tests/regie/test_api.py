"""The API as a whole: the design rules for government APIs, on the document and on real answers."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from ido_regie import documentation
from ido_regie.api import document
from ido_regie.deliveries import api as deliveries_api
from ido_regie.problems import API_VERSION
from ido_shared import delivery
from tests.regie.desks import message, signed
from tests.regie.world import desk, put

VERSION = "API-Version"
PROBLEM = "application/problem+json"


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and description of each operation."""
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects inside a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    for part in value if isinstance(value, list) else []:
        yield from nodes(part)


def test_the_document_is_public_for_every_page(client: Client) -> None:
    answer = client.get("/v1/openapi.json")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json() == json.loads(json.dumps(document()))


def test_the_document_says_who_and_which_version() -> None:
    info = document()["info"]
    assert document()["openapi"] == "3.0.3"
    assert set(info["contact"]) == {"name", "email", "url"}
    assert re.fullmatch(r"\d+\.\d+\.\d+", info["version"])
    assert document()["servers"] == [{"url": "/v1"}]


def test_paths_are_plural_nouns_in_kebab_case_without_a_slash_at_the_end() -> None:
    assert {(path, method) for path, method, _ in operations()} == {
        ("/koppelingen", "post"),
        ("/leveringen/{id}", "put"),
        ("/balies/{id}/leveringen", "get"),
        ("/balies/{id}/sleutel", "put"),
        ("/balies/{id}/instellingen", "get"),
        ("/balies/{id}/lokale-gegevens", "get"),
        ("/publicaties", "get"),
        ("/publicaties/{id}", "get"),
    }
    for path, _, _ in operations():
        assert re.fullmatch(r"(/([a-z]+(-[a-z]+)*|\{[a-z]+\}))+", path)


def test_operations_have_dutch_words_and_a_name_of_their_own() -> None:
    names = [operation["operationId"] for _, _, operation in operations()]
    assert names == [
        "maakKoppeling",
        "zetSleutel",
        "haalInstellingen",
        "haalLokaleGegevens",
        "zetLevering",
        "haalLeveringen",
        "haalPublicaties",
        "haalPublicatie",
    ]
    for _, method, operation in operations():
        assert operation["summary"]
        assert operation["description"].endswith(".")
        assert method == "get" or operation["requestBody"]["required"] is True


def test_every_answer_in_the_document_names_the_version_and_errors_are_problems() -> None:
    for path, method, operation in operations():
        statuses = {int(status) for status in operation["responses"]}
        assert {200, 406, 500} <= statuses, path
        assert path.startswith("/publicaties") or {400, 403} <= statuses, path
        assert method == "get" or {409, 413, 415} <= statuses, path
        assert method == "get" or path.endswith("sleutel") or 201 in statuses, path
        assert 422 not in statuses
        for status, answer in operation["responses"].items():
            assert VERSION in answer["headers"]
            assert answer["description"]
            assert (list(answer["content"]) == [PROBLEM]) is (int(status) >= 400)


def test_every_reference_leads_somewhere_and_every_property_is_explained() -> None:
    schemas = document()["components"]["schemas"]
    references = {node["$ref"] for node in nodes(document()) if isinstance(node.get("$ref"), str)}
    assert references <= {f"#/components/schemas/{name}" for name in schemas}
    assert set(schemas) == {*documentation.MESSAGES, "Probleem"}
    for name, schema in schemas.items():
        assert schema["description"], name
        assert all(value["description"] for value in schema["properties"].values()), name
        assert schema.get("additionalProperties", name == "Probleem") is (name == "Probleem")


def test_no_description_is_left_over() -> None:
    fields = {f"{name}.{field}" for name, kind in documentation.MESSAGES.items() for field in kind.__struct_fields__}
    assert set(documentation.DESCRIPTIONS) == fields | set(documentation.MESSAGES)


def test_the_document_has_no_part_that_openapi_3_0_does_not_know() -> None:
    for node in nodes(document()["components"]):
        assert not {"$defs", "const", "prefixItems", "$schema", "examples"} & set(node)
        assert isinstance(node.get("type", ""), (str, dict))


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/v1", 404),
        ("get", "/v1/", 404),
        ("get", "/v1/bestaat-niet", 404),
        ("post", "/v1/koppelingen/", 404),
        ("put", "/v1/leveringen/x/", 404),
        ("get", "/v1/openapi.json/", 404),
        ("get", "/v1/koppelingen", 405),
        ("delete", "/v1/leveringen/x", 405),
        ("post", "/v1/openapi.json", 405),
        ("post", "/v1/koppelingen", 415),
        ("put", "/v1/leveringen/x", 415),
    ],
)
def test_every_error_is_a_problem_in_dutch_with_the_version(
    client: Client, method: str, path: str, status: int
) -> None:
    answer = getattr(client, method)(path)
    problem = answer.json()
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == PROBLEM
    assert answer.headers[VERSION] == API_VERSION
    assert (problem["status"], set(problem)) == (status, {"status", "title", "detail"})
    assert problem["detail"].endswith(".")
    assert ("Allow" in answer.headers) is (status == 405)


def test_a_wrong_host_name_is_a_problem_too(client: Client) -> None:
    answer = client.get("/v1/openapi.json", headers={"host": "elders.example"})
    assert (answer.status_code, answer.headers["Content-Type"], answer.headers[VERSION]) == (400, PROBLEM, API_VERSION)


def test_a_mistake_of_ours_tells_nothing_about_the_inside(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise DatabaseError("geheime tabel")

    monkeypatch.setattr(deliveries_api, "take_in", fail)
    sent = message(desk(), 1)
    answer = put(client, sent, b"x")
    assert (answer.status_code, answer.headers["Content-Type"], answer.headers[VERSION]) == (500, PROBLEM, API_VERSION)
    assert answer.json()["detail"] == "Probeer het later opnieuw. Er is niets verloren."
    assert b"geheim" not in answer.content


def test_every_answer_is_protected(client: Client) -> None:
    sender = desk()
    sent = message(sender, 1)
    for answer in (client.get("/v1/openapi.json"), client.get("/v1/x"), put(client, sent, signed(sender, sent))):
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "Set-Cookie" not in answer.headers


def test_the_contract_is_what_the_document_says() -> None:
    schema = document()["components"]["schemas"]["Levering"]
    assert list(schema["properties"]) == list(delivery.Delivery.__struct_fields__)
    assert schema["properties"]["totalen"]["items"] == {"$ref": "#/components/schemas/Weektotaal"}
    assert schema["properties"]["id"]["format"] == "uuid"
