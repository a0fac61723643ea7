#!/usr/bin/env python3
"""Opens the kiosk; `run_kiosk.py VERB` is the tool of staff and IT. `run_kiosk.py --help` tells all of it."""

import sys

from kiosk.cli import main

if __name__ == "__main__":
    sys.exit(main())
