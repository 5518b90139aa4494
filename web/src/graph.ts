// The graph in memory: rows found by id, who stands beside whom, years, places, paths.
import type { Content, DocumentRow, EdgeRow, NodeRow } from "./rows.ts";

/** Relations by which a thing lies in a place. */
const LYING = new Set(["located_in", "part_of", "settles_in"]);

/** Steps that a search for paths takes at most, so that the page never hangs. */
const PATIENCE = 200_000;

export class Graph {
  readonly nodes: NodeRow[];
  readonly edges: EdgeRow[];
  readonly documents: Map<string, DocumentRow>;
  /** Edges of each node by their places in `edges`, in their order. */
  readonly beside = new Map<string, number[]>();
  /** First and last year of all periods; undefined where none is told. */
  readonly years: [number, number] | undefined;
  /** Regions that report: all they do stands beside them, so no way leads through them. */
  readonly hubs: Set<string>;
  private readonly byId: Map<string, NodeRow>;
  private readonly byKey: Map<string, number>;
  private readonly symmetric: Set<string>;
  /** Entities by the code of the division that they are or that their name is unique to, in its order. */
  private readonly coded: { code: string; id: string }[] = [];

  constructor(readonly content: Content) {
    this.nodes = content.graph.nodes;
    this.edges = content.graph.edges;
    this.documents = new Map(content.graph.graph.documents.map((row) => [row.id, row]));
    this.byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.byKey = new Map(this.edges.map((edge, at) => [keyOf(edge), at]));
    this.symmetric = new Set(content.relations.filter((term) => term.symmetric).map((term) => term.name));
    for (const node of this.nodes) {
      this.beside.set(node.id, []);
      const code = node.attributes.code ?? /@(\d{6,9})$/.exec(node.id)?.[1];
      if (code) this.coded.push({ code, id: node.id });
    }
    this.edges.forEach((edge, at) => {
      this.beside.get(edge.source)?.push(at);
      if (edge.source !== edge.target) this.beside.get(edge.target)?.push(at);
    });
    this.hubs = new Set(content.graph.graph.documents.flatMap((row) => row.region ?? []));
    this.coded.sort((a, b) => compare(a.code, b.code));
    let [first, last] = [Infinity, -Infinity];
    for (const row of this.edges) {
      const years = yearsOf(row.period);
      if (years) [first, last] = [Math.min(first, years[0]), Math.max(last, years[1])];
    }
    this.years = first <= last ? [first, last] : undefined;
  }

  node(id: string): NodeRow | undefined {
    return this.byId.get(id);
  }

  /** The place of an edge in `edges`, by its key in addresses. */
  edge(key: string): number | undefined {
    return this.byKey.get(key);
  }

  degree(id: string): number {
    return this.beside.get(id)?.length ?? 0;
  }

  isSymmetric(edge: EdgeRow): boolean {
    return this.symmetric.has(edge.type);
  }

  /** Regions and towns in which something lies, those with most first. */
  places(): { node: NodeRow; size: number }[] {
    return this.nodes
      .filter((node) => node.kind === "region" || node.kind === "town")
      .map((node) => ({ node, size: this.lyingIn(node.id).size - 1 }))
      .filter((place) => place.size > 0)
      .sort((a, b) => b.size - a.size || compare(a.node.id, b.node.id));
  }

