"""WeChat at length: `python tests/bench/wechat.py [SECONDS_OF_SENDING]`.

10,000 deliveries of 3,000 messages, in plain, compatible and encrypted mode, to two servers whose answers take
0 to 20 seconds; both are killed with kill -9 twice in mid-run. Prints how often each message was answered,
what the calls cost, and exits with 1 unless each was answered exactly once, in time.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.web.wechat.run import Plan, run


def main(seconds: float) -> int:
    """Given how long messages are sent for, run and print, and return the exit status."""
    plan = Plan(
        messages=3_000,
        deliveries=10_000,
        users=1_200,
        rate=3_000 / seconds,
        cut=5,
        within=3.5,
        slowest=20,
        slow=0.5,
        workers=256,
        kills=((seconds / 3, (0, 1)), (seconds * 2 / 3, (0, 1))),
    )
    with tempfile.TemporaryDirectory() as data:
        result = run(plan, Path(data))
    report, answers = result.report, result.answers()
    begun = Counter(line["question"] for line in result.asked if line["what"] == "begin")
    ended = Counter(line["question"] for line in result.asked if line["what"] == "end")
    told = {
        "messages": plan.messages,
        "answered": len(answers),
        "answered_more_than_once": sum(count > 1 for count in answers.values()),
        "lost": plan.messages - len(answers),
        "of_these_called_three_times_while_nothing_listened": sum(
            "故障" in text for shown in report["seen"].values() for _, text in shown
        ),
        "calls": report["calls"],
        "slowest_reply_s": round(report["slowest"], 2),
        "messages_with_differing_replies": sum(len(texts) > 1 for texts in report["replies"]),
        "computed_to_the_end_more_than_once": sum(count > 1 for count in ended.values()),
        "begun_again_after_a_kill": sum(count > 1 for count in begun.values()),
        "forged_calls": report["refused"],
        "tokens": report["tokens"],
        "api": report["api"],
        "open_ids_in_the_database": b"Ab_-Ab_-" in result.database,
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))
    late = report["calls"].get("timeout", 0) or report["slowest"] > plan.cut
    return int(
        told["lost"] or told["answered_more_than_once"] or told["messages_with_differing_replies"] or late
    )


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 300))
