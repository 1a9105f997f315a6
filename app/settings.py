"""What a person prefers: a pure record; `files.preferences` stores it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """Preferences with bounds and titles; the settings dialog is built from them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    theme: Literal["system", "light", "dark"] = Field(default="system", title="Theme")
    language: str = Field(default="", title="Language", max_length=20)  # "" follows the system
    recent_files: tuple[str, ...] = Field(default=(), max_length=20)
