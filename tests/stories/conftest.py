"""Stories are acted in the same windows as the tests of the window's parts."""

from __future__ import annotations

from tests.widgets.conftest import dialogs as dialogs
from tests.widgets.conftest import program as program
from tests.widgets.conftest import small_file as small_file
