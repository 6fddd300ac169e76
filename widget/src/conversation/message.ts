/** What a conversation is made of, as it is shown and as it is kept in the visitor's browser. */

/** Whom a reply sends the person to. */
export type Escalation = "emergency" | "dermatologist" | "doctor" | "staff" | "none";

/** What a text rests on. */
export type Basis = "article" | "safety-policy";

/** A button under a reply: what is read, and what is sent. */
export interface Button {
  readonly title: string;
  readonly payload: string;
}

/** One approved text as the assistant sent it. */
export interface Reply {
  readonly text: string;
  /** Two letters; the language of the text and of its buttons. */
  readonly language: string;
  readonly guidanceId: string;
  readonly escalation: Escalation;
  readonly basis: Basis;
  /** Headings of the article's sections that are cited. */
  readonly sections: readonly string[];
  /** Day of the last review, as YYYY-MM-DD. */
  readonly reviewedOn: string;
  /** Hash of the approved wording. */
  readonly version: string;
  readonly buttons: readonly Button[];
}

/** Why a question was not answered. */
export type FailureReason = "offline" | "timeout" | "limit" | "server" | "reply" | "unreachable";

/** What the visitor asked. */
export interface Question {
  readonly kind: "question";
  readonly id: string;
  /** When it was asked, the last time if it was asked again, in milliseconds since 1970. */
  readonly at: number;
  /** What is shown: the words of the visitor, or the title of the button. */
  readonly text: string;
  /** What is sent: the words of the visitor, or the payload of the button. */
  readonly message: string;
  readonly state: "waiting" | "answered" | "failed";
  readonly failure: FailureReason | null;
  /** With `limit`: when the server takes messages again, in milliseconds since 1970. */
  readonly retryAt: number | null;
}

/** What the assistant answered. */
export interface Answer extends Reply {
  readonly kind: "answer";
  readonly id: string;
  readonly at: number;
  /** Id of the question it answers. */
  readonly answers: string;
  readonly rating: "helpful" | "not-helpful" | null;
  /** When the rating was last changed, or null: of two tabs the later one counts. */
  readonly ratedAt: number | null;
}

/** What was written from the staff desk: words of a person, or an approved notice. */
export interface DeskMessage {
  readonly kind: "desk";
  readonly id: string;
  /** When it came here, by the clock of this browser. */
  readonly at: number;
  /** Its number on the server: the next one is higher. */
  readonly number: number;
  /** Name of the person, or null for a notice. */
  readonly author: string | null;
  readonly text: string;
  /** Language of a notice, two letters; null for a person, who writes in any. */
  readonly language: string | null;
}

export type Message = Question | Answer | DeskMessage;

/** Who reads what the visitor writes: the assistant, the same while a person is asked for, or a person. */
export type Standing = "assistant" | "waiting" | "person";

/** One conversation as it is kept. */
export interface Transcript {
  /** Random UUID; whoever knows it can read on in the conversation. */
  readonly conversation: string;
  /** Time of the last change, in milliseconds since 1970. */
  readonly changedAt: number;
  readonly messages: readonly Message[];
}
