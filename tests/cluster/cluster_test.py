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
import sqlite3
import subprocess
import sys
import tempfile
import time

BUILT, SOURCE = sys.argv[1:3]
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
    "design": {"sobol": {"n": 256}},
    "outcomes": ["jobs", "output", "fiscal_npv"],
    "replications": 3,
}


# Of all waits together: a bound against hanging, and no measure of speed. A busy machine takes ten times as long as an idle one.
SECONDS = 600


class Cluster:
    """Two nodes and a controller on this machine, in a folder that holds all they write."""

    def __init__(self, folder):
        self.folder = folder
        self.deadline = time.monotonic() + SECONDS

    def fail(self, what):
        """Ends the test with everything that was said on the way."""
        for log in sorted([*self.folder.glob("log/*.log"), *self.folder.glob("cluster.db.slurm/*.log")]):
            print(f"--- {log.name}\n{log.read_text(errors='replace')[-3000:]}")
        for words in (["squeue", "--all"], ["sinfo"], ["scontrol", "show", "job"]):
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            print(f"--- {' '.join(words)}\n{done.stdout[-6000:]}{done.stderr[-500:]}")
        sys.exit(what)

    def wait_until(self, condition, what):
        while time.monotonic() < self.deadline:
            found = condition()
            if found:
                return found
            time.sleep(0.1)
        self.fail(f"waited in vain: {what}")


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def free_ports(count):
    """The first of `count` ports in a row on which nobody listens."""
    for _ in range(100):
        first = random.randrange(20000, 30000)
        with contextlib.ExitStack() as sockets, contextlib.suppress(OSError):
            for port in range(first, first + count):
                sockets.enter_context(socket.socket()).bind(("127.0.0.1", port))
            return first
    sys.exit("no free ports")


def start_node(folder, node):
    done = subprocess.run(["slurmd", "-N", node, "-f", os.environ["SLURM_CONF"]], check=False)
    if done.returncode != 0:  # why stands in its log alone
        log = folder / "log" / f"slurmd_{node}.log"
        sys.exit(f"slurmd {node}: exit {done.returncode}\n" + (log.read_text(errors="replace") if log.is_file() else ""))


def start_daemons(folder):
    key = folder / "munge.key"
    key.touch(mode=0o600)
    key.write_bytes(os.urandom(1024))
    for name in ("state", "log"):
        (folder / name).mkdir()
    folder.chmod(0o755)
    port = free_ports(3)
    (folder / "slurm.conf").write_text(CONFIGURATION.format(
        folder=folder, user=getpass.getuser(), host=socket.gethostname().split(".")[0],
        port=port, port_1=port + 1, port_2=port + 2))
    os.environ["SLURM_CONF"] = str(folder / "slurm.conf")
    run("munged", f"--key-file={key}", f"--socket={folder}/munge.sock", f"--pid-file={folder}/munged.pid",
        f"--log-file={folder}/log/munged.log", f"--seed-file={folder}/munge.seed")
    run("slurmctld", "-f", os.environ["SLURM_CONF"])
    for node in ("n1", "n2"):
        start_node(folder, node)


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


def working_shard(work):
    """Number and process of a shard that has stored results; its lock file says which process that is."""
    for lock in sorted(work.glob("shard_*.db.lock")):
        store, shard = lock.with_suffix(""), lock.name.split(".")[0].removeprefix("shard_")
        with contextlib.suppress(OSError, ValueError, IndexError, sqlite3.Error):
            process = int(lock.read_text().split()[1])
            with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
                rows = database.execute("SELECT count(*) FROM runs").fetchone()[0]
            # Nobody else's process: it may have ended, and its number be another's by now.
            if rows > 0 and str(store).encode() in pathlib.Path(f"/proc/{process}/cmdline").read_bytes():
                return shard, process
    return None


def rows_of(store):
    with contextlib.closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True)) as database:
        return database.execute("SELECT count(*) FROM runs").fetchone()[0]


def exported(parksim, store, folder):
    run(parksim, "study", "export", str(store), "--csv", str(folder), "--quiet")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def check(folder):
    # A copy: the tree may be built again while the cluster is at work.
    parksim = str(shutil.copy(BUILT, folder / "parksim"))
    study = folder / "study.json"
    study.write_text(json.dumps(STUDY))
    run(parksim, "study", "run", str(study), "--out", str(folder / "local.db"), "--quiet")
    start_daemons(folder)
    cluster = Cluster(folder)
    cluster.wait_until(nodes_are_idle, "two idle nodes")
    out = folder / "cluster.db"
    submitted = json.loads(run(parksim, "study", "submit", str(study), "--cluster", "slurm", "--shards", str(SHARDS),
                               "--partition", "main", "--out", str(out), "--json"))
    work = pathlib.Path(submitted["folder"])
    shard, process = cluster.wait_until(lambda: working_shard(work), "a shard at work")
    os.kill(process, signal.SIGKILL)
    log = work / f"shard_{shard}.log"
    cluster.wait_until(lambda: log.is_file() and "asking to be queued again" in log.read_text(errors="replace"),
                       "the killed shard asks to be queued again")
    kept = rows_of(work / f"shard_{shard}.db")
    task = f"{submitted['array']}_{shard}"
    cluster.wait_until(lambda: "Restarts=1" in subprocess.run(["scontrol", "show", "job", task], capture_output=True,
                                                              text=True, check=False).stdout, "the task is queued again")
    cluster.wait_until(lambda: out.exists() and not out.with_name(out.name + ".lock").exists(), "the merge")
    if not 0 < kept < rows_of(work / f"shard_{shard}.db"):
        cluster.fail("the killed shard had stored nothing, or all")
    if exported(parksim, out, folder / "from_cluster") != exported(parksim, folder / "local.db", folder / "from_here"):
        cluster.fail("the merged results differ from those of one machine")
    print(f"shard {shard} was killed with {kept} runs stored, queued again, and the merged results are those of one machine")


def main():
    missing = [name for name in ("munged", "slurmctld", "slurmd", "sbatch") if not shutil.which(name)]
    if missing:
        print(f"skipped, not installed: {', '.join(missing)}")
        sys.exit(SKIPPED)
    os.environ["PARKSIM_DATA"] = SOURCE
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parksim_cluster_"))
    try:
        check(folder)
    finally:
        stop_daemons(folder)
        shutil.rmtree(folder, ignore_errors=True)


main()
