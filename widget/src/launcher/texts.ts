/** The words of the launcher, a small part of those in texts/. */

/** Texts of the launcher in one language; build/virtual.mjs picks them out. */
export interface LauncherTexts {
  readonly launcher_open: string;
  /** In the place of `launcher_open` when there is a conversation to go on with. */
  readonly launcher_continue: string;
  /** In the place of both when a member of staff wrote. */
  readonly launcher_unread: string;
  readonly launcher_close: string;
  readonly launcher_loading: string;
  readonly failure_heading: string;
  readonly failure_unreachable: string;
  readonly failure_offline: string;
  readonly failure_retry: string;
  /** With `{number}` in it. */
  readonly call: string;
  readonly close: string;
}
