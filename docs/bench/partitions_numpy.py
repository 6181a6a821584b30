"""Every grouping of thirteen municipalities, in numpy: the comparison for `allocation::bench::partitions`.

The same made-up county as in the benchmark (the same generator, caps and costs), the same question: which grouping
leaves the most money for activities. Values of all possible associations are worked out once for each number of
associations; the 27,644,437 groupings are then built municipality by municipality in arrays and looked up.
Numpy has no exact integers of the size that is needed, so this computes in floating point; the winner is compared.

    python3 -m venv venv && venv/bin/pip install numpy && venv/bin/python partitions_numpy.py
"""

import time

import numpy as np

COUNT = 13
BELL = 27_644_437


def made_up_county():
    state = 7

    def between(low, high):
        nonlocal state
        state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return low + (state >> 33) % (high - low)

    need, inhabitants, caps = [], [], []
    for place in range(COUNT):
        people = between(3000, 20_000)
        inhabitants.append(people)
        need.append(people // 8 + between(0, 300))
        caps.append(700.0 if place % 3 == 0 else np.inf)
    return np.array(need, float), np.array(inhabitants, float), np.array(caps)


def values():
    """Money for activities in tkr, by number of associations and set of municipalities."""
    need, inhabitants, caps = made_up_county()
    sets = np.arange(1 << COUNT)
    members = (sets[:, None] >> np.arange(COUNT)) & 1
    weight = 0.75 * (members @ need) / (need.sum() + 720_000) + 0.25 * (members @ inhabitants) / (
        inhabitants.sum() + 6_000_000
    )
    cap = np.where(members.astype(bool), caps, 0.0).sum(axis=1)
    by_count = np.arange(COUNT + 1)[:, None]
    pool = 339_000 - (67 + by_count) * 400
    state = np.minimum(400 + pool * weight, cap)
    activity = 2 * state - 900
    activity[activity < 400] = -1e12
    activity[:, 0] = 0.0  # a place that no association takes
    return activity


def grow(groupings, used, place):
    """Places one more municipality in every association there is, and in a new one."""
    grown, counts = [], []
    for into in range(place + 1):
        able = used >= into
        chosen = groupings[able].copy()
        chosen[:, into] |= np.uint16(1 << place)
        grown.append(chosen)
        counts.append(np.maximum(used[able], into + 1))
    return np.concatenate(grown), np.concatenate(counts)


def search():
    table = values()
    groupings, used = np.zeros((1, COUNT), np.uint16), np.zeros(1, np.int8)
    for place in range(9):
        groupings, used = grow(groupings, used, place)
    best, winner, evaluated = -np.inf, None, 0
    # In portions, so that memory stays bounded here too.
    for start in range(0, len(groupings), 400):
        part, count = groupings[start : start + 400], used[start : start + 400]
        for place in range(9, COUNT):
            part, count = grow(part, count, place)
        score = table[count[:, None], part].sum(axis=1)
        evaluated += len(score)
        top = int(score.argmax())
        if score[top] > best:
            best, winner = float(score[top]), part[top][: count[top]].copy()
    return best, winner, evaluated


if __name__ == "__main__":
    start = time.perf_counter()
    best, winner, evaluated = search()
    elapsed = time.perf_counter() - start
    assert evaluated == BELL, evaluated
    groups = [[place for place in range(COUNT) if mask >> place & 1] for mask in winner.tolist()]
    print(f"numpy {np.__version__}: {evaluated} groupings in {elapsed:.2f} s; best {best:.3f} tkr: {groups}")
