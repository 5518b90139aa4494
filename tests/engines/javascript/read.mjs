// Reads a Cytoscape.js, a graphology, a GEXF and a GraphML file, and prints what it found.

import {readFileSync} from 'node:fs';
import cytoscape from 'cytoscape';
import Graph from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';

const [cytoscapePath, graphologyPath, gexfPath, graphmlPath] = process.argv.slice(2);
const text = path => readFileSync(path, 'utf8');

const scene = cytoscape({headless: true, ...JSON.parse(text(cytoscapePath))});
const graph = Graph.from(JSON.parse(text(graphologyPath)));
const fromGexf = gexf.parse(Graph, text(gexfPath), {allowUndeclaredAttributes: false});
const fromGraphml = graphml.parse(Graph, text(graphmlPath));
const names = (graph, key) => graph.mapNodes((_, attributes) => attributes[key]);

console.log(JSON.stringify({
  cytoscape: {names: scene.nodes().map(node => node.data('name')), edges: scene.edges().length},
  graphology: {names: names(graph, 'name'), edges: graph.size},
  gexf: {names: names(fromGexf, 'label'), edges: fromGexf.size},
  graphml: {names: names(fromGraphml, 'name'), edges: fromGraphml.size},
}));
