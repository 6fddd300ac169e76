/** The line to the staff desk: asks the server what was written there, for as long as something may come. */

import type { ChatServer, Updates } from "../server/chat-server";
import type { DeskMessage, Escalation, Message, Standing } from "./message";
import { nextTime } from "./transcript";

/** After an answer that sends the visitor to one of these, staff may write. */
const SEEN_BY_STAFF: readonly Escalation[] = ["emergency", "dermatologist", "staff"];
/** Milliseconds after which the server is asked again when it did not answer. */
const AGAIN = 10_000;

/** The conversation, as the line sees it. */
export interface DeskLineOptions {
  readonly server: ChatServer;
  readonly now: () => number;
  conversation(): string;
  messages(): readonly Message[];
  /** Keep messages; false when another conversation has begun. */
  put(conversation: string, messages: readonly DeskMessage[]): boolean;
  /** Called when `standing` or `contact` changed. */
  onChange(): void;
  /** Called with what a person wrote. */
  onWritten(message: DeskMessage): void;
}

export class DeskLine {
  standing: Standing = "assistant";
  contact: Updates["contact"] = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking = false;
  /** Whether something happened while the server was being asked. */
  private askAgain = false;
  private contactsLeft = 0;
  private disposed = false;
  /** The conversation that `standing` is about. */
  private about: string | null = null;

  constructor(private readonly options: DeskLineOptions) {}

  /** Ask now, if staff may have written anything. Never rejects. */
  async check(): Promise<void> {
    const conversation = this.options.conversation();
    if (this.about !== conversation) this.become(conversation, "assistant", null);
    clearTimeout(this.timer);
    this.askAgain = this.asking;
    if (this.disposed || this.asking || !mayBeWrittenTo(this.options.messages())) return;
    this.asking = true;
    const seconds = await this.ask(conversation);
    this.asking = false;
    if (this.askAgain || this.options.conversation() !== conversation) return await this.check();
    if (seconds !== null && !this.isDisposed()) this.timer = setTimeout(() => void this.check(), seconds * 1000);
  }

  /** Leave a telephone number or an address. Rejects as the server does. */
  async leaveContact(contact: string): Promise<void> {
    const conversation = this.options.conversation();
    await this.options.server.leaveContact(conversation, contact);
    this.contactsLeft += 1;
    this.askAgain = this.asking;
    if (this.options.conversation() === conversation) this.become(conversation, this.standing, "left");
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
  }

  /** Give the seconds until the server is to be asked again, or null. */
  private async ask(conversation: string): Promise<number | null> {
    const { contactsLeft } = this;
    try {
      const updates = await this.options.server.updates(conversation, lastNumber(this.options.messages()));
      // An answer that was on its way when a contact was left does not know of it.
      const contact = contactsLeft === this.contactsLeft ? updates.contact : this.contact;
      if (this.take(conversation, updates)) this.become(conversation, updates.standing, contact);
      return updates.nextSeconds;
    } catch {
      return AGAIN / 1000;
    }
  }

  /** Keep what is new; another tab may have been faster. */
  private take(conversation: string, { written }: Updates): boolean {
    const messages = this.options.messages();
    const known = lastNumber(messages);
    const at = nextTime(messages, this.options.now());
    const added = written
      .filter(({ number }) => number > known)
      .map((wording, index): DeskMessage => {
        return { kind: "desk", id: `desk.${wording.number}`, at: at + index, ...wording };
      });
    if (added.length > 0 && !this.options.put(conversation, added)) return false;
    for (const message of added) if (message.author !== null) this.options.onWritten(message);
    return this.options.conversation() === conversation;
  }

  private become(conversation: string, standing: Standing, contact: Updates["contact"]): void {
    const isNew = this.standing !== standing || this.contact !== contact;
    this.about = conversation;
    this.standing = standing;
    this.contact = contact;
    if (isNew) this.options.onChange();
  }

  private isDisposed(): boolean {
    return this.disposed;
  }
}

function mayBeWrittenTo(messages: readonly Message[]): boolean {
  return messages.some(
    (message) =>
      message.kind === "desk" || (message.kind === "answer" && SEEN_BY_STAFF.includes(message.escalation)),
  );
}

function lastNumber(messages: readonly Message[]): number {
  return messages.reduce((last, message) => (message.kind === "desk" ? Math.max(last, message.number) : last), 0);
}
