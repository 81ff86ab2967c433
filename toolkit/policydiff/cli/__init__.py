"""The command line: options in, results on standard output, everything else on standard error.

Exit codes: 0 for success, 1 where ``--exit-code`` was asked for and the documents differ, 2
for trouble, 130 when interrupted, 141 when the reader of standard output has gone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from policydiff.cli.commands import app
from policydiff.errors import PolicydiffError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; ``arguments`` defaults to the shell's."""
    try:
        app(args=arguments, prog_name="policydiff")
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    except PolicydiffError as error:
        print(f"policydiff: {' '.join(str(error).split())}", file=sys.stderr)
        return 2
    return 0
