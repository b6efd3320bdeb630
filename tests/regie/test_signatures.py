"""What counts as a signature: all that the contract names, and nothing that merely looks like it."""

import json

import pytest

from ido_shared import delivery
from tests.regie.desks import coded, forged

KEY = delivery.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key()
PAYLOAD = b'{"schema":"levering/1"}'
NAMED = {"alg": "EdDSA", "kid": "balie", "typ": "JOSE"}
MOMENT = 1_800_000_000
WRONG, NOTHING = "De handtekening klopt niet.", "Dit is geen ondertekend bericht."

OF_BEFORE = (
    b"eyJhbGciOiJFZERTQSIsImtpZCI6ImJhbGllIiwidHlwIjoiSk9TRSJ9.eyJzY2hlbWEiOiJsZXZlcmluZy8xIn0."
    b"1vu00i_3KdC-AY6AtWrE1p8rX4qkQ8W4INnHfUVbHAYDIsyDGqMAe_vzBjj0aAgw4xuoz6QLabhyoSnP1toWCA"
)
"""Signed by this program when it did so with PyJWT."""
TIMED_BEFORE = (
    b"eyJhbGciOiJFZERTQSIsImlhdCI6MTgwMDAwMDAwMCwia2lkIjoiYmFsaWUiLCJ0eXAiOiJKT1NFIn0.eyJzY2hlbWEiOiJsZXZlcmluZy8xIn0."
    b"brTE_dQANpRzzNaCy9ZL--tiwhRk2sOK_KnuNEAUw8xsJ0wT5BsjM01_eT2lWv2Imc2vTxQqLdU_wN-aIzUuBw"
)


@pytest.mark.parametrize(("moment", "before"), [(None, OF_BEFORE), (MOMENT, TIMED_BEFORE)])
def test_a_signature_is_the_same_as_ever(moment: int | None, before: bytes) -> None:
    assert delivery.sign(PAYLOAD, KEY, "balie", moment) == before
    assert delivery.verify(before, PUBLIC) == delivery.unverified(before) == PAYLOAD
    assert (delivery.signer_of(before), delivery.signed_at(before)) == ("balie", moment)


def test_the_longest_page_fits() -> None:
    page = b"x" * 3_000_000
    assert delivery.verify(delivery.sign(page, KEY, "balie"), PUBLIC) == page


def test_a_field_of_later_is_overlooked() -> None:
    signed = forged(NAMED | {"later": True}, PAYLOAD, KEY.sign)
    assert (delivery.verify(signed, PUBLIC), delivery.signer_of(signed)) == (PAYLOAD, "balie")


@pytest.mark.parametrize("algorithm", ["none", "None", "HS256", "RS256", "Ed25519", "Ed448", "eddsa", "", "onzin"])
def test_another_algorithm_is_refused_even_with_the_right_signature(algorithm: str) -> None:
    for sign in (KEY.sign, lambda _: b""):
        with pytest.raises(delivery.ContractError, match=WRONG):
            delivery.verify(forged(NAMED | {"alg": algorithm}, PAYLOAD, sign), PUBLIC)


@pytest.mark.parametrize(
    "header",
    [
        *[
            NAMED | {"crit": names}
            for names in (["later"], ["kid"], ["iat"], ["b64"], [], "kid", 7, None, [7], [["kid"]])
        ],
        NAMED | {"crit": ["iat"], "iat": MOMENT},
        NAMED | {"crit": ["b64"], "b64": False},
        NAMED | {"crit": ["b64"], "b64": True},
        NAMED | {"b64": False},
        NAMED | {"kid": 7},
        NAMED | {"alg": ["EdDSA"]},
        {"kid": "balie"},
        ["alg"],
        ["alg", "b64"],
        "alg",
        "alg b64",
        7,
        None,
    ],
    ids=str,
)
def test_a_header_that_the_contract_has_not_is_refused(header: object) -> None:
    refused_everywhere(forged(header, PAYLOAD, KEY.sign))


