#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws the shipped park map. The district, its roads and its parcels are invented; no real place is shown.

Writes park_map.geojson beside this file (RFC 7946, WGS84). With --check only tells whether the file is fresh.

The plan is drawn on a board in metres with straight lines: three outlines are cut by avenues into quarters,
by lanes into blocks, and blocks by plain cuts into parcels that share their edges. A polynomial bends the
board, so roads curve and no two blocks are alike. Only + - * / and square roots are used: the bytes are the
same anywhere.
"""

import json
import math
import pathlib
import sys

sys.dont_write_bytecode = True
from park_map_board import (M2_PER_MU, Dice, area, centre, chord, clip, contains, cut_across, inset,
                            is_convex, long_axis, smoothed, split, unit, without_corners)
from park_map_land import dates_of, reserve_stages, settle

TARGET = pathlib.Path(__file__).with_name("park_map.geojson")
CENTRE_LON, CENTRE_LAT = 110.05, 22.55
METRES_PER_DEGREE_LAT = 111195.0802335329  # mean radius 6371008.8 m
METRES_PER_DEGREE_LON = METRES_PER_DEGREE_LAT * 0.9235452  # cosine of 22.55 degrees

AVENUE, STREET, LANE, RING, EXPRESSWAY, CREEK = 24.0, 16.0, 9.0, 10.0, 34.0, 34.0  # half widths, m

# Largest block (mu) and mean parcel (mu) by zone: mills need long halls, sewing shops do not.
ZONES = {
    "garment": (185.0, 38.0),
    "washing_dyeing": (240.0, 55.0),
    "surface_treatment": (190.0, 40.0),
    "airport": (230.0, 52.0),
    "upstream": (270.0, 70.0),
    "services": (150.0, 33.0),
}

# Sites kept out of the parcels: kind, point on the board, largest area in mu, name.
SITES = [
    ("wastewater_plant", (690.0, -985.0), 95.0, "污水处理厂"),
    ("steam_plant", (300.0, -450.0), 50.0, "集中供热站"),
    ("plating_park", (-790.0, -850.0), 110.0, "电镀集中区"),
    ("dormitory", (370.0, 230.0), 32.0, "人才公寓"),
    ("dormitory", (-500.0, 760.0), 26.0, "务工人员公寓一期"),
    ("dormitory", (1330.0, 60.0), 30.0, "空港片区员工公寓"),
    ("school", (720.0, 270.0), 60.0, "园区九年一贯制学校"),
]


def bend(p):
    """The board's straight lines become the plan's curves: odd polynomials with the shape of a wave."""
    x, y = p[0] / 2300.0, p[1] / 1240.0
    east = p[0] + 230.0 * y * (1 - 0.55 * y * y) * (1 - 0.4 * x) - 60.0 * x * y * y
    north = p[1] + 380.0 * x * (0.62 - x * x * 0.55) + 90.0 * x * x * y - 120.0 * x * x
    return east, north


class Plan:
    def __init__(self):
        self.dice = Dice(20260101)
        self.roads = []      # (kind of road, points)
        self.blocks = []     # (zone, polygon inside its roads)
        self.leaves = []     # [zone, block number, polygon, site or None]

    def road(self, rank, *points):
        self.roads.append((rank, list(points)))

    def avenue(self, polygon, point, direction, half_width, rank):
        direction = unit(*direction)
        self.road(rank, *chord(polygon, point, direction))
        return split(polygon, point, direction, half_width)

    def quarter(self, zone, polygon):
        """Cuts a quarter by lanes into blocks, and blocks into parcels."""
        largest, _ = ZONES[zone]
        if area(inset(polygon)) > largest * M2_PER_MU:
            ends, halves = cut_across(polygon, self.dice, LANE, 0.09, 0.10)
            self.road("lane", *ends)
            for half in halves:
                self.quarter(zone, half)
            return
        block = without_corners(inset(polygon), 16.0)
        self.blocks.append((zone, block))
        self.parcels(zone, len(self.blocks) - 1, block, ZONES[zone][1] * self.dice.uniform(0.7, 1.4))

    def parcels(self, zone, block, polygon, wanted_mu):
        site = next((s for s in SITES if contains(polygon, s[1])), None)
        mu = area(polygon) / M2_PER_MU
        largest = site[2] if site else wanted_mu * self.dice.uniform(1.15, 1.75)
        _, aspect = long_axis(polygon)
        if mu > min(largest, 112.0) or (aspect > 3.0 and mu > 50.0):
            _, halves = cut_across(polygon, self.dice, 0.0, 0.10, 0.07)
            if min(area(half) for half in halves) > 16.0 * M2_PER_MU:
                for half in halves:
                    self.parcels(zone, block, half, wanted_mu)
                return
        if mu >= 15.3 or site:
            self.leaves.append([zone, block, polygon, site])

    def draw(self):
        p1, p2 = (-1020.0, -980.0), (-890.0, 1150.0)
        q1, q2 = (840.0, -1060.0), (990.0, 800.0)

        def between(a, b, t):
            return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t

        a, b = between(p1, p2, 0.10), between(p1, p2, 0.86)
        c, d = between(q1, q2, 0.09), between(q1, q2, 0.96)
        west_rim = [(-1620.0, 960.0), (-2190.0, 500.0), (-2230.0, -190.0), (-1660.0, -730.0)]
        south_rim = [(-110.0, -1170.0)]
        east_rim = [(1580.0, -890.0), (2230.0, -370.0), (2350.0, 370.0), (1930.0, 950.0), (1350.0, 1070.0)]
        north_rim = [(160.0, 1210.0)]
        self.boundary = [a, p1, *south_rim, q1, c, *east_rim, d, q2, *north_rim, p2, b, *west_rim]

        def outline(points, special):
            return [(*p, special.get(i, RING)) for i, p in enumerate(points)]

        centre_part = outline([p1, *south_rim, q1, q2, *north_rim, p2], {2: CREEK, 5: EXPRESSWAY})
        west_part = outline([a, b, *west_rim], {0: EXPRESSWAY})
        east_part = outline([d, c, *east_rim], {0: CREEK})
        self.road("ring", p1, *south_rim, q1)
        self.road("ring", q2, *north_rim, p2)
        self.road("ring", b, *west_rim, a)
        self.road("ring", c, *east_rim, d)
        self.road("expressway", between(p1, p2, -0.42), p1, p2, between(p1, p2, 1.25))
        self.creek = (between(q1, q2, -0.135), between(q1, q2, 1.36))

        main = ((0.0, 60.0), (1.0, 0.05))
        north, south = self.avenue(centre_part, *main, AVENUE, "avenue")
        upper, lower = self.avenue(west_part, *main, AVENUE, "avenue")
        crossing = chord(centre_part, *main)
        gate = max(crossing)
        north_east, south_east = self.avenue(east_part, gate, (1.0, 0.20), AVENUE, "avenue")
        north_west, north_mid = self.avenue(north, (60.0, 620.0), (0.09, 1.0), STREET, "street")
        garment_east, services = self.avenue(north_mid, (540.0, 410.0), (1.0, -0.08), STREET, "street")
        treatment, dyeing = self.avenue(south, (-300.0, -530.0), (-0.10, 1.0), STREET, "street")
        for zone, polygon in [("garment", north_west), ("garment", garment_east), ("services", services),
                              ("surface_treatment", treatment), ("washing_dyeing", dyeing),
                              ("upstream", upper), ("upstream", lower),
                              ("airport", north_east), ("airport", south_east)]:
            self.quarter(zone, polygon)
        self.road("avenue", (-3150.0, -140.0), min(chord(west_part, *main)))
        self.road("avenue", max(chord(east_part, gate, unit(1.0, 0.20))), (3150.0, 610.0))


def on_edge(a, b, p):
    """How far along a-b a point lies on it, or None."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length2 = dx * dx + dy * dy
    t = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2
    away = (p[0] - a[0]) * dy - (p[1] - a[1]) * dx
    return t if 1e-9 < t < 1 - 1e-9 and away * away < 1e-8 * length2 else None


