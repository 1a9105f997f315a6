"""Journeylines: a desktop editor for multi-role customer journey maps."""

__version__ = "0.1.0"
