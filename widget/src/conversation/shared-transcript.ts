/** The conversation as this tab knows it, held together with what other tabs made of it. */

import type { Answer, Message, Question, Transcript } from "./message";
import type { TranscriptStorage } from "./storage";
import { emptyTranscript, isSame, mergedTranscripts, withMessages } from "./transcript";

/** What is needed to hold a conversation. */
export interface SharedTranscriptOptions {
  readonly storage: TranscriptStorage;
  readonly now: () => number;
  readonly newId: () => string;
  /** How long, in milliseconds, a question waits before it counts as left by a tab that was closed. */
  readonly patience: number;
  /** Called after every change, wherever it came from. */
  onChange(): void;
}

/** Reads the newest state before every change and writes what comes of it. */
export class SharedTranscript {
  /** Conversations that were ended here; a tab that has not heard of it must not bring them back. */
  private readonly ended = new Set<string>();
  private readonly unfollow: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;
  private transcript: Transcript;

  constructor(private readonly options: SharedTranscriptOptions) {
    this.transcript = options.storage.read() ?? this.fresh();
    this.unfollow = options.storage.follow(() => this.catchUp());
    this.giveUpAbandoned();
  }

  get conversation(): string {
    return this.transcript.conversation;
  }

  get messages(): readonly Message[] {
    return this.transcript.messages;
  }

  question(id: string): Question | undefined {
    return this.messages.find((message): message is Question => message.kind === "question" && message.id === id);
  }

  answer(id: string): Answer | undefined {
    return this.messages.find((message): message is Answer => message.kind === "answer" && message.id === id);
  }

  /** Take over what other tabs did, and tell if anything is different now. */
  catchUp(): void {
    if (this.refresh()) this.changed();
  }

  /**
   * Take over what other tabs did; what is too old is not taken over.
   * @returns whether anything is different now
   */
  refresh(): boolean {
    const before = this.transcript;
    const stored = this.options.storage.read();
    if (stored === null) {
      if (before.messages.length > 0) this.transcript = this.fresh();
    } else if (stored.conversation === before.conversation) {
      this.transcript = mergedTranscripts(before, stored);
      if (!isSame(this.transcript, stored)) this.options.storage.write(this.transcript);
    } else if (this.ended.has(stored.conversation)) {
      this.options.storage.write(before);
    } else {
      this.transcript = stored;
    }
    return !isSame(this.transcript, before);
  }

  /**
   * Add messages, or put them in the place of those with the same ids.
   * @param conversation the one they belong to
   * @returns false, and nothing is added, when another conversation has begun
   */
  put(conversation: string, messages: readonly Message[]): boolean {
    const refreshed = this.refresh();
    const belongs = this.conversation === conversation;
    if (belongs) this.write(withMessages(this.transcript, messages, this.options.now()));
    if (belongs || refreshed) this.changed();
    return belongs;
  }

  /** Begin a new conversation, in all tabs. */
  startAgain(): void {
    this.refresh();
    this.ended.add(this.conversation);
    this.write(this.fresh());
    this.changed();
  }

  /** Stop following other tabs; what is put from now on is still kept. */
  dispose(): void {
    this.disposed = true;
    this.unfollow();
    clearTimeout(this.timer);
  }

  private fresh(): Transcript {
    return emptyTranscript(this.options.newId(), this.options.now());
  }

  private write(transcript: Transcript): void {
    this.transcript = transcript;
    this.options.storage.write(transcript);
  }

  private changed(): void {
    this.watchWaiting();
    this.options.onChange();
  }

  /** Mark the questions as failed that nobody waits for any more. */
  private giveUpAbandoned(): void {
    const abandoned = this.waiting().filter((question) => this.patienceLeft(question) < 0);
    const failed = abandoned.map((question): Question => ({ ...question, state: "failed", failure: "timeout" }));
    if (failed.length > 0) this.put(this.conversation, failed);
    else this.watchWaiting();
  }

  private watchWaiting(): void {
    clearTimeout(this.timer);
    const waiting = this.waiting();
    if (this.disposed || waiting.length === 0) return;
    const soonest = Math.min(...waiting.map((question) => this.patienceLeft(question)));
    this.timer = setTimeout(() => this.giveUpAbandoned(), Math.max(0, soonest) + 1);
  }

  private waiting(): readonly Question[] {
    return this.messages.filter(
      (message): message is Question => message.kind === "question" && message.state === "waiting",
    );
  }

  /** A question waits from the last change on: until then, those before it in the queue were being answered. */
  private patienceLeft(question: Question): number {
    const since = Math.max(question.at, this.transcript.changedAt);
    return this.options.patience - Math.abs(this.options.now() - since);
  }
}
