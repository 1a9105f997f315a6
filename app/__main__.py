"""`python -m app` is the command `journeylines`."""

from __future__ import annotations

import sys

from app.cli import program

if __name__ == "__main__":
    sys.exit(program())
