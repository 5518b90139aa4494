// The same in words: what passes the filters as tables that can be sorted, for eyes and for readers.
import { h } from "./dom.ts";
import { compare, type Graph, keyOf } from "./graph.ts";
import { sign } from "./kinds.ts";
import { termOf } from "./pictures.ts";
import type { Shown } from "./shown.ts";
import type { State } from "./state.ts";
import { say, type Word } from "./words.ts";

/** Rows put on the page at a time. */
const ROWS = 200;

type Cell = { text: string; order: string | number; act?: () => void; kind?: string };
type Which = "entities" | "relationsTab";

export class Tables {
  readonly element = h("div", { class: "tables" });
  private which: Which = "entities";
  private sort = { column: -1, down: false };
  private rows = ROWS;
  private last: [State, Shown] | undefined;

  constructor(
    private readonly graph: Graph,
    private readonly choose: (id: string) => void,
    private readonly chooseEdge: (key: string) => void,
  ) {}

  show(state: State, shown: Shown): void {
    this.last = [state, shown];
    const tab = (which: Which, count: number) =>
      h("button", { type: "button", role: "tab", "aria-selected": String(which === this.which), "aria-controls": "table", onclick: () => this.turn(which) }, `${say(which)} (${count})`);
    const tabs = h("div", { role: "tablist", class: "tabs" }, tab("entities", shown.nodes.length), tab("relationsTab", shown.edges.length));
    const [heads, rows] = this.which === "entities" ? this.nodes(shown) : this.edges(shown);
    const { column, down } = this.sort;
    if (column >= 0) {
      const order = (a: Cell[], b: Cell[]) => {
        const [one, other] = [a[column]!.order, b[column]!.order];
        return typeof one === "number" && typeof other === "number" ? one - other : compare(String(one), String(other));
      };
      rows.sort((a, b) => (down ? order(b, a) : order(a, b)));
    }
    const head = heads.map((word, at) => {
      const sorted = at === column ? (down ? "descending" : "ascending") : undefined;
      const button = h("button", { type: "button", onclick: () => this.order(at) }, say(word), sorted ? (down ? " ▼" : " ▲") : "");
      return h("th", { scope: "col", "aria-sort": sorted }, button);
    });
    const body = rows.slice(0, this.rows).map((row) => h("tr", {}, ...row.map((cell) => this.cell(cell))));
    const more = rows.length > this.rows
      ? h("button", { type: "button", onclick: () => this.more() }, say("moreRows", Math.min(ROWS, rows.length - this.rows)))
      : null;
    const table = h("table", { id: "table" }, h("caption", { class: "unseen" }, say(this.which)), h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body));
    this.element.replaceChildren(tabs, rows.length ? h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say(this.which) }, table) : h("p", {}, say("nothingLeft")), more ?? "");
  }

  private nodes(shown: Shown): [Word[], Cell[][]] {
    const { kinds } = this.graph.content;
    const rows = shown.nodes.map((node): Cell[] => [
      { text: node.name, order: node.name, kind: node.kind, act: () => this.choose(node.id) },
      { text: termOf(kinds, node.kind), order: node.kind },
      { text: node.aliases.join("、"), order: node.aliases.join() },
      { text: String(this.graph.degree(node.id)), order: this.graph.degree(node.id) },
      { text: String(node.facts.length), order: node.facts.length },
      { text: String(node.mentions.length), order: node.mentions.length },
    ]);
    return [["name", "kind", "alsoCalled", "links", "facts", "mentions"], rows];
  }

  private edges(shown: Shown): [Word[], Cell[][]] {
    const { relations, modalities } = this.graph.content;
    const rows = shown.edges.map((at): Cell[] => {
      const edge = this.graph.edges[at]!;
      const [source, target] = [this.graph.node(edge.source), this.graph.node(edge.target)];
      return [
        { text: source?.name ?? edge.source, order: edge.source, kind: source?.kind, act: () => this.choose(edge.source) },
        { text: termOf(relations, edge.type), order: edge.type, act: () => this.chooseEdge(keyOf(edge)) },
        { text: target?.name ?? edge.target, order: edge.target, kind: target?.kind, act: () => this.choose(edge.target) },
        { text: termOf(modalities, edge.modality), order: edge.modality },
        { text: edge.period ?? "", order: edge.period ?? "" },
        { text: edge.confidence.toFixed(2), order: edge.confidence },
      ];
    });
    return [["head", "relation", "tail", "modality", "period", "confidence"], rows];
  }

  private cell({ text, act, kind }: Cell): Node {
    const words = h("bdi", {}, text);
    if (!act) return h("td", {}, words);
    return h("td", {}, h("button", { type: "button", class: "link", onclick: act }, kind ? sign(kind) : null, words));
  }

  private turn(which: Which): void {
    this.which = which;
    this.sort = { column: -1, down: false };
    this.rows = ROWS;
    this.again('[role="tab"][aria-selected="true"]');
  }

  private order(column: number): void {
    this.sort = { column, down: this.sort.column === column && !this.sort.down };
    this.again(`th:nth-child(${column + 1}) button`);
  }

  private more(): void {
    this.rows += ROWS;
    this.again(`tbody tr:nth-child(${this.rows - ROWS + 1}) button`);
  }

  /** Shows the rows anew and leaves the focus where it was. */
  private again(focus: string): void {
    if (this.last) this.show(...this.last);
    this.element.querySelector<HTMLElement>(focus)?.focus();
  }
}
