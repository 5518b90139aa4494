// The search box: a combobox by the ARIA practices, with the list of what is called so.
import { h } from "./dom.ts";
import type { Graph } from "./graph.ts";
import { sign } from "./kinds.ts";
import { termOf } from "./pictures.ts";
import { type Hit, type Names } from "./search.ts";
import { say } from "./words.ts";

/** Names listed at most. */
const LISTED = 12;

export class Finder {
  readonly element: HTMLElement;
  readonly input = h("input", {
    id: "search", type: "search", role: "combobox", label: "search", autocomplete: "off", spellcheck: "false",
    "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list",
  });
  private readonly list = h("ul", { id: "hits", role: "listbox", label: "search", hidden: true });
  private readonly told = h("span", { class: "unseen", role: "status" });
  private hits: Hit[] = [];
  private at = -1;

  constructor(
    private readonly graph: Graph,
    private readonly names: Names,
    private readonly choose: (id: string) => void,
  ) {
    this.element = h("div", { class: "finder", role: "search", label: "searchShort" }, this.input, this.list, this.told);
    this.input.addEventListener("input", () => this.look());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.input.addEventListener("focus", () => this.input.value && this.look());
  }

  private look(): void {
    const words = this.input.value;
    this.hits = this.names.find(words, LISTED);
    this.at = this.hits.length ? 0 : -1;
    if (!words.trim()) return this.close();
    const rows = this.hits.map((hit, at) => {
      const kind = termOf(this.graph.content.kinds, hit.node.kind);
      const other = hit.name === hit.node.name ? "" : ` · ${hit.name}`;
      const row = h(
        "li",
        { role: "option", id: `hit-${at}` },
        sign(hit.node.kind),
        h("bdi", {}, hit.node.name),
        h("span", { class: "soft" }, h("bdi", {}, `${kind}${other}`)),
      );
      row.addEventListener("mousedown", (event) => {
        event.preventDefault();
        this.take(at);
      });
      return row;
    });
    if (!rows.length) rows.push(h("li", { class: "soft", role: "option", "aria-disabled": "true" }, say("noHit", words)));
    this.list.replaceChildren(...rows);
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.told.textContent = say("hits", this.hits.length);
    this.mark();
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.hits.length) {
      event.preventDefault();
      if (this.list.hidden) this.look();
      else this.at = (this.at + step + this.hits.length) % this.hits.length;
      this.mark();
    } else if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.take(this.at);
    } else if (event.key === "Escape") {
      this.close();
    }
  }

  private mark(): void {
    [...this.list.children].forEach((row, at) => {
      row.setAttribute("aria-selected", String(at === this.at));
      if (at === this.at) row.scrollIntoView({ block: "nearest" });
    });
    if (this.at >= 0) this.input.setAttribute("aria-activedescendant", `hit-${this.at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  private take(at: number): void {
    const hit = this.hits[at];
    if (!hit) return;
    this.close();
    this.input.value = "";
    this.choose(hit.node.id);
  }

  private close(): void {
    this.list.hidden = true;
    this.at = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}
