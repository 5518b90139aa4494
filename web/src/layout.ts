// Where things stand: always the same place for the same graph. Nothing here draws lots.
import { compare } from "./graph.ts";
import { forceAtlas2, type MultiDirectedGraph } from "./third-party.ts";

/** Golden angle: a spiral that never lines up. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/** Largest part whose places are worked out anew. */
export const LARGEST = 1500;

/**
 * Gives every node of a part of the graph `x` and `y`: a spiral from the one with most neighbours outwards, then forces
 * between them (ForceAtlas2, Jacomy and others 2014) for a fixed number of rounds.
 */
export function spread(graph: MultiDirectedGraph): void {
  const order = graph.nodes().sort((a, b) => graph.degree(b) - graph.degree(a) || compare(a, b));
  order.forEach((id, at) => {
    const far = 10 * Math.sqrt(at);
    graph.mergeNodeAttributes(id, { x: far * Math.cos(at * TURN), y: far * Math.sin(at * TURN) });
  });
  if (graph.order < 3 || graph.order > LARGEST) return;
  // An edge of something with many neighbours binds less, so that the rest shows how it hangs together.
  graph.forEachEdge((edge, _, source, target) => {
    const most = Math.max(graph.degree(source), graph.degree(target));
    graph.setEdgeAttribute(edge, "weight", 1 / Math.sqrt(most));
  });
  forceAtlas2.assign(graph, {
    iterations: graph.order < 400 ? 400 : 150,
    getEdgeWeight: "weight",
    settings: {
      edgeWeightInfluence: 1,
      adjustSizes: true,
      barnesHutOptimize: graph.order > 400,
      gravity: graph.order < 60 ? 0.4 : 1,
      scalingRatio: graph.order < 60 ? 40 : 18,
      slowDown: 1 + Math.log(graph.order),
    },
  });
}
