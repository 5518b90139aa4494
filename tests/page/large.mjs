// A graph of any size, the same every time: counties with their firms, projects and honours.
import { writeFileSync } from "node:fs";

/** Writes a graph of so many nodes and about so many edges. */
export function large(path, nodes, edges) {
  let seed = 20240109;
  const pick = (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  const document = {
    id: "0000000000000000", title: "大图", region: null, date: null, speaker: null, reviews: "2023", plans: "2024",
    path: "large.txt", sha256: "0".repeat(64), encoding: "UTF-8", repairs: {},
  };
  const kinds = ["enterprise", "project", "site", "honor", "program"];
  const counties = Math.max(1, Math.round(nodes / 100));
  const rows = Array.from({ length: nodes }, (_, at) => {
    const kind = at < counties ? "region" : kinds[at % kinds.length];
    const name = at < counties ? `第${at}县` : `${["恒", "泽", "启", "明", "云"][pick(5)]}${["泽", "岚", "芝", "堂", "溪"][pick(5)]}${at}`;
    return { id: `${kind}:${name}`, kind, name, aliases: [], attributes: { code: null, level: null }, facts: [], mentions: [{ document: document.id, start: 0, end: 3 }] };
  });
  const links = new Map();
  for (let tries = 0; links.size < edges && tries < edges * 2; tries++) {
    const at = counties + pick(nodes - counties);
    const home = at % counties;
    const other = tries % 2 ? home : counties + ((at + counties * (1 + pick(20))) % (nodes - counties));
    const [source, target] = [rows[at].id, rows[other].id];
    if (source === target) continue;
    const year = String(2015 + pick(10));
    links.set(`${source}\t${target}\t${year}`, {
      source, target, key: `located_in|done|${year}`, type: "located_in", modality: "done", period: year, confidence: 0.9, rule: "large",
      evidence: [{ document: document.id, start: 0, end: 3, raw: [0, 3] }],
    });
  }
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  rows.sort((a, b) => order(a.id, b.id));
  const list = [...links.values()].sort((a, b) => order(a.source, b.source) || order(a.target, b.target) || order(a.key, b.key));
  writeFileSync(path, JSON.stringify({ directed: true, multigraph: true, graph: { schema: "tuzhi/1", documents: [document] }, nodes: rows, edges: list }));
}