  /** A place and all that lies in it, directly or by way of other places. */
  lyingIn(id: string): Set<string> {
    const place = this.byId.get(id);
    const found = new Set<string>();
    if (!place) return found;
    const open = [id];
    const { code } = place.attributes;
    if (code) open.push(...this.under(code.length > 6 ? code : code.replace(/(00){1,2}$/, "")));
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      for (const at of this.beside.get(next) ?? []) {
        const edge = this.edges[at]!;
        if (LYING.has(edge.type) && edge.target === next && edge.polarity !== false) open.push(edge.source);
      }
    }
    return found;
  }

  /** The entities whose codes begin so. */
  private under(head: string): string[] {
    let [low, high] = [0, this.coded.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.coded[middle]!.code < head) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let at = low; at < this.coded.length && this.coded[at]!.code.startsWith(head); at++) found.push(this.coded[at]!.id);
    return found;
  }

  /**
   * The entities at most `depth` steps from one of `roots` along edges that `passes`. Reporting regions
   * are reached and not gone through, since they stand beside everything.
   */
  around(roots: string[], depth: number, passes: (edge: number) => boolean): Map<string, number> {
    const found = new Map(roots.filter((id) => this.byId.has(id)).map((id) => [id, 0]));
    let ring = [...found.keys()];
    for (let step = 1; step <= depth; step++) {
      const next: string[] = [];
      for (const id of ring) {
        if (step > 1 && this.hubs.has(id)) continue;
        for (const at of this.beside.get(id) ?? []) {
          const other = this.other(at, id);
          if (passes(at) && !found.has(other)) {
            found.set(other, step);
            next.push(other);
          }
        }
      }
      ring = next;
    }
    return found;
  }

  /** The end of an edge that is not `id`. */
  other(at: number, id: string): string {
    const edge = this.edges[at]!;
    return edge.source === id ? edge.target : edge.source;
  }

  /**
   * The shortest ways from one entity to another, at most `count`: each as the nodes on it. Edges are
   * followed in both directions. Ways around reporting regions stand before ways through them, short
   * ones before long ones, and those by rare neighbours before those by hubs.
   */
  paths(from: string, to: string, count: number, passes: (edge: number) => boolean): string[][] {
    const far = this.distances(to, passes);
    const reach = far.get(from);
    if (reach === undefined || from === to) return [];
    const found: string[][] = [];
    let patience = PATIENCE;
    for (let length = reach; length <= reach + 2 && patience > 0; length++) {
      const way = [from];
      const walk = (at: string): void => {
        if (--patience < 0) return;
        if (at === to) {
          if (way.length === length + 1) found.push([...way]);
          return;
        }
        for (const other of this.neighbours(at, passes)) {
          const left = far.get(other);
          if (left === undefined || way.length + left > length || way.includes(other)) continue;
          way.push(other);
          walk(other);
          way.pop();
        }
      };
      walk(from);
    }
    const inner = (way: string[]) => way.slice(1, -1);
    const hubs = (way: string[]) => inner(way).filter((id) => this.hubs.has(id)).length;
    const weight = (way: string[]) => inner(way).reduce((sum, id) => sum + this.degree(id), 0);
    found.sort((a, b) => hubs(a) - hubs(b) || a.length - b.length || weight(a) - weight(b) || compare(a.join(), b.join()));
    return found.slice(0, count);
  }

  /** Steps to `to` from all that reaches it. */
  private distances(to: string, passes: (edge: number) => boolean): Map<string, number> {
    const found = new Map([[to, 0]]);
    let ring = [to];
    for (let step = 1; ring.length > 0; step++) {
      const next = ring.flatMap((id) => this.neighbours(id, passes)).filter((id) => !found.has(id));
      next.forEach((id) => found.set(id, step));
      ring = [...new Set(next)];
    }
    return found;
  }

  neighbours(id: string, passes: (edge: number) => boolean): string[] {
    const all = (this.beside.get(id) ?? []).filter(passes).map((at) => this.other(at, id));
    return [...new Set(all)].sort(compare);
  }

  between(a: string, b: string): number[] {
    return (this.beside.get(a) ?? []).filter((at) => this.other(at, a) === b);
  }
}

/** What an edge is called in addresses. */
export function keyOf(edge: EdgeRow): string {
  return [edge.source, edge.target, edge.key].join("\t");
}

/** First and last year of a period (`2020`, `2016-2020`). */
export function yearsOf(period: string | null): [number, number] | undefined {
  const years = period?.match(/\d{4}/g)?.map(Number);
  return years?.length ? [Math.min(...years), Math.max(...years)] : undefined;
}

/** The order of code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
