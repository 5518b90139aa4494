// Names by name, other name, part, or reading: the order of `tuzhi query`.
import { compare, type Graph } from "./graph.ts";
import type { NodeRow } from "./rows.ts";

export interface Hit {
  node: NodeRow;
  /** The name that was met. */
  name: string;
  by: Met;
}

/** How a name was met, the best first. */
const ORDER = ["id", "name", "alias", "start", "part", "spelled", "spelledStart", "spelledPart", "within", "near"] as const;

export type Met = (typeof ORDER)[number];

type How = (name: string) => Met | undefined;

export class Names {
  private readonly rows: { node: NodeRow; names: [string, string][]; weight: number }[];
  private readonly readings: Record<string, string[]>;

  constructor(graph: Graph) {
    this.readings = graph.content.readings;
    this.rows = graph.nodes.map((node) => ({
      node,
      names: [node.name, ...node.aliases].map((name) => [name, folded(name)]),
      weight: node.mentions.length + graph.degree(node.id),
    }));
  }

  /** Those that `words` name, the best first; where there are none, those that may be meant. */
  find(words: string, limit: number): Hit[] {
    const asked = folded(words);
    if (!asked) return [];
    let hits = this.gather(words, (name) => met(name, asked));
    if (hits.length === 0 && /^(?=.*[a-z])[a-z0-9]{2,63}$/.test(asked)) hits = this.gather(words, (name) => this.spelled(name, asked));
    if (hits.length === 0) hits = this.gather(words, (name) => missed(name, asked));
    return hits.slice(0, limit);
  }

  private gather(words: string, how: How): Hit[] {
    const hits: (Hit & { weight: number })[] = [];
    for (const { node, names, weight } of this.rows) {
      let best: Hit | undefined = node.id === words.trim() ? { node, name: node.id, by: "id" } : undefined;
      names.forEach(([name, plain], at) => {
        let by = how(plain);
        if (by === "name" && at > 0) by = "alias";
        if (by && (!best || rank({ node, name, by }) < rank(best))) best = { node, name, by };
      });
      if (best) hits.push({ ...best, weight });
    }
    return hits.sort((a, b) => rank(a) - rank(b) || b.weight - a.weight || compare(a.node.id, b.node.id));
  }

  /** Whether letters spell a name or a part of it, each character by a reading or the beginning of one. */
  private spelled(name: string, letters: string): Met | undefined {
    const characters = [...name];
    let found: Met | undefined;
    for (let start = 0; start < characters.length; start++) {
      const used = this.spelledFrom(characters.slice(start), letters);
      if (used && start === 0) return used === characters.length ? "spelled" : "spelledStart";
      if (used) found = "spelledPart";
    }
    return found;
  }

  /** The number of characters that take all letters, the most there may be; 0 where they do not. */
  private spelledFrom(characters: string[], letters: string): number {
    let used = 0;
    // Numbers of letters that the characters so far may have taken.
    let taken = new Set([0]);
    for (let at = 0; at < characters.length && taken.size > 0; at++) {
      const next = new Set<number>();
      for (const place of taken) {
        const rest = letters.slice(place);
        for (const length of this.taking(characters[at]!, rest)) {
          if (length === rest.length) used = at + 1;
          else next.add(place + length);
        }
      }
      taken = next;
    }
    return used;
  }

  /** How many letters a character may take of those that are left. */
  private taking(character: string, rest: string): number[] {
    if (character < "\x7f") return rest[0] === character ? [1] : [];
    return (this.readings[character] ?? []).flatMap((reading) => {
      let same = 0;
      while (same < reading.length && same < rest.length && reading[same] === rest[same]) same++;
      const whole = same > 0 && (same === reading.length || same === rest.length) ? [same] : [];
      return [...whole, ...(same >= 1 ? [1] : []), ...(same >= 2 && reading[1] === "h" ? [2] : [])];
    });
  }
}

/** How a name was met, then how little it leaves open: the shortest that holds the words. */
function rank(hit: Hit): number {
  const length = Math.min(hit.name.length, 999);
  return ORDER.indexOf(hit.by) * 1000 + (hit.by === "within" ? 999 - length : length);
}

function met(name: string, asked: string): Met | undefined {
  if (name === asked) return "name";
  if (name.startsWith(asked)) return "start";
  return name.includes(asked) ? "part" : undefined;
}

function missed(name: string, asked: string): Met | undefined {
  const [length, longest] = [name.length, asked.length];
  if (length >= 2 && asked.includes(name)) return "within";
  const allowed = Math.min(Math.floor(Math.min(length, longest) / 2), 3);
  if (allowed === 0 || Math.abs(length - longest) > allowed) return undefined;
  return distance(name, asked) <= allowed ? "near" : undefined;
}

/** Characters to put in, take out or change until one is the other. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const row = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = above[j]! + (a[i] === b[j] ? 0 : 1);
      row.push(Math.min(change, above[j + 1]! + 1, row[j]! + 1));
    }
    above = row;
  }
  return above[b.length]!;
}

/** Lower case, narrow, without blanks and quotation marks. */
function folded(words: string): string {
  return words
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s“”‘’「」『』《》"']/g, "")
    .toLowerCase();
}
