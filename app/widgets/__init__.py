"""The window: everything that knows Qt, except its painters."""

from app.widgets.overrides import finish_exceptions

finish_exceptions()
