"""Where the desk's key lies: in a file for who uses the desk, or in the key store of one account (decision 018).

This computer has no key store, so a store in memory stands in for one.
"""

import os
import stat
import threading
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.errors import KeyringLocked, PasswordDeleteError

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.layers import Laid
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync import service
from ido_kiosk.sync.service import key_store, keys
from ido_shared import delivery
from tests.statistics.desk import log
from tests.store import PLACE
from tests.sync.kiosk import Kiosk
from tests.sync.peer import Peer


class Account(KeyringBackend):
    """The key store of one account."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.entries: dict[tuple[str, str], str] = {}
        self.is_locked = False
        self.answers = threading.Event()
        self.answers.set()

    def get_password(self, service: str, username: str) -> str | None:
        self.answers.wait()
        if self.is_locked:
            raise KeyringLocked("locked")
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.answers.wait()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.entries:
            raise PasswordDeleteError("gone")
        del self.entries[service, username]


@pytest.fixture
def account() -> Iterator[Account]:
    """Someone is logged in who has a key store."""
    before, made = keyring.get_keyring(), Account()
    keyring.set_keyring(made)
    yield made
    made.answers.set()
    keyring.set_keyring(before)


def opt_in(kiosk: Kiosk, use: bool = True) -> None:
    """As an administrator does, in the file for all accounts of the computer."""
    kiosk.settings = Settings(kiosk.folder.settings, Laid({"KeyStore": {"use": use}}))


def in_file(kiosk: Kiosk) -> bytes:
    return (kiosk.folder.root / "sleutel.pem").read_bytes()


def public(kiosk: Kiosk) -> str:
    return delivery.public_text(keys.own_key(kiosk.folder, kiosk.settings, may_make=False))


def test_the_key_lies_in_the_key_store_only(kiosk: Kiosk, peer: Peer, account: Account) -> None:
    opt_in(kiosk)
    kiosk.enrol(peer.url)
    [(name, secret)] = account.entries.items()
    assert in_file(kiosk) == f"sleutelbos:{name[1]}".encode()
    assert (name[0], "PRIVATE" in secret) == ("ido-kiosk", True)
    assert not [file for file in kiosk.folder.root.iterdir() if b"PRIVATE" in file.read_bytes()]
    log("11-10", 2)
    assert kiosk.deliver("11-16").succeeded
    assert peer.desk_key == public(kiosk)


def test_without_the_choice_of_an_administrator_the_key_is_a_file(linked: Kiosk, peer: Peer, account: Account) -> None:
    assert account.entries == {}
    assert b"PRIVATE" in in_file(linked)


@pytest.mark.parametrize("store", [fail.Keyring, null.Keyring])
def test_where_there_is_no_key_store_the_key_is_a_file(
    kiosk: Kiosk, peer: Peer, account: Account, store: type[KeyringBackend]
) -> None:
    keyring.set_keyring(store())
    opt_in(kiosk)
    kiosk.enrol(peer.url)
    assert b"PRIVATE" in in_file(kiosk)
    assert kiosk.deliver("11-16").succeeded


def test_a_desk_that_has_a_file_takes_its_key_along_both_ways(linked: Kiosk, peer: Peer, account: Account) -> None:
    before = public(linked)
    opt_in(linked)
    assert (public(linked), len(account.entries)) == (before, 1)
    assert in_file(linked).startswith(b"sleutelbos:")
    opt_in(linked, use=False)
    assert (public(linked), account.entries) == (before, {})
    assert b"PRIVATE" in in_file(linked)
    assert peer.desk_key == before


def test_another_account_and_a_locked_store_say_what_to_do(kiosk: Kiosk, peer: Peer, account: Account) -> None:
    opt_in(kiosk)
    kiosk.enrol(peer.url)
    kept, words = in_file(kiosk), "in de sleutelbos van één account, en is nu niet te lezen"
    account.is_locked = True
    outcome = kiosk.deliver("11-16")
    assert (words in outcome.problem, outcome.needs_coordinator) == (True, True)
    account.is_locked = False
    keyring.set_keyring(Account())
    with pytest.raises(DeskError, match=words):
        kiosk.enrol(peer.url)
    keyring.set_keyring(account)
    assert (in_file(kiosk), kiosk.deliver("11-16").succeeded) == (kept, True)


def test_a_store_that_does_not_answer_holds_nobody_up(
    linked: Kiosk, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_store, "STORE_WITHIN", 0.05)
    account.answers.clear()
    opt_in(linked)
    assert public(linked)
    assert b"PRIVATE" in in_file(linked)


def test_a_new_key_takes_the_place_of_the_old_one_in_the_store(kiosk: Kiosk, peer: Peer, account: Account) -> None:
    opt_in(kiosk)
    kiosk.enrol(peer.url)
    fresh = delivery.public_text(keys.next_key(kiosk.folder, kiosk.settings))
    assert len(account.entries) == 2
    keys.keep_key(kiosk.folder)
    assert (public(kiosk), len(account.entries)) == (fresh, 1)


def test_a_copied_folder_leaves_the_key_of_the_first_desk_alone(kiosk: Kiosk, peer: Peer, account: Account) -> None:
    opt_in(kiosk)
    kiosk.enrol(peer.url)
    keys.drop_key(kiosk.folder)
    assert not (kiosk.folder.root / "sleutel.pem").exists()
    assert len(account.entries) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows takes the rights of the folder")
@pytest.mark.parametrize(("of_folder", "of_key"), [(0o700, 0o600), (0o755, 0o600), (0o2770, 0o660)])
def test_the_accounts_that_share_a_desk_share_its_key(kiosk: Kiosk, peer: Peer, of_folder: int, of_key: int) -> None:
    kiosk.folder.root.chmod(of_folder)
    service.enrol(peer.url, "K7WM-3PQX", kiosk.folder, kiosk.settings, PLACE)
    assert stat.S_IMODE((kiosk.folder.root / "sleutel.pem").stat().st_mode) == of_key
