# SPDX-License-Identifier: MIT
"""The page of the reduced park is exact: a peer written from it gives the program's figures to the last digit, and the
program's figures are those of the golden file.

peer_test.py PARKSIM GOLDEN
PARKSIM_UPDATE_GOLDEN=1 writes the golden file anew.
"""
import json
import os
import pathlib
import subprocess
import sys

import peer

CASES = [(6000, 120, 1), (300, 240, 2**40 + 7)]


def parksim(program, *words):
    done = subprocess.run([program, "reduced", "--json", "--quiet", *words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"parksim reduced {' '.join(words)}: exit code {done.returncode}: {done.stderr}")
    return done.stdout


def differences(program, firms, months, seed):
    ours = json.loads(parksim(program, "--firms", str(firms), "--months", str(months), "--seed", str(seed),
                              "--replications", "1"))["mean"]
    for month, theirs in enumerate(peer.reduced_park(firms, months, seed)):
        for key, value in zip(ours, theirs, strict=True):
            if ours[key][month] != value:
                yield f"{firms} firms, seed {seed}, month {month + 1}, {key}: {ours[key][month]!r}, the peer has {value!r}"


def main():
    program, golden = sys.argv[1], pathlib.Path(sys.argv[2])
    faults = [fault for case in CASES for fault in differences(program, *case)]
    document = parksim(program, "--replications", "64")
    if document != parksim(program, "--replications", "64", "--jobs", "1"):
        faults.append("another number of jobs gives other bytes")
    if os.environ.get("PARKSIM_UPDATE_GOLDEN") == "1":
        golden.write_text(document, encoding="utf-8")
    elif golden.read_text(encoding="utf-8") != document:
        faults.append(f"64 replications are not those of {golden.name}")
    sys.exit("\n".join(faults[:20]) or 0)


main()
