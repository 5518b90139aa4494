// What the page takes from others: drawing by sigma, the graph it draws and the layout by graphology.
export { default as Sigma, DEFAULT_STYLES } from "sigma";
export {
  extremityArrow,
  layerDashed,
  layerFill,
  pathCurved,
  pathLine,
  pathLoop,
  sdfCircle,
  sdfDiamond,
  sdfRectangle,
  sdfSquare,
  sdfTriangle,
} from "sigma/rendering";
export { MultiDirectedGraph } from "graphology";
export { default as forceAtlas2 } from "graphology-layout-forceatlas2";
