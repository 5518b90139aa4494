"""Graphs with whatever may stand in a text, made by Hypothesis, which shrinks what fails."""

from hypothesis import strategies as st

SAMPLES = [
    "民主小学", "“引号” \"straight\" 'single' `back`", "back\\slash\\", "两行\n第二行", "回车\r\n行", "<b>粗</b> &amp; ]]>",
    "cluster_1", "tab\tbell\x07\x1f", "; } ] { [ = , | 、 。", "=cmd|' /C calc'!A0", "+1", "-5", "@SUM(A1)", "𠮷野家🏭",
    "{id: 'x'} \\u0041 $rows", " lead and trail ", "null", "NULL", "", "a\u2028b\u0085c", "%41 #?/<>^", "\ufffd\ufeff",
    "长" * 7000, "[a, b]", "x;DROP", "\\N", "//", "--", "${x}", "‮右‬",
]
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
TEXTS = st.sampled_from(SAMPLES) | ANY | st.text("\\\"'`<>&;,{}=\n\r\t\x01\x1f\x7f -", max_size=8)
KINDS = ["enterprise", "town", "project", "honor"]
TYPES = ["located_in", "awarded", "builds", "cooperates_with"]
MODALITIES = ["done", "ongoing", "planned"]
PERIODS = [None, "2021", "2016-2020"]
SHARE = st.integers(0, 100).map(lambda number: number / 100)


def place(draw):
    quote = draw(TEXTS)
    start = draw(st.integers(0, 10**6))
    return {"document": "00d1", "start": start, "end": start + 1, "raw": [start, start + 1], "quote": quote}


@st.composite
def graphs(draw):
    nodes = []
    for number in range(draw(st.integers(1, 4))):
        kind, name = draw(st.sampled_from(KINDS)), draw(TEXTS)
        facts = [
            {"attribute": "status", "value": draw(TEXTS), "unit": None, "raw": draw(TEXTS),
             "period": draw(st.sampled_from(PERIODS)), "modality": draw(st.sampled_from(MODALITIES)),
             "indicator": draw(st.none() | TEXTS), "confidence": draw(SHARE), "rule": "r", "evidence": [place(draw)]}
            for _ in range(draw(st.integers(0, 2)))
        ]
        nodes.append({
            "id": f"{kind}:{name}@{number}", "kind": kind, "name": name,
            "aliases": draw(st.lists(TEXTS.filter(bool), max_size=2)),
            "attributes": {"code": draw(st.none() | TEXTS), "level": None, "within": draw(st.lists(TEXTS.filter(bool), max_size=2))},
            "facts": facts, "mentions": [{"document": "00d1", "start": 1, "end": 2}],
        })
    edges = {}
    for _ in range(draw(st.integers(0, 5))):
        ends = [draw(st.sampled_from(nodes))["id"] for _ in range(2)]
        kind, modality = draw(st.sampled_from(TYPES)), draw(st.sampled_from(MODALITIES))
        period, polarity = draw(st.sampled_from(PERIODS)), draw(st.booleans())
        key = f"{kind}|{modality}|{period or ''}" + ("" if polarity else "|not")
        edge = {"source": ends[0], "target": ends[1], "key": key, "type": kind, "modality": modality, "period": period,
                "polarity": polarity, "titles": draw(st.lists(TEXTS.filter(bool), max_size=2)), "confidence": draw(SHARE),
                "rule": "r", "evidence": [place(draw)]}
        edges[ends[0], ends[1], key] = edge
    document = {"id": "00d1", "title": draw(TEXTS), "region": None, "date": None, "speaker": draw(TEXTS), "reviews": None,
                "plans": None, "path": draw(TEXTS), "sha256": "00", "encoding": "UTF-8", "repairs": {}}
    return {"directed": True, "multigraph": True, "graph": {"schema": "tuzhi/1", "documents": [document]},
            "nodes": nodes, "edges": list(edges.values())}
