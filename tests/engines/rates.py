"""How fast a load is, beside the engine's own client on the same data in the same run."""

import json
import subprocess
import time

BATCH = 1000


def timed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def rows(tuzhi, path, folder):
    """The rows that tuzhi loads, as (statement, rows) for a client: read off the files for neo4j-admin."""
    import csv

    target = folder / "rows"
    subprocess.run([tuzhi, "export", path, "--format", "neo4j-csv", "-o", target], check=True)
    csv.field_size_limit(1 << 30)

    def typed(name, cell):
        kind = name.rpartition(":")[2] if ":" in name else ""
        if cell == "":
            return [] if kind.endswith("[]") else None
        if kind.endswith("[]"):
            cells = cell.split("\x1f")
            return [int(one) for one in cells] if kind == "long[]" else cells
        return {"double": float, "long": int, "boolean": lambda text: text == "true"}.get(kind, str)(cell)

    groups = {}
    for name in ("documents", "entities", "facts"):
        with open(target / f"{name}.csv", encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file)
        names = [column.split(":")[0] for column in head[:-1]]
        for line in lines:
            labels = line[-1].split("\x1f")
            both = "".join(f":`{label}`" for label in labels)
            statement = f"UNWIND $rows AS row MERGE (n{both} {{id: row.id}}) SET n += row.properties"
            cells = [typed(column, cell) for column, cell in zip(head, line)]
            groups.setdefault(statement, []).append({"id": cells[0], "properties": dict(zip(names[1:], cells[1:]))})
    for name, tail in (("relations", "Entity"), ("has_fact", "Fact"), ("named_in", "Document")):
        with open(target / f"{name}.csv", encoding="utf-8", newline="") as file:
            head, *lines = csv.reader(file)
        for line in lines:
            statement = (
                f"UNWIND $rows AS row MATCH (a:`Entity` {{id: row.source}}) MATCH (b:`{tail}` {{id: row.target}}) "
                f"MERGE (a)-[r:`{line[-1]}` {{id: row.id}}]->(b) SET r += row.properties"
            )
            cells = [typed(column, cell) for column, cell in zip(head, line)]
            properties = {column.split(":")[0]: cell for column, cell in zip(head[3:-1], cells[3:-1])}
            groups.setdefault(statement, []).append(
                {"id": cells[0], "source": cells[1], "target": cells[2], "properties": properties}
            )
    return groups


def by_client(write, groups):
    """Merges the rows with a client, batch by batch."""
    for label in ("Document", "Entity", "Fact"):
        try:
            write(f"CREATE INDEX FOR (n:`{label}`) ON (n.id)")
        except Exception as error:
            # Engines that speak like Neo4j want a name.
            assert "CREATE INDEX" in str(error) or "already" in str(error) or "yntax" in str(error), error
            write(f"CREATE INDEX client_{label.lower()} IF NOT EXISTS FOR (n:`{label}`) ON (n.id)")
    for statement, all_rows in groups.items():
        for at in range(0, len(all_rows), BATCH):
            write(statement, all_rows[at : at + BATCH])


def told(engine, things, ours, theirs):
    ratio = theirs / ours
    print(f"   {engine}: {things} nodes and edges in {ours:.1f} s ({things / ours:,.0f}/s), "
          f"its own client {theirs:.1f} s ({things / theirs:,.0f}/s): ratio {ratio:.2f}", flush=True)
    return {"engine": engine, "things": things, "tuzhi_seconds": round(ours, 2), "client_seconds": round(theirs, 2),
            "ratio": round(ratio, 2)}


def write(found, path):
    path.write_text(json.dumps(found, indent=1) + "\n")
