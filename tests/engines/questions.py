"""What users ask of a graph, in Cypher and SPARQL, and the same answered with `tuzhi query`."""

import json
import re
import subprocess
from collections import Counter, defaultdict

TIERS = [("国家", "national"), ("全国", "national"), ("中国", "national"), ("省", "provincial"), ("市", "municipal")]


def subjects(graph):
    """What the questions are about: the place with most projects that have a stage, the project
    with most firms two steps away, the year with most promises."""
    nodes = {node["id"]: node for node in graph["nodes"]}
    staged = {key for key, node in nodes.items() if any(fact["attribute"] == "status" for fact in node["facts"])}
    places, around, years = Counter(), defaultdict(set), Counter()
    for edge in graph["edges"]:
        around[edge["source"]].add(edge["target"])
        around[edge["target"]].add(edge["source"])
        if edge["type"] == "located_in" and edge["source"] in staged and nodes[edge["source"]]["kind"] == "project":
            places[edge["target"]] += 1
        if edge["modality"] == "planned" and re.fullmatch(r"\d{4}", edge["period"] or ""):
            years[int(edge["period"])] += 1
    firms = {
        key: len({far for near in around[key] for far in around[near] if nodes[far]["kind"] == "enterprise"} - {key})
        for key, node in nodes.items()
        if node["kind"] == "project"
    }
    best = lambda counts: max(sorted(counts), key=counts.get)
    return {"place": best(places), "project": best(firms), "year": best(years)}


def text(value):
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


def cypher(place, project, year):
    """The questions for Neo4j, ArcadeDB, FalkorDB and LadybugDB."""
    return {
        "projects": f"""MATCH (p:Entity {{kind: 'project'}})-[:LOCATED_IN]->(:Entity {{id: {text(place)}}})
MATCH (p)-[:HAS_FACT]->(f:Fact {{attribute: 'status'}})
RETURN DISTINCT f.value AS stage, p.name AS project, f.period AS year
ORDER BY stage, project""",
        "firms": f"""MATCH (p:Entity {{id: {text(project)}}})--(n:Entity)--(firm:Entity {{kind: 'enterprise'}})
WHERE firm.id <> p.id
RETURN DISTINCT firm.name AS firm
ORDER BY firm""",
        "planned": f"""MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.modality = 'planned' AND r.first_year <= {year} AND r.last_year >= {year}
RETURN a.name AS who, r.type AS does, b.name AS what, r.quotes AS sentences
ORDER BY who, does, what""",
        "honours": """MATCH (e:Entity)-[:AWARDED]->(h:Entity)
RETURN CASE WHEN h.name CONTAINS '国家' OR h.name CONTAINS '全国' OR h.name CONTAINS '中国' THEN 'national'
            WHEN h.name CONTAINS '省' THEN 'provincial'
            WHEN h.name CONTAINS '市' THEN 'municipal' ELSE 'other' END AS tier,
       e.name AS holder, h.name AS honour
ORDER BY tier, holder, honour""",
        "money": """MATCH (e:Entity)-[:HAS_FACT]->(f:Fact)
WHERE f.attribute = 'investment_planned' AND f.number IS NOT NULL
RETURN e.name AS who, f.number AS yuan, f.period AS year
ORDER BY yuan DESC, who""",
    }


