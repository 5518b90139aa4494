"""A standalone cluster of Spark on 127.0.0.1: a master and workers of one core each, as processes of their own."""

import os
import pathlib
import signal
import socket
import subprocess
import sys
import time

import pyspark

SPARK = pathlib.Path(pyspark.__file__).parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Cluster:
    def __init__(self, folder, workers=2):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.environment = {
            **os.environ,
            "SPARK_HOME": str(SPARK),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "SPARK_LOCAL_DIRS": str(self.folder),
            "PYSPARK_PYTHON": sys.executable,
            "PYSPARK_DRIVER_PYTHON": sys.executable,
            "LC_ALL": "C.UTF-8",
        }
        port = free_port()
        self.address = f"spark://127.0.0.1:{port}"
        # The pages of master and workers are taken from any free port.
        self.master = self._start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", port, "--webui-port", 0)
        self._wait("master", "I have been elected leader")
        self.workers = [self._worker(number) for number in range(workers)]
        for number in range(workers):
            self._wait(f"worker-{number}", "Successfully registered with master")

    def _worker(self, number):
        options = ["--host", "127.0.0.1", "--cores", 1, "--memory", "1g", "--webui-port", 0, "--work-dir", self.folder / f"work-{number}"]
        return self._start(f"worker-{number}", "org.apache.spark.deploy.worker.Worker", *options, self.address)

    def _start(self, name, *command):
        log = open(self.folder / f"{name}.log", "wb")
        words = [str(SPARK / "bin/spark-class"), *map(str, command)]
        return subprocess.Popen(words, env=self.environment, stdout=log, stderr=log, start_new_session=True)

    def _wait(self, name, words, seconds=90):
        path = self.folder / f"{name}.log"
        for _ in range(seconds * 5):
            if words in path.read_text(errors="replace"):
                return
            time.sleep(0.2)
        raise AssertionError(f"{name} did not start:\n{path.read_text(errors='replace')[-2000:]}")

    def submit(self, job, *arguments, settings=()):
        """Starts a job, its driver here; returns the process, whose output is in `job.log`."""
        settings = [
            "spark.ui.enabled=false",
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.executor.memory=768m",
            "spark.executorEnv.LC_ALL=C.UTF-8",
            *settings,
        ]
        command = [SPARK / "bin/spark-submit", "--master", self.address, *(word for one in settings for word in ("--conf", one)), job, *arguments]
        log = open(self.folder / "job.log", "wb")
        return subprocess.Popen([str(word) for word in command], env=self.environment, stdout=log, stderr=subprocess.STDOUT, start_new_session=True)

    def log(self):
        return (self.folder / "job.log").read_text(errors="replace")

    def kill_worker(self, number):
        """The worker and all that it started, at once and without a word, as when a machine loses its power."""
        for child in reversed(descendants(self.workers[number].pid)):
            os.kill(child, signal.SIGKILL)

    def stop(self):
        for process in [self.master, *self.workers]:
            for child in reversed(descendants(process.pid)):
                try:
                    os.kill(child, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            process.wait()


def descendants(pid):
    """The process and all below it, by /proc, from the top down."""
    parents = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                # After the name in brackets, which may hold blanks: state, parent.
                parents[int(entry.name)] = int((entry / "stat").read_text(errors="replace").rpartition(")")[2].split()[1])
            except (FileNotFoundError, ProcessLookupError, PermissionError):
                pass
    found = [pid]
    for one in found:
        found.extend(child for child, parent in parents.items() if parent == one)
    return found
