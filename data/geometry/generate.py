"""Draws Sweden's 290 municipalities once: projected, simplified arc by arc, and written as SVG symbols.

    python3 generate.py swedish_municipalities.geojson ../../wings/allocation/municipalities.svg municipalities.csv

A border between two municipalities is one arc, simplified once and used by both, so no gap opens between them.
Only Python's standard library is used, and the same input gives the same output.
"""

import json
import math
import sys

# One unit in the drawing is so many metres.
UNIT = 100.0
# A point goes when the triangle it makes with its neighbours is smaller than this, in square metres.
LEAST_TRIANGLE = 100_000.0
# An island smaller than this is left out, unless it is all there is of its municipality. Square metres.
LEAST_ISLAND = 2_500_000.0


def sweref99_tm(longitude, latitude):
    """Easting and northing in metres: Gauss-Krüger on GRS 80, central meridian 15 degrees, scale 0.9996."""
    axis, flattening = 6378137.0, 1.0 / 298.257222101
    e2 = flattening * (2.0 - flattening)
    n = flattening / (2.0 - flattening)
    a_roof = axis / (1.0 + n) * (1.0 + n * n / 4.0 + n**4 / 64.0)
    a = e2
    b = (5.0 * e2**2 - e2**3) / 6.0
    c = (104.0 * e2**3 - 45.0 * e2**4) / 120.0
    d = 1237.0 * e2**4 / 1260.0
    phi = math.radians(latitude)
    delta = math.radians(longitude) - math.radians(15.0)
    s = math.sin(phi)
    conformal = phi - s * math.cos(phi) * (a + b * s**2 + c * s**4 + d * s**6)
    xi = math.atan2(math.tan(conformal), math.cos(delta))
    eta = math.atanh(math.cos(conformal) * math.sin(delta))
    beta = (
        n / 2.0 - 2.0 * n**2 / 3.0 + 5.0 * n**3 / 16.0 + 41.0 * n**4 / 180.0,
        13.0 * n**2 / 48.0 - 3.0 * n**3 / 5.0 + 557.0 * n**4 / 1440.0,
        61.0 * n**3 / 240.0 - 103.0 * n**4 / 140.0,
        49561.0 * n**4 / 161280.0,
    )
    north = xi + sum(k * math.sin(2 * i * xi) * math.cosh(2 * i * eta) for i, k in enumerate(beta, 1))
    east = eta + sum(k * math.cos(2 * i * xi) * math.sinh(2 * i * eta) for i, k in enumerate(beta, 1))
    return 0.9996 * a_roof * east + 500_000.0, 0.9996 * a_roof * north


def area(points):
    """The area of a polygon."""
    pairs = zip(points, points[1:] + points[:1])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2.0


def rings_of(feature):
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [[tuple(point) for point in ring[:-1]] for polygon in polygons for ring in polygon]
    return [ring for ring in rings if len(ring) > 2]


def neighbours(all_rings):
    """Which points stand beside each point, in any ring: where there are not two, borders meet."""
    beside = {}
    for ring in all_rings:
        for before, point, after in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1]):
            beside.setdefault(point, set()).update((before, after))
    return beside


def arcs_of(ring, beside):
    """A ring cut where borders meet; a ring where none do is cut at its first point and the farthest from it."""
    ends = [at for at, point in enumerate(ring) if len(beside[point]) != 2]
    if len(ends) < 2:
        first = ends[0] if ends else ring.index(min(ring))
        far = max(range(len(ring)), key=lambda at: math.dist(ring[first], ring[at]))
        ends = sorted((first, far))
    for start, end in zip(ends, ends[1:] + [ends[0] + len(ring)]):
        yield [ring[at % len(ring)] for at in range(start, end + 1)]


