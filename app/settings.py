"""What a person prefers: a pure record; `files.preferences` stores it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class ExportChoices(BaseModel):
    """What the export dialog was left with."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    format: Literal["svg", "png", "pdf"] = "svg"
    theme: Literal["light", "dark", "print"] = "light"
    sizing: Literal["scale", "width_px", "dpi"] = "scale"
    scale: float = Field(default=2.0, gt=0, le=20)
    width_px: int = Field(default=4000, ge=16, le=60_000)
    dpi: float = Field(default=192, ge=10, le=1200)
    text: Literal["live", "outlines"] = "live"
    transparent: bool = False
    page: Literal["a4", "a3", "poster"] = "poster"
    with_source: bool = True
    folder: str = Field(default="", max_length=4000)


class WindowState(BaseModel):
    """How a window was left."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    geometry: str = Field(default="", max_length=20_000)  # Qt's bytes in base64
    panels: dict[str, bool] = Field(default_factory=dict, max_length=40)  # which are shown, by their ids
    sizes: dict[str, int] = Field(default_factory=dict, max_length=10)  # px, by side
    spacing: Literal["even", "proportional"] = "proportional"
    detail: Literal["compact", "standard", "full"] = "standard"


class TableState(BaseModel):
    """How the columns of the table were left, by their keys."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    shown: tuple[str, ...] = Field(default=(), max_length=500)  # columns that usually are not
    hidden: tuple[str, ...] = Field(default=(), max_length=500)  # columns that usually are shown
    order: tuple[str, ...] = Field(
        default=(), max_length=500
    )  # left to right; what is not named stands as usual
    widths: dict[str, int] = Field(default_factory=dict, max_length=500)  # px


class FoldState(BaseModel):
    """Which headings of the panels were folded (true) or unfolded (false), by their keys."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    outline: dict[str, bool] = Field(default_factory=dict, max_length=200)
    inspector: dict[str, bool] = Field(default_factory=dict, max_length=200)


class Settings(BaseModel):
    """Preferences with bounds and titles; the settings dialog is built from them."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    theme: Literal["system", "light", "dark"] = Field(default="system", title="Theme")
    text_size: Literal["system", "100", "115", "130", "150", "175", "200"] = Field(
        default="system", title="Text size"
    )
    language: str = Field(default="", title="Language", max_length=20)  # "" follows the system
    recent_files: tuple[str, ...] = Field(default=(), max_length=20)
    recent_actions: tuple[str, ...] = Field(default=(), max_length=40)  # of the palette, the latest first
    window: WindowState = Field(default_factory=WindowState)
    table: TableState = Field(default_factory=TableState)
    folds: FoldState = Field(default_factory=FoldState)
    export: ExportChoices = Field(default_factory=ExportChoices)
