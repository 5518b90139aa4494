// Elements made of names, attributes and text. Nothing here takes markup: a text is a text.
import { say, type Word } from "./words.ts";

type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | undefined | ((event: never) => void)>;

/**
 * Makes an element. Attributes that begin with `on` are listeners; `word` and `label` are phrases
 * that follow the language of the page, as text and as the name that is read out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes & { word?: Word; label?: Word } = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value as EventListener);
    else if (name === "word") element.dataset.word = String(value);
    else if (name === "label") element.dataset.label = String(value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  phrase(element);
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false).map(asNode));
  return element;
}

function asNode(child: Child): Node {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Says every phrase below `root` in the language of the page. */
export function translate(root: ParentNode): void {
  root.querySelectorAll<HTMLElement>("[data-word], [data-label]").forEach(phrase);
}

function phrase(element: HTMLElement): void {
  const { word, label } = element.dataset;
  if (word) element.textContent = say(word as Word);
  if (label) {
    element.setAttribute("aria-label", say(label as Word));
    if (element.matches("button, select")) element.title = say(label as Word);
    if (element instanceof HTMLInputElement) element.placeholder = say(label as Word);
  }
}
