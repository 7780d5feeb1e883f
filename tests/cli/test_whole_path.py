"""The whole path as a user runs it: real readers, real models, real processes, and bad input among good."""

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly import assemble
from reportedly.config import Config

PROGRAM = [sys.executable, "-c", "from reportedly.cli.main import main; main(prog_name='reportedly')"]
GOOD = (
    "The bridge over the Lenn is closed, the harbour master Mara Lind said on Monday. It was built in 1931.\n"
)


def read(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run `reportedly read` in a folder."""
    command = [*PROGRAM, "read", *arguments]
    return subprocess.run(command, cwd=folder, input=stdin, capture_output=True, text=True, check=False)


def write_lines(path: Path, number: int) -> None:
    """A JSON lines file of short articles that all differ."""
    texts = (
        f"Ferry {one} was late again, the harbour master Mara Lind said on Monday." for one in range(number)
    )
    path.write_text(
        "".join(json.dumps({"id": f"n{one}", "text": text}) + "\n" for one, text in enumerate(texts))
    )


def articles_in(folder: Path) -> int:
    """How many articles the ledger has; it must be sound."""
    with assemble.open_ledger(Config(ledger=folder / "ledger.db"), read_only=True) as ledger:
        health = ledger.health()
    assert health.is_sound, health.problems
    return health.counts["articles"]


def test_bad_input_never_stops_the_good(tmp_path: Path) -> None:
    page = tmp_path / "pages"
    page.mkdir()
    (page / "a.txt").write_text(GOOD)
    (page / "empty.txt").write_bytes(b"")
    (page / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (page / "lines.jsonl").write_text(
        '{"text": "Rain is coming, she said."}\nnot json\n{"text": "It snowed, he said."}\n'
    )
    (page / "z.txt").write_text(GOOD.replace("Lenn", "Orr"))
    done = read(tmp_path, "pages", "missing.html")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert sum(line.startswith("added ") for line in lines) == 4
    rejected = [line for line in lines if line.startswith("rejected ")]
    for name in ("empty.txt", "picture.html", "lines.jsonl", "missing.html"):
        assert sum(name in line for line in rejected) == 1, name
    assert all(line.count(". ") >= 1 and line.endswith(".") for line in rejected)
    assert "Traceback" not in done.stderr


def test_text_on_standard_input_is_read_and_what_is_unknown_stays_so(tmp_path: Path) -> None:
    done = read(tmp_path, "-", "--format", "jsonl", stdin=GOOD)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert document["article"]["text"] == GOOD
    assert document["article"]["outlet"] is document["article"]["published"] is None
    cited = [row for row in document["attributions"] if row["quoted"] != "own_voice"]
    (start, end) = cited[0]["source"][0]
    assert "Mara Lind" in GOOD[start:end]


def test_options_fill_what_the_input_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    done = read(
        tmp_path, "a.txt", "--outlet", "Harbour Gazette", "--published", "2031-05-12", "--format", "jsonl"
    )
    document = json.loads(done.stdout)
    assert (document["article"]["outlet"], document["article"]["published"]) == (
        "Harbour Gazette",
        "2031-05-12",
    )
    assert {row["chain"][0]["name"] for row in document["attributions"]} == {"Harbour Gazette"}


def test_reading_twice_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    first, second = read(tmp_path, "a.txt"), read(tmp_path, "a.txt", "--format", "jsonl")
    assert (first.returncode, second.returncode) == (0, 0)
    assert "1 already known; 0 rows added" in second.stderr
    assert len(second.stdout.splitlines()) == 1
    assert articles_in(tmp_path) == 1


def test_killed_in_the_middle_everything_told_is_there_and_the_next_run_finishes(tmp_path: Path) -> None:
    write_lines(tmp_path / "many.jsonl", 60)
    process = subprocess.Popen(
        [*PROGRAM, "read", "many.jsonl"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(20)]
    process.send_signal(signal.SIGKILL)
    told += process.stdout.readlines()
    process.wait(timeout=30)
    complete = sum(line.startswith("added ") and line.endswith("\n") for line in told)
    assert complete <= articles_in(tmp_path) < 60
    again = read(tmp_path, "many.jsonl")
    assert again.returncode == 0
    assert "already known" in again.stderr
    assert articles_in(tmp_path) == 60


def test_two_processes_read_into_one_ledger(tmp_path: Path) -> None:
    write_lines(tmp_path / "many.jsonl", 40)
    processes = [
        subprocess.Popen(
            [*PROGRAM, "read", "many.jsonl"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    outputs = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0], outputs
    assert articles_in(tmp_path) == 40
    lines = [line for output, _ in outputs for line in output.splitlines()]
    assert sum(line.startswith("added ") for line in lines) == 40
    assert sum(line.startswith("already known ") for line in lines) == 40


def test_full_disk_is_one_sentence_and_keeps_what_was_committed(tmp_path: Path) -> None:
    write_lines(tmp_path / "many.jsonl", 200)

    def no_room() -> None:
        """Files may not grow beyond what a ledger of some articles needs."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    done = subprocess.run(
        [*PROGRAM, "read", "many.jsonl"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        preexec_fn=no_room,
        check=False,
    )
    told = sum(line.startswith("added ") for line in done.stdout.splitlines())
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Error: The disk ")
    assert "Traceback" not in done.stderr
    assert 0 < told <= articles_in(tmp_path) < 200


@pytest.mark.parametrize("address", ["ftp://example.org/x", "http://127.0.0.1:9/x", "file:///etc/passwd"])
def test_address_that_may_not_be_read_is_refused_with_advice(tmp_path: Path, address: str) -> None:
    done = read(tmp_path, address)
    assert done.returncode == 1
    assert address in done.stdout
    assert done.stdout.startswith("rejected ")
