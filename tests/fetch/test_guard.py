"""Only public http and https addresses pass."""

import socket

import pytest

from reportedly.fetch.guard import check_address, is_public
from reportedly.fetch.response import FetchError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::1",
        "2002:a00:1::1",
        "not an address",
    ],
)
def test_private_or_reserved_address_is_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "1.1.1.1", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101"]
)
def test_address_on_the_internet_is_public(address):
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://news.example/", "http or https"),
        ("file:///etc/passwd", "http or https"),
        ("javascript:alert(1)", "http or https"),
        ("http://user:pass@news.example/", "user name or password"),
        ("http://user@news.example/", "user name or password"),
        ("http://", "host"),
        ("http://news.example:0/", "port"),
        ("http://news.example:99999/", "not a valid address"),
        ("http://[::1", "not a valid address"),
    ],
)
def test_address_of_another_kind_is_refused(url, words):
    with pytest.raises(FetchError) as caught:
        check_address(url, lambda host, port: ["1.1.1.1"], allow_private=True)
    assert words in f"{caught.value}"


def test_password_is_not_repeated_in_the_message():
    with pytest.raises(FetchError) as caught:
        check_address("http://user:secret@news.example/", lambda host, port: ["1.1.1.1"], allow_private=False)
    assert "secret" not in str(caught.value)


def test_one_private_address_among_public_ones_is_enough_to_refuse():
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        check_address("http://a.example/", lambda host, port: ["1.1.1.1", "10.0.0.1"], allow_private=False)


@pytest.mark.parametrize("url", ["http://2130706433/", "http://0x7f.1/", "http://127.1/"])
def test_loopback_in_an_odd_spelling_is_refused(url):
    def resolve(host, port):
        return [socket.inet_ntoa(socket.inet_aton(host))]

    with pytest.raises(FetchError, match=r"127\.0\.0\.1"):
        check_address(url, resolve, allow_private=False)


def test_name_without_an_address_is_an_error():
    def resolve(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(FetchError, match=r"'nowhere\.example'"):
        check_address("http://nowhere.example/", resolve, allow_private=False)


def test_private_address_passes_where_it_is_allowed():
    target = check_address("http://[::1]:8000/a?b=c#d", lambda host, port: [host], allow_private=True)
    assert (target.addresses, target.host_header, target.path) == (("::1",), "[::1]:8000", "/a?b=c")
