// Which names are written: the weightiest first, none over another.

/** Height of the letters of names in pixels. */
export const LETTER = 13;

/** Nodes of a larger radius have their names written over small nodes. */
const STRONG = 12;

/** Names written at most. */
const MOST = 400;

/** A node on the screen and the name beside it, in pixels. */
export interface Box {
  id: string;
  x: number;
  y: number;
  radius: number;
  /** Width of the name. */
  width: number;
  /** Whether its name goes before all others. */
  first: boolean;
  size: number;
}

/** The width of a name, near enough: a Chinese character is as wide as high, a letter half that. */
export function breadth(name: string): number {
  let width = 0;
  for (const character of name) width += character.charCodeAt(0) > 0x2e80 ? LETTER : LETTER * 0.56;
  return width;
}

/** Those whose names find room in a view so broad, and on which side of the node. */
export function placed(boxes: Box[], breadth: number): Map<string, "right" | "left"> {
  const order = [...boxes].sort((a, b) => Number(b.first) - Number(a.first) || b.size - a.size || (a.id < b.id ? -1 : 1));
  const [nodes, names] = [new Rows(), new Rows()];
  for (const { x, y, radius } of order) nodes.take(y, radius * 0.6, x - radius * 0.8, x + radius * 0.8);
  const found = new Map<string, "right" | "left">();
  for (const { id, x, y, radius, width, first } of order) {
    if (found.size >= MOST) break;
    const near = radius + 3;
    const half = LETTER * 0.6;
    const fits = (from: number, to: number) =>
      from >= 0 && to <= breadth && names.free(y, half, from, to) && (first || radius > STRONG || nodes.free(y, half, from, to));
    const right: [number, number] = [x + near, x + near + width];
    const left: [number, number] = [x - near - width, x - near];
    const side = fits(...right) ? "right" : fits(...left) ? "left" : undefined;
    if (!side) continue;
    names.take(y, half, ...(side === "right" ? right : left));
    found.set(id, side);
  }
  return found;
}

/** Room that is taken, in rows as high as a line: what overlaps a name stands in its rows. */
class Rows {
  private readonly rows = new Map<number, [number, number][]>();

  take(y: number, half: number, from: number, to: number): void {
    for (const row of this.span(y, half)) {
      const taken = this.rows.get(row);
      if (taken) taken.push([from, to]);
      else this.rows.set(row, [[from, to]]);
    }
  }

  free(y: number, half: number, from: number, to: number): boolean {
    return this.span(y, half).every((row) => (this.rows.get(row) ?? []).every(([a, b]) => to < a || from > b));
  }

  private span(y: number, half: number): number[] {
    const [top, bottom] = [Math.floor((y - half) / LETTER), Math.floor((y + half) / LETTER)];
    return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
  }
}
