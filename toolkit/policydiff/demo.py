"""The main job on real facts and on full text: ``make demo``."""

from __future__ import annotations

import shlex
import sys

from policydiff.cli import main

STEPS = (
    (
        "1. Real facts. A district of Shenyang, its targets of 2014 against its plan for 2024.\n"
        "   The documents may not be redistributed, so this reads their ledgers in corpora/:\n"
        "   indicators and figures with their places, no sentences. What has changed:",
        "diff tiexi-2014-report tiexi-2024-plan --show changed",
    ),
    (
        "2. Full text. An invented district, its report of 2014 against its task table of 2024.\n"
        "   With the text at hand every finding comes with its quote, row and unit in charge:",
        "diff wangjin-2014-report wangjin-2024-tasks --show changed",
    ),
    (
        "3. One promise, two rows. What a task table says more than once:",
        "diff wangjin-2024-tasks wangjin-2024-tasks --show recurring",
    ),
    (
        "4. One topic. Everything about parking (停车), sure or not:",
        "diff wangjin-2014-report wangjin-2024-tasks --topic 停车",
    ),
)

NEXT = """\
What to try next, with .venv/bin before the command or after `. .venv/bin/activate`:

  policydiff diff YOUR-REPORT.txt YOUR-OTHER-REPORT.txt
  policydiff diff wangjin-2024-plan wangjin-2024-tasks      plan against breakdown table
  policydiff diff tiexi-2024-tasks shenhe-2024-tasks        two districts of one city
  policydiff extract wangjin-fyp14                          what one document commits to
  policydiff diff --help                                    JSON, CSV, Markdown, filters

results/comparisons.md is a page to read; notebooks/ shows the same from Python. Full documents
put into corpora/documents, under any name, add their quotes to the real facts.
"not restated" only says that the other document is silent, not that a promise was cancelled."""


def run() -> int:
    """Print each step, its command and what the command says; 0, or the first failure's code."""
    for what, command in STEPS:
        print(f"{what}\n\n$ policydiff {command}\n", flush=True)
        code = main(shlex.split(command))
        if code:
            return code
        print(flush=True)
    print(NEXT)
    return 0


if __name__ == "__main__":
    sys.exit(run())
