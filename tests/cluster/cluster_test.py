#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A study on a real Slurm cluster of two nodes on this machine: submitted, one shard's process killed, queued again,
merged; and the same results as without a cluster. cluster_test.py PARKSIM SOURCE_FOLDER"""
import contextlib
import getpass
import json
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

PARKSIM, SOURCE = sys.argv[1:3]
SKIPPED = 77
SHARDS = 4

CONFIGURATION = """ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
SlurmctldPort={port}
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge.sock,cred_expire=5
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool_%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd_%n.pid
SlurmctldLogFile={folder}/log/slurmctld.log
SlurmdLogFile={folder}/log/slurmd_%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmdTimeout=30
KillWait=2
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=1,bf_interval=1,batch_sched_delay=0
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={port_1} CPUs=1
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={port_2} CPUs=1
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
"""

STUDY = {
    "schema": "parksim/study/1",
    "name": "on_a_cluster",
    "scenarios": [f"{SOURCE}/scenarios/whole_package.json"],
    "factors": ["rent_free_months", "home_bias", "footloose_rate"],
    "design": {"sobol": {"n": 128}},
    "outcomes": ["jobs", "output", "fiscal_npv"],
    "replications": 3,
}


def wait_until(condition, seconds, what, logs=()):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    for log in logs:
        if log.is_file():
            print(f"--- {log.name}\n{log.read_text(errors='replace')[-2000:]}")
    sys.exit(f"not within {seconds} s: {what}")


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def start_daemons(folder):
    key = folder / "munge.key"
    key.touch(mode=0o600)
    key.write_bytes(os.urandom(1024))
    for name in ("state", "log"):
        (folder / name).mkdir()
    folder.chmod(0o755)
    port = random.randrange(20000, 30000)
    (folder / "slurm.conf").write_text(CONFIGURATION.format(
        folder=folder, user=getpass.getuser(), host=socket.gethostname().split(".")[0],
        port=port, port_1=port + 1, port_2=port + 2))
    os.environ["SLURM_CONF"] = str(folder / "slurm.conf")
    run("munged", f"--key-file={key}", f"--socket={folder}/munge.sock", f"--pid-file={folder}/munged.pid",
        f"--log-file={folder}/log/munged.log", f"--seed-file={folder}/munge.seed")
    run("slurmctld", "-f", os.environ["SLURM_CONF"])
    for node in ("n1", "n2"):
        run("slurmd", "-N", node, "-f", os.environ["SLURM_CONF"])


def pid_in(path):
    with contextlib.suppress(OSError, ValueError):
        return int(path.read_text())
    return None


def stop_daemons(folder):
    subprocess.run(["scancel", "-u", getpass.getuser()], capture_output=True, check=False)
    time.sleep(0.5)
    daemons = ["slurmd_n1", "slurmd_n2", "slurmctld", "munged"]
    pids = [pid for pid in (pid_in(folder / f"{name}.pid") for name in daemons) if pid]
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
    end = time.monotonic() + 10
    while time.monotonic() < end and any(os.path.exists(f"/proc/{pid}") for pid in pids):
        time.sleep(0.1)


def nodes_are_idle():
    done = subprocess.run(["sinfo", "-h", "-o", "%D %t"], capture_output=True, text=True, check=False)
    return done.stdout.strip() == "2 idle"


def process_of_shard(folder):
    """Of a shard that has begun to store results, the process that writes them: its lock file says which."""
    for lock in sorted(folder.glob("shard_*.db.lock")):
        with contextlib.suppress(OSError, ValueError, IndexError):
            return lock, int(lock.read_text().split()[1])
    return None


def exported(store, folder):
    run(PARKSIM, "study", "export", str(store), "--csv", str(folder), "--quiet")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def check(folder):
    study = folder / "study.json"
    study.write_text(json.dumps(STUDY))
    run(PARKSIM, "study", "run", str(study), "--out", str(folder / "local.db"), "--quiet")
    start_daemons(folder)
    logs = [folder / "log" / "slurmctld.log", folder / "log" / "slurmd_n1.log"]
    wait_until(nodes_are_idle, 30, "two idle nodes", logs)
    out = folder / "cluster.db"
    submitted = json.loads(run(PARKSIM, "study", "submit", str(study), "--cluster", "slurm", "--shards", str(SHARDS),
                               "--partition", "main", "--out", str(out), "--json"))
    work = pathlib.Path(submitted["folder"])
    shard_logs = [work / f"shard_{shard}.log" for shard in range(SHARDS)]
    lock, process = wait_until(lambda: process_of_shard(work), 60, "a shard at work", [*shard_logs, *logs])
    time.sleep(0.3)
    os.kill(process, signal.SIGKILL)
    shard = lock.name.split(".")[0].removeprefix("shard_")
    log = work / f"shard_{shard}.log"
    wait_until(lambda: "asking to be queued again" in log.read_text(errors="replace"), 30,
               "the killed shard asks to be queued again", [log, *logs])
    task = f"{submitted['array']}_{shard}"
    wait_until(lambda: "Restarts=1" in subprocess.run(["scontrol", "show", "job", task], capture_output=True,
                                                      text=True, check=False).stdout,
               30, "the task was queued again", [log, *logs])
    wait_until(out.exists, 120, "the merge", [log, work / "merge.log", *logs])
    wait_until(lambda: not out.with_name(out.name + ".lock").exists(), 30, "the merge has ended")
    if exported(out, folder / "from_cluster") != exported(folder / "local.db", folder / "from_here"):
        sys.exit("the merged results differ from those of one machine")
    print(f"shard {shard} was killed, queued again, and the merged results are those of one machine")


def main():
    missing = [name for name in ("munged", "slurmctld", "slurmd", "sbatch") if not shutil.which(name)]
    if missing:
        print(f"not installed: {', '.join(missing)}")
        sys.exit(SKIPPED)
    os.environ["PARKSIM_DATA"] = SOURCE
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parksim_cluster_"))
    try:
        check(folder)
    finally:
        stop_daemons(folder)
        shutil.rmtree(folder, ignore_errors=True)


main()
