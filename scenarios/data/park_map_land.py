# SPDX-License-Identifier: MIT
"""Opening land states, reserves and dates of the parcels that make_park_map.py draws."""

import math

# Opening stock of land by state, mu, dealt from the most developed places outwards; assumed.
OPENING_MU = {"used": 2600.0, "supplied": 350.0, "idle": 450.0, "expropriated": 500.0, "approved": 600.0}
RESERVE_MU = 900.0
FARMLAND_SHARE = 0.40  # of unapproved area; the default of the uncertainty farmland_share

# Where building began: metres east and north of the centre, and the lead of the main crossing in metres.
CORES = [(120.0, 190.0, 0.0), (560.0, -800.0, 380.0), (-720.0, -700.0, 420.0), (1500.0, 480.0, 400.0),
         (-1250.0, -60.0, 560.0)]


def month_text(months):
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def dates_of(state, dice):
    """When the parcel reached each state; all before 2026-01."""
    last = 2025 * 12 + 11
    gaps = {"expropriated": dice.whole(5, 16), "supplied": dice.whole(3, 13), "used": dice.whole(10, 26)}
    reached = {"used": ["approved", "expropriated", "supplied", "used"],
               "idle": ["approved", "expropriated", "supplied"],
               "supplied": ["approved", "expropriated", "supplied"],
               "expropriated": ["approved", "expropriated"], "approved": ["approved"]}.get(state, [])
    latest = {"used": last - dice.whole(2, 130), "idle": last - dice.whole(30, 96),
              "supplied": last - dice.whole(1, 18), "expropriated": last - dice.whole(1, 26),
              "approved": last - dice.whole(1, 22)}.get(state, 0)
    months = {}
    for step in reversed(reached):
        months[step] = month_text(latest)
        latest -= gaps.get(step, 0)
    return {step: months[step] for step in reached} or None


def settle(parcels, dice):
    """Gives every parcel its state: building began round the main crossing and spread along the avenues."""

    def remoteness(parcel):
        x, y = parcel["centre"]
        near = min(late + math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) for cx, cy, late in CORES)
        return near + dice.uniform(-170.0, 170.0)

    open_land = [p for p in parcels if p["state"] == "unapproved"]
    for p in open_land:
        p["remoteness"] = remoteness(p)
    open_land.sort(key=lambda p: p["remoteness"])
    # The stock is dealt from near to far; idle and half-finished land lies scattered among its neighbours.
    position = 0
    for states in (("used", "idle"), ("supplied", "expropriated", "approved")):
        total = sum(OPENING_MU[s] for s in states)
        given = dict.fromkeys(states, 0.0)
        while sum(given.values()) + open_land[position]["mu"] / 2 <= total:
            parcel = open_land[position]
            parcel["state"] = max(states, key=lambda s: 1 - given[s] / OPENING_MU[s])
            given[parcel["state"]] += parcel["mu"]
            position += 1
    reserve_far_blocks(open_land[position:], {p["block"] for p in open_land[:position]})
    mark_farmland(open_land[position:], dice)


def reserve_far_blocks(unapproved, begun):
    """Keeps whole blocks at the two ends of the park for later phases."""
    kept = 0.0
    blocks = {}
    for p in unapproved:
        if p["zone"] in ("airport", "upstream") and p["block"] not in begun:
            blocks.setdefault(p["block"], []).append(p)
    for block in sorted(blocks, key=lambda b: -sum(abs(p["centre"][0]) for p in blocks[b]) / len(blocks[b])):
        mu = sum(p["mu"] for p in blocks[block])
        if kept + mu / 2 <= RESERVE_MU:
            kept += mu
            for p in blocks[block]:
                p["reserve"] = True


def mark_farmland(unapproved, dice):
    total = sum(p["mu"] for p in unapproved)
    taken = 0.0
    for p in sorted(unapproved, key=lambda p: -p["remoteness"] + dice.uniform(-650.0, 650.0)):
        if taken + p["mu"] / 2 <= FARMLAND_SHARE * total:
            p["farmland"] = True
            taken += p["mu"]


def reserve_stages(parcels):
    """Land kept for links the chain lacks: upstream mills, dyeing beside the waste-water plant, plating."""
    turns = {"upstream": ["spinning", "weaving", "fibre"], "washing_dyeing": ["dyeing", "washing"],
             "surface_treatment": ["plating", "accessories"]}
    seen = dict.fromkeys(turns, 0)
    for p in parcels:
        if p["zone"] in turns and p["state"] in ("unapproved", "approved", "expropriated"):
            seen[p["zone"]] += 1
            if seen[p["zone"]] % 2 == 0:
                choices = turns[p["zone"]]
                p["reserved_for"] = choices[seen[p["zone"]] // 2 % len(choices)]
