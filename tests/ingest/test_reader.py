"""Whatever is named, an article or a rejection comes out, and the batch goes on."""

import gzip
import hashlib
import io
import os
from pathlib import Path

import pytest

from reportedly.config import Config
from reportedly.ingest.reader import SourceReader
from reportedly.types.article import Article, Rejection
from reportedly.types.errors import ConfigError
from reportedly.types.limits import Limits
from tests.ingest.conftest import NOON


def write(path: Path, raw: bytes = b"The text.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def test_provenance_says_what_was_read_and_when(article, tmp_path):
    path = write(tmp_path / "a.txt")
    proof = article(path).provenance
    assert (proof.source, proof.received_at, proof.format) == (str(path), NOON, "text")
    assert proof.digest == hashlib.sha256(b"The text.").hexdigest()
    assert proof.page is None


def test_page_is_kept_as_it_lay_on_disk(article):
    raw = gzip.compress(b"The text.")
    found = article(raw, keep_pages=True)
    assert (found.text, found.provenance.page) == ("The text.", raw)
    assert found.provenance.digest == hashlib.sha256(raw).hexdigest()


def test_standard_input_is_read(read):
    (found,) = read("-", stdin=b"The text.")
    assert (found.text, found.provenance.source) == ("The text.", "-")


def test_sources_are_read_one_by_one(tmp_path, web):
    first, second = write(tmp_path / "a"), tmp_path / "b"
    found = SourceReader(Config(), web).read([str(first), str(second)])
    assert isinstance(next(found), Article)
    write(second)  # not there before: nobody has looked yet
    assert isinstance(next(found), Article)


def test_folder_is_read_in_order_without_hidden_files(read, tmp_path):
    for name in ("b.txt", "a/z.txt", "a/.hidden", ".git/x.txt", "c.txt"):
        write(tmp_path / name, name.encode())
    assert [one.text for one in read(tmp_path)] == ["a/z.txt", "b.txt", "c.txt"]


def test_symlink_loop_is_cut(read, tmp_path):
    write(tmp_path / "a" / "one.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [type(one) for one in read(tmp_path)] == [Article]


def test_broken_symlink_is_a_rejection(read, tmp_path):
    write(tmp_path / "b.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    refused, kept = read(tmp_path)
    assert (refused.source, type(kept)) == (str(tmp_path / "a.txt"), Article)


def test_empty_folder_is_a_rejection(rejection, tmp_path):
    assert "no files" in rejection(tmp_path).reason


def test_folder_without_rights_is_a_rejection_and_the_rest_goes_on(read, tmp_path, monkeypatch):
    write(tmp_path / "a" / "one.txt")
    write(tmp_path / "b.txt")
    list_folder = Path.iterdir

    def iterdir(path):
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return list_folder(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    refused, kept = read(tmp_path)
    assert refused == Rejection(
        str(tmp_path / "a"),
        "It cannot be read: Permission denied.",
        "Give yourself the right to read it, or leave it out.",
    )
    assert isinstance(kept, Article)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (FileNotFoundError(2, "No such file or directory"), "No such file"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_file_that_cannot_be_opened_is_a_rejection(read, tmp_path, monkeypatch, error, words):
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    open_file = Path.open

    def fail(path, *args, **kwargs):
        if path.name == "a.txt":
            raise error
        return open_file(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", fail)
    refused, kept = read(tmp_path)
    assert words in refused.reason
    assert isinstance(kept, Article)


def test_file_that_disappears_while_the_folder_is_read_is_a_rejection(tmp_path, web):
    write(tmp_path / "a.txt")
    gone = write(tmp_path / "b.txt")
    found = SourceReader(Config(), web).read([str(tmp_path)])
    next(found)
    gone.unlink()
    assert "No such file" in next(found).reason


@pytest.mark.parametrize("source", ["nowhere.txt", "a\0b", "", "x" * 5000])
def test_path_that_is_none_is_a_rejection(rejection, source, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    rejection(source)


def test_pipe_is_refused_instead_of_waited_for(rejection, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in rejection(tmp_path / "pipe").reason


@pytest.mark.parametrize("raw", [b"", b" \r\n\t", b"\xef\xbb\xbf"])
def test_empty_file_is_refused(rejection, raw):
    assert rejection(raw).reason in ("It is empty.", "It holds no text.")


def test_file_beyond_the_limit_is_refused(rejection):
    assert "limit of 100 bytes" in rejection(b"x" * 101, limits=Limits(file_bytes=100)).reason
    assert "limit of 100 bytes" in rejection("-", stdin=b"x" * 101, limits=Limits(file_bytes=100)).reason


def test_50_mb_of_one_line_is_refused(rejection):
    assert "50,000,000 characters" in rejection(b"x" * 50_000_000, name="a.txt").reason


def test_gzip_bomb_is_refused(rejection):
    bomb = gzip.compress(bytes(3_000_000))
    assert "more than 1,000,000 bytes" in rejection(bomb, limits=Limits(inflated_bytes=1_000_000)).reason


@pytest.mark.parametrize("raw", [gzip.compress(b"text")[:-6], b"\x1f\x8b\x08" + b"broken" * 9])
def test_broken_gzip_is_refused(rejection, raw):
    assert "compressed data" in rejection(raw).reason


def test_address_that_cannot_be_fetched_is_a_rejection(rejection):
    assert "status 404" in rejection("https://kivu.example/gone").reason


def test_text_at_an_address_is_read_with_its_address(article, web):
    web.add("https://kivu.example/a.txt", "„Ja“\r\n".encode(), "text/plain")
    found = article("https://kivu.example/a.txt")
    assert (found.text, found.url) == ("„Ja“\r\n", "https://kivu.example/a.txt")


def test_unexpected_failure_of_one_file_does_not_stop_the_batch(read, tmp_path, monkeypatch):
    def fail(received, limits):
        raise KeyError("odd")

    monkeypatch.setattr("reportedly.ingest.reader.read_html", fail)
    write(tmp_path / "a.html", b"<html><body><p>x</p></body></html>")
    write(tmp_path / "b.txt")
    refused, kept = read(tmp_path)
    assert (refused.source, "KeyError" in refused.reason) == (str(tmp_path / "a.html"), True)
    assert isinstance(kept, Article)


def test_unexpected_failure_of_the_network_does_not_stop_the_batch(read, web, tmp_path, monkeypatch):
    def fail(url):
        raise RuntimeError("odd")

    monkeypatch.setattr(web, "fetch", fail)
    refused, kept = read("https://kivu.example/", write(tmp_path / "b.txt"))
    assert "RuntimeError" in refused.reason
    assert isinstance(kept, Article)


@pytest.mark.parametrize("settings", [{"published": "yesterday"}, {"language": "English"}])
def test_setting_that_cannot_be_used_is_an_error(web, settings):
    with pytest.raises(ConfigError, match="write"):
        SourceReader(Config(**settings), web, open_input=io.BytesIO)
