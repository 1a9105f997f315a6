"""Edits: the verbs of the editor as plain functions `(journey, ...) -> Change`, plans and not effects.

They raise JourneyError where the plan makes no sense; the rules are checked when the change is applied. A record that
an edit adds stands first in the change's `put`.
"""
