#!/bin/sh
# Make .venv, put the package (with the extras in $1) into it, and see to the system libraries that Qt needs.
set -eu
PYTHON="${PYTHON:-python3}"
QT_LIBRARIES="libglib2.0-0 libegl1 libgl1 libxkbcommon0 libfontconfig1 libdbus-1-3"
WINDOW_LIBRARIES="libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-randr0 libxcb-xkb1 libx11-xcb1 libxcb-xfixes0 libxcb-sync1 libxcb-shm0 libxcb-image0 libxcb-render-util0"

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Journeylines needs Python 3.11 or newer; $PYTHON is $("$PYTHON" --version 2>&1). Try: make PYTHON=python3.12 run" >&2
    exit 1
}

is_debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt_install() {  # the packages to install, or the line to run where we may not
    if is_debian_root; then
        echo "Installing system libraries: $*"
        apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "A system library is missing. Please run this line, then try again:" >&2
        echo "    sudo apt-get install --no-install-recommends $*" >&2
        return 1
    fi
}

if [ ! -x .venv/bin/python ] && [ ! -x .venv/Scripts/python.exe ]; then
    echo "Making .venv ..."
    "$PYTHON" -m venv .venv >/dev/null 2>&1 || { rm -rf .venv; apt_install python3-venv && "$PYTHON" -m venv .venv; }
fi
VENV_PYTHON=.venv/bin/python
[ -x "$VENV_PYTHON" ] || VENV_PYTHON=.venv/Scripts/python.exe

echo "Installing Journeylines${1:+ with what its tests need} (the first time takes a minute) ..."
"$VENV_PYTHON" -m pip install --quiet --disable-pip-version-check --editable ".${1:-}"

[ "$(uname -s)" = Linux ] || exit 0
if ! "$VENV_PYTHON" -c 'import PySide6.QtWidgets, PySide6.QtPrintSupport' 2>/dev/null; then
    apt_install ca-certificates $QT_LIBRARIES
    "$VENV_PYTHON" -c 'import PySide6.QtWidgets, PySide6.QtPrintSupport'
fi
# A window on X11 needs these; without them exports and tests work all the same.
if [ -n "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] && ! ldconfig -p 2>/dev/null | grep -q libxcb-cursor.so.0; then
    apt_install $WINDOW_LIBRARIES
fi
