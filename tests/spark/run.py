#!/usr/bin/env python3
"""Tests of scale/spark on a real cluster: python3 tests/spark/run.py --tuzhi target/release/tuzhi

A standalone master and two workers on 127.0.0.1 merge a few hundred reports, made of the shipped example by other
names; what Parquet comes out is, row for row and byte for byte, the graph that one process makes. Also when a worker
is killed in mid-job, when tasks fail and are tried again, when Spark starts slow tasks twice, and when some
of the reports are none. Needs Java 17 and the packages of requirements.txt, which it installs into an environment of its
own when they are missing. The program must have been built with the feature parquet.
"""

import argparse
import json
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
JOB = ROOT / "scale/spark/tuzhi_job.py"

sys.path.insert(0, str(HERE.parent))
from environment import environment  # noqa: E402

# Names of the example, and what stands in their place; the numbers of a report choose.
NAMES = {
    "云溪": ["云溪", "青岭", "石川", "竹川", "沙溪"],
    "恒泽": ["恒泽", "启光", "瑞禾", "明川"],
    "岚芝堂": ["岚芝堂", "仁和堂", "百草堂"],
    "星槎": ["星槎", "天枢", "北斗"],
}

# Lines that hold no report, and what must come of each: an error record and nothing else.
POISON = [b"{\"id\": \"cut\", \"text\": \"20", b"[1, 2]", b"{\"id\": \"empty\", \"text\": \"\"}", b"\xff\xfe\x00 no text", b"{\"id\": \"none\"}"]


