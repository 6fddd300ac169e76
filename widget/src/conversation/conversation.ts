/** The conversation of a visitor with the assistant: one in every tab and on every page of a website. */

import { newId as randomId } from "../id";
import { type ChatServer, ServerFailure, type Updates } from "../server/chat-server";
import { DeskLine } from "./desk-line";
import type { Answer, DeskMessage, Message, Question, Reply, Standing } from "./message";
import { outcomeOf } from "./outcome";
import { SharedTranscript } from "./shared-transcript";
import type { TranscriptStorage } from "./storage";
import { nextTime } from "./transcript";
import { forgetWiped, queueWipe } from "./wipes";

/** Anything but spaces and characters that show nothing, of which the server makes an empty message. */
const VISIBLE = /[^\s\p{C}]/u;

/** How much longer than an answer may take a question waits before it counts as left by a closed tab. */
const GRACE_SECONDS = 5;

/** What a conversation is made with. */
export interface ConversationOptions {
  readonly server: ChatServer;
  readonly storage: TranscriptStorage;
  /** How long an answer may take. */
  readonly timeoutSeconds: number;
  /** Milliseconds since 1970; the clock of the browser unless another one is given. */
  readonly now?: () => number;
  readonly newId?: () => string;
}

/**
 * Dispatches `change` (Event) after every change, wherever it came from; `answer` (CustomEvent<Answer>) and `failure`
 * (CustomEvent<{reason: FailureReason}>) for the questions that were sent from here; `staff` (CustomEvent<DeskMessage>)
 * for what a person wrote.
 */
export class Conversation extends EventTarget {
  private readonly server: ChatServer;
  private readonly storage: TranscriptStorage;
  private readonly now: () => number;
  private readonly newId: () => string;
  private readonly transcript: SharedTranscript;
  private readonly desk: DeskLine;
  private queue: Promise<unknown> = Promise.resolve();

  constructor({ server, storage, timeoutSeconds, now = Date.now, newId = randomId }: ConversationOptions) {
    super();
    this.server = server;
    this.storage = storage;
    this.now = now;
    this.newId = newId;
    const patience = (timeoutSeconds + GRACE_SECONDS) * 1000;
    const onChange = (): void => void this.dispatchEvent(new Event("change"));
    this.transcript = new SharedTranscript({ storage, now, newId, patience, onChange });
    this.desk = new DeskLine({
      server,
      now,
      conversation: () => this.transcript.conversation,
      messages: () => this.messages,
      put: (conversation, messages) => this.transcript.put(conversation, messages),
      onChange,
      onWritten: (detail) => void this.dispatchEvent(new CustomEvent<DeskMessage>("staff", { detail })),
    });
    void forgetWiped(server, storage);
    void this.desk.check();
  }

  /** Questions in the order they were asked, each followed by its answers; what the desk wrote, when it came. */
  get messages(): readonly Message[] {
    return this.transcript.messages;
  }

  /** Who reads what the visitor writes, as far as it is known here. */
  get standing(): Standing {
    return this.desk.standing;
  }

  /** Whether the visitor can leave a telephone number or an address, or has done so. */
  get contact(): Updates["contact"] {
    return this.desk.contact;
  }

  /** Whether a question is being answered. */
  get waiting(): boolean {
    return this.messages.some((message) => message.kind === "question" && message.state === "waiting");
  }

  /**
   * Ask something. Never rejects: what goes wrong is kept with the question.
   * @param message what is sent: words, or the payload of a button
   * @param shown what stands in the conversation, the message itself unless given
   * @returns when it is answered or failed
   */
  async ask(message: string, shown: string = message): Promise<void> {
    if (!VISIBLE.test(message) || !VISIBLE.test(shown)) return;
    await this.send({ kind: "question", id: this.newId(), text: shown, message });
  }

  /** Ask a question that failed once more. It moves to the end of the conversation. */
  async retry(questionId: string): Promise<void> {
    const question = this.transcript.question(questionId);
    if (question?.state === "failed") await this.send(question);
  }

