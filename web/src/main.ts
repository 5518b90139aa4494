// The page: puts its parts together and carries each change of the view through all of them.
import "./page.css";
import { Canvas } from "./canvas.ts";
import { h, translate } from "./dom.ts";
import { Filters, Years } from "./filters.ts";
import { Finder } from "./finder.ts";
import { Graph } from "./graph.ts";
import { sign } from "./kinds.ts";
import { Panel } from "./panel.ts";
import { data, drawing, edgeTable, factTable, nodeTable, pixels, save } from "./pictures.ts";
import { Reader } from "./report.ts";
import { Names } from "./search.ts";
import { type Shown, shown } from "./shown.ts";
import { remember, type Source, source, TokenNeeded } from "./source.ts";
import { beginning, read, type State, written } from "./state.ts";
import { Tables } from "./tables.ts";
import { say, speak, spoken, type Word } from "./words.ts";

class Page {
  private readonly first: State;
  private state: State;
  private shown: Shown;
  private readonly canvas: Canvas | undefined;
  private readonly panel: Panel;
  private readonly filters: Filters;
  private readonly years: Years;
  private readonly tables: Tables;
  private readonly finder: Finder;
  private readonly reader: Reader;
  private readonly stage = h("div", { class: "stage", tabindex: 0, role: "application", label: "canvas" });
  private readonly status = h("p", { class: "status", role: "status" });
  private readonly notice = h("div", { class: "notice", role: "alert", hidden: true });
  private readonly legend = h("ul", { class: "legend plain-list", label: "legend" });
  private readonly aside: HTMLDetailsElement;
  private readonly bar: HTMLElement;

