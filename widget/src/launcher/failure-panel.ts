/** What stands in the place of the chat when it cannot be loaded: the approved advice, and a way to try again. */

import { approvedIn } from "../chat/approved";
import { dialAddress } from "../chat/telephone";
import { fill } from "../chat/words";
import type { Installation } from "../installation";
import { button, element, icon } from "./dom";
import type { LoadFailure } from "./face";
import type { Settings } from "./settings";
import type { LauncherTexts } from "./texts";

const CLOSE = "M6 6l12 12M18 6L6 18";
const PHONE =
  "M6.2 4h3l1.5 4-2 1.6a12 12 0 0 0 5.7 5.7l1.6-2 4 1.5v3c0 1-.9 1.8-1.9 1.7C10.8 18.9 5.1 13.2 4.5 5.9 4.4 4.9 5.2 4 6.2 4z";
const HEADING_ID = "failure-heading";

/** What the panel says and does. */
export interface FailurePanelOptions {
  readonly installation: Installation;
  readonly settings: Settings;
  readonly texts: LauncherTexts;
  retry(): void;
  /** Null where there is nothing to close, because the chat is a part of the page. */
  readonly close: (() => void) | null;
}

export class FailurePanel {
  private readonly panel: HTMLElement;
  private readonly alert = element("div", { role: "alert" });
  private readonly retryButton: HTMLButtonElement;

  constructor(private readonly options: FailurePanelOptions) {
    const { close, retry, texts } = options;
    this.retryButton = button({ class: "action" }, retry, texts.failure_retry);
    this.panel = element(close === null ? "section" : "dialog", { class: "failure", "aria-labelledby": HEADING_ID });
    this.panel.append(this.alert, ...this.callLink(), this.retryButton, ...this.closeButton());
  }

  /** Put the panel into a box of the page. */
  showIn(box: HTMLElement): void {
    box.append(this.panel);
    if (this.panel instanceof HTMLDialogElement) this.panel.show();
  }

  /** Say what is wrong. It comes into an alert that is in the page already, because only then it is read out. */
  tell(reason: LoadFailure): void {
    this.setBusy(false);
    const { installation, settings, texts } = this.options;
    const unavailable = approvedIn(installation.approved.unavailable, settings.language);
    this.alert.replaceChildren(
      element("h2", { id: HEADING_ID }, texts.failure_heading),
      element("p", {}, reason === "offline" ? texts.failure_offline : texts.failure_unreachable),
      element("p", { lang: unavailable.language }, unavailable.content),
    );
  }

  /** Show that it is being tried again. */
  setBusy(busy: boolean): void {
    const { launcher_loading, failure_retry } = this.options.texts;
    this.retryButton.textContent = busy ? launcher_loading : failure_retry;
  }

  focus(): void {
    this.retryButton.focus();
  }

  private callLink(): readonly HTMLElement[] {
    const number = this.options.installation.emergencyNumber;
    const address = dialAddress(number);
    if (address === null) return [];
    return [
      element("a", { class: "action call", href: address }, icon(PHONE), fill(this.options.texts.call, { number })),
    ];
  }

  private closeButton(): readonly HTMLElement[] {
    const { close, texts } = this.options;
    if (close === null) return [];
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      close();
    });
    return [button({ class: "close", "aria-label": texts.close, title: texts.close }, close, icon(CLOSE))];
  }
}
