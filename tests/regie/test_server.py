"""The real server over real HTTP: at the same moment, after a crash, and with bodies that are not right."""

import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier

import pytest
import requests

from ido_shared import delivery
from tests.regie.desks import TestDesk, enrolment, message, signed, week
from tests.regie.process import HANGS_AFTER, Regie, running_regie, start_regie

DAY = date(2026, 11, 24)
MONDAY = date(2026, 11, 16)
JOSE = {"Content-Type": "application/jose"}
AT_ONCE = 8
PLACE = str(uuid.UUID(int=5))


@pytest.fixture(scope="module")
def regie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Regie]:
    """A running regie."""
    with running_regie(tmp_path_factory.mktemp("regie"), DAY) as running:
        yield running


@pytest.fixture(scope="module")
def tries(regie: Regie) -> list[tuple[delivery.Ed25519PrivateKey, requests.Response]]:
    """Many computers that use the one code at the same moment: the key and the answer of each."""
    own = [delivery.new_key() for _ in range(AT_ONCE)]
    answers = at_once([lambda key=key: ask(regie, key) for key in own])
    return list(zip(own, answers, strict=True))


@pytest.fixture(scope="module")
def sender(tries: list[tuple[delivery.Ed25519PrivateKey, requests.Response]]) -> TestDesk:
    """The desk that is enrolled there."""
    return next(enrolled(key, answer) for key, answer in tries if answer.status_code == 201)


def ask(regie: Regie, key: delivery.Ed25519PrivateKey) -> requests.Response:
    """Ask to be enrolled with the code that regie printed."""
    url, kind = f"{regie.url}/v1/koppelingen", {"Content-Type": "application/json"}
    return requests.post(url, enrolment(regie.code, key, PLACE), headers=kind, timeout=HANGS_AFTER)


def enrolled(key: delivery.Ed25519PrivateKey, answer: requests.Response) -> TestDesk:
    """The desk that the answer to its enrolment makes."""
    return TestDesk(delivery.read(answer.content, delivery.Enrolled).balie, key, PLACE)


def enrol(regie: Regie) -> TestDesk:
    """Enrol a desk with the code that regie printed."""
    key = delivery.new_key()
    return enrolled(key, ask(regie, key))


def put(regie: Regie, sent: delivery.Delivery, content: bytes) -> requests.Response:
    """Send bytes to the address of a delivery."""
    return requests.put(f"{regie.url}/v1/leveringen/{sent.id}", content, headers=JOSE, timeout=HANGS_AFTER)


def receipt(answer: requests.Response) -> delivery.Receipt:
    """The receipt in an answer; that its signature is right is tested elsewhere."""
    return delivery.read(delivery.unverified(answer.content), delivery.Receipt)


def at_once(calls: Sequence[Callable[[], requests.Response]]) -> list[requests.Response]:
    """The answers to calls that all start at the same moment."""
    ready = Barrier(len(calls))

    def call(number: int) -> requests.Response:
        ready.wait(HANGS_AFTER)
        return calls[number]()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(call, range(len(calls))))


def test_deliveries_at_the_same_moment_are_stored_once(regie: Regie, sender: TestDesk) -> None:
    same = message(sender, 1, [week(sender, MONDAY, 7)])
    content = signed(sender, same)
    answers = at_once([lambda: put(regie, same, content)] * AT_ONCE)
    assert Counter(answer.status_code for answer in answers) == {201: 1, 200: AT_ONCE - 1}
    assert {(receipt(answer).vragen, receipt(answer).alles_tot) for answer in answers} == {(7, 1)}

    weeks = [date(2026, 9, 7) + timedelta(weeks=number) for number in range(3)]
    sents = [message(sender, number, [week(sender, weeks[number % 3], number)]) for number in range(2, 11)]
    contents = [signed(sender, sent) for sent in sents]
    calls = [lambda at=at: put(regie, sents[at], contents[at]) for at in [*range(9), *range(9)]]
    answers = at_once(calls)
    assert Counter(answer.status_code for answer in answers) == {201: 9, 200: 9}
    last = receipt(put(regie, same, content))
    assert (last.alles_tot, last.ontbreekt, last.vragen) == (10, [], 7 + 8 + 9 + 10)


def test_of_two_contents_for_one_number_at_the_same_moment_one_wins(regie: Regie, sender: TestDesk) -> None:
    other = [message(sender, 50, [week(sender, date(2026, 8, 3), questions)]) for questions in range(AT_ONCE)]
    contents = [signed(sender, sent) for sent in other]
    answers = at_once([lambda at=at: put(regie, other[at], contents[at]) for at in range(AT_ONCE)])
    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: AT_ONCE - 1}


def test_a_code_enrols_one_of_many_that_try_at_the_same_moment(
    tries: list[tuple[delivery.Ed25519PrivateKey, requests.Response]],
) -> None:
    assert Counter(answer.status_code for _, answer in tries) == {201: 1, 403: AT_ONCE - 1}


def test_what_was_acknowledged_survives_a_crash(tmp_path: Path) -> None:
    first = start_regie(tmp_path, DAY)
    sender = enrol(first)
    sents = [message(sender, number, [week(sender, MONDAY, number)]) for number in range(1, 6)]
    assert [put(first, sent, signed(sender, sent)).status_code for sent in sents] == [201] * 5
    first.crash()
    with running_regie(tmp_path, DAY) as second:
        again = [put(second, sent, signed(sender, sent)) for sent in sents]
    assert [answer.status_code for answer in again] == [200] * 5
    assert (receipt(again[-1]).vragen, receipt(again[-1]).alles_tot) == (5, 5)


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"", 400), (b"\x00" * 1000, 400), (b"x" * 300_000, 413), (b"x" * 20_000_000, 413)],
    ids=["empty", "nonsense", "large", "huge"],
)
def test_a_body_that_is_not_right_gets_its_answer(regie: Regie, content: bytes, status: int) -> None:
    answer = put(regie, message(TestDesk(str(uuid.uuid4()), delivery.new_key(), ""), 1), content)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    assert answer.headers["API-Version"]


def test_a_body_without_a_length_is_refused(regie: Regie, sender: TestDesk) -> None:
    sent = message(sender, 99)
    pieces = iter([signed(sender, sent)])
    answer = requests.put(f"{regie.url}/v1/leveringen/{sent.id}", pieces, headers=JOSE, timeout=HANGS_AFTER)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


def test_the_style_and_letters_are_served(regie: Regie) -> None:
    kinds = {
        "/static/regie.css": "text/css",
        "/stijl/kleuren.css": "text/css",
        "/static/icon.svg": "image/svg+xml",
        "/static/letters/AtkinsonHyperlegible-Regular.ttf": "font/ttf",
    }
    for path, kind in kinds.items():
        answer = requests.get(regie.url + path, timeout=HANGS_AFTER)
        assert (answer.status_code, answer.headers["Content-Type"].split(";")[0]) == (200, kind), path
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "max-age=60" in answer.headers["Cache-Control"]
