"""Linking a desk: keys are exchanged once, and every mistake gets an answer a volunteer can use."""

import os
import ssl
import stat
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from ido_kiosk.base.errors import DeskError
from ido_kiosk.base.settings import Settings
from ido_kiosk.sync import service
from ido_kiosk.sync.service import connection
from ido_kiosk.sync.service.linking import Network
from ido_shared import delivery, exchange
from tests.store import PLACE
from tests.sync.kiosk import Kiosk
from tests.sync.peer import CODE, DESK, Peer, running_peer


def test_a_desk_is_linked_and_stays_so(kiosk: Kiosk, peer: Peer) -> None:
    enrolled = service.enrol(f" {peer.url}/ ", f" {CODE}\n", kiosk.folder, kiosk.settings, PLACE)
    assert (enrolled.gemeente, enrolled.naam) == ("Gemeente Voorbeeld", "Balie 1")
    assert kiosk.regie == service.Regie(
        url=peer.url,
        desk=DESK,
        place=PLACE,
        name="Balie 1",
        location="Centrum",
        library="Bibliotheek Voorbeeld",
        municipality="Gemeente Voorbeeld",
        key=delivery.public_text(peer.key),
    )
    assert peer.asked == ["POST /v1/koppelingen application/json"]
    key = delivery.key_from_pem((kiosk.folder.root / "sleutel.pem").read_bytes())
    assert peer.desk_key == delivery.public_text(key)


def test_only_the_user_can_read_the_key(kiosk: Kiosk, peer: Peer) -> None:
    kiosk.enrol(peer.url)
    mode = stat.S_IMODE((kiosk.folder.root / "sleutel.pem").stat().st_mode)
    assert mode == (0o666 if os.name == "nt" else 0o600)  # Windows has no such modes: there the folder is the user's
    kept = sorted(path.name for path in kiosk.folder.root.iterdir())
    assert kept == ["instellingen.json", "instellingen.vorige.json", "sleutel.pem"]


def test_the_private_key_never_leaves_its_file(kiosk: Kiosk, peer: Peer) -> None:
    kiosk.enrol(peer.url)
    assert "PRIVATE" not in kiosk.folder.settings.read_text(encoding="utf-8")
    assert b"PRIVATE" in (kiosk.folder.root / "sleutel.pem").read_bytes()


