// Where the data come from: blocks of this very file, or the server that served it.
import type { Content, ReportText } from "./rows.ts";

export interface Source {
  content(): Promise<Content>;
  /** The text of a report; undefined where it is not at hand. */
  text(document: string): Promise<ReportText | undefined>;
  /** Calls back when the graph of a server has changed. A file does not change. */
  watch(changed: () => void): void;
}

/** The data stand in the file. */
class FileSource implements Source {
  async content(): Promise<Content> {
    const content = await block<Content>("graph");
    if (!content) throw new Error("the file holds no graph");
    return content;
  }

  text(document: string): Promise<ReportText | undefined> {
    return block<ReportText>(`text-${document}`);
  }

  watch(): void {}
}

/** The server wants to know a token. */
export class TokenNeeded extends Error {}

/** A server is asked. */
class ServerSource implements Source {
  private tag: string | null = null;

  async content(): Promise<Content> {
    const answer = await ask("api/page");
    this.tag = answer.headers.get("etag");
    return answer.json();
  }

  async text(document: string): Promise<ReportText | undefined> {
    const answer = await fetch(`api/documents/${encodeURIComponent(document)}/text`, { headers: headers() });
    return answer.ok ? answer.json() : undefined;
  }

  watch(changed: () => void): void {
    const look = async () => {
      try {
        const answer = await fetch("api/page", { method: "HEAD", headers: headers() });
        const tag = answer.headers.get("etag");
        if (answer.ok && tag && this.tag && tag !== this.tag) return changed();
      } catch {
        // The server may be back the next time.
      }
      setTimeout(look, 5000);
    };
    setTimeout(look, 5000);
  }
}

/** The token stays as long as the tab does. */
export function remember(token: string): void {
  sessionStorage.setItem("token", token);
}

function headers(): HeadersInit {
  const token = sessionStorage.getItem("token");
  return token ? { authorization: `Bearer ${token}` } : {};
}

async function ask(path: string): Promise<Response> {
  const answer = await fetch(path, { headers: headers() });
  if (answer.status === 401) throw new TokenNeeded();
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? problem.title ?? `${answer.status}`);
  }
  return answer;
}

async function block<T>(id: string): Promise<T | undefined> {
  const letters = document.getElementById(id)?.textContent;
  if (!letters) return undefined;
  const packed = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

export function source(): Source {
  return document.getElementById("graph") ? new FileSource() : new ServerSource();
}