def simplified(arc, project):
    """Visvalingam: the point that matters least goes first; the ends stay."""
    points = [project(point) for point in arc]
    while len(points) > 2:
        sizes = [
            (area([points[at - 1], points[at], points[at + 1]]), at) for at in range(1, len(points) - 1)
        ]
        smallest, at = min(sizes)
        if smallest >= LEAST_TRIANGLE:
            break
        del points[at]
    return points


def roomiest(ring, steps=24):
    """A point well inside a polygon, where a letter has room: the one of a grid that is farthest from the border."""
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    west, south = min(xs), min(ys)
    width, height = max(xs) - west, max(ys) - south
    edges = list(zip(ring, ring[1:] + ring[:1]))

    def to_border(x, y):
        inside, nearest = False, math.inf
        for (ax, ay), (bx, by) in edges:
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            dx, dy = bx - ax, by - ay
            along = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy or 1.0)))
            nearest = min(nearest, math.hypot(x - ax - along * dx, y - ay - along * dy))
        return nearest if inside else -nearest

    grid = [
        (west + width * (i + 0.5) / steps, south + height * (j + 0.5) / steps)
        for i in range(steps)
        for j in range(steps)
    ]
    return max(grid, key=lambda point: to_border(*point))


def main(source, drawing, table):
    with open(source, encoding="utf-8") as file:
        features = json.load(file)["features"]
    features.sort(key=lambda feature: feature["properties"]["id"])
    by_code = {feature["properties"]["id"]: rings_of(feature) for feature in features}
    beside = neighbours([ring for rings in by_code.values() for ring in rings])
    known = {}

    def project(point):
        if point not in known:
            known[point] = sweref99_tm(*point)
        return known[point]

    cut = {}

    def arc_points(arc):
        """The arc simplified, the same for both who share it."""
        turned = arc[0] > arc[-1] or (arc[0] == arc[-1] and arc[1] > arc[-2])
        key = tuple(arc[::-1] if turned else arc)
        if key not in cut:
            cut[key] = simplified(list(key), project)
        return cut[key][::-1] if turned else cut[key]

    shapes = {}
    for code, rings in by_code.items():
        drawn = []
        for ring in rings:
            points = [point for arc in arcs_of(ring, beside) for point in arc_points(arc)[:-1]]
            if len(points) > 2:
                drawn.append(points)
        drawn.sort(key=area, reverse=True)
        shapes[code] = drawn[:1] + [ring for ring in drawn[1:] if area(ring) >= LEAST_ISLAND]

    everything = [point for rings in shapes.values() for ring in rings for point in ring]
    west = min(point[0] for point in everything)
    north = max(point[1] for point in everything)

    def place(point):
        return round((point[0] - west) / UNIT), round((north - point[1]) / UNIT)

    paths, rows = [], ["code,x,y,width,height,label_x,label_y"]
    for feature in features:
        code = feature["properties"]["id"]
        text, seen = "", []
        for ring in shapes[code]:
            at = None
            for point in map(place, ring):
                if at is None:
                    text += f"M{point[0]} {point[1]}l"
                elif point != at:
                    step = (point[0] - at[0], point[1] - at[1])
                    text += f"{'' if text.endswith('l') or step[0] < 0 else ' '}{step[0]}{'' if step[1] < 0 else ' '}{step[1]}"
                at = point
                seen.append(point)
            text += "z"
        paths.append(f'<path id="k{code}" d="{text}"/>')
        x, y = min(p[0] for p in seen), min(p[1] for p in seen)
        width, height = max(p[0] for p in seen) - x, max(p[1] for p in seen) - y
        label = place(roomiest(shapes[code][0]))
        rows.append(f"{code},{x},{y},{width},{height},{label[0]},{label[1]}")

    far = place((max(point[0] for point in everything), min(point[1] for point in everything)))
    with open(drawing, "w", encoding="utf-8") as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {far[0]} {far[1]}">\n<defs>\n')
        file.write("\n".join(paths))
        file.write("\n</defs>\n</svg>\n")
    with open(table, "w", encoding="utf-8") as file:
        file.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
