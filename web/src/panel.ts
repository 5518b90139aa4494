// The panel: what is known of the chosen entity or relation, each statement with its sentence.
import { h } from "./dom.ts";
import { compare, type Graph, keyOf } from "./graph.ts";
import { sign } from "./kinds.ts";
import { termOf } from "./pictures.ts";
import type { EdgeRow, Evidence, Fact, NodeRow } from "./rows.ts";
import type { Shown } from "./shown.ts";
import type { State } from "./state.ts";
import { say, spoken } from "./words.ts";

/** Sentences shown at most for one statement. */
const SENTENCES = 12;

const MODALITIES = ["done", "ongoing", "planned"];

export interface Deeds {
  choose(id: string): void;
  chooseEdge(key: string): void;
  focus(id: string): void;
  expand(id: string): void;
  hide(id: string): void;
  pathFrom(id: string): void;
  pathTo(id: string): void;
  clearPath(): void;
  read(evidence: Evidence): void;
}

export class Panel {
  readonly element = h("div", { class: "details" });

  constructor(
    private readonly graph: Graph,
    private readonly deeds: Deeds,
  ) {}

  show(state: State, shown: Shown): void {
    const parts: Node[] = [];
    if (state.path.length) parts.push(this.path(state.path, shown.paths));
    const at = state.edge ? this.graph.edge(state.edge) : undefined;
    const node = state.node ? this.graph.node(state.node) : undefined;
    if (at !== undefined) parts.push(this.edge(this.graph.edges[at]!));
    else if (node) parts.push(this.node(node, state));
    else if (!state.path.length) parts.push(this.overview());
    this.element.replaceChildren(...parts);
    this.element.scrollTop = 0;
  }

  private overview(): Node {
    const documents = [...this.graph.documents.values()].slice(0, 50).map((row) => {
      const said = [row.date && `${say("given")} ${row.date}`, row.speaker && `${say("speaker")} ${row.speaker}`, row.encoding];
      const repairs = Object.values(row.repairs).reduce((sum, count) => sum + count, 0);
      if (repairs) said.push(`${say("repairs")} ${repairs}`);
      return h("li", {}, h("bdi", {}, row.title ?? row.path), h("div", { class: "soft" }, said.filter(Boolean).join(" · ")));
    });
    return h(
      "section",
      {},
      h("h2", {}, say("overview")),
      h("p", { class: "soft" }, say("nothingChosen")),
      h("h3", {}, say("documentsHead")),
      h("ul", { class: "plain-list" }, ...documents),
    );
  }

