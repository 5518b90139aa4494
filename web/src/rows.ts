// The rows of a graph file (schema tuzhi/1) and what a page is given beside them.

export interface Evidence {
  document: string;
  /** Bytes of the clean text, half-open. */
  start: number;
  end: number;
  /** The same in the bytes of the file. */
  raw: [number, number];
  quote?: string;
}

export interface Fact {
  attribute: string;
  value: number | string;
  unit: string | null;
  bound?: string;
  raw: string;
  period: string | null;
  modality: string;
  indicator: string | null;
  confidence: number;
  rule: string;
  evidence: Evidence[];
}

export interface Mention {
  document: string;
  start: number;
  end: number;
}

export interface NodeRow {
  id: string;
  kind: string;
  name: string;
  aliases: string[];
  attributes: { code: string | null; level: string | null; within?: string[]; confidence?: number; reasons?: string[] };
  facts: Fact[];
  mentions: Mention[];
}

export interface EdgeRow {
  source: string;
  target: string;
  key: string;
  type: string;
  modality: string;
  period: string | null;
  polarity?: boolean;
  titles?: string[];
  confidence: number;
  rule: string;
  evidence: Evidence[];
}

export interface DocumentRow {
  id: string;
  title: string | null;
  region: string | null;
  date: string | null;
  speaker: string | null;
  reviews: string | null;
  plans: string | null;
  path: string;
  encoding: string;
  repairs: Record<string, number>;
}

export interface GraphFile {
  directed: boolean;
  multigraph: boolean;
  graph: { schema: string; documents: DocumentRow[] };
  nodes: NodeRow[];
  edges: EdgeRow[];
}

export interface Term {
  name: string;
  zh: string;
  en: string;
  symmetric?: boolean;
}

export interface Kind extends Term {
  about: string;
  light: string;
  dark: string;
}

/** What `tuzhi` puts beside the page. */
export interface Content {
  generator: string;
  language: "zh" | "en";
  kinds: Kind[];
  relations: Term[];
  attributes: Term[];
  modalities: Term[];
  /** Reports whose texts are at hand. */
  texts: string[];
  /** The readings of each character of names, without tones. */
  readings: Record<string, string[]>;
  /** Where each node stands; null where it has no relation. */
  places: ([number, number] | null)[];
  graph: GraphFile;
}

/** A report's text, and the way from the bytes of its file to the bytes of that file's text. */
export interface ReportText {
  document: string;
  clean: string;
  file: string;
  /** Runs: place in the file, place in the text, characters, width of each in the file, in the text. */
  runs: [number, number, number, number, number][];
}
