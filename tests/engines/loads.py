"""Loads into running engines: again, cut off, changed, refused."""

import json
import re
import subprocess
import threading
import time

import questions
import synthesize
from readers import LABEL, TZ, whole

SUMMARY = re.compile(r"^(nodes|edges) +(\d+)  created (\d+), changed (\d+), left (\d+)(?:, removed (\d+))?$", re.M)


class Loads:
    """Loads by one tuzhi into one engine."""

    def __init__(self, tuzhi, server):
        self.tuzhi, self.server, self.rdf = tuzhi, server, server.name == "Oxigraph"

    def run(self, graph, name, *options, address=None, environment=None):
        command = [self.tuzhi, "load", graph, "--to", address or self.server.address(name), *options]
        environment = self.server.environment() if environment is None else environment
        return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=1800)

    def load(self, graph, name, *options):
        """Loads, and gives {what: (all, created, changed, left, removed)}."""
        done = self.run(graph, name, *options)
        assert done.returncode == 0, f"{done.stdout}{done.stderr}"
        return self.summary(done.stdout)

    def summary(self, text):
        found = {row[0]: tuple(int(cell or 0) for cell in row[1:]) for row in SUMMARY.findall(text)}
        assert set(found) == {"nodes", "edges"}, text
        return found

    def counts(self, name, source="tuzhi"):
        """Nodes and edges, as the engine counts them; a store of RDF has a graph for each source."""
        if self.rdf:
            of = f"GRAPH <urn:tuzhi:graph:{source}>"
            things = self.server.ask(name, f"SELECT (COUNT(*) AS ?n) {{ {of} {{ ?s <{TZ}digest> ?d }} }}")
            relations = self.server.ask(name, f"SELECT (COUNT(*) AS ?n) {{ {of} {{ ?s a <{TZ}Relation> }} }}")
            return int(things[0][0]) - int(relations[0][0]), int(relations[0][0])
        nodes = self.server.ask(name, "MATCH (n) RETURN count(n)")[0][0]
        edges = self.server.ask(name, "MATCH ()-[r]->() RETURN count(r)")[0][0]
        return nodes, edges

    def twice(self, path, name, source):
        """The second load finds all of it there."""
        first = self.load(path, name, "--source", source)
        before = self.counts(name, source)
        for what, count in zip(("nodes", "edges"), before):
            total, created, changed, left, _ = first[what]
            assert (total, created, changed, left) == (count, count, 0, 0), (what, first, before)
        second = self.load(path, name, "--source", source)
        for what in ("nodes", "edges"):
            total, created, changed, left, _ = second[what]
            assert (created, changed, left) == (0, 0, total), second
        assert self.counts(name, source) == before
        return before

    def later(self, path, name, folder):
        """What changed is changed; --prune takes away what is gone, of this source only."""
        before = self.counts(name)
        self.load(path, name, "--source", "other")
        assert self.counts(name) == before, "two sources share what both hold"
        graph = json.load(open(path, encoding="utf-8"))
        later = synthesize.write(synthesize.changed(graph), folder / "later.json")
        kept = self.load(later, name)
        assert kept["nodes"][2] == 1 and kept["edges"][2] == 1, kept
        assert self.counts(name) == before, "without --prune nothing goes"
        pruned = self.load(later, name, "--source", "tuzhi", "--prune")
        assert pruned["nodes"][4] >= 1 and pruned["nodes"][1:3] == pruned["edges"][1:3] == (0, 0), pruned
        again = self.load(later, name, "--source", "tuzhi", "--prune")
        assert again["nodes"][4] == again["edges"][4] == 0, again
        # The other source still holds what this one gave up.
        assert self.counts(name, "other") == before
        gone = self.load(later, name, "--source", "other", "--prune")
        assert [gone[what][4] for what in gone] == [pruned[what][4] for what in pruned], (gone, pruned)
        for source in ("tuzhi", "other"):
            assert self.counts(name, source) == (gone["nodes"][0], gone["edges"][0])

    def old_rdf(self, path):
        """Statements of RDF 1.1: loaded twice, and counted."""
        options = ("--rdf", "1.1", "--source", "old", "--prune")
        first, second = self.load(path, None, *options), self.load(path, None, *options)
        assert second["edges"] == (first["edges"][0], 0, 0, first["edges"][0], 0), second
        statement = "?r a <http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement>"
        found = self.server.ask(None, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <urn:tuzhi:graph:old> {{ {statement} }} }}")
        assert int(found[0][0]) == first["edges"][0], found

    def interrupted(self, path, name, *options):
        """A load under way, whose server was just killed."""
        result = {}

        def work():
            result["done"] = self.run(path, name, "--batch", "500", "--source", name, *options)

        worker = threading.Thread(target=work)
        worker.start()
        deadline = time.monotonic() + 300
        while self.counts_or_nothing(name)[0] < 2000:
            assert worker.is_alive(), f"the load ended before the server was killed: {result}"
            assert time.monotonic() < deadline, "nothing arrives"
            time.sleep(0.1)
        self.server.stop()
        return worker, result

    def counts_or_nothing(self, name):
        """A server under load may have no time for questions."""
        try:
            return self.counts(name, name)
        except Exception:
            return 0, 0

    def cut_off(self, path, name):
        """The server is killed in the midst of a load and started again: the load goes on by itself."""
        worker, result = self.interrupted(path, name)
        time.sleep(1)
        self.server.start()
        worker.join()
        done = result["done"]
        assert done.returncode == 0, done.stdout + done.stderr
        assert "connection lost" in done.stdout and "try 1 of 8" in done.stderr, done.stdout + done.stderr
        found = self.summary(done.stdout)
        assert self.counts(name, name) == (found["nodes"][0], found["edges"][0]), (self.counts(name, name), found)

    def dies(self, path, name):
        """The server is killed and stays away: a clear error; the second run completes the load."""
        worker, result = self.interrupted(path, name, "--retries", "1")
        worker.join()
        done = result["done"]
        assert done.returncode == 1, done.stdout + done.stderr
        last = done.stderr.strip().split("\n")[-1]
        assert last.startswith("tuzhi: error: ") and "no connection" in last and "the same command" in last, done.stderr
        self.server.start()
        found = self.load(path, name, "--source", name)
        assert self.counts(name, name) == (found["nodes"][0], found["edges"][0]), (self.counts(name, name), found)

    def mistakes(self, graph, name):
        """Each mistake gets one clear line and exit code 1, and no password is ever printed."""
        usual = self.server.environment()
        cases = [
            ("unknown host", dict(address=self.server.address(name).replace("127.0.0.1", "no-such-host.invalid")), "there is no host"),
            ("no server", dict(address=re.sub(r":\d+", ":1", self.server.address(name))), "no connection"),
        ]
        if self.server.password:
            wrong = dict(usual, TUZHI_PASSWORD="topsecret")
            cases.append(("wrong password", dict(environment=wrong), "refuses user and password"))
            bare = {key: value for key, value in usual.items() if key != "TUZHI_PASSWORD"}
            cases.append(("no password", dict(environment=bare), "set TUZHI_PASSWORD"))
            cases.append(("wrong database", dict(address=self.server.address("nodatabase")), "no such database"))
        elif self.server.name == "FalkorDB":
            cases.append(("wrong password", dict(environment=dict(usual, TUZHI_PASSWORD="topsecret")), "refuses user and password"))
            cases.append(("another language", {"address": self.server.address(name), "options": ["--lang", "zh"]}, "--lang en"))
        else:
            cases.append(("wrong path", dict(address=self.server.address(name) + "/nodata"), "nothing answers SPARQL"))
        for what, how, said in cases:
            options = how.pop("options", [])
            done = self.run(graph, name, *options, **how)
            assert done.returncode == 1, (what, done.stdout, done.stderr)
            assert said in done.stderr and re.search("[;；]", done.stderr), (what, done.stderr)
            assert done.stderr.count("\n") == 1, (what, done.stderr)
            assert "topsecret" not in done.stderr + done.stdout, what

    def answers(self, name, told, about, source):
        """The engine answers as `tuzhi query` does."""
        asked = questions.sparql(**about) if self.rdf else questions.cypher(**about)
        for what, query in asked.items():
            query = query.replace("GRAPH ?source", f"GRAPH <urn:tuzhi:graph:{source}>")
            found = questions.comparable(what, self.server.ask(name, query))
            expected = told[what]
            assert found == expected, (
                f"{self.server.name}, {what}: only there {sorted(found - expected, key=str)[:3]}, "
                f"only in tuzhi query {sorted(expected - found, key=str)[:3]}"
            )

    def nasty(self, graph, name):
        """Names of any sort come back as they went in (without U+0000, which becomes U+FFFD)."""
        self.load(graph, name, "--source", "nasty", "--prune")
        expected = sorted(node["name"].replace("\0", "\ufffd") for node in json.load(open(graph, encoding="utf-8"))["nodes"])
        if self.rdf:
            asked = f"SELECT ?name {{ GRAPH <urn:tuzhi:graph:nasty> {{ ?e a <{TZ}Entity> ; <{LABEL}> ?name }} }}"
            expected = sorted(node["name"] for node in json.load(open(graph, encoding="utf-8"))["nodes"])
        else:
            asked = "MATCH (n:Entity) RETURN n.name"
        found = sorted(row[0] for row in self.server.ask(name, asked))
        assert found == expected, (found, expected)


def script(case, run, ask):
    """The Cypher script, run twice by the engine's own client: the same counts."""
    path = case.export("cypher")
    statements = [part for part in whole(path).split(";\n") if part.strip()]
    counts = []
    for _ in range(2):
        for statement in statements:
            run(statement)
        counts.append((ask("MATCH (n) RETURN count(n)")[0][0], ask("MATCH ()-[r]->() RETURN count(r)")[0][0]))
    assert counts[0] == counts[1] == synthesize.sizes(case.rows), (counts, synthesize.sizes(case.rows))
    names = sorted(row[0] for row in ask("MATCH (n:Entity) RETURN n.name"))
    assert names == sorted(name.replace("\0", "\ufffd") for name in case.names)