  constructor(
    private readonly graph: Graph,
    source: Source,
  ) {
    this.first = beginning(graph.content.language);
    this.state = read(location.hash, this.first);
    speak(this.state.lang);
    document.documentElement.dataset.theme = this.state.theme;
    this.colours();
    this.filters = new Filters(graph, (patch) => this.change(patch, false));
    this.years = new Years(graph, (patch) => this.change(patch, false));
    this.tables = new Tables(graph, (id) => this.choose(id), (key) => this.change({ edge: key, node: "" }));
    this.finder = new Finder(graph, new Names(graph), (id) => this.choose(id, true));
    this.reader = new Reader(graph, source);
    this.panel = new Panel(graph, {
      choose: (id) => this.choose(id, true),
      chooseEdge: (key) => this.change({ edge: key, node: "" }),
      focus: (id) => this.change({ roots: [id], path: [], node: id, edge: "", camera: [] }),
      expand: (id) => this.expand(id),
      hide: (id) => this.change({ hidden: [...this.state.hidden, id], node: "", roots: this.state.roots.filter((root) => root !== id) }),
      pathFrom: (id) => this.change({ path: [id] }),
      pathTo: (id) => this.change({ path: [this.state.path[0]!, id], node: "", edge: "", camera: [] }),
      clearPath: () => this.change({ path: [], camera: [] }),
      read: (evidence) => void this.reader.open(evidence),
    });
    this.aside = h("details", { class: "aside" }, h("summary", { word: "filters" }), this.filters.element);
    this.aside.open = !matchMedia("(max-width: 60rem)").matches;
    this.bar = this.toolbar();
    document.body.replaceChildren(
      h("a", { class: "skip", href: "#main", word: "skip", onclick: (event: Event) => this.skip(event) }),
      h("header", { class: "top" }, h("h1", { word: "title" }), this.finder.element, this.bar),
      this.notice,
      h(
        "div",
        { class: "body" },
        this.aside,
        h("main", { id: "main", tabindex: -1 }, this.stage, this.tables.element, this.legend, h("footer", {}, this.status, this.years.element)),
        h("section", { class: "panel", label: "details" }, this.panel.element),
      ),
      this.reader.element,
    );
    this.shown = shown(graph, this.state);
    this.canvas = this.begin();
    this.keys();
    this.render(undefined);
    this.canvas?.look(this.state.camera);
    addEventListener("popstate", () => this.go(read(location.hash, this.first)));
    addEventListener("hashchange", () => this.go(read(location.hash, this.first)));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolour());
    source.watch(() => this.tell(say("changed"), say("reload"), () => location.reload()));
  }

  private begin(): Canvas | undefined {
    try {
      return new Canvas(this.graph, this.stage, {
        node: (id) => this.choose(id),
        edge: (key) => this.change({ edge: key, node: "" }),
        expand: (id) => this.expand(id),
        nothing: () => (this.state.node || this.state.edge) && this.change({ node: "", edge: "" }),
        moved: (camera) => this.moved(camera),
      });
    } catch {
      this.tell(say("noWebgl"));
      this.state = { ...this.state, view: "table" };
      return undefined;
    }
  }

  /** A change of the view. One that goes somewhere can be taken back by the browser. */
  private change(patch: Partial<State>, goes = true): void {
    const next = { ...this.state, ...patch };
    const address = written(next, this.first) || location.pathname + location.search;
    if (goes) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.go(next);
  }

  private go(next: State): void {
    const last = this.state;
    this.state = next;
    this.render(last);
  }

  private render(last: State | undefined): void {
    const { state, graph } = this;
    const moved = (...keys: (keyof State)[]) => !last || keys.some((key) => String(last[key]) !== String(state[key]));
    const spokenAnew = moved("lang");
    if (spokenAnew) {
      speak(state.lang);
      document.documentElement.lang = state.lang === "zh" ? "zh-CN" : "en";
      translate(document);
    }
    if (moved("theme")) document.documentElement.dataset.theme = state.theme;
    const filtered = moved("noKind", "noRelation", "noModality", "place", "document", "from", "to", "undated", "confidence", "loose", "roots", "depth", "hidden", "path");
    if (filtered) this.shown = shown(graph, state);
    if (filtered || spokenAnew || moved("view")) {
      this.filters.show(state);
      this.years.show(state);
      this.count();
      this.key();
    }
    const table = state.view === "table";
    this.stage.hidden = table;
    this.legend.hidden = table;
    this.tables.element.hidden = !table;
    if (table) this.tables.show(state, this.shown);
    if (this.canvas && !table && (filtered || spokenAnew || moved("view"))) this.canvas.draw(this.shown);
    if (moved("theme") && last) this.recolour();
    if (!table) this.canvas?.mark(state, this.shown.paths);
    if (moved("roots", "path", "depth") && last) this.canvas?.fit();
    if (spokenAnew || moved("node", "edge", "path") || filtered) this.panel.show(state, this.shown);
    this.bar.querySelectorAll<HTMLElement>("[data-view]").forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.view === state.view)));
    this.bar.querySelector<HTMLElement>(".part")!.hidden = !(state.roots.length || state.hidden.length || state.path.length);
    this.bar.querySelector<HTMLSelectElement>("#depth")!.value = String(state.depth);
    this.bar.querySelector<HTMLSelectElement>("#theme")!.value = state.theme;
    const name = state.node ? graph.node(state.node)?.name : undefined;
    document.title = [name, say("title")].filter(Boolean).join(" · ");
  }

  private choose(id: string, show = false): void {
    const { shown: seen, state } = this;
    const there = seen.drawn.some((node) => node.id === id) || state.view === "table";
    // What is looked for is shown, even where the filters or the focus leave it out.
    const within = there ? {} : { roots: [id], path: [], hidden: state.hidden.filter((one) => one !== id), noKind: [], place: "", document: "" };
    this.change({ ...within, node: id, edge: "" });
    if (show) this.canvas?.show(id);
    document.getElementById("chosen")?.focus({ preventScroll: true });
  }

  private expand(id: string): void {
    const { state } = this;
    const roots = state.roots.length ? [...new Set([...state.roots, id])] : [id];
    this.change({ roots, path: [], node: id, edge: "" });
  }

  private moved(camera: number[]): void {
    if (String(camera) === String(this.state.camera)) return;
    const home = String(camera) === "0.5,0.5,1";
    this.state = { ...this.state, camera: home ? [] : camera };
    history.replaceState(null, "", written(this.state, this.first) || location.pathname + location.search);
  }

  private count(): void {
    const { shown: seen, graph, state } = this;
    const told = [say("shown", seen.drawn.length, graph.nodes.length, seen.edges.length, graph.edges.length)];
    const left = seen.nodes.length - seen.drawn.length;
    if (left > 0) told.push(say("looseLeft", left));
    if (state.hidden.length) told.push(say("hiddenCount", state.hidden.length));
    this.status.textContent = told.join(" · ");
  }

  private key(): void {
    const there = new Set(this.shown.drawn.map((node) => node.kind));
    const kinds = this.graph.content.kinds.filter((kind) => there.has(kind.name));
    this.legend.replaceChildren(...kinds.map((kind) => h("li", { title: spoken() === "en" ? kind.about : undefined }, sign(kind.name), kind[spoken()])), h("li", { class: "soft" }, say("dashed")));
  }

  private toolbar(): HTMLElement {
    const button = (word: Word, act: () => void, more = {}) => h("button", { type: "button", word, onclick: act, ...more });
    const view = (name: State["view"], word: Word) => button(word, () => this.change({ view: name }), { "data-view": name });
    const depth = h("select", { id: "depth", label: "depth" }, ...[1, 2, 3, 4].map((steps) => h("option", { value: steps }, steps)));
    depth.addEventListener("change", () => this.change({ depth: Number(depth.value) }));
    const theme = h("select", { id: "theme", label: "theme" }, h("option", { value: "auto", word: "themeAuto" }), h("option", { value: "light", word: "themeLight" }), h("option", { value: "dark", word: "themeDark" }));
    theme.addEventListener("change", () => this.change({ theme: theme.value as State["theme"] }, false));
    const take = (word: Word, act: () => void) => button(word, () => {
      act();
      menu.open = false;
    });
    const menu = h(
      "details",
      { class: "menu" },
      h("summary", { word: "export" }),
      h(
        "div",
        {},
        take("exportPng", () => void this.picture("png")),
        take("exportSvg", () => void this.picture("svg")),
        take("exportJson", () => save("graph.json", data(this.graph, this.shown), "application/json")),
        take("exportNodes", () => save("entities.csv", nodeTable(this.graph, this.shown), "text/csv")),
        take("exportEdges", () => save("relations.csv", edgeTable(this.graph, this.shown), "text/csv")),
        take("exportFacts", () => save("facts.csv", factTable(this.shown), "text/csv")),
      ),
    );
    menu.addEventListener("focusout", (event) => {
      if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
    });
    return h(
      "div",
      { class: "bar", role: "toolbar", label: "view" },
      h("span", { class: "joined" }, view("graph", "graphView"), view("table", "tableView")),
      h("span", { class: "part" }, h("label", {}, h("span", { word: "depth" }), depth), button("showAll", () => this.change({ roots: [], path: [], hidden: [], camera: [] }))),
      button("reset", () => this.change({ ...this.first, lang: this.state.lang, theme: this.state.theme })),
      menu,
      theme,
      button("language", () => this.change({ lang: spoken() === "zh" ? "en" : "zh" }, false), { lang: "mul" }),
    );
  }

  private async picture(kind: "png" | "svg"): Promise<void> {
    if (!this.canvas) return;
    if (this.state.view === "table") this.change({ view: "graph" });
    const style = getComputedStyle(document.body);
    const drawn = drawing(this.canvas, style.getPropertyValue("--paper").trim(), style.getPropertyValue("--ink").trim(), document.title);
    if (kind === "svg") save("graph.svg", drawn, "image/svg+xml");
    else save("graph.png", await pixels(drawn, 2), "image/png");
  }

  private keys(): void {
    addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        this.finder.input.focus();
      }
      if (event.key === "Escape" && !typing && (this.state.node || this.state.edge)) this.change({ node: "", edge: "" });
    });
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.canvas?.pan(-0.1, 0),
      ArrowRight: () => this.canvas?.pan(0.1, 0),
      ArrowUp: () => this.canvas?.pan(0, 0.1),
      ArrowDown: () => this.canvas?.pan(0, -0.1),
      "+": () => this.canvas?.zoom(1 / 1.4),
      "=": () => this.canvas?.zoom(1 / 1.4),
      "-": () => this.canvas?.zoom(1.4),
      "0": () => this.canvas?.fit(),
    };
    this.stage.addEventListener("keydown", (event) => {
      const move = moves[event.key];
      if (!move || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      move();
    });
  }

  private skip(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }

  /** The colours of kinds, as the style sheet's own. */
  private colours(): void {
    const sheet = new CSSStyleSheet();
    const rules = (side: "light" | "dark") => this.graph.content.kinds.map((kind) => `--kind-${kind.name}:${kind[side]}`).join(";");
    sheet.replaceSync(
      `:root{${rules("light")}} :root[data-theme="dark"]{${rules("dark")}} @media (prefers-color-scheme: dark){:root:not([data-theme="light"]){${rules("dark")}}}`,
    );
    document.adoptedStyleSheets = [sheet];
  }

  private recolour(): void {
    this.canvas?.recolour(this.shown, this.state);
  }

  private tell(words: string, deed?: string, act?: () => void): void {
    this.notice.replaceChildren(words, ...(deed && act ? [h("button", { type: "button", onclick: act }, deed)] : []));
    this.notice.hidden = false;
  }

  /** Where an entity or a relation stands on the screen; undefined where it is not drawn. */
  locate(key: string): { x: number; y: number } | undefined {
    return this.canvas?.locate(key);
  }
}

async function begin(): Promise<void> {
  speak(document.documentElement.lang === "en" ? "en" : "zh");
  const waiting = h("p", { class: "waiting", role: "status" }, say("loading"));
  document.body.append(waiting);
  try {
    const from = source();
    const page = new Page(new Graph(await from.content()), from);
    // For those who drive the page by program, as its tests do.
    Object.assign(window, { tuzhi: { locate: (key: string) => page.locate(key) } });
  } catch (error) {
    if (error instanceof TokenNeeded) return waiting.replaceWith(entrance());
    waiting.textContent = say("failed", error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Asks for the token of the server. */
function entrance(): HTMLElement {
  const input = h("input", { type: "password", id: "token", autocomplete: "off", required: true });
  const form = h("form", { class: "waiting" }, h("label", { for: "token" }, say("token"), " ", input), " ", h("button", { type: "submit" }, say("enter")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember(input.value);
    form.remove();
    void begin();
  });
  return form;
}

void begin();