  /** Rate an answer, or change its rating. The rating is taken back when the server does not get it. */
  async rate(answerId: string, helpful: boolean): Promise<void> {
    this.catchUp();
    const answer = this.transcript.answer(answerId);
    if (answer === undefined) return;
    const { conversation } = this.transcript;
    const ratedAt = Math.max(this.now(), (answer.ratedAt ?? 0) + 1);
    this.transcript.put(conversation, [{ ...answer, rating: helpful ? "helpful" : "not-helpful", ratedAt }]);
    const question = this.transcript.question(answer.answers)?.text ?? "";
    const { guidanceId, version } = answer;
    try {
      await this.server.rate({ conversation, guidanceId, version, question, helpful });
    } catch {
      const isLast = this.transcript.answer(answerId)?.ratedAt === ratedAt;
      if (isLast) this.transcript.put(conversation, [{ ...answer, ratedAt: ratedAt + 1 }]);
    }
  }

  /**
   * Leave a telephone number or an address for staff.
   * @returns whether the server has it
   */
  async leaveContact(contact: string): Promise<boolean> {
    try {
      await this.desk.leaveContact(contact);
      return true;
    } catch {
      return false;
    }
  }

  /** Take over what other tabs did and the desk wrote, and end the conversation if it is too old. */
  catchUp(): void {
    this.transcript.catchUp();
    void this.desk.check();
  }

  /** Begin a new conversation. The old one leaves the browser, but for its id; the server keeps it until a wipe. */
  startAgain(): void {
    this.transcript.refresh();
    if (this.messages.length > 0) this.storage.addEarlier(this.transcript.conversation);
    this.transcript.startAgain();
    void this.desk.check();
  }

  /**
   * Delete the conversation and the earlier ones: here at once, and on the server after what is being sent to it.
   * @returns `here` when the server did not confirm all of it; it is asked again at the next message and the next visit
   */
  async wipe(): Promise<"everywhere" | "here"> {
    this.transcript.refresh();
    queueWipe(this.storage, this.messages.length > 0 ? this.transcript.conversation : null);
    this.transcript.startAgain();
    void this.desk.check();
    return (await this.inTurn(() => forgetWiped(this.server, this.storage))) ? "everywhere" : "here";
  }

  /** Stop following other tabs. A question that is on its way is still answered, for whoever opens the chat next. */
  dispose(): void {
    this.desk.dispose();
    this.transcript.dispose();
  }

  private async send(asked: Pick<Question, "kind" | "id" | "text" | "message">): Promise<void> {
    this.transcript.refresh();
    const { conversation } = this.transcript;
    const { kind, id, text, message } = asked;
    const at = nextTime(this.messages, this.now());
    const question: Question = { kind, id, at, text, message, state: "waiting", failure: null, retryAt: null };
    this.transcript.put(conversation, [question]);
    await this.inTurn(async () => {
      if (!this.isWanted(conversation, question)) return;
      void forgetWiped(this.server, this.storage);
      this.settle(conversation, question, await this.replies(conversation, message));
      void this.desk.check();
    });
  }

  /** Whether a question is to be sent now that its turn has come: another tab may have wiped or repeated it. */
  private isWanted(conversation: string, question: Question): boolean {
    this.transcript.refresh();
    return this.transcript.conversation === conversation && this.transcript.question(question.id)?.at === question.at;
  }

  private async replies(conversation: string, message: string): Promise<readonly Reply[] | ServerFailure> {
    try {
      return await this.server.ask(conversation, message);
    } catch (error) {
      return error instanceof ServerFailure ? error : new ServerFailure("server");
    }
  }

  private settle(conversation: string, sent: Question, result: readonly Reply[] | ServerFailure): void {
    const { question, answers } = outcomeOf(sent, result, this.now());
    if (!this.transcript.put(conversation, [question, ...answers])) return;
    for (const answer of answers) this.dispatchEvent(new CustomEvent<Answer>("answer", { detail: answer }));
    const { failure } = question;
    if (failure !== null) this.dispatchEvent(new CustomEvent("failure", { detail: { reason: failure } }));
  }

  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(task);
    this.queue = turn.catch(() => undefined);
    return turn;
  }
}
