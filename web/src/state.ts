// What is looked at, and how that stands in the address, so that a view can be kept and sent.

export interface State {
  view: "graph" | "table";
  lang: "zh" | "en";
  theme: "auto" | "light" | "dark";
  /** Kinds, relation types and modalities that are left out. */
  noKind: string[];
  noRelation: string[];
  noModality: string[];
  place: string;
  document: string;
  from: number | null;
  to: number | null;
  /** Whether relations without a period pass a choice of years. */
  undated: boolean;
  confidence: number;
  /** Whether entities without a relation are drawn. */
  loose: boolean;
  /** Entities around which the graph is shown; all of it where there are none. */
  roots: string[];
  depth: number;
  hidden: string[];
  node: string;
  edge: string;
  /** Ends of a path; the second is empty while it is being chosen. */
  path: string[];
  /** Where the graph is looked at: x, y, ratio. */
  camera: number[];
}

const NAMES: Record<keyof State, string> = {
  view: "view",
  lang: "lang",
  theme: "theme",
  noKind: "nokind",
  noRelation: "norel",
  noModality: "nomod",
  place: "place",
  document: "doc",
  from: "from",
  to: "to",
  undated: "undated",
  confidence: "sure",
  loose: "loose",
  roots: "focus",
  depth: "depth",
  hidden: "hide",
  node: "node",
  edge: "edge",
  path: "path",
  camera: "at",
};

export function beginning(lang: "zh" | "en"): State {
  return {
    view: "graph",
    lang,
    theme: "auto",
    noKind: [],
    noRelation: [],
    noModality: [],
    place: "",
    document: "",
    from: null,
    to: null,
    undated: true,
    confidence: 0,
    loose: false,
    roots: [],
    depth: 1,
    hidden: [],
    node: "",
    edge: "",
    path: [],
    camera: [],
  };
}

/** Only what differs from the beginning is written. */
export function written(state: State, first: State): string {
  const parameters = new URLSearchParams();
  for (const key of Object.keys(NAMES) as (keyof State)[]) {
    const [value, usual] = [state[key], first[key]];
    if (Array.isArray(value)) value.forEach((one) => parameters.append(NAMES[key], String(one)));
    else if (value !== usual) parameters.set(NAMES[key], String(value ?? ""));
  }
  const text = parameters.toString();
  return text ? `#${text}` : "";
}

/** What an address says; what it says wrongly is left as at the beginning. */
export function read(hash: string, first: State): State {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const state = { ...first };
  const put = <K extends keyof State>(key: K, value: State[K]) => {
    state[key] = value;
  };
  for (const key of Object.keys(NAMES) as (keyof State)[]) {
    const values = parameters.getAll(NAMES[key]);
    const value = values[0];
    if (value === undefined) continue;
    switch (key) {
      case "view":
        if (value === "graph" || value === "table") put(key, value);
        break;
      case "lang":
        if (value === "zh" || value === "en") put(key, value);
        break;
      case "theme":
        if (value === "auto" || value === "light" || value === "dark") put(key, value);
        break;
      case "undated":
      case "loose":
        put(key, value === "true");
        break;
      case "from":
      case "to":
      case "confidence":
      case "depth": {
        const number = Number(value);
        if (value !== "" && Number.isFinite(number)) put(key, key === "depth" ? Math.min(Math.max(Math.round(number), 1), 4) : number);
        break;
      }
      case "camera": {
        const numbers = values.map(Number);
        if (numbers.length === 3 && numbers.every(Number.isFinite)) put(key, numbers);
        break;
      }
      case "noKind":
      case "noRelation":
      case "noModality":
      case "roots":
      case "hidden":
        put(key, values);
        break;
      case "path":
        put(key, values.slice(0, 2));
        break;
      default:
        put(key, value);
    }
  }
  return state;
}
