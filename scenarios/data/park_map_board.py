# SPDX-License-Identifier: MIT
"""Dice and convex polygons for make_park_map.py.

A polygon is a list of (x, y, half width) in metres: the half width of the road along the edge that starts
there.
"""

import math

M2_PER_MU = 10000.0 / 15.0


class Dice:
    """splitmix64, so that the map does not depend on a Python version."""

    def __init__(self, seed):
        self.state = seed

    def uniform(self, low, high):
        self.state = (self.state + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
        return low + (high - low) * ((z ^ (z >> 31)) >> 11) / float(1 << 53)

    def whole(self, low, high):
        return int(self.uniform(low, high + 1))


def distance2(p, q):
    return (p[0] - q[0]) * (p[0] - q[0]) + (p[1] - q[1]) * (p[1] - q[1])


def clip(polygon, point, normal, half_width):
    """The part of a convex polygon on the side of `point` that `normal` shows to."""
    side = [(x - point[0]) * normal[0] + (y - point[1]) * normal[1] for x, y, _ in polygon]
    kept = []
    for i, (x, y, width) in enumerate(polygon):
        j = (i + 1) % len(polygon)
        if side[i] >= 0:
            kept.append((x, y, width))
        if (side[i] >= 0) != (side[j] >= 0):
            t = side[i] / (side[i] - side[j])
            crossing = (x + t * (polygon[j][0] - x), y + t * (polygon[j][1] - y))
            kept.append((*crossing, half_width if side[i] >= 0 else width))
    # A cut through a corner gives the corner twice; the later one knows the edge that goes on.
    return [p for i, p in enumerate(kept) if distance2(p, kept[(i + 1) % len(kept)]) > 1e-12]


def split(polygon, point, direction, half_width=0.0):
    normal = (-direction[1], direction[0])
    left = clip(polygon, point, normal, half_width)
    right = clip(polygon, point, (-normal[0], -normal[1]), half_width)
    return left, right


def chord(polygon, point, direction):
    """Where a line enters and leaves a convex polygon."""
    normal = (-direction[1], direction[0])
    ends = []
    for i, (x, y, _) in enumerate(polygon):
        x2, y2, _ = polygon[(i + 1) % len(polygon)]
        a = (x - point[0]) * normal[0] + (y - point[1]) * normal[1]
        b = (x2 - point[0]) * normal[0] + (y2 - point[1]) * normal[1]
        if (a >= 0) != (b >= 0):
            t = a / (a - b)
            ends.append((x + t * (x2 - x), y + t * (y2 - y)))
    return ends


def unit(x, y):
    length = math.sqrt(x * x + y * y)
    return x / length, y / length


def inset(polygon, extra=0.0):
    """Leaves room for the roads (half their width, plus `extra`) along every edge."""
    result = polygon
    for i, (x, y, width) in enumerate(polygon):
        x2, y2, _ = polygon[(i + 1) % len(polygon)]
        dx, dy = unit(x2 - x, y2 - y)
        shift = width + extra
        result = clip(result, (x - dy * shift, y + dx * shift), (-dy, dx), 0.0)
    return result


def without_corners(polygon, cut):
    """Cuts the corners at crossings, so that lorries can turn."""
    result = polygon
    for i, (x, y, _) in enumerate(polygon):
        before, after = polygon[i - 1], polygon[(i + 1) % len(polygon)]
        a = unit(before[0] - x, before[1] - y)
        b = unit(after[0] - x, after[1] - y)
        if a[0] * b[0] + a[1] * b[1] > -0.7:
            inward = unit(a[0] + b[0], a[1] + b[1])
            depth = cut * (a[0] * inward[0] + a[1] * inward[1])
            result = clip(result, (x + inward[0] * depth, y + inward[1] * depth), inward, 0.0)
    return result


def area(points):
    total = 0.0
    for i, p in enumerate(points):
        q = points[(i + 1) % len(points)]
        total += p[0] * q[1] - q[0] * p[1]
    return total / 2


def centre(points):
    total = x = y = 0.0
    for i, p in enumerate(points):
        q = points[(i + 1) % len(points)]
        cross = p[0] * q[1] - q[0] * p[1]
        total += cross
        x += (p[0] + q[0]) * cross
        y += (p[1] + q[1]) * cross
    return x / (3 * total), y / (3 * total)


def contains(points, p):
    inside = False
    for i, a in enumerate(points):
        b = points[(i + 1) % len(points)]
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]):
            inside = not inside
    return inside


def smoothed(points, rounds):
    """Chaikin's corner cutting of a closed ring."""
    for _ in range(rounds):
        cut = []
        for i, a in enumerate(points):
            b = points[(i + 1) % len(points)]
            cut.append((0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]))
            cut.append((0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]))
        points = cut
    return points


def long_axis(polygon):
    """Direction of the longest edge or across it, whichever the polygon is longer in; and its aspect."""
    edges = [(q[0] - p[0], q[1] - p[1]) for p, q in zip(polygon, polygon[1:] + polygon[:1])]
    ex, ey = unit(*max(edges, key=lambda e: e[0] * e[0] + e[1] * e[1]))
    along = [x * ex + y * ey for x, y, _ in polygon]
    across = [y * ex - x * ey for x, y, _ in polygon]
    length, width = max(along) - min(along), max(across) - min(across)
    return ((ex, ey), length / width) if length >= width else ((-ey, ex), width / length)


def cut_across(polygon, dice, half_width, spread, turn):
    """Splits a polygon across its long axis, a little off the middle and a little askew."""
    (ax, ay), _ = long_axis(polygon)
    along = [x * ax + y * ay for x, y, _ in polygon]
    place = min(along) + (max(along) - min(along)) * (0.5 + dice.uniform(-spread, spread))
    cx, cy = centre(polygon)
    shift = place - (cx * ax + cy * ay)
    skew = dice.uniform(-turn, turn)
    direction = unit(-ay + skew * ax, ax + skew * ay)
    point = (cx + ax * shift, cy + ay * shift)
    return chord(polygon, point, direction), split(polygon, point, direction, half_width)


def is_convex(points):
    count = len(points)
    for i in range(count):
        a, b, c = points[i - 1], points[i], points[(i + 1) % count]
        if (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) < 0:
            return False
    return True
