"""The pages of docs/: their queries are run, and the answers they show are the engines' own.

Between `<!-- ask: ENGINE QUESTION -->` and `<!-- /ask -->` stand a query and its answer, between
`<!-- load: ENGINE -->` and `<!-- /load -->` what a load of the example prints. `--bless` writes both anew.
"""

import re
import subprocess

import questions
import readers
import servers

ASK = re.compile(r"(<!-- ask: (\w+) (\w+) -->\n)(.*?)(<!-- /ask -->)", re.S)
LOAD = re.compile(r"(<!-- load: (\w+) -->\n)(.*?)(<!-- /load -->)", re.S)

# Rows of an answer that a page shows.
SHOWN = 6

ENGINES = {"falkordb": servers.Falkor, "arcadedb": servers.Arcade, "oxigraph": servers.Oxigraph}

ADDRESSES = {
    "falkordb": "falkor://localhost:6379/docs",
    "arcadedb": "bolt://root@localhost:7687/docs",
    "oxigraph": "sparql+http://localhost:7878",
}

NETWORKX = {
    "projects": """rows = sorted(
    (fact["value"], project["name"], fact["period"])
    for source, _, edge in graph.in_edges({place!r}, data=True) if edge["type"] == "located_in"
    for project in [graph.nodes[source]] if project["kind"] == "project"
    for fact in project["facts"] if fact["attribute"] == "status"
)""",
    "firms": """around = graph.to_undirected(as_view=True)
rows = sorted({{
    (graph.nodes[far]["name"],)
    for near in around[{project!r}] for far in around[near]
    if far != {project!r} and graph.nodes[far]["kind"] == "enterprise"
}})""",
    "planned": """rows = sorted(
    (graph.nodes[source]["name"], edge["type"], graph.nodes[target]["name"],
     [place["quote"] for place in edge["evidence"]])
    for source, target, edge in graph.edges(data=True)
    if edge["modality"] == "planned" and "{year}" in (edge["period"] or "")
)""",
    "honours": """def tier(name):
    words = dict(国家="national", 全国="national", 中国="national", 省="provincial", 市="municipal")
    return next((tier for word, tier in words.items() if word in name), "other")

rows = sorted(
    (tier(graph.nodes[target]["name"]), graph.nodes[source]["name"], graph.nodes[target]["name"])
    for source, target, edge in graph.edges(data=True) if edge["type"] == "awarded"
)""",
    "money": """rows = sorted(
    ((node["name"], fact["value"], fact["period"])
     for _, node in graph.nodes(data=True) for fact in node["facts"]
     if fact["attribute"] == "investment_planned" and isinstance(fact["value"], float)),
    key=lambda row: (-row[1], row[0]),
)""",
}

PANDAS = {
    "projects": """here = relations[(relations.type == "located_in") & (relations.target == {place!r})]
stages = facts[facts.attribute == "status"].merge(here, left_on="entity", right_on="source")
stages = stages[stages.entity.str.startswith("project:")]
rows = stages[["value", "entity_name", "period_x"]].sort_values(["value", "entity_name"]).values.tolist()""",
    "firms": """ends = pandas.concat([relations[["source", "target"]],
                      relations.rename(columns=dict(source="target", target="source"))[["source", "target"]]])
near = ends[ends.source == {project!r}].target
far = ends[ends.source.isin(near)].target
firms = entities[(entities.kind == "enterprise") & entities.id.isin(far)]
rows = firms[["name"]].sort_values("name").values.tolist()""",
    "planned": """planned = relations[(relations.modality == "planned")
                    & (relations.first_year <= {year}) & (relations.last_year >= {year})]
said = planned.merge(evidence, left_on="id", right_on="of").sort_values(["source_name", "type", "target_name"])
rows = said[["source_name", "type", "target_name", "quote"]].values.tolist()""",
    "honours": """awarded = relations[relations.type == "awarded"].assign(tier="other")
for word, tier in dict(市="municipal", 省="provincial", 中国="national", 全国="national", 国家="national").items():
    awarded.loc[awarded.target_name.str.contains(word), "tier"] = tier
rows = awarded[["tier", "source_name", "target_name"]].sort_values(["tier", "source_name", "target_name"]).values.tolist()""",
    "money": """money = facts[(facts.attribute == "investment_planned") & facts.number.notna()]
money = money.sort_values(["number", "entity_name"], ascending=[False, True])
rows = money[["entity_name", "number", "period"]].values.tolist()""",
}

HEADS = {
    "projects": ["stage", "project", "year"],
    "firms": ["firm"],
    "planned": ["who", "does", "what", "sentence"],
    "honours": ["tier", "holder", "honour"],
    "money": ["who", "yuan", "year"],
}


def table(question, rows):
    """The first rows as Markdown, and how many there are."""

    def cell(value):
        if isinstance(value, list):
            value = "<br>".join(value)
        if isinstance(value, float):
            value = f"{value:.0f}"
        if question == "money" and isinstance(value, str) and re.fullmatch(r"[\d.]+(E\d+)?", value) and len(value) > 4:
            value = f"{float(value):.0f}"
        return str("" if value is None or value != value else value).replace("|", "\\|").replace("\n", " ")

    head = HEADS[question]
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows[:SHOWN]]
    more = len(rows) - SHOWN
    return "\n".join(lines) + (f"\n\n… and {more} more rows\n" if more > 0 else "\n")


