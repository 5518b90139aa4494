// What passes the filters: the entities and relations that are drawn and listed.
import { type Graph, yearsOf } from "./graph.ts";
import type { EdgeRow, NodeRow } from "./rows.ts";
import type { State } from "./state.ts";

/** Shortest paths told at most. */
const PATHS = 5;

export interface Shown {
  /** Entities that pass the filters, in the order of the graph. */
  nodes: NodeRow[];
  /** Places of the relations between them in the graph's list. */
  edges: number[];
  /** Entities of `nodes` that are drawn. */
  drawn: NodeRow[];
  /** Ways between the two ends of a path, each as its nodes; undefined while none is asked for. */
  paths: string[][] | undefined;
  /** Whether only a part of the graph is looked at, which then gets a layout of its own. */
  part: boolean;
}

export function shown(graph: Graph, state: State): Shown {
  const [noKind, noRelation, noModality, hidden] = [state.noKind, state.noRelation, state.noModality, state.hidden].map(
    (names) => new Set(names),
  ) as [Set<string>, Set<string>, Set<string>, Set<string>];
  const inside = state.place ? graph.lyingIn(state.place) : undefined;
  const passes = (node: NodeRow) =>
    !noKind.has(node.kind) &&
    !hidden.has(node.id) &&
    (!inside || inside.has(node.id)) &&
    (!state.document || node.mentions.some((mention) => mention.document === state.document));
  let kept = new Set(graph.nodes.filter(passes).map((node) => node.id));
  const stays = (edge: EdgeRow) =>
    kept.has(edge.source) &&
    kept.has(edge.target) &&
    !noRelation.has(edge.type) &&
    !noModality.has(edge.modality) &&
    edge.confidence >= state.confidence &&
    inYears(edge, state) &&
    (!state.document || edge.evidence.some((evidence) => evidence.document === state.document));
  const through = graph.edges.map(stays);
  const open = (at: number) => through[at]!;

  let paths: string[][] | undefined;
  const [from, to] = state.path;
  if (from && to) paths = graph.paths(from, to, PATHS, open);
  const roots = paths?.length ? paths.flat() : state.roots;
  const part = roots.length > 0;
  if (part) kept = new Set(graph.around(roots, paths?.length ? 0 : state.depth, open).keys());
  const onPath = paths?.length ? new Set(paths.flatMap(steps)) : undefined;

  const edges: number[] = [];
  const bound = new Set<string>();
  graph.edges.forEach((edge, at) => {
    if (!through[at] || !kept.has(edge.source) || !kept.has(edge.target)) return;
    if (onPath && !onPath.has(step(edge.source, edge.target))) return;
    edges.push(at);
    bound.add(edge.source).add(edge.target);
  });
  const nodes = graph.nodes.filter((node) => kept.has(node.id));
  const drawn = state.loose || part ? nodes : nodes.filter((node) => bound.has(node.id) || node.id === state.node);
  return { nodes, edges, drawn, paths, part };
}

function steps(way: string[]): string[] {
  return way.slice(1).map((id, at) => step(way[at]!, id));
}

function step(a: string, b: string): string {
  return a < b ? `${a}\t${b}` : `${b}\t${a}`;
}

function inYears(edge: EdgeRow, state: State): boolean {
  if (state.from === null && state.to === null) return true;
  const years = yearsOf(edge.period);
  if (!years) return state.undated;
  return years[1] >= (state.from ?? -Infinity) && years[0] <= (state.to ?? Infinity);
}
