/** Where a conversation is kept between pages. */

import { parseJson } from "../checks";
import { isId } from "../id";
import type { Transcript } from "./message";
import type { Shelf } from "./shelf";
import { readTranscript, writeTranscript } from "./stored";

const HOUR = 60 * 60 * 1000;
/** How many earlier conversations a wipe reaches; the oldest are dropped. */
const MOST_EARLIER = 20;
/** More than a few wipes of everything come to; the oldest are dropped. */
const MOST_WIPES = 100;

/** Keeps one conversation, and which others the server has or still has to forget. */
export interface TranscriptStorage {
  /** The newest state, or null when nothing is kept or what was kept is too old. */
  read(): Transcript | null;
  write(transcript: Transcript): void;
  /**
   * Call a function when the state may have changed, in this tab or another.
   * @returns ends it
   */
  follow(listener: () => void): () => void;
  /** Ids of conversations that the visitor left by starting again, the newest last. */
  earlier(): readonly string[];
  addEarlier(conversation: string): void;
  removeEarlier(): void;
  /** Ids of conversations that the visitor wiped and the server has not forgotten yet. */
  wipes(): readonly string[];
  addWipe(conversation: string): void;
  removeWipe(conversation: string): void;
}

/** How a conversation is kept. */
export interface StorageOptions {
  readonly shelf: Shelf;
  /** Which assistant it is with; each has a conversation of its own. */
  readonly name: string;
  /** How long it is kept after its last change. */
  readonly keepHours: number;
  readonly now?: () => number;
}

/** Keeps the conversation as JSON on a shelf. */
export class StoredTranscript implements TranscriptStorage {
  private readonly key: string;
  private readonly earlierKey: string;
  private readonly wipesKey: string;
  private readonly now: () => number;

  constructor(private readonly options: StorageOptions) {
    this.key = `cryobot:${options.name}`;
    this.earlierKey = `${this.key}:earlier`;
    this.wipesKey = `${this.key}:wipes`;
    this.now = options.now ?? Date.now;
  }

  read(): Transcript | null {
    const text = this.options.shelf.read(this.key);
    if (text === null) return null;
    const transcript = readTranscript(text);
    if (transcript === null) return null;
    // A time that lies ahead is as wrong as one long past; without a limit it would be kept for ever.
    if (Math.abs(this.now() - transcript.changedAt) <= this.options.keepHours * HOUR) return transcript;
    this.options.shelf.write(this.key, null);
    return null;
  }

  write(transcript: Transcript): void {
    this.options.shelf.write(this.key, writeTranscript(transcript));
  }

  follow(listener: () => void): () => void {
    return this.options.shelf.follow(this.key, listener);
  }

  earlier(): readonly string[] {
    return this.readIds(this.earlierKey, MOST_EARLIER);
  }

  addEarlier(conversation: string): void {
    this.writeIds(this.earlierKey, [...this.earlier(), conversation].slice(-MOST_EARLIER));
  }

  removeEarlier(): void {
    this.writeIds(this.earlierKey, []);
  }

  wipes(): readonly string[] {
    return this.readIds(this.wipesKey, MOST_WIPES);
  }

  addWipe(conversation: string): void {
    this.writeIds(this.wipesKey, [...this.wipes(), conversation].slice(-MOST_WIPES));
  }

  removeWipe(conversation: string): void {
    this.writeIds(
      this.wipesKey,
      this.wipes().filter((wiped) => wiped !== conversation),
    );
  }

  private readIds(key: string, most: number): readonly string[] {
    const stored = parseJson(this.options.shelf.read(key) ?? "");
    return Array.isArray(stored) ? [...new Set(stored.filter(isId))].slice(-most) : [];
  }

  private writeIds(key: string, ids: readonly string[]): void {
    this.options.shelf.write(key, ids.length === 0 ? null : JSON.stringify(ids));
  }
}
