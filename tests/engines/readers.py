"""Every format read back by the tool it is for."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import lxml.etree
import networkx
import pandas
import pyarrow.parquet
import pyoxigraph
import rdflib

HERE = Path(__file__).parent
TZ = "urn:tuzhi:vocabulary#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
KEPT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def whole(path, encoding="utf-8"):
    """The text of a file, its line ends as they are."""
    with open(path, encoding=encoding, newline="") as file:
        return file.read()


class Case:
    """A graph file, and its exports in a folder."""

    def __init__(self, tuzhi, graph, folder, *options):
        self.tuzhi, self.graph, self.options = tuzhi, Path(graph), options
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.rows = json.loads(self.graph.read_text(encoding="utf-8"))
        self.nodes = {node["id"]: node for node in self.rows["nodes"]}
        self.names = sorted(node["name"] for node in self.rows["nodes"])

    def export(self, name, *options):
        path = self.folder / name
        command = [self.tuzhi, "export", self.graph, "--format", name, "-o", path, *self.options, *options]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return path

    def check(self, found, expected, what):
        assert found == expected, f"{what}: {str(found)[:300]} instead of {str(expected)[:300]}"


def xml(text):
    """The text as XML can carry it."""
    return KEPT.sub("\ufffd", text)


def read_json(case):
    for key in ("edges", "links"):
        data = json.loads(case.export("json", "--edges-key", key).read_text(encoding="utf-8"))
        graph = networkx.node_link_graph(data, edges=key)
        case.check(sorted(name for _, name in graph.nodes(data="name")), case.names, "networkx: names")
        case.check(graph.number_of_edges(), len(case.rows["edges"]), "networkx: edges")


def read_jsonl(case):
    lines = [json.loads(line) for line in case.export("jsonl").read_text(encoding="utf-8").split("\n") if line]
    for kind, rows in (("node", case.rows["nodes"]), ("edge", case.rows["edges"])):
        case.check([line[kind] for line in lines if kind in line], rows, f"jsonl: {kind}")


def read_javascript(case, script):
    """Cytoscape.js and graphology, both in one run of Node.js."""
    paths = [str(case.export(name)) for name in ("cytoscape", "graphology", "gexf", "graphml")]
    done = subprocess.run(["node", script, *paths], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    for tool in ("cytoscape", "graphology"):
        case.check(sorted(found[tool]["names"]), case.names, f"{tool}: names")
        case.check(found[tool]["edges"], len(case.rows["edges"]), f"{tool}: edges")
    for tool in ("gexf", "graphml"):
        case.check(len(found[tool]["names"]), len(case.names), f"graphology-{tool}: nodes")
        case.check(found[tool]["edges"], len(case.rows["edges"]), f"graphology-{tool}: edges")


def read_jgf(case):
    data = json.loads(case.export("jgf").read_text(encoding="utf-8"))
    schema = json.loads((HERE / "schemas" / "jgf-2.json").read_text())
    jsonschema.validate(data, schema)
    nodes = data["graph"]["nodes"]
    case.check(sorted(nodes), sorted(case.nodes), "jgf: ids")
    case.check(sorted(node["label"] for node in nodes.values()), case.names, "jgf: labels")
    assert all(edge["source"] in nodes and edge["target"] in nodes for edge in data["graph"]["edges"])


def read_graphml(case):
    path = case.export("graphml")
    schema = lxml.etree.XMLSchema(lxml.etree.parse(HERE / "schemas" / "graphml.xsd"))
    schema.assertValid(lxml.etree.parse(path, lxml.etree.XMLParser(huge_tree=True)))
    graph = networkx.read_graphml(path, force_multigraph=True)
    case.check(sorted(name or "" for _, name in graph.nodes(data="name")), sorted(map(xml, case.names)), "graphml: names")
    case.check(graph.number_of_edges(), len(case.rows["edges"]), "graphml: edges")
    kinds = {xml(node["id"]): node["kind"] for node in case.rows["nodes"]}
    for _, data in graph.nodes(data=True):
        assert data["labels"] == f":Entity:{kinds[data['id']].capitalize()}", data
    types = sorted(edge["type"].upper() for edge in case.rows["edges"])
    case.check(sorted(label for *_, label in graph.edges(data="label")), types, "graphml: types for APOC")


def read_gexf(case):
    path = case.export("gexf")
    schema = lxml.etree.RelaxNG(lxml.etree.parse(HERE / "schemas" / "gexf-1.3.rng"))
    tree = lxml.etree.parse(path, lxml.etree.XMLParser(huge_tree=True))
    schema.assertValid(tree)
    seen = set()
    for edge in tree.iter("{*}edge"):
        parallel = (edge.get("source"), edge.get("target"), edge.get("kind"))
        assert parallel not in seen, f"gexf: Gephi would merge {parallel}"
        seen.add(parallel)
    graph = networkx.read_gexf(path, version="1.3")
    case.check(sorted(name for _, name in graph.nodes(data="label")), sorted(map(xml, case.names)), "gexf: labels")
    case.check(graph.number_of_edges(), len(case.rows["edges"]), "gexf: edges")
    spells = sum(1 for *_, data in graph.edges(data=True) if data.get("spells") or data.get("start"))
    case.check(spells, sum(1 for edge in case.rows["edges"] if edge["period"]), "gexf: edges with years")


def read_dot(case):
    path = case.export("dot")
    done = subprocess.run(["dot", "-Tcanon", path], capture_output=True, text=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    done = subprocess.run(["gc", "-n", "-e", path], capture_output=True, text=True)
    found = [int(number) for number in done.stdout.split()[:2]]
    case.check(found, [len(case.nodes), len(case.rows["edges"])], "dot: nodes and edges")


def read_rdf(case):
    """Oxigraph reads RDF 1.2; rdflib, which knows only 1.1, reads the fallback."""
    turtle = pyoxigraph.Store()
    turtle.load(path=case.export("turtle"), format=pyoxigraph.RdfFormat.TURTLE)
    quads = pyoxigraph.Store()
    quads.load(path=case.export("nquads"), format=pyoxigraph.RdfFormat.N_QUADS)
    case.check(len(turtle), len(quads), "turtle and nquads say the same")
    named = "SELECT ?name { { GRAPH ?g { ?e a <%sEntity> ; <%s> ?name } } UNION { ?e a <%sEntity> ; <%s> ?name } }"
    named %= (TZ, LABEL, TZ, LABEL)
    for store in (turtle, quads):
        case.check(sorted(row["name"].value for row in store.query(named)), case.names, "rdf: names")
    holding = {
        (edge["source"], edge["type"], edge["target"])
        for edge in case.rows["edges"]
        if edge["modality"] != "planned" and edge.get("polarity", True)
    }
    asserted = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?a a <%sEntity> . ?b a <%sEntity> }" % (TZ, TZ)
    case.check(int(next(turtle.query(asserted))["n"].value), len(holding), "rdf: what holds is asserted")
    spoken = "SELECT (COUNT(DISTINCT ?r) AS ?n) { ?r <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( ?a ?p ?b )>> }"
    case.check(int(next(turtle.query(spoken))["n"].value), len(case.rows["edges"]), "rdf: all are spoken of")
    for old in (("turtle", "turtle"), ("nquads", "nquads")):
        graph = rdflib.Dataset(default_union=True)
        graph.parse(case.export(old[0], "--rdf", "1.1"), format=old[1])
        names = [str(row[0]) for row in graph.query(f"SELECT ?name {{ ?e a <{TZ}Entity> ; <{LABEL}> ?name }}")]
        case.check(sorted(names), case.names, f"rdflib: names in {old[0]} of RDF 1.1")
        statements = len(list(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement)))
        case.check(statements, len(case.rows["edges"]), f"rdflib: statements in {old[0]}")


def read_csv(case):
    folder = case.export("csv")

    def sheet(text):
        text = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "\ufffd", text)
        return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")) else text

    # pandas takes a lone carriage return in quotes for what it is only with the Python engine.
    entities = pandas.read_csv(folder / "entities.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig",
                               engine="python", lineterminator=None)
    case.check(sorted(norm(name) for name in entities["name"]), sorted(norm(sheet(name)) for name in case.names), "csv: names")
    relations = pandas.read_csv(folder / "relations.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig", engine="python")
    case.check(len(relations), len(case.rows["edges"]), "csv: relations")
    for file in folder.iterdir():
        for row in csv.reader(io.StringIO(whole(file, "utf-8-sig"), newline="")):
            assert not any(cell.startswith(("=", "@")) for cell in row), f"{file}: {row} would be run"


def norm(text):
    """Line ends as text readers make them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_parquet(case):
    folder = case.export("parquet")
    table = pyarrow.parquet.read_table(folder / "entities.parquet").to_pylist()
    found = [(row["id"], row["name"], row["aliases"], row["within"]) for row in table]
    rows = case.rows["nodes"]
    expected = [(row["id"], row["name"], row["aliases"], row["attributes"].get("within", [])) for row in rows]
    case.check(found, expected, "parquet: entities")
    table = pyarrow.parquet.read_table(folder / "relations.parquet").to_pylist()
    found = [(row["source"], row["target"], row["type"], row["confidence"], row["titles"]) for row in table]
    expected = [(row["source"], row["target"], row["type"], row["confidence"], row.get("titles", [])) for row in case.rows["edges"]]
    case.check(found, expected, "parquet: relations")