def finely(a, b, step=140.0):
    """Points between a and b; the same from either side, so that neighbours keep sharing the edge."""
    first, last = min(a, b), max(a, b)
    dx, dy = last[0] - first[0], last[1] - first[1]
    pieces = int(math.sqrt(dx * dx + dy * dy) / step) + 1
    points = [(first[0] + dx * k / pieces, first[1] + dy * k / pieces) for k in range(1, pieces)]
    return points if first == a else points[::-1]


def ring_of(points, joints=()):
    """The bent ring, with the neighbours' corners that lie on its edges."""
    ring = []
    for i, a in enumerate(points):
        b = points[(i + 1) % len(points)]
        low = (min(a[0], b[0]) - 1, min(a[1], b[1]) - 1)
        high = (max(a[0], b[0]) + 1, max(a[1], b[1]) + 1)
        stops = []
        for p in joints:
            if low[0] < p[0] < high[0] and low[1] < p[1] < high[1]:
                t = on_edge(a, b, p)
                if t is not None:
                    stops.append((t, p))
        path = [a, *[p for _, p in sorted(stops)], b]
        for p, q in zip(path, path[1:]):
            ring.append(p)
            ring.extend(finely(p, q))
    return [bend(p) for p in ring]


def line_of(points):
    line = []
    for a, b in zip(points, points[1:]):
        line.append(a)
        line.extend(finely(a, b, 90.0))
    return [bend(p) for p in line + [points[-1]]]


