/** The assistant's server, by HTTP. */

import { isRecord, parseJson } from "../checks";
import type { FailureReason, Reply } from "../conversation/message";
import { readText } from "./body";
import { type ChatServer, type Rating, ServerFailure, type Updates } from "./chat-server";
import { readReplies } from "./replies";
import { readUpdates } from "./updates";

const MOST_BYTES = 256 * 1024;
const LONGEST_WAIT_SECONDS = 24 * 60 * 60;

/** What the server is reached with. */
export interface ServerOptions {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly timeoutSeconds: number;
  /** The browser's own unless another one is given. */
  readonly fetch?: typeof fetch;
  /** Whether the device has a network; the browser's view unless another one is given. */
  readonly isOnline?: () => boolean;
}

/** Sends every message as one request. */
export class FetchChatServer implements ChatServer {
  private readonly fetch: typeof fetch;
  private readonly isOnline: () => boolean;

  constructor(private readonly options: ServerOptions) {
    this.fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.isOnline = options.isOnline ?? (() => navigator.onLine);
  }

  async ask(conversation: string, message: string): Promise<readonly Reply[]> {
    return readReplies(await this.post("messages", { conversation, message }));
  }

  async rate(rating: Rating): Promise<void> {
    const { conversation, guidanceId, version, question, helpful } = rating;
    await this.post("ratings", { conversation, guidance_id: guidanceId, version, question, helpful });
  }

  async updates(conversation: string, after: number): Promise<Updates> {
    return readUpdates(await this.post("updates", { conversation, after }));
  }

  async leaveContact(conversation: string, contact: string): Promise<void> {
    await this.post("contact", { conversation, contact, consent: true });
  }

  async forget(conversation: string): Promise<void> {
    await this.post("forget", { conversation });
  }

  /**
   * Send JSON.
   * @returns the body of the answer, nothing where it cannot be read
   * @throws ServerFailure for everything but a success
   */
  private async post(path: string, content: unknown): Promise<string> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), this.options.timeoutSeconds * 1000);
    try {
      const response = await this.fetch(`${this.options.origin}/webhooks/web/${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(content),
        cache: "no-store",
        credentials: "omit",
        signal: abort.signal,
      });
      const body = await readText(response, MOST_BYTES);
      if (response.status === 429) throw new ServerFailure("limit", waitOf(response, body));
      if (!response.ok) throw new ServerFailure("server");
      return body ?? "";
    } catch (error) {
      if (error instanceof ServerFailure) throw error;
      throw new ServerFailure(abort.signal.aborted ? "timeout" : this.unreachable());
    } finally {
      clearTimeout(timer);
    }
  }

  private unreachable(): FailureReason {
    // Asked only now, because a browser that sees no network still reaches a server on the same computer.
    if (!this.isOnline()) return "offline";
    console.error(
      `The assistant at ${this.options.origin} could not be reached. If it is running, look whether the origin of ` +
        `this page is listed in its CRYOBOT_ORIGINS.`,
    );
    return "unreachable";
  }
}

/** Seconds to wait, from the body, because pages of other origins may not be able to read the header. */
function waitOf(response: Response, body: string | null): number | null {
  const parsed = parseJson(body ?? "");
  const inBody = isRecord(parsed) ? parsed.retry_after : null;
  const seconds = typeof inBody === "number" ? inBody : Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return seconds >= 0 && seconds <= LONGEST_WAIT_SECONDS ? Math.ceil(seconds) : null;
}