@pytest.mark.parametrize("fault", ["drop answer", "truncated", "no HTTP"])
def test_after_a_lost_answer_the_same_code_works_again(kiosk: Kiosk, peer: Peer, fault: str) -> None:
    peer.faults = [fault]
    with pytest.raises(DeskError, match="niet bereikbaar"):
        kiosk.enrol(peer.url)
    assert peer.desk_key
    assert not kiosk.regie.desk
    assert kiosk.enrol(peer.url).desk == DESK


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("portal", "inlogpagina van een netwerk"),
        ("empty", "iets anders dan regie"),
        ("unknown", "iets anders dan regie"),
        ("huge", "iets anders dan regie"),
        ("bad-problem", "iets anders dan regie"),
        ("no-detail", "iets anders dan regie"),
        ("redirect", "verwijst door naar een ander adres"),
        ("storm", "storing"),
        ("tries", "te veel verkeerde koppelcodes"),
        ("conflict", "Dit botst"),
        ("drop before", "niet bereikbaar"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(kiosk: Kiosk, peer: Peer, fault: str, words: str) -> None:
    peer.faults = [fault]
    with pytest.raises(DeskError, match=words):
        kiosk.enrol(peer.url)
    assert kiosk.regie == service.Regie()
    assert len(peer.asked) == 1


def test_a_wrong_code_is_told_in_the_words_of_regie(kiosk: Kiosk, peer: Peer) -> None:
    with pytest.raises(DeskError, match=r"^De koppelcode klopt niet, is al gebruikt of is verlopen\.$"):
        kiosk.enrol(peer.url, "AAAA-BBBB")
    with pytest.raises(DeskError, match="Vul de koppelcode in"):
        kiosk.enrol(peer.url, "  ")


def test_nobody_at_this_address(kiosk: Kiosk) -> None:
    with running_peer() as gone:
        url = gone.url
    with pytest.raises(DeskError, match=f"niet bereikbaar op {url}"):
        kiosk.enrol(url)


def test_a_regie_that_hangs_is_not_waited_for(kiosk: Kiosk, peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "ANSWER_WITHIN", 0.1)
    peer.faults = ["slow"]
    with pytest.raises(DeskError, match=f"niet bereikbaar op {peer.url}"):
        kiosk.enrol(peer.url)


def test_nobody_waits_for_a_link_once_it_has_to_stop(kiosk: Kiosk, peer: Peer) -> None:
    peer.faults = ["slow"]
    with pytest.raises(DeskError, match="niet bereikbaar"):
        service.enrol(peer.url, CODE, kiosk.folder, kiosk.settings, PLACE, stop=lambda: bool(peer.asked))
    assert kiosk.enrol(peer.url).desk == DESK


@pytest.mark.parametrize(
    "url",
    [
        "",
        "regie",
        "regie.voorbeeld.example",
        "127.0.0.1:8000",
        "ftp://regie.example",
        "https://",
        "https:///v1",
        "https://naam:wachtwoord@regie.example",
        "https://regie.example/?code=1",
        "https://regie.example/#top",
        "https://regie.example:99999",
        "https://regie.example:0",
        "https://[::1",
    ],
)
def test_nonsense_is_no_address(kiosk: Kiosk, url: str) -> None:
    with pytest.raises(DeskError, match=r"is geen adres van regie\. Een adres begint met https://\."):
        kiosk.enrol(url)
    assert list(kiosk.folder.root.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["https://-.-", "https://regie voorbeeld", "https://" + "a" * 300, "https://a..b", "https://\u2603.\u0000"]
)
def test_a_name_that_cannot_exist_is_told(kiosk: Kiosk, url: str) -> None:
    with pytest.raises(DeskError, match=r"niet bereikbaar|geen adres"):
        kiosk.enrol(url)


def test_only_regie_on_this_computer_may_do_without_tls(kiosk: Kiosk) -> None:
    with pytest.raises(DeskError, match=r"niet veilig\. Het adres van regie begint met https://"):
        kiosk.enrol("http://regie.example")
    with pytest.raises(DeskError, match="niet veilig"):
        kiosk.enrol("http://127.0.0.1.regie.example")


def test_a_proxy_is_not_asked_for_this_computer(kiosk: Kiosk, peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    assert kiosk.enrol(peer.url).desk == DESK


def test_tls_is_verified(kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate = own_certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with running_peer(context) as peer:
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))  # no way around the certificates of the computer
        with pytest.raises(
            DeskError, match=r"beveiligde verbinding met https://127\.0\.0\.1:\d+ is niet te vertrouwen"
        ):
            kiosk.enrol(peer.url)
        kiosk.settings.save(Network(str(tmp_path / "missing.pem")))
        with pytest.raises(DeskError, match=r"certificaten .*missing\.pem is niet te gebruiken"):
            kiosk.enrol(peer.url)
        kiosk.settings.save(Network(str(certificate)))
        assert kiosk.enrol(peer.url).url == peer.url
        assert kiosk.deliver("11-16") == service.Outcome(True, 1)
        kiosk.settings.save(Network())
        assert "niet bereikbaar" in kiosk.deliver("11-23").problem


def test_a_full_disk_after_the_answer_loses_nothing(kiosk: Kiosk, peer: Peer) -> None:
    kiosk.folder.settings.mkdir()
    with pytest.raises(DeskError, match=r"De koppeling is niet bewaard\. Koppel straks opnieuw, met dezelfde code\."):
        kiosk.enrol(peer.url)
    kiosk.folder.settings.rmdir()
    assert kiosk.enrol(peer.url).desk == DESK


def test_a_linked_desk_without_its_key_gets_no_new_one(kiosk: Kiosk, peer: Peer) -> None:
    kiosk.enrol(peer.url)
    (kiosk.folder.root / "sleutel.pem").write_bytes(b"stuk")
    with pytest.raises(DeskError, match="De sleutel van deze balie is weg of niet te lezen"):
        kiosk.enrol(peer.url)
    (kiosk.folder.root / "sleutel.pem").unlink()
    with pytest.raises(DeskError, match="De sleutel van deze balie is weg of niet te lezen"):
        kiosk.enrol(peer.url)
    assert len(peer.asked) == 1
    assert "sleutel" in kiosk.deliver("11-16").problem


def test_a_failed_link_leaves_the_old_one(kiosk: Kiosk, peer: Peer) -> None:
    before = kiosk.enrol(peer.url)
    peer.faults = ["portal"]
    with pytest.raises(DeskError):
        kiosk.enrol(peer.url)
    assert Settings(kiosk.folder.settings).section(service.Regie) == before


def test_a_scanned_code_links_at_once(kiosk: Kiosk) -> None:
    assert exchange.read_link(exchange.link_text("https://regie.example/x", "K7WM-3PQX")) == (
        "K7WM-3PQX",
        "https://regie.example/x",
    )
    assert exchange.read_link(" k7wm 3pqx\n") == ("k7wm3pqx", "")
    with pytest.raises(DeskError, match=r"niet bereikbaar op http://127\.0\.0\.1:9"):
        kiosk.enrol("https://elders.example", exchange.link_text("http://127.0.0.1:9", "K7WM-3PQX"))


def own_certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody else vouches for, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "certificaat.pem"
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file
