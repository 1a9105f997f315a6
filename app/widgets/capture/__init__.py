"""The capture bar: a line of text is a touchpoint, and a text of many lines is many."""
