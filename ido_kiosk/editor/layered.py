"""Place boxes in layers, so that arrows go down, cross little and never run through a box; no drawing, no content.

The steps are those of Sugiyama: layers by the longest way, an empty place wherever an arrow passes a layer, an order in
each layer by the middle of the neighbours, and a place across by least squares (pool adjacent violators).
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Sizes = Mapping[str, tuple[float, float]]
"""Width and height of each box."""

Arrows = Sequence[tuple[str, str]]
"""From box to box; no circles."""

Points = list[tuple[float, float]]

_BETWEEN = 18.0
"""Room between two boxes of a layer."""
_ROUNDS = 12


@dataclass(frozen=True)
class Placed:
    """Where everything is: the left upper corner of each box, and the points of each arrow from box to box."""

    corners: dict[str, tuple[float, float]]
    arrows: list[Points]
    width: float
    height: float


@dataclass
class _Grid:
    """Boxes and empty places by layer, with the arrows cut into pieces from one layer to the next."""

    layers: list[list[str]]
    sizes: dict[str, tuple[float, float]]
    chains: list[list[str]]
    above: dict[str, list[str]] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)


def place(sizes: Sizes, arrows: Arrows, gap: float, pull: float = 0.0) -> Placed:
    """Lay the boxes out, with ``gap`` between two layers; more ``pull`` (to 1) is narrower, less straight."""
    grid = _grid(sizes, arrows)
    _order(grid)
    middles = _middles(grid, pull)
    tops, height = _tops(grid, gap)
    left = min(middle - grid.sizes[name][0] / 2 for name, middle in middles.items())
    middles = {name: middle - left for name, middle in middles.items()}
    corners = {
        name: (middles[name] - sizes[name][0] / 2, tops[index])
        for index, layer in enumerate(grid.layers)
        for name in layer
        if name in sizes
    }
    bottoms = {name: tops[i] + _depth(grid, layer) for i, layer in enumerate(grid.layers) for name in layer}
    starts = {name: tops[index] for index, layer in enumerate(grid.layers) for name in layer}
    width = max(middles[name] + grid.sizes[name][0] / 2 for name in middles)
    lines = [_line(chain, grid, middles, starts, bottoms, sizes) for chain in grid.chains]
    return Placed(corners, lines, width, height)


def layers_of(names: Iterable[str], arrows: Arrows) -> dict[str, int]:
    """The layer of each box: as many as there are boxes on the longest way to it."""
    layer = dict.fromkeys(names, 0)
    for _round in layer:
        moved = False
        for start, end in arrows:
            if layer[end] <= layer[start]:
                layer[end], moved = layer[start] + 1, True
        if not moved:
            break
    return layer


def _grid(sizes: Sizes, arrows: Arrows) -> _Grid:
    layer = layers_of(sizes, arrows)
    apart = set(layer).difference(*arrows)
    last = max(layer.values()) + 1
    layer |= dict.fromkeys(apart, last if len(apart) < len(layer) else 0)  # what nothing leads to stands below
    grid = _Grid([[] for _layer in range(max(layer.values()) + 1)], dict(sizes), [])
    for name, index in layer.items():
        grid.layers[index].append(name)
    for number, (start, end) in enumerate(arrows):
        chain = [start]
        for index in range(layer[start] + 1, layer[end]):
            passed = f"\0{number}/{index}"
            grid.layers[index].append(passed)
            grid.sizes[passed] = (0.0, 0.0)
            chain.append(passed)
        chain.append(end)
        grid.chains.append(chain)
        for upper, lower in itertools.pairwise(chain):
            grid.below.setdefault(upper, []).append(lower)
            grid.above.setdefault(lower, []).append(upper)
    return grid


def _order(grid: _Grid) -> None:
    """Sort each layer by the middle of its neighbours, down and up by turns; keep the order that crosses least."""
    best, fewest = [list(layer) for layer in grid.layers], _crossings(grid)
    for number in range(_ROUNDS):
        downwards = number % 2 == 0
        layers = grid.layers if downwards else list(reversed(grid.layers))
        for fixed, layer in itertools.pairwise(layers):
            _sort(layer, fixed, grid.above if downwards else grid.below)
        if (crossings := _crossings(grid)) < fewest:
            best, fewest = [list(layer) for layer in grid.layers], crossings
    grid.layers = best


def _sort(layer: list[str], fixed: list[str], neighbours: dict[str, list[str]]) -> None:
    position = {name: index for index, name in enumerate(fixed)}
    present = {name: index for index, name in enumerate(layer)}

    def middle(name: str) -> float:
        found = [position[other] for other in neighbours.get(name, []) if other in position]
        return sum(found) / len(found) if found else float(present[name])

    layer.sort(key=middle)


def _crossings(grid: _Grid) -> int:
    total = 0
    for upper, lower in zip(grid.layers, grid.layers[1:], strict=False):
        position = {name: index for index, name in enumerate(lower)}
        ends = [position[end] for name in upper for end in sorted(grid.below.get(name, []), key=position.__getitem__)]
        total += sum(first > second for index, first in enumerate(ends) for second in ends[index + 1 :])
    return total


def _middles(grid: _Grid, pull: float) -> dict[str, float]:
    """The middle of each place across: near the mean of its neighbours, with room for all in their order."""
    middles: dict[str, float] = {}
    for layer in grid.layers:
        middles |= _spread(layer, dict.fromkeys(layer, 0.0), grid.sizes)
    for number in range(2 * _ROUNDS):
        downwards = number % 2 == 0
        neighbours = grid.above if downwards else grid.below
        for layer in grid.layers if downwards else reversed(grid.layers):
            means = {name: _mean([middles[n] for n in neighbours.get(name, [])], middles[name]) for name in layer}
            wanted = {name: mean * (1 - pull) for name, mean in means.items()}  # the axis is at 0
            middles |= _spread(layer, wanted, grid.sizes)
    if len(grid.layers) > 1 and not any(name in grid.above for name in grid.layers[-1]):  # what stands apart: centred
        rest = [middles[name] for layer in grid.layers[:-1] for name in layer]
        middles |= _spread(grid.layers[-1], dict.fromkeys(grid.layers[-1], (min(rest) + max(rest)) / 2), grid.sizes)
    return middles


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _spread(layer: list[str], wanted: dict[str, float], sizes: Mapping[str, tuple[float, float]]) -> dict[str, float]:
    """The places nearest to the wanted ones that keep the order and the room between."""
    offsets = [0.0]
    for left, right in itertools.pairwise(layer):
        offsets.append(offsets[-1] + (sizes[left][0] + sizes[right][0]) / 2 + _BETWEEN)
    blocks: list[tuple[float, int]] = []  # the mean of places that must keep together, and how many they are
    for name, offset in zip(layer, offsets, strict=True):
        mean, count = wanted[name] - offset, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    means = [mean for mean, count in blocks for _one in range(count)]
    return {name: mean + offset for name, mean, offset in zip(layer, means, offsets, strict=True)}


def _depth(grid: _Grid, layer: list[str]) -> float:
    return max(grid.sizes[name][1] for name in layer)


def _tops(grid: _Grid, gap: float) -> tuple[list[float], float]:
    tops, used = [], 0.0
    for layer in grid.layers:
        tops.append(used)
        used += _depth(grid, layer) + gap
    return tops, used - gap


def _line(
    chain: list[str],
    grid: _Grid,
    middles: dict[str, float],
    starts: dict[str, float],
    bottoms: dict[str, float],
    sizes: Sizes,
) -> Points:
    """From the foot of a box straight down out of its layer, across in the gaps only, to the head of the next box."""
    first, last = chain[0], chain[-1]
    points = [(middles[first], starts[first] + sizes[first][1]), (middles[first], bottoms[first])]
    for name in chain[1:-1]:
        points += [(middles[name], starts[name]), (middles[name], bottoms[name])]
    points.append((middles[last], starts[last]))
    return points
