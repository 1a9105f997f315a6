"""Write resources/journey.schema.json from the models; `--check` only tells whether it is current."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.files.schema import schema_text  # noqa: E402

PLACE = ROOT / "resources" / "journey.schema.json"


def main() -> int:
    if "--check" in sys.argv:
        return int(PLACE.read_text(encoding="utf-8") != schema_text())
    PLACE.write_text(schema_text(), encoding="utf-8", newline="\n")
    print(PLACE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
