"""Open the window on a journey; on a machine without a display export it instead and say where."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from app.painters.display import has_display


def main() -> int:
    journey = sys.argv[1]
    program = [sys.executable, "-m", "app"]
    if has_display():
        return subprocess.run([*program, journey], check=False).returncode
    folder = Path("out").resolve()
    folder.mkdir(exist_ok=True)
    print("There is no display here, so the sample map is exported instead:", flush=True)
    for suffix in ("svg", "png"):
        picture = folder / f"{Path(journey).stem}.{suffix}"
        done = subprocess.run([*program, "export", journey, "-o", str(picture), "--force"], check=False)
        if done.returncode:
            return done.returncode
        print(f"    {picture}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