def reports(path, count, tuzhi, poison=True):
    """Writes `count` reports as JSON Lines, with lines between them that are none."""
    text = subprocess.run([tuzhi, "restore", ROOT / "examples/yunxi-2024.txt"], check=True, capture_output=True).stdout.decode()
    with open(path, "wb") as out:
        for number in range(count):
            words, rest = text, number
            for name, others in NAMES.items():
                words = words.replace(name, others[rest % len(others)])
                rest //= len(others)
            words = words.replace("2024年", f"{2000 + number % 25}年")
            row = {"id": f"report-{number:05}", "text": words, "url": f"https://example.org/{number}"}
            out.write(json.dumps(row, ensure_ascii=number % 2 == 0).encode() + b"\n")
            if poison and number % 20 == 7:
                out.write(POISON[number // 20 % len(POISON)] + b"\n")


def script(path, body):
    """A program in place of tuzhi, which `$TUZHI` is."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


class Tests:
    def __init__(self, tuzhi, work, count):
        from cluster import Cluster

        self.tuzhi, self.work, self.count = str(pathlib.Path(tuzhi).resolve()), work, count
        self.reports = work / "reports.jsonl"
        reports(self.reports, count, self.tuzhi)
        self.lines = sum(1 for _ in open(self.reports, "rb"))
        started = time.monotonic()
        with open(work / "records.jsonl", "wb") as records:
            subprocess.run([self.tuzhi, "extract", "--jsonl", self.reports], check=True, stdout=records)
        merge = subprocess.run([self.tuzhi, "merge", work / "records.jsonl", "--formats", "json", "-o", work / "single"], capture_output=True)
        self.single_took = time.monotonic() - started
        assert merge.returncode == 1, "the lines that hold no report are told"
        self.single = (work / "single/graph.json").read_bytes()
        self.cluster = Cluster(work / "cluster")

    def run(self, name, tuzhi=None, settings=(), during=lambda: None, tasks=8):
        graph = self.work / name
        started = time.monotonic()
        options = ["--tuzhi", tuzhi or self.tuzhi, "--tasks", tasks, "--parts", 4]
        job = self.cluster.submit(JOB, *options, self.reports, graph, settings=settings)
        during()
        code = job.wait(timeout=600)
        took = time.monotonic() - started
        assert code == 0, self.cluster.log()[-4000:]
        self.check(graph)
        return took

    def check(self, graph):
        """The Parquet is the graph of one process, byte for byte, and says which lines were no reports."""
        exported = self.work / "exported.json"
        subprocess.run([self.tuzhi, "export", graph, "--format", "json", "-o", exported], check=True)
        assert exported.read_bytes() == self.single, "Spark and one process do not make the same graph"
        told = f"errors {self.lines - self.count}"
        assert told in self.cluster.log(), f"not told: {told}"

    def test_the_cluster_makes_the_graph_of_one_process(self):
        took = self.run("plain")
        print(f"   {self.count} reports: one process {self.single_took:.1f} s, the cluster {took:.1f} s")

    def test_what_comes_out_answers_like_a_graph_file(self):
        graph = self.work / "plain"
        told = subprocess.run([self.tuzhi, "query", graph, "list", "--kind", "enterprise", "--json", "--limit", "5"], check=True, capture_output=True)
        single = self.work / "single/graph.json"
        same = subprocess.run([self.tuzhi, "query", single, "list", "--kind", "enterprise", "--json", "--limit", "5"], check=True, capture_output=True)
        assert told.stdout == same.stdout and len(told.stdout) > 200, told.stdout[:500]

    def test_a_worker_that_dies_in_mid_job_changes_nothing(self):
        marks = self.work / "marks-kill"
        marks.mkdir()
        # Each process leaves a mark and takes its time, so that the kill falls into the middle.
        slow = script(self.work / "slow", f'touch {marks}/$$\nsleep 1.5\nexec {self.tuzhi} "$@"')

        def kill():
            wait(lambda: len(list(marks.iterdir())) >= 3, self.cluster)
            self.cluster.kill_worker(1)

        self.run("killed", tuzhi=slow, during=kill)
        assert "ERROR" in self.cluster.log() or "Lost executor" in self.cluster.log(), "nobody noticed"
        self.cluster.workers[1] = self.cluster._worker(1)

    def test_tasks_that_fail_are_tried_again(self):
        marks = self.work / "marks-fail"
        marks.mkdir()
        # The first four processes read their input, write half a line of output, and fail.
        body = f'if [ $(ls {marks} | wc -l) -lt 4 ]; then touch {marks}/$$; head -c 1000 >/dev/null; printf "half a li"; exit 3; fi'
        failing = script(self.work / "failing", f'{body}\nexec {self.tuzhi} "$@"')
        self.run("retried", tuzhi=failing)
        assert len(list(marks.iterdir())) >= 4 and "Lost task" in self.cluster.log(), "no task failed"

    def test_tasks_that_are_started_twice_count_once(self):
        marks = self.work / "marks-slow"
        marks.mkdir()
        # One process hangs; Spark starts its task a second time elsewhere.
        body = f'if mkdir {marks}/one 2>/dev/null; then sleep 25; fi'
        hanging = script(self.work / "hanging", f'{body}\nexec {self.tuzhi} "$@"')
        settings = ["spark.speculation=true", "spark.speculation.quantile=0.5", "spark.speculation.multiplier=1.5", "spark.speculation.interval=200ms"]
        self.run("speculated", tuzhi=hanging, settings=settings)
        log = self.cluster.log()
        assert "speculat" in log.lower(), "Spark started no task twice"


def wait(ready, cluster, seconds=120):
    for _ in range(seconds * 10):
        if ready():
            return
        time.sleep(0.1)
    raise AssertionError(cluster.log()[-3000:])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tuzhi", required=True, help="the program, built with the feature parquet")
    parser.add_argument("--reports", type=int, default=240, help="how many reports")
    options = parser.parse_args()
    work = pathlib.Path(tempfile.mkdtemp(prefix="tuzhi-spark-"))
    environment(__file__, ["pyspark"], work)
    failed, tests = [], Tests(options.tuzhi, work, options.reports)
    try:
        for name in [name for name in Tests.__dict__ if name.startswith("test_")]:
            started = time.monotonic()
            try:
                getattr(tests, name)()
                print(f"ok   {name[5:].replace('_', ' ')} ({time.monotonic() - started:.0f} s)", flush=True)
            except Exception:
                traceback.print_exc()
                print(f"FAIL {name[5:].replace('_', ' ')}", flush=True)
                failed.append(name)
    finally:
        tests.cluster.stop()
        shutil.rmtree(work, ignore_errors=True)
    print(f"{len(failed)} failed" if failed else "all passed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
