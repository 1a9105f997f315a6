"""Keep the golden drawings as they are now: `make golden`, then read the difference that git shows."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.golden.cases import approve

if __name__ == "__main__":
    names = approve()
    print("\n".join(f"changed: {name}" for name in names) or "All golden drawings are as they were.")
