"""``python -m policydiff`` is the command ``policydiff``."""

import sys

from policydiff.cli import main

sys.exit(main())
