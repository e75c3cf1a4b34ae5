# SPDX-License-Identifier: MIT
"""The reduced park in plain Python, written from the page beside it and from nothing else.

peer.py [FIRMS [MONTHS [SEED]]] prints the month's figures, a line a month.
"""
import heapq
import math
import sys

LOW = 0xFFFFFFFF


def philox(counter, key):
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0 = 0xD2511F53 * c0
        p1 = 0xCD9E8D57 * c2
        c0, c1, c2, c3 = (p1 >> 32) ^ c1 ^ k0, p1 & LOW, (p0 >> 32) ^ c3 ^ k1, p0 & LOW
        k0 = (k0 + 0x9E3779B9) & LOW
        k1 = (k1 + 0xBB67AE85) & LOW
    return c0, c1, c2, c3


def chance(seed, kind, firm, episode, k):
    block = philox((firm, 0, (kind * 65536) ^ episode, k // 4), (seed & LOW, seed >> 32))
    return (block[k % 4] + 0.5) / 2**32


def reduced_park(firms, months, seed):
    """Yields (signed, gone, waiting, plants, jobs, vacancies, seekers, free floor, blocks begun, wage) a month."""

    def u(kind, firm, episode, k):
        return chance(seed, kind, firm, episode, k)

    employees, productivity, clocks, ended = [], [], [], [0] * firms
    for i in range(firms):
        radius = math.sqrt(-2 * math.log(u(1, i, 0, 0)))
        angle = 2 * math.pi * u(1, i, 0, 1)
        size = math.floor(22 * math.exp(1.1 * (radius * math.cos(angle))) + 0.5)
        employees.append(min(1500, max(3, size)))
        productivity.append(math.exp(0.25 * (radius * math.sin(angle))))
        clocks.append((-math.log(u(1, i, 0, 2)), i))
    heapq.heapify(clocks)
    wage, home_wage, hazard, first_margin = 3800.0, 6000.0, 0.0, None
    seekers, free, waiting = 4000, 40000, 0
    searches, queue, projects, plants, blocks = {}, [], [], [], []
    signed = gone = begun = 0
    for t in range(1, months + 1):
        if t > 1:
            home_wage *= 1.004
        margin = 0.3 * (home_wage - wage) / home_wage
        first_margin = margin if first_margin is None else first_margin
        hazard += 0.04 / 12 * min(4, math.exp(4 * (margin - first_margin)))
        while clocks and clocks[0][0] <= hazard:
            i = heapq.heappop(clocks)[1]
            searches.setdefault(t + 3 + math.floor(6 * u(2, i, ended[i], 0)), []).append(i)
        for i in sorted(searches.pop(t, [])):
            floor = 12 * employees[i]
            x = 0.3 / productivity[i]
            burden = 0.16 + 2 / employees[i]
            wait = 0.35 if free >= floor + waiting else 1.25
            park = rival = 0
            if u(2, i, ended[i], 1) < 0.3:
                park = math.exp(12 * (x * (1 - wage / home_wage) - burden - 0.04 * wait))
            if u(2, i, ended[i], 2) < 0.7:
                rival = math.exp(12 * (x * 0.28 - burden - 0.02))
            every = 1 + park + rival
            y = u(2, i, ended[i], 3)
            if y < park / every:
                signed += 1
                queue.append(i)
                waiting += floor
            elif y < park / every + rival / every:
                gone += 1
            else:
                heapq.heappush(clocks, (hazard - math.log(u(2, i, ended[i], 4)), i))
                ended[i] += 1
        still = []
        for i in queue:
            floor = 12 * employees[i]
            if floor > free:
                still.append(i)
                continue
            free -= floor
            waiting -= floor
            projects.append((i, t + 2 + math.floor(3 * u(3, i, 0, 0))))
        queue = still
        free += 20000 * blocks.count(t)
        blocks = [month for month in blocks if month != t]
        while free + 20000 * len(blocks) - waiting < 40000 and len(blocks) < 4:
            blocks.append(t + 12)
            begun += 1
        plants += [[i, 0] for i, opens in projects if opens <= t]
        projects = [project for project in projects if project[1] > t]
        posts = sum(employees[i] for i, _ in plants)
        seekers += math.floor(40 * (wage / home_wage) / 0.6 + u(4, t, 0, 0))
        vacancies = posts - sum(workers for _, workers in plants)
        fill = seekers / (seekers + vacancies) if seekers + vacancies > 0 else 0
        left = 0
        for plant in plants:
            i, workers = plant
            gap = employees[i] - workers
            leaves = min(workers, math.floor(0.03 * workers + u(5, i, t, 0)))
            hires = min(seekers, gap + leaves, math.floor(fill * gap + u(5, i, t, 1)))
            plant[1] = workers - leaves + hires
            seekers -= hires
            left += leaves
        seekers += left
        jobs = sum(workers for _, workers in plants)
        vacancies = posts - jobs
        if posts > 0:
            wage *= min(1.02, max(0.99, 1.003 + 0.05 * (vacancies / posts - 0.15)))
        yield signed, gone, len(queue), len(plants), jobs, vacancies, seekers, free, begun, wage


def main():
    firms, months, seed = [int(word) for word in (sys.argv[1:] + ["6000", "120", "1"][len(sys.argv) - 1:])]
    for figures in reduced_park(firms, months, seed):
        print(*figures)


if __name__ == "__main__":
    main()
