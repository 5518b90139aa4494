// The graph on the canvas: what is drawn, how it looks, and what a hand can do to it.
import { keyOf, type Graph } from "./graph.ts";
import { shape, shapeOf } from "./kinds.ts";
import { type Box, breadth, LETTER, placed } from "./labels.ts";
import { LARGEST, spread } from "./layout.ts";
import type { Shown } from "./shown.ts";
import type { State } from "./state.ts";
import {
  DEFAULT_STYLES,
  extremityArrow,
  layerDashed,
  layerFill,
  MultiDirectedGraph,
  pathCurved,
  pathLine,
  pathLoop,
  Sigma,
} from "./third-party.ts";
import { spoken } from "./words.ts";

const FACE = "system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";

type Attributes = Record<string, any>;

/** Relations up to this number are drawn while the graph moves. */
const FLUID = 5000;

/** Relations up to this number have their types written beside them. */
const LABELLED = 60;

export interface Hands {
  node(id: string): void;
  edge(key: string): void;
  expand(id: string): void;
  nothing(): void;
  moved(camera: number[]): void;
}

export interface Dot {
  id: string;
  kind: string;
  name: string;
  x: number;
  y: number;
  size: number;
  colour: string;
  /** Where its name is written; undefined where it is not. */
  side: "right" | "left" | undefined;
}

export interface Stroke {
  source: Dot;
  target: Dot;
  colour: string;
  dashed: boolean;
  directed: boolean;
}

export class Canvas {
  private readonly sigma: Sigma<Attributes, Attributes, Attributes, { named: boolean; left: boolean; dim: boolean }, { dim: boolean }>;
  private readonly places = new Map<string, { x: number; y: number }>();
  private drawn = new MultiDirectedGraph();
  private colours = new Map<string, string>();
  private ink = "#000";
  private line = "#999";
  private ground = "#fff";
  /** Entities that are marked, and those whose names are written. */
  private lit = new Set<string>();
  private named = new Map<string, "right" | "left">();
  private dim = false;

