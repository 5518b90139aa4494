"""A large graph made of a small one: copies of it, and relations between the copies."""

import copy
import json
import random


def synthesize(seed, nodes, edges):
    """The graph file of `seed` blown up until a database has so many nodes (entities, facts,
    documents) and edges (relations, facts, namings). The same numbers give the same graph."""
    draw = random.Random(20240109)
    statuses = {
        node["id"]: [fact for fact in node["facts"] if fact["attribute"] == "status"] for node in seed["nodes"]
    }
    document = seed["graph"]["documents"][0]
    facts_each = sum(map(len, statuses.values()))
    copies = -(-(nodes - 1) // (len(seed["nodes"]) + facts_each))
    made = {"directed": True, "multigraph": True, "graph": {"schema": "tuzhi/1", "documents": [document]}}
    made["nodes"], made["edges"], by_kind = [], [], {}
    facts = 0
    for number in range(copies):
        for node in seed["nodes"]:
            if len(made["nodes"]) + facts + 1 >= nodes:
                break
            twin = dict(node, id=f"{node['id']}@{number:06}", name=f"{node['name']}{number}", facts=[], mentions=[])
            room = nodes - 2 - len(made["nodes"]) - facts
            twin["facts"] = statuses[node["id"]][: max(room, 0)]
            facts += len(twin["facts"])
            if number == 0:
                twin["mentions"] = [place for place in node["mentions"] if place["document"] == document["id"]]
            made["nodes"].append(twin)
            by_kind.setdefault(twin["kind"], []).append(twin["id"])
    there = {node["id"] for node in made["nodes"]}
    named = sum(1 for node in made["nodes"] if node["mentions"])
    wanted = edges - facts - named
    for number in range(copies):
        for edge in seed["edges"]:
            twin = dict(edge, source=f"{edge['source']}@{number:06}", target=f"{edge['target']}@{number:06}")
            if len(made["edges"]) < wanted and twin["source"] in there and twin["target"] in there:
                made["edges"].append(twin)
    # Relations between the copies, each between kinds that the seed knows.
    keys = {(edge["source"], edge["target"], edge["key"]) for edge in made["edges"]}
    while len(made["edges"]) < wanted:
        edge = draw.choice(seed["edges"])
        ends = [draw.choice(by_kind[edge[end].split(":")[0]]) for end in ("source", "target")]
        if (ends[0], ends[1], edge["key"]) in keys:
            continue
        keys.add((ends[0], ends[1], edge["key"]))
        place = {key: value for key, value in edge["evidence"][0].items() if key != "quote"}
        made["edges"].append(dict(edge, source=ends[0], target=ends[1], evidence=[place]))
    return made


def changed(graph):
    """A copy in which one entity has another name, one edge another confidence, and the last
    entity with its edges is gone: what a later report may do."""
    later = copy.copy(graph)
    later["nodes"] = [dict(node) for node in graph["nodes"]]
    later["nodes"][0]["name"] += "（改）"
    gone = later["nodes"].pop()["id"]
    later["edges"] = [dict(edge) for edge in graph["edges"] if gone not in (edge["source"], edge["target"])]
    later["edges"][0]["confidence"] = 0.51
    return later


def sizes(graph):
    """Nodes and edges that a property-graph database has of a graph."""
    facts = sum(len(node["facts"]) for node in graph["nodes"])
    named = sum(len({place["document"] for place in node["mentions"]}) for node in graph["nodes"])
    documents = len(graph["graph"]["documents"])
    return len(graph["nodes"]) + facts + documents, len(graph["edges"]) + facts + named


def write(graph, path):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(graph, file, ensure_ascii=False)
    return path
