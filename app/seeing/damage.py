"""What must be painted again when one drawing follows another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from app.drawing.bounds import around, bounds, moved
from app.drawing.shapes import Drawing, Group, Path, Shape
from app.layout.cut import difference
from app.layout.result import Box
from app.seeing.sweep import along

_A_POINT = 2  # numbers
MOST_CELLS = 600  # of a layer: more than so many are not looked at one by one
MOST_LOOKED_INTO = 24  # cells of a layer that tell their reach: of more the reach is enough
_MOST_CHILDREN = 100  # of one such cell
_MANY = 300  # boxes
_MUCH = 0.7  # of the lanes: to paint all again is quicker than to say in many boxes what not

Extent = Callable[[Group], Box | None]  # the box around a cell


def damage(old: Drawing, new: Drawing, extent: Extent = bounds) -> list[Box] | None:
    """Return the boxes in map units where pixels may differ; none where nothing is as it was, not even the ground.

    Cells that are the same object are skipped; in the others only the children count that differ. `extent` says quickly
    where a cell of the one or the other stands.
    """
    if old.background != new.background:
        return None
    width, height = max(old.width, new.width), max(old.height, new.height)
    lanes = Box(*new.map_box)
    boxes: list[Box] = []
    area = 0.0
    for before, after in _pairs(old, new):
        gone, come = difference(before, after)
        if len(gone) + len(come) > MOST_CELLS:
            whole = around([box for box in map(extent, (*gone, *come)) if box])
            found = [] if whole is None else [whole]
        else:
            found = _changed_boxes(gone, come)
        boxes += found
        area += sum([_common(box, lanes) for box in found])
        if len(boxes) > _MANY and area > _MUCH * lanes.width * lanes.height:
            return [Box(0.0, 0.0, width, height)]
    return boxes


def _common(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width * height if width > 0 and height > 0 else 0.0


def _pairs(old: Drawing, new: Drawing) -> list[tuple[tuple[Group, ...], tuple[Group, ...]]]:
    """Return the cells of each layer before and after; a layer may come and go."""
    was, now = ({layer.name: layer.cells for layer in drawing.layers} for drawing in (old, new))
    return [(was.get(name, ()), now.get(name, ())) for name in {**was, **now}]


def _changed_boxes(gone: list[Group], come: list[Group]) -> list[Box]:
    boxes: list[Box] = []
    if len(come) > MOST_LOOKED_INTO or any(len(cell.children) > _MOST_CHILDREN for cell in come):
        told = (moved(cell.reach, cell.dx, cell.dy) for cell in (*gone, *come))
        boxes += [box for box in told if box]
        gone, come = ([cell for cell in cells if cell.reach is None] for cells in (gone, come))
    left = {(cell.dx, cell.dy): cell for cell in gone}
    for cell in come:
        twin = left.pop((cell.dx, cell.dy), None)
        found = _boxes(cell.children) if twin is None else _differing(twin.children, cell.children)
        boxes += [box for box in (moved(box, cell.dx, cell.dy) for box in found) if box]
    for cell in gone:
        if left.get((cell.dx, cell.dy)) is cell:
            boxes += [box for box in (moved(box, cell.dx, cell.dy) for box in _boxes(cell.children)) if box]
    return boxes


def _boxes(shapes: Iterable[Shape]) -> list[Box]:
    return [box for shape in shapes for box in along(shape)]


def _differing(before: Sequence[Shape], after: Sequence[Shape]) -> list[Box]:
    """Return the boxes in which two lists of shapes look different."""
    old_ids, new_ids = set(map(id, before)), set(map(id, after))
    was = [shape for shape in before if id(shape) not in new_ids]
    now = [shape for shape in after if id(shape) not in old_ids]
    boxes: list[Box] = []
    twins = {_name(shape, place): shape for place, shape in enumerate(was)}
    for place, shape in enumerate(now):
        twin = twins.pop(_name(shape, place), None)
        boxes += _boxes((shape,)) if twin is None else _between(twin, shape)
    return boxes + _boxes(twins.values())


def _name(shape: Shape, place: int) -> tuple[object, ...]:
    """Return what two shapes have in common that show the same."""
    if isinstance(shape, Group) and (shape.record or shape.role):
        return Group, shape.record, shape.role
    return type(shape), place


def _between(before: Shape, after: Shape) -> list[Box]:
    """Return the boxes in which a shape looks different from the one that was there."""
    if before == after:
        return []
    if isinstance(before, Group) and isinstance(after, Group) and _is_alike(before, after):
        found = _differing(before.children, after.children)
        return [box for box in (moved(box, after.dx, after.dy) for box in found) if box]
    if isinstance(before, Path) and isinstance(after, Path):
        parts = _differing_parts(before, after)
        if parts is not None:
            return _boxes(parts)
    return _boxes((before, after))


def _is_alike(one: Group, other: Group) -> bool:
    """Tell whether two groups look the same but for their children."""
    if (one.dx, one.dy, one.opacity) != (other.dx, other.dy, other.opacity):
        return False
    return (one.min_zoom, one.max_zoom) == (other.min_zoom, other.max_zoom)


def _differing_parts(before: Path, after: Path) -> tuple[Path, Path] | None:
    """Return the parts of two paths between their equal beginnings and ends; none where they differ in more than that."""
    if replace(before, segments=()) != replace(after, segments=()) or (after.stroke and after.stroke.dash):
        return None
    old, new = before.segments, after.segments
    most, first, last = min(len(old), len(new)), 0, 0
    while first < most and old[first] == new[first]:
        first += 1
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    start = max(first - 1, 0)  # the point that the first other segment goes on from
    if len(old[start][1:]) < _A_POINT or len(new[start][1:]) < _A_POINT:
        return None
    # one segment more at the end: a corner reaches farther out when the next stroke leaves in another direction
    ends = len(old) - max(last - 1, 0), len(new) - max(last - 1, 0)
    return _part(before, start, ends[0]), _part(after, start, ends[1])


def _part(path: Path, start: int, end: int) -> Path:
    point = path.segments[start]
    begin = ("M", point[-2], point[-1]) if len(point) > 1 else point
    return replace(path, segments=(begin, *path.segments[start + 1 : end]))
