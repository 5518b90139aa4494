// Pictures and data to take away.
import type { Canvas } from "./canvas.ts";
import { svg } from "./dom.ts";
import type { Graph } from "./graph.ts";
import { points } from "./kinds.ts";
import type { Fact, NodeRow } from "./rows.ts";
import type { Shown } from "./shown.ts";
import { spoken } from "./words.ts";

const FACE = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/** What is on the canvas, as SVG, on the ground `paper` with words in `ink`. */
export function drawing(canvas: Canvas, paper: string, ink: string, title: string): string {
  const { width, height, dots, strokes } = canvas.picture();
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, "font-family": FACE });
  const name = svg("title", {});
  name.textContent = title;
  root.append(name, svg("rect", { width, height, fill: paper }));
  for (const { source, target, colour, dashed, directed } of strokes) {
    const [dx, dy] = [target.x - source.x, target.y - source.y];
    const length = Math.hypot(dx, dy) || 1;
    const tip = Math.max(0, 1 - (target.size * 0.8) / length);
    const [x2, y2] = [source.x + dx * tip, source.y + dy * tip];
    root.append(
      svg("line", {
        x1: fixed(source.x), y1: fixed(source.y), x2: fixed(x2), y2: fixed(y2),
        stroke: colour, "stroke-width": 1.2, ...(dashed ? { "stroke-dasharray": "6 5" } : {}),
      }),
    );
    if (directed && length > 1) {
      const [ux, uy] = [dx / length, dy / length];
      const corner = (back: number, side: number) => `${fixed(x2 - ux * back - uy * side)},${fixed(y2 - uy * back + ux * side)}`;
      root.append(svg("polygon", { points: `${corner(0, 0)} ${corner(7, 3)} ${corner(7, -3)}`, fill: colour }));
    }
  }
  for (const dot of dots) root.append(svg("polygon", { points: points(dot.kind, dot.x, dot.y, dot.size), fill: dot.colour, stroke: paper, "stroke-width": 0.8 }));
  for (const dot of dots.filter((dot) => dot.side)) {
    const label = svg("text", {
      x: fixed(dot.side === "right" ? dot.x + dot.size + 4 : dot.x - dot.size - 4), y: fixed(dot.y + 4),
      "text-anchor": dot.side === "right" ? "start" : "end", "font-size": 13, fill: ink,
      stroke: paper, "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round",
    });
    label.textContent = dot.name;
    root.append(label);
  }
  return new XMLSerializer().serializeToString(root);
}

function fixed(number: number): number {
  return Math.round(number * 10) / 10;
}

/** A picture in pixels of an SVG. */
export async function pixels(drawn: string, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([drawn], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * scale, image.height * scale];
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((take, fail) => canvas.toBlob((blob) => (blob ? take(blob) : fail(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A graph file of what passes the filters: `tuzhi` reads it as any other. */
export function data(graph: Graph, shown: Shown): string {
  const { nodes, edges } = shown;
  const ids = new Set(nodes.map((node) => node.id));
  const file = graph.content.graph;
  const documents = file.graph.documents.map((row) => ({ ...row, lists: undefined }));
  const kept = edges.map((at) => graph.edges[at]!).filter((edge) => ids.has(edge.source) && ids.has(edge.target));
  return `${JSON.stringify({ ...file, graph: { ...file.graph, documents }, nodes, edges: kept })}\n`;
}

export function nodeTable(graph: Graph, shown: Shown): string {
  return table(
    ["id", "kind", "name", "aliases", "code", "mentions", "relations"],
    shown.nodes.map((node) => [node.id, node.kind, node.name, node.aliases.join("、"), node.attributes.code, node.mentions.length, graph.degree(node.id)]),
  );
}

export function edgeTable(graph: Graph, shown: Shown): string {
  const name = (id: string) => graph.node(id)?.name ?? id;
  return table(
    ["source", "source_name", "type", "target", "target_name", "modality", "period", "polarity", "confidence", "rule", "document", "start", "end", "quote"],
    shown.edges.map((at) => {
      const edge = graph.edges[at]!;
      const first = edge.evidence[0];
      return [edge.source, name(edge.source), edge.type, edge.target, name(edge.target), edge.modality, edge.period, edge.polarity ?? true, edge.confidence, edge.rule, first?.document, first?.start, first?.end, first?.quote];
    }),
  );
}

export function factTable(shown: Shown): string {
  const rows = shown.nodes.flatMap((node) => node.facts.map((fact): [NodeRow, Fact] => [node, fact]));
  return table(
    ["entity", "name", "attribute", "value", "unit", "bound", "raw", "period", "modality", "indicator", "confidence", "document", "start", "end", "quote"],
    rows.map(([node, fact]) => {
      const first = fact.evidence[0];
      return [node.id, node.name, fact.attribute, fact.value, fact.unit, fact.bound, fact.raw, fact.period, fact.modality, fact.indicator, fact.confidence, first?.document, first?.start, first?.end, first?.quote];
    }),
  );
}

/** Comma-separated values with a byte order mark; no cell that a spreadsheet would run. */
function table(head: string[], rows: (string | number | boolean | null | undefined)[][]): string {
  const cell = (value: string | number | boolean | null | undefined) => {
    if (value === null || value === undefined) return "";
    if (typeof value !== "string") return String(value);
    const harmless = /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

export function save(name: string, content: Blob | string, type: string): void {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The name of a term in the language of the page. */
export function termOf(terms: { name: string; zh: string; en: string }[], name: string): string {
  return terms.find((term) => term.name === name)?.[spoken()] ?? name;
}