class Pages:
    def __init__(self, run, example):
        self.run, self.example, self.about = run, example, None
        import json

        graph = json.loads(example.read_text(encoding="utf-8"))
        self.about = questions.subjects(graph)
        self.running, self.loaded, self.connection = {}, {}, None

    def server(self, engine):
        """The engine, with the example in it, and what the load said."""
        if engine not in self.running:
            server = self.running[engine] = ENGINES[engine](self.run.folder / "docs")
            command = [self.run.tuzhi, "load", self.example, "--to", server.address("docs")]
            done = subprocess.run(command, capture_output=True, text=True, env=server.environment())
            assert done.returncode == 0, done.stderr
            self.loaded[engine] = "".join(line + "\n" for line in done.stdout.splitlines() if not line.startswith("time"))
        return self.running[engine]

    def load(self, engine):
        self.server(engine)
        return f"```console\n$ tuzhi load output/graph.json --to {ADDRESSES[engine]}\n{self.loaded[engine]}```\n"

    def ask(self, engine, question):
        if engine in ENGINES:
            language = "sparql" if engine == "oxigraph" else "cypher"
            query = getattr(questions, language)(**self.about)[question]
            rows = self.server(engine).ask("docs", query)
        elif engine == "ladybug":
            language, query = "cypher", questions.cypher(**self.about)[question]
            if not self.connection:
                self.connection = readers.read_ladybug(readers.Case(self.run.tuzhi, self.example, self.run.folder / "docs-ladybug"))
            rows = [list(row) for row in self.connection.execute(query)]
        else:
            language, query = "python", {"networkx": NETWORKX, "pandas": PANDAS}[engine][question].format(**self.about)
            scope = getattr(self, engine)()
            exec(query, scope)
            rows = [list(row) for row in scope["rows"]]
        return f"```{language}\n{query}\n```\n\n{table(question, rows)}"

    def networkx(self):
        import json

        import networkx

        data = json.loads(self.example.read_text(encoding="utf-8"))
        return {"graph": networkx.node_link_graph(data, edges="edges")}

    def pandas(self):
        import pandas

        folder = self.run.folder / "docs-tables"
        subprocess.run([self.run.tuzhi, "export", self.example, "--format", "csv", "-o", folder], check=True)
        names = ("entities", "relations", "facts", "evidence")
        return {"pandas": pandas} | {name: pandas.read_csv(folder / f"{name}.csv") for name in names}

    def page(self, text):
        text = LOAD.sub(lambda found: f"{found[1]}{self.load(found[2])}{found[4]}", text)
        return ASK.sub(lambda found: f"{found[1]}{self.ask(found[2], found[3])}{found[4]}", text)

    def schema(self):
        """The schema of the property graph, as Graphviz draws it from the tables of LadybugDB."""
        folder = self.run.folder / "docs-schema"
        subprocess.run([self.run.tuzhi, "export", self.example, "--format", "ladybug", "-o", folder], check=True)
        lines = ["digraph {", 'graph [rankdir=LR, bgcolor="white", ranksep=1.6]',
                 'node [shape=plain, fontname="sans-serif", fontsize=11]', 'edge [fontname="sans-serif", fontsize=10]']
        relations = []
        for statement in (folder / "schema.cypher").read_text().splitlines():
            name = re.search(r"TABLE `(\w+)`", statement)[1]
            columns = re.findall(r"`(\w+)` ([A-Z0-9\[\]]+)", statement.split("(", 1)[1])
            if "NODE TABLE" in statement:
                rows = "".join(f'<TR><TD ALIGN="LEFT">{column}</TD><TD ALIGN="LEFT">{kind.lower()}</TD></TR>' for column, kind in columns)
                lines.append(f'{name} [label=<<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="3">'
                             f'<TR><TD COLSPAN="2" BGCOLOR="#d1e3ee"><B>{name}</B></TD></TR>{rows}</TABLE>>]')
            elif name in ("HAS_FACT", "NAMED_IN"):
                tail = re.search(r"TO `(\w+)`", statement)[1]
                lines.append(f'Entity -> {tail} [label="{name}"]')
            else:
                relations.append(name)
                shared = columns
        label = "\\l".join(relations) + "\\l"
        properties = "\\l".join(f"{column} {kind.lower()}" for column, kind in shared[2:] if column not in ("Entity",)) + "\\l"
        lines.append(f'Entity -> Entity [label="{label}\\leach with\\l{properties}"]')
        return "\n".join(lines + ["}"]) + "\n"

    def close(self):
        for server in self.running.values():
            server.stop()


def check(run, bless):
    from run import EXAMPLE, ROOT

    pages, stale = Pages(run, EXAMPLE), []
    try:
        made = {path: pages.page(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "docs").glob("*.md"))}
        made[ROOT / "docs" / "schema.dot"] = pages.schema()
    finally:
        pages.close()
    for path, text in made.items():
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old != text:
            stale.append(path.name)
            if bless:
                path.write_text(text, encoding="utf-8")
    if bless:
        drawn = ROOT / "docs" / "schema"
        subprocess.run(["dot", "-Tsvg", f"{drawn}.dot", "-o", f"{drawn}.svg"], check=True)
    else:
        assert not stale, f"{', '.join(stale)} tell other than the engines; --bless writes them anew"
        # The picture is drawn from what is said today.
        text = (ROOT / "docs" / "schema.svg").read_text(encoding="utf-8")
        missing = [word for word in re.findall(r"<TD[^>]*>(?:<B>)?(\w+)", made[ROOT / "docs" / "schema.dot"]) if f">{word}<" not in text]
        assert not missing, f"schema.svg lacks {missing}"
