// How kinds look: a colour and a shape each, the same on the canvas, in the legend and in pictures.
import { svg } from "./dom.ts";

/** Corners of each kind's shape in a square from -1 to 1, y downwards. */
const CORNERS: Record<string, [number, number][]> = {
  enterprise: box(0.86, 0.86),
  town: [[0, -1], [1, 0], [0.72, 0], [0.72, 0.9], [-0.72, 0.9], [-0.72, 0], [-1, 0]],
  project: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  program: [[-0.9, -0.8], [0.9, -0.8], [0.45, -0.1], [0.9, 0.6], [-0.5, 0.6], [-0.5, 1], [-0.9, 1]],
  region: regular(6, 0),
  site: regular(16, 0),
  organization: box(1, 0.62),
  person: regular(5, 0),
  honor: star(),
  product: [[-0.95, -0.75], [0.95, -0.75], [0, 0.95]],
  event: [[-0.35, -1], [0.35, -1], [0.35, -0.35], [1, -0.35], [1, 0.35], [0.35, 0.35], [0.35, 1], [-0.35, 1], [-0.35, 0.35], [-1, 0.35], [-1, -0.35], [-0.35, -0.35]],
  industry: [[0, -0.95], [0.95, 0.75], [-0.95, 0.75]],
};

function box(x: number, y: number): [number, number][] {
  return [[-x, -y], [x, -y], [x, y], [-x, y]];
}

function regular(corners: number, turn: number): [number, number][] {
  return Array.from({ length: corners }, (_, at) => {
    const angle = turn - Math.PI / 2 + (2 * Math.PI * at) / corners;
    return [round(Math.cos(angle)), round(Math.sin(angle))];
  });
}

function star(): [number, number][] {
  return Array.from({ length: 10 }, (_, at) => {
    const angle = -Math.PI / 2 + (Math.PI * at) / 5;
    const far = at % 2 ? 0.45 : 1;
    return [round(far * Math.cos(angle)), round(far * Math.sin(angle))];
  });
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}

export function corners(kind: string): [number, number][] {
  return CORNERS[kind] ?? CORNERS.site!;
}

/** The shape as the `points` of a polygon around (x, y). */
export function points(kind: string, x: number, y: number, size: number): string {
  return corners(kind).map(([dx, dy]) => `${round(x + dx * size)},${round(y + dy * size)}`).join(" ");
}

/** The sign of a kind, for lists. Its colour comes from the style sheet's `--kind-…`. */
export function sign(kind: string): SVGElement {
  const shape = svg("polygon", { points: points(kind, 8, 8, 7) });
  shape.style.fill = `var(--kind-${kind})`;
  return svg("svg", { class: "sign", viewBox: "0 0 16 16", "aria-hidden": "true" }, shape);
}

/** Number of a kind's shape for sigma. */
export function shapeOf(kind: string): number {
  const at = Object.keys(CORNERS).indexOf(kind);
  return at < 0 ? shapeOf("site") : at;
}

/**
 * The shape of a node for sigma: the signed distance to the polygon (after Inigo Quilez) that the
 * node's variable `shapeNumber` names. One loop over one table, since a loop for each kind takes
 * seconds to compile where no graphics card helps.
 */
export function shape() {
  const lists = Object.values(CORNERS);
  // The canvas counts y upwards.
  const table = lists.flat().map(([x, y]) => `vec2(${x.toFixed(3)}, ${(-y).toFixed(3)})`);
  let first = 0;
  const ranges = lists.map((list) => {
    first += list.length;
    return `ivec2(${first - list.length}, ${list.length})`;
  });
  return {
    name: "kind",
    uniforms: [],
    attributes: [{ name: "shapeNumber", size: 1 as const, type: WebGL2RenderingContext.FLOAT, source: "shapeNumber" }],
    variables: { shapeNumber: { type: "number" as const, default: shapeOf("site") } },
    inradiusFactor: 0.7,
    glsl: `
const vec2 kind_corners[${table.length}] = vec2[${table.length}](${table.join(", ")});
const ivec2 kind_ranges[${ranges.length}] = ivec2[${ranges.length}](${ranges.join(", ")});
float sdf_kind(vec2 uv, float size, float shapeNumber) {
  ivec2 range = kind_ranges[clamp(int(shapeNumber + 0.5), 0, ${ranges.length - 1})];
  vec2 p = uv / size;
  vec2 last = kind_corners[range.x + range.y - 1];
  float d = dot(p - last, p - last);
  float s = 1.0;
  for (int i = 0; i < range.y; i++) {
    vec2 corner = kind_corners[range.x + i];
    vec2 e = last - corner;
    vec2 w = p - corner;
    vec2 b = w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0);
    d = min(d, dot(b, b));
    bvec3 c = bvec3(p.y >= corner.y, p.y < last.y, e.x * w.y > e.y * w.x);
    if (all(c) || all(not(c))) s = -s;
    last = corner;
  }
  return s * sqrt(d) * size;
}
`,
  };
}
