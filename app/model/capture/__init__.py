"""Touchpoints captured as lines of text: `CFO, IT manager: budget review @video call w12-13 +1 !late numbers`."""
