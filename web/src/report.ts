// The report itself, with the sentence lit: the clean text, and the file as it stood.
import { h } from "./dom.ts";
import type { Graph } from "./graph.ts";
import type { Evidence, ReportText } from "./rows.ts";
import type { Source } from "./source.ts";
import { say } from "./words.ts";

/** A text cut in three: before the sentence, the sentence, behind it. */
type Cut = [string, string, string];

export class Reader {
  readonly element: HTMLDialogElement;
  private readonly title = h("h2", { id: "reader-title" });
  private readonly place = h("p", { class: "soft" });
  private readonly text = h("div", { class: "report", tabindex: 0, role: "document", "aria-labelledby": "reader-title" });
  private readonly tabs: [HTMLButtonElement, HTMLButtonElement];
  private cuts: [Cut, Cut] | undefined;

  constructor(
    private readonly graph: Graph,
    private readonly source: Source,
  ) {
    const tab = (word: "clean" | "asFile", at: 0 | 1) =>
      h("button", { type: "button", role: "tab", word, "aria-controls": "report-text", onclick: () => this.turn(at) });
    this.tabs = [tab("clean", 0), tab("asFile", 1)];
    this.text.id = "report-text";
    const tablist = h("div", { role: "tablist", class: "tabs", label: "view", onkeydown: (event: KeyboardEvent) => this.key(event) }, ...this.tabs);
    const close = h("button", { type: "button", class: "plain", word: "close", onclick: () => this.element.close() });
    this.element = h(
      "dialog",
      { class: "reader", "aria-labelledby": "reader-title" },
      h("header", {}, this.title, close),
      this.place,
      tablist,
      this.text,
    );
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  async open(evidence: Evidence): Promise<void> {
    const row = this.graph.documents.get(evidence.document);
    const text = await this.source.text(evidence.document);
    this.title.textContent = row?.title ?? row?.path ?? evidence.document;
    if (!text) {
      this.cuts = undefined;
      this.place.textContent = say("noText");
      this.text.replaceChildren(h("bdi", {}, h("mark", {}, evidence.quote ?? "")));
      return this.element.showModal();
    }
    this.cuts = [cut(text.clean, evidence.start, evidence.end), cut(text.file, ...inText(text, evidence.raw))];
    this.place.textContent = [
      row?.path,
      row?.encoding,
      `${say("clean")}: ${say("bytes", evidence.start, evidence.end)}`,
      `${say("asFile")}: ${say("bytes", ...evidence.raw)}`,
    ].filter(Boolean).join(" · ");
    this.element.showModal();
    this.turn(0);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = this.tabs[0].getAttribute("aria-selected") === "true" ? 1 : 0;
    this.turn(next);
    this.tabs[next].focus();
  }

  private turn(to: 0 | 1): void {
    this.tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === to));
      tab.tabIndex = at === to ? 0 : -1;
    });
    if (!this.cuts) return;
    const [before, lit, behind] = this.cuts[to];
    const mark = h("mark", {}, lit);
    // Marks that turn the direction of writing stay within the report.
    this.text.replaceChildren(h("bdi", {}, before, mark, behind));
    this.text.dataset.side = to === 0 ? "clean" : "file";
    mark.scrollIntoView({ block: "center" });
  }
}

/** Cuts a text at two places told in bytes of UTF-8. */
function cut(text: string, start: number, end: number): Cut {
  const bytes = new TextEncoder().encode(text);
  const words = (from: number, to: number) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, to));
  return [words(0, start), words(start, end), words(end, bytes.length)];
}

/** From bytes of the file to bytes of its text. */
function inText(text: ReportText, [start, end]: [number, number]): [number, number] {
  const at = (byte: number, round: (number: number) => number) => {
    let found = 0;
    for (const [source, derived, units, width, made] of text.runs) {
      if (byte < source) break;
      found = derived + made * Math.min(units, width ? round((byte - source) / width) : units);
    }
    return found;
  };
  return [at(start, Math.floor), at(end, Math.ceil)];
}
