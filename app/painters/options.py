"""What one may ask of a picture: data for the command line's flags and the export dialog alike."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class PictureOptions(BaseModel):
    """How the drawing becomes a file. At most one of `width_px`, `scale`, `dpi` is given (PNG)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: Literal["live", "outlines"] = "live"  # SVG
    embed_font: bool = True  # SVG: a subset of Inter, so that browsers show it
    width_px: int | None = Field(default=None, ge=16, le=60_000)
    scale: float | None = Field(default=None, gt=0, le=20)
    dpi: float | None = Field(default=None, ge=10, le=1200)
    transparent: bool = False  # PNG, SVG: no background
    page: Literal["a4", "a3", "poster"] = (
        "poster"  # PDF; PNG and SVG: rows of the timeline in the page's shape
    )
