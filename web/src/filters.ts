// The filters: what is left out, a place, a report, years.
import { h } from "./dom.ts";
import { type Graph, yearsOf } from "./graph.ts";
import { sign } from "./kinds.ts";
import type { State } from "./state.ts";
import type { Term } from "./rows.ts";
import { say, spoken, type Word } from "./words.ts";

type Change = (patch: Partial<State>) => void;
type Names = "noKind" | "noRelation" | "noModality";

export class Filters {
  readonly element = h("div", { class: "filters" });
  private readonly places: { id: string; name: string; size: number }[];

  constructor(
    private readonly graph: Graph,
    private readonly change: Change,
  ) {
    this.places = graph.places().map(({ node, size }) => ({ id: node.id, name: node.name, size }));
  }

  show(state: State): void {
    const { content, nodes, edges } = this.graph;
    const focused = document.activeElement?.id ?? "";
    this.element.replaceChildren(
      this.group("kinds", "noKind", content.kinds, tally(nodes.map((node) => node.kind)), state),
      this.group("relations", "noRelation", content.relations, tally(edges.map((edge) => edge.type)), state),
      this.group("modality", "noModality", content.modalities, tally(edges.map((edge) => edge.modality)), state),
      this.choice("place", "place", "everywhere", this.places.map(({ id, name, size }) => [id, `${name} (${size})`]), state.place),
      this.choice("document", "document", "allDocuments", this.documents(), state.document),
      this.sure(state),
      this.tick("loose", state.loose),
    );
    if (focused && this.element.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused)?.focus();
  }

  private documents(): [string, string][] {
    return [...this.graph.documents.values()].map((row) => [row.id, row.title ?? row.path]);
  }

  private group(head: Word, names: Names, terms: Term[], counts: Map<string, number>, state: State): Node {
    const out = new Set(state[names]);
    const there = terms.filter((term) => counts.has(term.name));
    const set = (next: Set<string>) => this.change({ [names]: there.map((term) => term.name).filter((name) => next.has(name)) });
    const boxes = there.map((term) => {
      const id = `${names}-${term.name}`;
      const box = h("input", { type: "checkbox", id, checked: !out.has(term.name) });
      box.addEventListener("change", () => {
        const next = new Set(out);
        if (box.checked) next.delete(term.name);
        else next.add(term.name);
        set(next);
      });
      return h(
        "li",
        {},
        h("label", { for: id }, box, names === "noKind" ? sign(term.name) : null, h("span", {}, term[spoken()]), h("span", { class: "count" }, counts.get(term.name))),
      );
    });
    const button = (word: Word, next: string[]) =>
      h("button", { type: "button", class: "plain", id: `${names}-${word}`, onclick: () => set(new Set(next)) }, say(word));
    return h(
      "fieldset",
      {},
      h("legend", {}, say(head)),
      h("div", { class: "pair" }, button("all", []), button("none", there.map((term) => term.name))),
      h("ul", { class: "plain-list" }, ...boxes),
    );
  }

  private choice(head: Word, key: "place" | "document", none: Word, options: [string, string][], chosen: string): Node {
    const select = h("select", { id: `choose-${key}` }, h("option", { value: "" }, say(none)));
    for (const [value, name] of options) select.append(h("option", { value, selected: value === chosen }, name));
    select.addEventListener("change", () => this.change({ [key]: select.value }));
    return h("div", { class: "field" }, h("label", { for: select.id }, say(head)), select);
  }

  private sure(state: State): Node {
    const range = h("input", { type: "range", id: "sure", min: 0, max: 1, step: 0.05, value: state.confidence });
    range.addEventListener("input", () => this.change({ confidence: Number(range.value) }));
    return h("div", { class: "field" }, h("label", { for: "sure" }, `${say("confidence")}: ${state.confidence.toFixed(2)}`), range);
  }

  private tick(word: "loose", on: boolean): Node {
    const box = h("input", { type: "checkbox", id: word, checked: on });
    box.addEventListener("change", () => this.change({ [word]: box.checked }));
    return h("div", { class: "field" }, h("label", { for: word }, box, h("span", {}, say(word))));
  }
}

/** The slider over the years, with the number of relations of each above it. */
export class Years {
  readonly element = h("div", { class: "years", role: "group", label: "years" });

  constructor(
    private readonly graph: Graph,
    private readonly change: Change,
  ) {}

  show(state: State): void {
    const span = this.graph.years;
    this.element.hidden = !span || span[0] === span[1];
    if (!span || this.element.hidden) return;
    const [first, last] = span;
    const [from, to] = [state.from ?? first, state.to ?? last];
    const counts = new Array<number>(last - first + 1).fill(0);
    for (const edge of this.graph.edges) {
      const years = yearsOf(edge.period);
      if (years) for (let year = years[0]; year <= years[1]; year++) counts[year - first]!++;
    }
    const most = Math.max(...counts);
    const bars = counts.map((count, at) => {
      const bar = h("span", { class: first + at >= from && first + at <= to ? "bar in" : "bar", title: `${first + at}: ${count}` });
      bar.style.height = `${Math.max(4, (100 * count) / most)}%`;
      return bar;
    });
    const focused = document.activeElement?.id ?? "";
    const range = (id: string, word: Word, value: number, set: (year: number) => Partial<State>) => {
      const input = h("input", { type: "range", id, min: first, max: last, step: 1, value, label: word, "aria-valuetext": value });
      input.addEventListener("input", () => this.change(set(Number(input.value))));
      return input;
    };
    const whole = (a: number, b: number): Partial<State> => ({ from: a <= first ? null : a, to: b >= last ? null : b });
    const undated = h("input", { type: "checkbox", id: "undated", checked: state.undated });
    undated.addEventListener("change", () => this.change({ undated: undated.checked }));
    this.element.replaceChildren(
      h("output", {}, from === to ? String(from) : `${from}–${to}`),
      h("div", { class: "slider" }, h("div", { class: "bars", "aria-hidden": "true" }, ...bars),
        range("year-from", "fromYear", from, (year) => whole(Math.min(year, to), to)),
        range("year-to", "toYear", to, (year) => whole(from, Math.max(year, from)))),
      h("label", { for: "undated" }, undated, h("span", {}, say("undated"))),
    );
    if (focused.startsWith("year-")) document.getElementById(focused)?.focus();
  }
}

function tally(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

