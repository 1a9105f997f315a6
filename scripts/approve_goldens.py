"""Keep the golden drawings and pictures as they are now: `make golden`, then read the difference that git shows."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.golden import cases, pictures

if __name__ == "__main__":
    names = [*cases.approve(), *pictures.approve()]
    print("\n".join(f"changed: {name}" for name in names) or "All of them are as they were.")
