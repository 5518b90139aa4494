// A graph that strikes wherever a page might take text for markup: names, ids, titles, sentences.
import { readFileSync, writeFileSync } from "node:fs";

const STRIKES = [
  "<script>window.struck=1</script>",
  "</script><script>window.struck=2</script>",
  "<img src=x onerror=window.struck=3>",
  "\"onmouseover=\"window.struck=4\" x='",
  "<!--<script>-->",
  "]]><svg onload=window.struck=5>",
  "javascript:window.struck=6",
  "\u202egnp.exe\u2066<b>",
  "=HYPERLINK(\"http://192.0.2.1/\")",
  "&lt;b&gt; {{struck}} ${struck} %3Cscript%3E",
];

/** Writes the graph of `from` to `to` with a strike in every text that a reader sees. */
export function strike(from, to) {
  const graph = JSON.parse(readFileSync(from, "utf8"));
  let at = 0;
  const next = () => STRIKES[at++ % STRIKES.length];
  const ids = new Map();
  for (const node of graph.nodes) {
    node.name = `${next()} ${node.name}`;
    node.aliases = [next(), next()];
    const id = `${node.kind}:${node.name}`;
    ids.set(node.id, id);
    node.id = id;
    for (const fact of node.facts) {
      fact.raw = next();
      fact.indicator = next();
      if (typeof fact.value === "string") fact.value = next();
    }
  }
  for (const edge of graph.edges) {
    edge.source = ids.get(edge.source);
    edge.target = ids.get(edge.target);
    edge.titles = [next()];
    edge.rule = next();
  }
  for (const row of graph.graph.documents) {
    row.title = `${next()}${next()}${row.title}`;
    row.speaker = next();
    row.region = ids.get(row.region) ?? null;
    row.lists = [];
  }
  graph.nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  writeFileSync(to, JSON.stringify(graph));
  return graph;
}