  constructor(
    private readonly graph: Graph,
    private readonly container: HTMLElement,
    hands: Hands,
  ) {
    this.readColours();
    graph.nodes.forEach((node, at) => {
      const place = graph.content.places[at];
      // The canvas counts y upwards.
      if (place) this.places.set(node.id, { x: place[0], y: -place[1] });
    });
    this.sigma = new Sigma(this.drawn, container, {
      primitives: {
        nodes: {
          shapes: [shape()],
          variables: { shapeNumber: { type: "number", default: 0 } },
          layers: [layerFill()],
          label: { font: { family: FACE, size: LETTER } },
        },
        edges: {
          paths: [pathLine(), pathCurved(), pathLoop()],
          extremities: [extremityArrow({ lengthRatio: 5, widthRatio: 4 })],
          variables: { gap: { type: "color", default: "transparent" } },
          layers: [layerDashed({ dashSize: { value: 6 }, gapSize: { value: 5 }, gapColor: { attribute: "gap" } })],
        },
      },
      // Only states of single items decide, so that a hand over one of 20,000 does not touch the rest.
      customNodeState: { named: false, left: false, dim: false },
      customEdgeState: { dim: false },
      styles: {
        nodes: [
          DEFAULT_STYLES.nodes,
          {
            shape: "kind",
            shapeNumber: { attribute: "shapeNumber" },
            opacity: { whenState: "dim", then: 0.16, else: 1 },
            labelColor: { attribute: "ink" },
            labelPosition: { whenState: "left", then: "left", else: "right" },
            backdropColor: { attribute: "ground" },
            zIndex: { attribute: "size" },
          },
          { whenState: "named", then: { labelVisibility: "visible" }, else: { labelVisibility: "hidden" } },
          { whenState: "isHovered", then: { labelVisibility: "visible" } },
        ],
        edges: [
          DEFAULT_STYLES.edges,
          {
            path: "line",
            parallelPath: "curved",
            selfLoopPath: "loop",
            head: { attribute: "head" },
            gap: { attribute: "gap" },
            opacity: { whenState: "dim", then: 0.1, else: { attribute: "opacity" } },
            labelColor: { attribute: "ink" },
            labelVisibility: { whenState: "dim", then: "hidden", else: "auto" },
            cursor: "pointer",
          },
          { whenState: "isHovered", then: { size: 3, opacity: 1 } },
          { whenState: "isHighlighted", then: { size: 2.4, opacity: 1 } },
        ],
      },
      settings: {
        enableEdgeEvents: true,
        enableCameraRotation: false,
        itemSizesReference: "screen",
        // Which names are written is worked out here, see labels.ts.
        labelRenderedSizeThreshold: Number.MAX_VALUE,
        minEdgeThickness: 1,
        stagePadding: 60,
        minCameraRatio: 0.01,
        maxCameraRatio: 4,
        allowInvalidContainer: true,
      },
    });
    this.sigma.on("clickNode", ({ node }) => hands.node(node));
    this.sigma.on("clickEdge", ({ edge }) => hands.edge(edge));
    this.sigma.on("clickStage", () => hands.nothing());
    this.sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      hands.expand(node);
    });
    const camera = this.sigma.getCamera();
    let timer = 0;
    camera.on("updated", () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        this.name();
        hands.moved(this.camera());
      }, 150);
    });
  }

  /** Draws what passes the filters. Places stay, unless only a part is looked at. */
  draw(shown: Shown): void {
    const graph = new MultiDirectedGraph();
    const count = shown.drawn.length;
    const scale = count < 60 ? 1.5 : Math.min(1, Math.sqrt(1500 / count));
    for (const node of shown.drawn) {
      const size = scale * (4 + 1.6 * Math.sqrt(this.graph.degree(node.id)));
      graph.addNode(node.id, {
        kind: node.kind,
        shapeNumber: shapeOf(node.kind),
        label: node.name,
        size: Math.min(size, 22 * Math.max(scale, 0.4)),
        color: this.colours.get(node.kind) ?? this.line,
        ink: this.ink,
        ground: this.ground,
      });
    }
    const words = new Map(this.graph.content.relations.map((term) => [term.name, term[spoken()]]));
    const labelled = shown.edges.length <= LABELLED;
    const { hubs } = this.graph;
    for (const at of shown.edges) {
      const edge = this.graph.edges[at]!;
      if (!graph.hasNode(edge.source) || !graph.hasNode(edge.target)) continue;
      graph.addDirectedEdgeWithKey(keyOf(edge), edge.source, edge.target, {
        color: this.line,
        gap: edge.modality === "planned" ? "rgba(0,0,0,0)" : this.line,
        head: this.graph.isSymmetric(edge) ? "none" : "arrow",
        // What the reporting government does itself is most of a report: the rest is to be seen beside it.
        opacity: shown.part || !(hubs.has(edge.source) || hubs.has(edge.target)) ? 1 : 0.35,
        ink: this.ink,
        label: labelled ? (words.get(edge.type) ?? edge.type) : "",
      });
    }
    if (shown.part && graph.order <= LARGEST) spread(graph);
    else this.settle(graph);
    this.drawn = graph;
    this.sigma.setSettings({ renderEdgeLabels: labelled, hideEdgesOnMove: graph.size > FLUID });
    this.sigma.setGraph(graph);
    // Sigma knows where things stand on the screen once it has drawn them.
    this.sigma.once("afterRender", () => requestAnimationFrame(() => this.name()));
  }

  /** Marks the chosen entity with its neighbours, the chosen relation with its ends, or a path. */
  mark(state: State, paths: string[][] | undefined): void {
    const nodes = new Set<string>();
    const edges = new Set<string>();
    const { drawn } = this;
    if (state.edge && drawn.hasEdge(state.edge)) {
      edges.add(state.edge);
      drawn.extremities(state.edge).forEach((id) => nodes.add(id));
    } else if (state.node && drawn.hasNode(state.node)) {
      nodes.add(state.node);
      drawn.forEachEdge(state.node, (edge, _, source, target) => {
        edges.add(edge);
        nodes.add(source).add(target);
      });
    } else if (paths?.[0]) {
      paths[0].forEach((id, at, way) => {
        nodes.add(id);
        if (at > 0) drawn.forEachEdge(way[at - 1]!, id, (edge) => edges.add(edge));
      });
    }
    const dim = nodes.size > 0;
    if (dim || this.dim) {
      // All that is not marked steps back.
      this.sigma.setNodesState(drawn.nodes(), { dim });
      this.sigma.setEdgesState(drawn.edges(), { dim, isHighlighted: false });
      this.sigma.setNodesState([...nodes], { dim: false });
      this.sigma.setEdgesState([...edges], { dim: false, isHighlighted: true });
    }
    this.dim = dim;
    this.lit = nodes;
    this.name();
  }

  /** Takes the colours of the style sheet once more. */
  recolour(shown: Shown, state: State): void {
    this.readColours();
    this.draw(shown);
    this.mark(state, shown.paths);
  }

  camera(): number[] {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return [x, y, ratio].map((number) => Math.round(number * 1000) / 1000);
  }

  look([x, y, ratio]: number[]): void {
    if (x !== undefined && y !== undefined && ratio !== undefined) this.sigma.getCamera().setState({ x, y, ratio });
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: Math.min(Math.max(camera.getState().ratio * factor, 0.01), 4) }, { duration: 150 });
  }

  pan(x: number, y: number): void {
    const { x: left, y: top, ratio } = this.sigma.getCamera().getState();
    void this.sigma.getCamera().animate({ x: left + x * ratio, y: top + y * ratio }, { duration: 100 });
  }

  fit(): void {
    void this.sigma.getCamera().animate({ x: 0.5, y: 0.5, ratio: 1 }, { duration: 200 });
  }

  /** Brings an entity to the middle, unless it stands well within sight. */
  show(id: string): void {
    const place = this.sigma.getNodeDisplayData(id);
    if (!place) return;
    const seen = this.sigma.framedGraphToViewport(place);
    const { width, height } = this.sigma.getDimensions();
    if (seen.x > 60 && seen.y > 60 && seen.x < width - 60 && seen.y < height - 60) return;
    void this.sigma.getCamera().animate({ x: place.x, y: place.y }, { duration: 250 });
  }

  resize(): void {
    this.sigma.resize();
    this.sigma.refresh();
  }

  /** What is seen, in pixels, for pictures. */
  picture(): { width: number; height: number; dots: Dot[]; strokes: Stroke[] } {
    const { width, height } = this.sigma.getDimensions();
    const dots = new Map<string, Dot>();
    this.drawn.forEachNode((id, attributes) => {
      const { x, y } = this.sigma.graphToViewport({ x: attributes.x, y: attributes.y });
      dots.set(id, {
        id,
        kind: attributes.kind,
        name: attributes.label,
        x,
        y,
        size: this.sigma.scaleSize(attributes.size),
        colour: attributes.color,
        side: this.named.get(id),
      });
    });
    const strokes: Stroke[] = [];
    this.drawn.forEachEdge((_, attributes, source, target) => {
      strokes.push({
        source: dots.get(source)!,
        target: dots.get(target)!,
        colour: attributes.color,
        dashed: attributes.gap !== attributes.color,
        directed: attributes.head !== "none",
      });
    });
    return { width, height, dots: [...dots.values()], strokes };
  }

  /** Writes the names of what matters most where they do not cover each other. */
  private name(): void {
    const { width, height } = this.sigma.getDimensions();
    const boxes: Box[] = [];
    this.drawn.forEachNode((id, { x: left, y: top, size, label }) => {
      const { x, y } = this.sigma.graphToViewport({ x: left, y: top });
      const radius = this.sigma.scaleSize(size);
      if (x < -radius || y < -radius || x > width || y > height) return;
      boxes.push({ id, x, y, radius, width: breadth(label), first: this.lit.has(id), size });
    });
    const now = placed(boxes.filter((box) => !this.dim || box.first), width);
    const stale = (side: "right" | "left" | undefined) =>
      this.drawn.filterNodes((id) => {
        const { named, left } = this.sigma.getNodeState(id);
        return now.get(id) === side && (named !== Boolean(side) || left !== (side === "left"));
      });
    this.sigma.setNodesState(stale(undefined), { named: false, left: false });
    this.sigma.setNodesState(stale("right"), { named: true, left: false });
    this.sigma.setNodesState(stale("left"), { named: true, left: true });
    this.named = now;
  }

  /** Where an entity or the middle of a relation stands on the screen; for those who drive the page. */
  locate(key: string): { x: number; y: number } | undefined {
    const { left, top } = this.container.getBoundingClientRect();
    const ends = this.drawn.hasEdge(key) ? this.drawn.extremities(key) : this.drawn.hasNode(key) ? [key] : [];
    const seen = ends.map((id) => this.sigma.graphToViewport(this.drawn.getNodeAttributes(id) as { x: number; y: number }));
    if (!seen.length) return undefined;
    const middle = (axis: "x" | "y") => seen.reduce((sum, place) => sum + place[axis], 0) / seen.length;
    return { x: left + middle("x"), y: top + middle("y") };
  }

  /** Puts what is drawn where it stands in the whole graph. */
  private settle(graph: MultiDirectedGraph): void {
    let radius = 1;
    this.places.forEach(({ x, y }) => (radius = Math.max(radius, Math.hypot(x, y))));
    let loose = 0;
    graph.forEachNode((id) => {
      // What hangs together with nothing stands on rings around the rest.
      const angle = (loose * Math.PI * 2) / 90;
      const far = radius * (1.1 + 0.06 * Math.floor(loose / 90));
      const place = this.places.get(id) ?? (loose++, { x: far * Math.cos(angle), y: far * Math.sin(angle) });
      graph.mergeNodeAttributes(id, place);
    });
  }

  private readColours(): void {
    const style = getComputedStyle(this.container);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    this.colours = new Map(this.graph.content.kinds.map((kind) => [kind.name, colour(`--kind-${kind.name}`)]));
    this.ink = colour("--ink");
    this.line = colour("--stroke");
    this.ground = colour("--panel");
  }
}