HEAD = re.compile(r"[a-z_0-9]+(:(double|long|boolean|string\[\]|long\[\]))?|(id)?:(ID|START_ID|END_ID)\([A-Z][a-z]+\)|:LABEL|:TYPE")


def read_neo4j_csv(case):
    """neo4j-admin is not to be had here; its rules are checked: heads, types, ids within their spaces."""
    folder = case.export("neo4j-csv")
    script = (folder / "import.sh").read_text()
    ids, ends = {}, {}
    for file in sorted(folder.glob("*.csv")):
        assert re.search(rf"--(nodes|relationships)={file.name}\b", script), f"{file.name} is not imported"
        head, *rows = csv.reader(io.StringIO(whole(file), newline=""))
        assert all(HEAD.fullmatch(name) for name in head), head
        for row in rows:
            assert len(row) == len(head), row
            for name, cell in zip(head, row):
                if match := re.search(r":ID\((\w+)\)", name):
                    assert cell and cell not in ids.setdefault(match[1], set()), f"{cell} twice in {match[1]}"
                    ids[match[1]].add(cell)
                elif match := re.search(r":(?:START|END)_ID\((\w+)\)", name):
                    ends.setdefault(match[1], set()).add(cell)
                elif name.endswith(":long") and cell:
                    int(cell)
                elif name.endswith(":double") and cell:
                    float(cell)
    for space, used in ends.items():
        assert used <= ids[space], f"{used - ids[space]} are no ids of {space}"
    names = []
    rows = csv.DictReader(io.StringIO(whole(folder / "entities.csv"), newline=""))
    names = sorted(row["name"] for row in rows)
    case.check(names, sorted(re.sub("[\0\x1f]", "\ufffd", name) for name in case.names), "neo4j-csv: names")
    assert subprocess.run(["sh", "-n", folder / "import.sh"]).returncode == 0


