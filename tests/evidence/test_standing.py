"""Standing: the vocabulary's words, withdrawals and what comes after them."""

from collections.abc import Sequence

import pytest

from reportedly.evidence.weigh import weigh
from reportedly.types.attribution import Certainty, Quoted, Stance
from reportedly.types.claim import Standing, Surroundings, Withdrawal
from reportedly.types.entry import Entry
from tests.evidence.made import CLAIM, MINISTRY, OFFICIAL, SPOKESMAN, WIRE, document, outlet, row

DENIAL = row("Post", SPOKESMAN, stance=Stance.DENIES, certainty=Certainty.CT_MINUS)
CONFIRMATION = row("Observer", SPOKESMAN, stance=Stance.CONFIRMS, published="2021-03-09")
CANNOT = row("Post", SPOKESMAN, stance=Stance.CANNOT_CONFIRM)
REPORT = row("Gazette", WIRE, OFFICIAL)


@pytest.mark.parametrize(
    ("rows", "standing"),
    [
        ([row("Gazette", WIRE)], Standing.REPORTED),
        ([REPORT, DENIAL], Standing.DISPUTED),
        ([DENIAL], Standing.DENIED),
        ([REPORT, CONFIRMATION], Standing.CONFIRMED_ON_RECORD),
        ([REPORT, CONFIRMATION, CANNOT], Standing.CONFIRMED_ON_RECORD),
        ([REPORT, row("Post", OFFICIAL, stance=Stance.CONFIRMS)], Standing.REPORTED),
        ([REPORT, row("Post", outlet("Courier"), stance=Stance.CONFIRMS)], Standing.REPORTED),
        ([REPORT, row("Post", stance=Stance.CONFIRMS, quoted=Quoted.INDIRECT)], Standing.REPORTED),
        ([REPORT, CANNOT], Standing.UNCONFIRMED),
        ([REPORT, row("Post", SPOKESMAN, stance=Stance.DECLINES)], Standing.REPORTED),
        ([REPORT, row("Post", MINISTRY, stance=Stance.DENIES), CONFIRMATION], Standing.DISPUTED),
        ([REPORT, DENIAL, CONFIRMATION], Standing.CONFIRMED_ON_RECORD),
        ([REPORT, DENIAL, row("Observer", SPOKESMAN, stance=Stance.CONFIRMS)], Standing.DISPUTED),
    ],
)
def test_standing_of(rows: Sequence[Entry], standing: Standing) -> None:
    assert weigh(CLAIM, rows).standing is standing


@pytest.mark.parametrize(
    ("rows", "withdrawn", "by_outlet", "standing"),
    [
        ([REPORT], REPORT, True, Standing.WITHDRAWN),
        ([REPORT], REPORT, False, Standing.WITHDRAWN),
        ([REPORT, DENIAL], REPORT, True, Standing.WITHDRAWN),
        ([REPORT, DENIAL], REPORT, False, Standing.DENIED),
        ([REPORT, DENIAL], DENIAL, False, Standing.REPORTED),
        ([REPORT, row("Courier", MINISTRY)], REPORT, True, Standing.REPORTED),
    ],
)
def test_standing_after_a_withdrawal(
    rows: Sequence[Entry], withdrawn: Entry, by_outlet: bool, standing: Standing
) -> None:
    withdrawals = [Withdrawal(withdrawn.id, "2021-03-10", "taken back", by_outlet=by_outlet)]
    assert weigh(CLAIM, rows, Surroundings(withdrawals=withdrawals)).standing is standing


def test_a_withdrawn_origin_is_no_longer_counted_beside_others() -> None:
    rows = [REPORT, row("Post", WIRE, published="2021-03-05"), row("Courier", MINISTRY)]
    known = Surroundings(withdrawals=[Withdrawal("Gazette", "2021-03-10", "retracted")])
    evidence = weigh(CLAIM, rows, known)
    assert evidence.independent_origins == 1
    assert len(evidence.origins) == 2


def test_before_a_withdrawal_the_claim_stood() -> None:
    withdrawals = [Withdrawal(REPORT.id, "2021-03-10", "taken back")]
    before = weigh(CLAIM, [REPORT], Surroundings(withdrawals=withdrawals, as_of="2021-03-09"))
    assert before.standing is Standing.REPORTED


def test_an_outlets_own_correction_withdraws_its_report() -> None:
    correction = row(
        "Gazette", stance=Stance.DENIES, published="2021-03-08", article="later",
        content="This story corrects the number given in earlier reports",
    )  # fmt: skip
    evidence = weigh(CLAIM, [row("Gazette", OFFICIAL), correction])
    assert evidence.standing is Standing.WITHDRAWN
    assert evidence.history.withdrawn is not None
    assert evidence.history.withdrawn.on == "2021-03-08"


def test_what_an_earlier_version_said_is_withdrawn() -> None:
    version = row("Gazette", document("earlier version of this article"))
    assert weigh(CLAIM, [version]).standing is Standing.WITHDRAWN


def test_a_denial_in_an_outlets_own_voice_is_no_correction() -> None:
    denial = row(
        "Gazette", stance=Stance.DENIES, published="2021-03-08", content="He stayed at home", article="later"
    )
    assert weigh(CLAIM, [row("Gazette", OFFICIAL), denial]).standing is Standing.DISPUTED