# ---- the surroundings


def river_bank(side):
    """A bank of the river south of the park, already bent: west to east."""
    bank = []
    for k in range(41):
        x = -3150.0 + k * 157.5
        s = x / 3150.0
        middle = -1400.0 + 330.0 * s * (1 - s * s) - 330.0 * s * s
        width = 74.0 + 22.0 * s + 16.0 * (1 - s * s) * s
        bank.append(bend((x, middle + side * width)))
    return bank


def belt(boundary, near, far):
    """Fields outside the boundary: a strip along each edge, mitred at the corners."""
    count = len(boundary)

    def moved(i, by):
        a, b, c = boundary[i - 1], boundary[i], boundary[(i + 1) % count]
        u, v = unit(b[0] - a[0], b[1] - a[1]), unit(c[0] - b[0], c[1] - b[1])
        m = unit(u[1] + v[1], -u[0] - v[0])
        scale = max(0.55, m[0] * u[1] - m[1] * u[0])
        return b[0] + m[0] * by / scale, b[1] + m[1] * by / scale

    for i in range(count):
        j = (i + 1) % count
        yield [moved(i, near), moved(i, far), moved(j, far), moved(j, near)]


def fields(polygon, dice, largest_mu):
    """Cuts open land into fields with tracks between them."""
    polygon = [(*p[:2], 0.0) for p in polygon]
    if area(polygon) < largest_mu * M2_PER_MU:
        return [polygon] if area(polygon) > 8 * M2_PER_MU else []
    _, halves = cut_across(polygon, dice, 5.0, 0.14, 0.16)
    return [f for half in halves for f in fields(inset(half), dice, largest_mu)]


HILL = [(-1480.0, 1000.0), (-1210.0, 700.0), (-850.0, 690.0), (-520.0, 900.0), (-300.0, 1240.0),
        (-470.0, 1520.0), (-760.0, 1560.0), (-1010.0, 1700.0), (-1330.0, 1590.0), (-1560.0, 1330.0)]
POND = [(-200.0, 1480.0), (-60.0, 1400.0), (150.0, 1440.0), (260.0, 1400.0), (330.0, 1500.0), (180.0, 1600.0),
        (10.0, 1560.0), (-120.0, 1620.0)]


def halls(polygon):
    """Factory halls on a used parcel: bars along its long side."""
    yard = inset([(*p[:2], 14.0) for p in polygon])
    if len(yard) < 3 or area(yard) < 2500:
        return []
    (ax, ay), _ = long_axis(yard)
    across = [y * ax - x * ay for x, y, _ in yard]
    bars = 1 if max(across) - min(across) < 75 else 2
    pieces = [yard]
    if bars == 2:
        pieces = split(yard, centre(yard), (ax, ay), 9.0)
    found = []
    for piece in pieces:
        along = [x * ax + y * ay for x, y, _ in piece]
        low, high = min(along), max(along)
        size = high - low
        body = inset(piece)
        for end, sign in ((low + 0.10 * size, 1.0), (high - 0.10 * size, -1.0)):
            body = clip(body, (ax * end, ay * end), (ax * sign, ay * sign), 0.0)
        if len(body) >= 3 and area(body) > 900:
            found.append(body)
    return found


# ---- the file


def degrees(p):
    lon, lat = CENTRE_LON + p[0] / METRES_PER_DEGREE_LON, CENTRE_LAT + p[1] / METRES_PER_DEGREE_LAT
    return [round(lon, 7), round(lat, 7)]