def read_ladybug(case):
    import ladybug

    folder = case.export("ladybug")
    path = case.folder / "graph.lbug"
    for old in case.folder.glob("graph.lbug*"):
        old.unlink()
    connection = ladybug.Connection(ladybug.Database(str(path)))
    for name in ("schema.cypher", "copy.cypher"):
        for statement in whole(folder / name).split(";\n"):
            if statement.strip():
                connection.execute(statement.replace("FROM '", f"FROM '{folder}/"))
    rows = list(connection.execute("MATCH (n:Entity) RETURN n.id, n.name, n.aliases"))

    def kept(text):
        return re.sub("[\0\x1f]", "\ufffd", text)

    found = {row[0]: (row[1], row[2]) for row in rows}
    expected = {kept(key): (kept(node["name"]), [kept(alias) for alias in node["aliases"]]) for key, node in case.nodes.items()}
    case.check(found, expected, "ladybug: entities")
    types = {edge["type"].upper() for edge in case.rows["edges"]}
    count = sum(list(connection.execute(f"MATCH ()-[r:{kind}]->() RETURN count(r)"))[0][0] for kind in types)
    case.check(count, len(case.rows["edges"]), "ladybug: relations")
    return connection


READERS = [read_json, read_jsonl, read_jgf, read_graphml, read_gexf, read_dot, read_rdf, read_csv, read_parquet,
           read_neo4j_csv, read_ladybug]
