"""Pieces of the OpenAPI document; the schemas come from the contract itself."""

from typing import Any

import msgspec

from ido_regie import problems as problem_details
from ido_shared import delivery

REFERENCE = "#/components/schemas/{name}"


def json_content(message: str) -> dict[str, Any]:
    """The content of a JSON message of the contract."""
    return {"application/json": {"schema": {"$ref": REFERENCE.format(name=message)}}}


def signed_content(message: str) -> dict[str, Any]:
    """The content of a signed message of the contract."""
    description = f"Compacte JWS (EdDSA). De inhoud is JSON volgens {message}."
    return {delivery.MEDIA_TYPE: {"schema": {"type": "string", "description": description}}}


def body(content: dict[str, Any]) -> dict[str, Any]:
    """A required request body."""
    return {"required": True, "content": content}


def problems(*statuses: int) -> dict[int, Any]:
    """The error answers of an operation."""
    content = {problem_details.MEDIA_TYPE: {"schema": {"$ref": REFERENCE.format(name="Problem")}}}
    return {status: {"description": problem_details.TITLES[status], "content": content} for status in statuses}


def schemas() -> dict[str, Any]:
    """The schemas of all messages."""
    messages = [delivery.Enrolment, delivery.Enrolled, delivery.Delivery, delivery.Receipt]
    _, components = msgspec.json.schema_components(messages, ref_template=REFERENCE)
    problem = {
        "type": "object",
        "required": ["status", "title", "detail"],
        "properties": {"status": {"type": "integer"}, "title": {"type": "string"}, "detail": {"type": "string"}},
    }
    return components | {"Problem": problem}
