"""Over TLS the name is checked, although the connection goes to an IP address."""

import shutil
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from reportedly.fetch.fetcher import Fetcher
from reportedly.fetch.response import FetchError
from reportedly.types.limits import Limits

pytestmark = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="needs the openssl program for a certificate"
)


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"sealed")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def certificate(tmp_path):
    """A certificate for news.example that nobody has signed."""
    files = (tmp_path / "cert.pem", tmp_path / "key.pem")
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
    ]
    command += ["-out", str(files[0]), "-keyout", str(files[1]), "-days", "2", "-subj", "/CN=news.example"]
    command += ["-addext", "subjectAltName=DNS:news.example"]
    subprocess.run(command, check=True, capture_output=True)
    return files


@pytest.fixture
def sealed_site(certificate):
    """A server with that certificate; it keeps the names that it was asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    names = []
    context.sni_callback = lambda sock, name, context: names.append(name)
    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield server.server_port, names
    server.shutdown()
    server.server_close()


def fetch(url):
    def resolve(host, port):
        return ["127.0.0.1"]

    return Fetcher(Limits(), allow_private=True, resolve=resolve).fetch(url)


def test_name_of_the_address_is_asked_for_and_checked(sealed_site, certificate, monkeypatch):
    port, names = sealed_site
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    assert fetch(f"https://news.example:{port}/").body == b"sealed"
    assert names == ["news.example"]


def test_certificate_for_another_name_is_refused(sealed_site, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with pytest.raises(FetchError, match=r"other\.example could not prove its identity"):
        fetch(f"https://other.example:{sealed_site[0]}/")


def test_certificate_that_nobody_signed_is_refused(sealed_site):
    with pytest.raises(FetchError, match="could not prove its identity"):
        fetch(f"https://news.example:{sealed_site[0]}/")
