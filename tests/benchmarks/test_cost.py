"""What the benchmark counts: CPU time, processes that have ended, and memory."""

import os
import subprocess
import sys
import time

from benchmarks.cost import Cost, Sampler, memory_mib

BUSY = "import time\nwhile time.process_time() < 0.3: pass"


def test_waiting_takes_time_but_no_cpu_time() -> None:
    cost = Cost("waits")
    with cost.measured():
        time.sleep(0.1)
    assert cost.seconds >= 0.1
    assert cost.cpu_seconds < 0.1


def test_a_process_that_has_ended_counts() -> None:
    cost = Cost("starts another")
    with cost.measured():
        subprocess.run([sys.executable, "-c", BUSY], check=True)
    assert cost.cpu_seconds >= 0.25


def test_costs_add_up() -> None:
    cost = Cost("twice")
    for _ in range(2):
        with cost.measured():
            time.sleep(0.05)
    assert cost.seconds >= 0.1


def test_memory_is_watched_while_the_block_runs() -> None:
    with Sampler() as sampler:
        held = bytearray(os.urandom(1024)) * (100 * 1024)
        time.sleep(0.6)
    assert sampler.peak_mib >= len(held) / 1024**2


def test_a_process_that_is_gone_holds_no_memory() -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert memory_mib([os.getpid(), ended.pid]) >= memory_mib([ended.pid])