class Collection:
    def __init__(self):
        self.features = []
        self.count = {}

    def add(self, kind, geometry, zone=None, **extra):
        self.count[kind] = self.count.get(kind, 0) + 1
        properties = {"id": f"{kind}_{self.count[kind]:03d}", "kind": kind, "zone": zone,
                      "farmland": kind == "farmland", "reserved_for": None,
                      "legal_state": None, "dates": None}
        properties.update(extra)
        self.features.append({"type": "Feature", "properties": properties, "geometry": geometry})

    def polygon(self, kind, points, **extra):
        if area(points) < 0:
            points = points[::-1]
        ring = []
        for p in map(degrees, points):
            if not ring or ring[-1] != p:
                ring.append(p)
        if ring[0] != ring[-1]:
            ring.append(ring[0])
        self.add(kind, {"type": "Polygon", "coordinates": [ring]}, **extra)

    def line(self, kind, points, **extra):
        self.add(kind, {"type": "LineString", "coordinates": [degrees(p) for p in points]}, **extra)


def add_surroundings(out, plan, hill):
    out.polygon("boundary", ring_of(plan.boundary), name="园区范围")
    out.polygon("water", river_bank(1.0) + river_bank(-1.0)[::-1], name="南江")
    (x1, y1), (x2, y2) = plan.creek
    creek = [(x1 - 14, y1), (x1 + 14, y1), (x2 + 9, y2), (x2 - 9, y2)]
    out.polygon("water", ring_of(creek), name="排洪渠")
    out.polygon("water", [bend(p) for p in smoothed(POND, 3)], name="水库")
    out.polygon("red_line", hill, name="生态保护红线")
    beyond = [(3400.0, -4000.0), (-3400.0, -4000.0)]
    wild = [hill, [bend(p) for p in POND], [(x, y + 40.0) for x, y in river_bank(1.0)] + beyond]
    dice = Dice(7)
    for strip in belt(plan.boundary, 45.0, 430.0):
        if not is_convex(strip):
            continue
        for field in fields(strip, dice, 72.0):
            ring = ring_of([p[:2] for p in field])
            touches = any(contains(shape, p) for shape in wild for p in ring)
            crossed = any(abs(p[0] - x) < 50.0 for p in field for x in (
                -1020.0 + (p[1] + 980.0) * 0.061, 840.0 + (p[1] + 1060.0) * 0.0806))
            if not touches and not crossed:
                out.polygon("farmland", ring)


def build():
    plan = Plan()
    plan.draw()
    lost = [s[3] for s in SITES if all(leaf[3] is not s for leaf in plan.leaves)]
    if lost:
        sys.exit(f"sites that lie on a road: {lost}")
    hill = [bend(p) for p in smoothed(HILL, 3)]
    joints = sorted({p[:2] for leaf in plan.leaves for p in leaf[2]})
    out = Collection()
    add_surroundings(out, plan, hill)
    for rank, points in plan.roads:
        out.line("road", line_of(points), rank=rank)
    parcels = []
    for zone, block, polygon, site in plan.leaves:
        ring = ring_of([p[:2] for p in polygon], joints)
        if site:
            out.polygon(site[0], ring, zone=zone, name=site[3])
            continue
        where = centre(ring)
        parcels.append({"zone": zone, "block": block, "polygon": polygon, "ring": ring, "centre": where,
                        "mu": area(ring) / M2_PER_MU, "farmland": False, "reserve": False,
                        "reserved_for": None,
                        "state": "protected" if contains(hill, where) else "unapproved"})
    dice = Dice(11)
    settle(parcels, dice)
    reserve_stages(parcels)
    for block in sorted({p["block"] for p in parcels if p["reserve"]}):
        zone, polygon = plan.blocks[block]
        out.polygon("reserve", ring_of([p[:2] for p in polygon], joints), zone=zone)
    for p in parcels:
        extra = {"reserve": True} if p["reserve"] else {}
        out.polygon("parcel", p["ring"], zone=p["zone"], farmland=p["farmland"],
                    reserved_for=p["reserved_for"], legal_state=p["state"], dates=dates_of(p["state"], dice), **extra)
    for p in parcels:
        if p["state"] in ("used", "idle"):
            for hall in halls(p["polygon"]):
                out.polygon("existing_factory", [bend(q) for q in hall], zone=p["zone"])
    return out.features


def to_text(features):
    lines = [json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features]
    head = '{"type":"FeatureCollection","name":"park_map","features":[\n'
    return head + ",\n".join(lines) + "\n]}\n"


def main():
    text = to_text(build())
    if "--check" in sys.argv[1:]:
        fresh = TARGET.exists() and TARGET.read_bytes() == text.encode("utf-8")
        print("park_map.geojson is fresh" if fresh else "park_map.geojson is stale: run make_park_map.py")
        return 0 if fresh else 1
    TARGET.write_bytes(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