  private node(node: NodeRow, state: State): Node {
    const { deeds } = this;
    const deed = (word: Parameters<typeof say>[0], act: () => void) => h("button", { type: "button", onclick: act }, say(word));
    const from = state.path.length === 1 && state.path[0] !== node.id;
    const known: [string, string][] = [];
    if (node.aliases.length) known.push([say("alsoCalled"), node.aliases.join("、")]);
    if (node.attributes.code) known.push([say("code"), node.attributes.code]);
    if (node.attributes.within?.length) known.push([say("within"), node.attributes.within.join(" · ")]);
    const named = new Map<string, number>();
    for (const { document } of node.mentions) named.set(document, (named.get(document) ?? 0) + 1);
    const documents = [...named].map(([id, count]) => {
      const row = this.graph.documents.get(id);
      return `${row?.title ?? row?.path ?? id}（${say("times", count)}）`;
    });
    if (documents.length) known.push([say("namedIn"), documents.slice(0, 6).join("、") + (documents.length > 6 ? " …" : "")]);
    return h(
      "section",
      { "aria-labelledby": "chosen" },
      h("h2", { id: "chosen", tabindex: -1 }, sign(node.kind), h("bdi", {}, node.name)),
      h("p", { class: "soft" }, termOf(this.graph.content.kinds, node.kind)),
      h(
        "div",
        { class: "deeds" },
        deed("focus", () => deeds.focus(node.id)),
        deed("expand", () => deeds.expand(node.id)),
        deed("hide", () => deeds.hide(node.id)),
        from ? deed("pathTo", () => deeds.pathTo(node.id)) : deed("pathFrom", () => deeds.pathFrom(node.id)),
      ),
      h("dl", {}, ...known.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, h("bdi", {}, value))])),
      this.facts(node),
      ...this.relations(node),
    );
  }

  private facts(node: NodeRow): Node | null {
    if (node.facts.length === 0) return null;
    const order = (fact: Fact) => `${fact.period ?? "9999"} ${MODALITIES.indexOf(fact.modality)} ${fact.attribute}`;
    const facts = [...node.facts].sort((a, b) => compare(order(a), order(b)));
    return h(
      "div",
      { class: "facts" },
      h("h3", {}, `${say("facts")} (${facts.length})`),
      ...facts.map((fact) => {
        const label = termOf(this.graph.content.attributes, fact.attribute);
        return h(
          "details",
          { class: fact.modality },
          h(
            "summary",
            {},
            h("span", { class: "what" }, fact.indicator ? h("bdi", {}, fact.indicator) : null, ` ${label} `),
            h("strong", {}, h("bdi", {}, worth(fact))),
            this.chips(fact),
          ),
          ...this.sentences(fact.evidence),
        );
      }),
    );
  }

  private relations(node: NodeRow): Node[] {
    const groups = new Map<string, { edge: EdgeRow; other: NodeRow }[]>();
    const types = this.graph.content.relations.map((term) => term.name);
    for (const at of this.graph.beside.get(node.id) ?? []) {
      const edge = this.graph.edges[at]!;
      const leaves = edge.source === node.id || this.graph.isSymmetric(edge);
      const key = `${String(types.indexOf(edge.type)).padStart(3, "0")}${leaves ? 0 : 1}${edge.type}`;
      const other = this.graph.node(this.graph.other(at, node.id));
      if (!other) continue;
      const group = groups.get(key);
      if (group) group.push({ edge, other });
      else groups.set(key, [{ edge, other }]);
    }
    return [...groups].sort(([a], [b]) => compare(a, b)).map(([key, links]) => {
      const type = termOf(this.graph.content.relations, key.slice(4));
      const arrow = key[3] === "0" ? `${type} →` : `→ ${type}`;
      links.sort((a, b) => compare(place(a.edge), place(b.edge)) || compare(a.other.id, b.other.id));
      return h(
        "div",
        { class: "relations" },
        h("h3", {}, `${arrow} (${links.length})`),
        h(
          "ul",
          { class: "plain-list" },
          ...links.map(({ edge, other }) =>
            h(
              "li",
              { class: edge.modality },
              h("button", { type: "button", class: "link", onclick: () => this.deeds.choose(other.id) }, sign(other.kind), h("bdi", {}, other.name)),
              this.chips(edge),
              h(
                "button",
                { type: "button", class: "plain", "aria-label": `${say("evidence")}: ${node.name} ${type} ${other.name}`, onclick: () => this.deeds.chooseEdge(keyOf(edge)) },
                say("evidence"),
              ),
            ),
          ),
        ),
      );
    });
  }

  private edge(edge: EdgeRow): Node {
    return h(
      "section",
      { "aria-labelledby": "chosen" },
      h("h2", { id: "chosen", tabindex: -1, class: "triple" }, ...this.triple(edge)),
      this.chips(edge),
      h("h3", {}, say("evidence")),
      ...this.sentences(edge.evidence),
    );
  }

  private triple(edge: EdgeRow): Node[] {
    const end = (id: string) => {
      const node = this.graph.node(id);
      return h("button", { type: "button", class: "link", onclick: () => this.deeds.choose(id) }, sign(node?.kind ?? ""), h("bdi", {}, node?.name ?? id));
    };
    const mark = this.graph.isSymmetric(edge) ? "—" : "→";
    return [end(edge.source), h("span", { class: "type" }, ` ${termOf(this.graph.content.relations, edge.type)} ${mark} `), end(edge.target)];
  }

  private chips(row: EdgeRow | Fact): Node {
    const said = [termOf(this.graph.content.modalities, row.modality), row.period];
    if ("polarity" in row && row.polarity === false) said.push(say("denied"));
    if ("titles" in row) said.push(...(row.titles ?? []));
    const words = said.filter(Boolean).map((word) => h("span", { class: "chip" }, h("bdi", {}, word)));
    const sure = h("span", { class: "chip faint", title: `${say("rule")} ${row.rule}` }, `${say("sure")} ${row.confidence.toFixed(2)}`);
    return h("span", { class: "chips" }, ...words, sure);
  }

  private sentences(evidence: Evidence[]): Node[] {
    const texts = new Set(this.graph.content.texts);
    const parts: Node[] = evidence.slice(0, SENTENCES).map((one) => {
      const row = this.graph.documents.get(one.document);
      const words = one.quote ?? say("noQuote", one.start, one.end);
      return h(
        "figure",
        { class: "evidence" },
        h("blockquote", {}, h("bdi", {}, words)),
        h(
          "figcaption",
          {},
          h("bdi", {}, row?.title ?? row?.path ?? one.document),
          ` · ${say("bytes", one.start, one.end)} `,
          texts.has(one.document)
            ? h("button", { type: "button", class: "plain", onclick: () => this.deeds.read(one) }, say("readReport"))
            : h("span", { class: "soft" }, say("noText")),
        ),
      );
    });
    if (evidence.length > SENTENCES) parts.push(h("p", { class: "soft" }, say("tooMany", evidence.length, SENTENCES)));
    return parts;
  }

  private path(ends: string[], paths: string[][] | undefined): Node {
    const name = (id: string | undefined) => (id ? (this.graph.node(id)?.name ?? id) : "");
    const clear = h("button", { type: "button", class: "plain", onclick: () => this.deeds.clearPath() }, say("pathClear"));
    const head = h("h2", { id: "path-head", tabindex: -1 }, say("path"));
    if (ends.length === 1) return h("section", { class: "path" }, head, h("p", {}, say("pathPrompt", name(ends[0]))), clear);
    const told = paths?.length ? say("pathFound", name(ends[0]), name(ends[1]), paths.length) : say("pathNone", name(ends[0]), name(ends[1]));
    return h(
      "section",
      { class: "path", "aria-labelledby": "path-head" },
      head,
      h("p", {}, h("bdi", {}, told)),
      clear,
      ...(paths ?? []).map((way, number) => h("details", number === 0 ? { open: true } : {}, h("summary", {}, say("pathSteps", number + 1, way.length - 1)), this.way(way))),
    );
  }

  private way(way: string[]): Node {
    const steps = way.slice(1).map((id, at) => {
      const edges = this.graph.between(way[at]!, id).map((place) => this.graph.edges[place]!);
      return h(
        "li",
        {},
        ...edges.map((edge) =>
          h(
            "div",
            { class: `step ${edge.modality}` },
            h("div", { class: "triple" }, ...this.triple(edge)),
            this.chips(edge),
            ...this.sentences(edge.evidence.slice(0, 1)),
          ),
        ),
      );
    });
    return h("ol", { class: "way" }, ...steps);
  }
}

function place(edge: EdgeRow): string {
  return `${MODALITIES.indexOf(edge.modality)}${edge.period ?? "9999"}`;
}

/** A value as people write it: 亿 and 万 from ten thousand on, no trailing zeros. */
export function worth(fact: Fact): string {
  const bound = { at_least: "≥ ", at_most: "≤ ", about: "≈ " }[fact.bound ?? ""] ?? "";
  const unit = fact.unit ?? "";
  if (typeof fact.value === "string") return `${bound}${fact.value}${unit}`;
  const size = Math.abs(fact.value);
  const [scaled, scale] = size >= 1e8 ? [fact.value / 1e8, "亿"] : size >= 1e4 ? [fact.value / 1e4, "万"] : [fact.value, ""];
  return `${bound}${Number(scaled.toFixed(4)).toLocaleString(spoken() === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 4, useGrouping: false })}${scale}${unit}`;
}
