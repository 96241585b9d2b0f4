#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes resources/map/land.txt from Natural Earth's land outline, as the npm package world-atlas has it:
#   npm pack world-atlas && tar xzf world-atlas-*.tgz && scripts/land-outline.py package/land-110m.json > land.txt
# One ring a line: longitude and latitude of its first point in hundredths of a degree, then the steps to the next ones.
import json
import sys

topology = json.load(open(sys.argv[1], encoding="utf-8"))
scale, origin = topology["transform"]["scale"], topology["transform"]["translate"]


def arc_points(index):
    """An arc of the topology, decoded; a negative index is the arc backwards."""
    x = y = 0
    points = []
    for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + origin[0], y * scale[1] + origin[1]))
    return points if index >= 0 else points[::-1]


def rings(geometry):
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from rings(part)
    elif geometry["type"] == "MultiPolygon":
        for polygon in geometry["arcs"]:
            yield from polygon
    elif geometry["type"] == "Polygon":
        yield from geometry["arcs"]


def write(points):
    whole = [(round(x * 100), round(y * 100)) for x, y in points]
    steps = [f"{x},{y}" for x, y in whole[:1]]
    steps += [f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in zip(whole, whole[1:])]
    print(" ".join(steps))


for ring in rings(topology["objects"]["land"]):
    points = []
    for arc in ring:
        points += arc_points(arc)[1 if points else 0 :]
    # The data jumps at the antimeridian; here a ring goes on beyond it, and is written once more a turn to the west.
    for i in range(1, len(points)):
        turns = round((points[i - 1][0] - points[i][0]) / 360)
        points[i] = (points[i][0] + 360 * turns, points[i][1])
    if abs(points[-1][0] - points[0][0]) > 180:  # around the pole
        points += [(points[-1][0], -90), (points[0][0], -90)]
    outlines = [points]
    if max(x for x, _ in points) > 180.01:
        outlines.append([(x - 360, y) for x, y in points])
    if min(x for x, _ in points) < -180.01:
        outlines.append([(x + 360, y) for x, y in points])
    for outline in outlines:
        write(outline)