def test_a_payload_that_is_not_coded_is_refused() -> None:
    header = coded(json.dumps(NAMED | {"b64": False, "crit": ["b64"]}).encode())
    for payload in (PAYLOAD, b"abcd"):
        signature = coded(KEY.sign(header + b"." + payload))
        refused_everywhere(b".".join((header, payload, signature)))
        refused_everywhere(b".".join((header, b"", signature)))


HEAD, BODY, SIGNATURE = OF_BEFORE.split(b".")


@pytest.mark.parametrize(
    "head",
    [
        *(b"", b"e30", b"bm8", HEAD + b"=", HEAD + b"\n", b" " + HEAD, HEAD[:-1], "é".encode(), b"\x00\xff", b"+/+/"),
        coded(b"[" * 5000),
        coded(b'{"alg":' * 900),
        coded(b'{"alg":"EdDSA","kid":"' + b"x" * 7000 + b'"}'),
    ],
    ids=lambda head: str(head[:20]),
)
def test_a_header_that_is_not_readable_is_refused(head: bytes) -> None:
    refused_everywhere(b".".join((head, BODY, coded(KEY.sign(head + b"." + BODY)))))


@pytest.mark.parametrize(
    "body",
    [
        BODY + b"=",
        BODY + b"\n",
        b"\n" + BODY,
        BODY[:-1] + b"1",
        BODY[:29],
        BODY[:8] + b"+/" + BODY[10:],
        "é".encode(),
    ],
)
def test_a_payload_in_odd_base64_is_refused(body: bytes) -> None:
    signed = b".".join((HEAD, body, coded(KEY.sign(HEAD + b"." + body))))
    with pytest.raises(delivery.ContractError, match=WRONG):
        delivery.verify(signed, PUBLIC)
    with pytest.raises(delivery.ContractError, match=NOTHING):
        delivery.unverified(signed)


@pytest.mark.parametrize(
    "signature",
    [
        *(
            b"",
            b"AAAA",
            SIGNATURE[:-1],
            SIGNATURE + b"==",
            SIGNATURE + b"\n",
            SIGNATURE[:-1] + b"B",
            SIGNATURE + b"AAAA",
        ),
        *(SIGNATURE.replace(b"_", b"/").replace(b"-", b"+"), "é".encode(), coded(bytes(64)), coded(bytes(2000))),
    ],
    ids=lambda signature: str(signature[-20:]),
)
def test_a_signature_that_is_not_exactly_right_is_refused(signature: bytes) -> None:
    with pytest.raises(delivery.ContractError, match=WRONG):
        delivery.verify(b".".join((HEAD, BODY, signature)), PUBLIC)


@pytest.mark.parametrize(
    "signed", [b"", b".", b"..", b"...", HEAD + b"." + BODY, OF_BEFORE + b".", OF_BEFORE + b".e30", b"." + OF_BEFORE]
)
def test_a_signed_message_has_three_parts(signed: bytes) -> None:
    refused_everywhere(signed)


def test_another_key_is_refused() -> None:
    with pytest.raises(delivery.ContractError, match=WRONG):
        delivery.verify(OF_BEFORE, delivery.new_key().public_key())


def test_a_message_says_who_signed_and_a_moment_is_a_number() -> None:
    unnamed = forged({"alg": "EdDSA"}, PAYLOAD, KEY.sign)
    with pytest.raises(delivery.ContractError, match="In de ondertekening staat niet welke balie tekende"):
        delivery.signer_of(unnamed)
    for moment in ("straks", 1.5, True, [MOMENT]):
        with pytest.raises(delivery.ContractError, match="In de ondertekening staat geen geldig moment"):
            delivery.signed_at(forged(NAMED | {"iat": moment}, PAYLOAD, KEY.sign))


def refused_everywhere(signed: bytes) -> None:
    """Nothing reads these bytes: not the signer, not the moment, not what is inside."""
    with pytest.raises(delivery.ContractError, match=WRONG):
        delivery.verify(signed, PUBLIC)
    for reader in (delivery.signer_of, delivery.signed_at, delivery.unverified):
        with pytest.raises(delivery.ContractError, match=NOTHING):
            reader(signed)