PREFIXES = """PREFIX tz: <urn:tuzhi:vocabulary#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""


def sparql(place, project, year):
    """The questions for stores of RDF 1.2. Each source is a named graph."""
    place, project = f"<urn:tuzhi:entity:{place}>", f"<urn:tuzhi:entity:{project}>"
    bodies = {
        "projects": f"""SELECT DISTINCT ?stage ?project ?year {{
  GRAPH ?source {{
    ?r rdf:reifies <<( ?p tz:located_in {place} )>> .
    ?p a tz:Project ; rdfs:label ?project .
    ?f tz:of ?p ; tz:attribute "status" ; tz:value ?stage .
    OPTIONAL {{ ?f tz:period ?year }}
  }}
}} ORDER BY ?stage ?project""",
        "firms": f"""SELECT DISTINCT ?firm {{
  GRAPH ?source {{
    {{ ?r rdf:reifies <<( {project} ?p ?n )>> }} UNION {{ ?r rdf:reifies <<( ?n ?p {project} )>> }}
    {{ ?s rdf:reifies <<( ?n ?q ?f )>> }} UNION {{ ?s rdf:reifies <<( ?f ?q ?n )>> }}
    FILTER(?f != {project} && ?r != ?s)
    ?f a tz:Enterprise ; rdfs:label ?firm .
  }}
}} ORDER BY ?firm""",
        "planned": f"""SELECT ?who ?does ?what ?sentence {{
  GRAPH ?source {{
    ?r rdf:reifies <<( ?a ?p ?b )>> ; tz:modality "planned" ; tz:firstYear ?first ; tz:lastYear ?last .
    FILTER(?first <= {year} && ?last >= {year})
    ?a rdfs:label ?who . ?b rdfs:label ?what .
    OPTIONAL {{ ?r tz:evidence ?e . ?e tz:quote ?sentence }}
    BIND(STRAFTER(STR(?p), "#") AS ?does)
  }}
}} ORDER BY ?who ?does ?what""",
        "honours": """SELECT ?tier ?holder ?honour {
  GRAPH ?source {
    ?r rdf:reifies <<( ?e tz:awarded ?h )>> .
    ?e rdfs:label ?holder . ?h rdfs:label ?honour .
    BIND(IF(CONTAINS(?honour, "国家") || CONTAINS(?honour, "全国") || CONTAINS(?honour, "中国"), "national",
         IF(CONTAINS(?honour, "省"), "provincial", IF(CONTAINS(?honour, "市"), "municipal", "other"))) AS ?tier)
  }
} ORDER BY ?tier ?holder ?honour""",
        "money": """SELECT ?who ?yuan ?year {
  GRAPH ?source {
    ?f tz:of ?e ; tz:attribute "investment_planned" ; tz:value ?yuan .
    FILTER(ISNUMERIC(?yuan))
    ?e rdfs:label ?who .
    OPTIONAL { ?f tz:period ?year }
  }
} ORDER BY DESC(?yuan) ?who""",
    }
    return {name: PREFIXES + body for name, body in bodies.items()}


class Told:
    """What `tuzhi query` tells of every entity, read off its answers."""

    def __init__(self, tuzhi, path):
        self.graph = json.load(open(path, encoding="utf-8"))
        self.nodes = {node["id"]: node for node in self.graph["nodes"]}
        self.told = {}
        for key in self.nodes:
            done = subprocess.run([tuzhi, "query", path, key, "--all"], capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            self.told[key] = self.read(done.stdout, self.nodes[key]["name"])

    def read(self, answer, name):
        """Statements: (relation or None for facts, leaving, first cell, kind, modality, year, sentences)."""
        found, group, pending = [], None, []
        for line in answer.split("\n")[1:]:
            if line.startswith("Also called so:"):
                break
            if line.startswith("      ") and group:
                place = re.fullmatch(r"      (?:(.*)  )?\(.*, bytes \d+–\d+\)", line)
                for statement in pending:
                    statement["sentences"].append(place[1] if place else None)
                pending_closed = True
            elif line.startswith("  ") and group:
                if found and found[-1]["sentences"]:
                    pending = []
                cells = re.fullmatch(r"  (.*?)  \[(done|ongoing|planned)(?: · ([0-9-]+))?(.*)\](.*)", line)
                assert cells, line
                statement = dict(group, first=cells[1], modality=cells[2], year=cells[3], sentences=[])
                pending.append(statement)
                found.append(statement)
            elif line == "Facts":
                group, pending = {"relation": None, "leaving": True}, []
            elif line.startswith("→ ") and line.endswith(name):
                group = {"relation": line[2 : len(line) - len(name)].strip().replace(" ", "_"), "leaving": False}
                pending = []
            elif line.endswith(" →") and line.startswith(name):
                group = {"relation": line[len(name) : -2].strip().replace(" ", "_"), "leaving": True}
                pending = []
            elif line:
                group, pending = None, []
        return found

    def kinds(self):
        """English labels of kinds, which answers carry behind names."""
        return {"town or village": "town"}

    def neighbours(self, key):
        """(relation, leaving, id of the neighbour, statement)."""
        ids = defaultdict(list)
        for node in self.graph["nodes"]:
            ids[node["name"], node["kind"]].append(node["id"])
        for statement in self.told[key]:
            if statement["relation"]:
                name, _, kind = statement["first"].rpartition("  ")
                for other in ids[name, self.kinds().get(kind, kind)]:
                    yield statement["relation"], statement["leaving"], other, statement

    def answers(self, place, project, year):
        name = lambda key: self.nodes[key]["name"]
        kind = lambda key: self.nodes[key]["kind"]
        found = {"projects": set(), "firms": set(), "planned": set(), "honours": set(), "money": set()}
        for relation, leaving, other, _ in self.neighbours(place):
            if relation == "located_in" and not leaving and kind(other) == "project":
                for fact in self.told[other]:
                    if fact["relation"] is None and fact["first"].startswith("status  "):
                        found["projects"].add((fact["first"].split("  ")[1], name(other), fact["year"]))
        for *_, near, first in self.neighbours(project):
            for *_, far, second in self.neighbours(near):
                if far != project and kind(far) == "enterprise":
                    found["firms"].add((name(far),))
        for key in self.nodes:
            for relation, leaving, other, statement in self.neighbours(key):
                years = [int(part) for part in (statement["year"] or "0").split("-")]
                if leaving and statement["modality"] == "planned" and years[0] <= year <= years[-1]:
                    for sentence in statement["sentences"] or [None]:
                        found["planned"].add(both_ways((name(key), relation, name(other), squeezed(sentence))))
                if leaving and relation == "awarded":
                    tier = next((tier for word, tier in TIERS if word in name(other)), "other")
                    found["honours"].add((tier, name(key), name(other)))
        for key in self.nodes:
            for fact in self.told[key]:
                if fact["relation"] is None and (match := re.match(r"(?:.* )?investment planned  (?:[≥≤≈] )?([-\d.]+)([亿万]?)元$", fact["first"])):
                    scale = {"亿": 1e8, "万": 1e4, "": 1}[match[2]]
                    found["money"].add((name(key), round(float(match[1]) * scale), fact["year"]))
        return found


def both_ways(row):
    """Relations that hold in both directions are one, from whichever end they are told."""
    who, does, what, sentence = row
    return (*sorted((who, what)), does, sentence) if does == "cooperates_with" else (who, what, does, sentence)


def squeezed(sentence):
    return None if sentence is None else " ".join(sentence.split())


def comparable(name, rows):
    """The rows of an engine as `Told.answers` has them."""
    if name == "planned":
        flat = set()
        for who, does, what, sentences in rows:
            if not isinstance(sentences, list):
                sentences = [sentences]
            flat |= {both_ways((who, does, what, squeezed(sentence))) for sentence in sentences or [None]}
        return flat
    if name == "money":
        return {(project, round(float(yuan)), year) for project, yuan, year in rows}
    return {tuple(row) for row in rows}
