/** The round button in the corner of the page, and the failure panel above it. */

import { applyAccent } from "../chat/theme";
import { button, element, icon } from "./dom";
import type { Face, FaceOptions, LoadFailure, State } from "./face";
import { FailurePanel } from "./failure-panel";

/** A speech bubble with a snow crystal, an arc that turns, and an arrow down. */
const PATHS: Readonly<Record<Exclude<State, "failed">, string>> = {
  closed:
    "M5.5 4h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H12l-4.5 3.5V17h-2a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM12 7v7M9 8.7l6 3.6M15 8.7l-6 3.6",
  loading: "M12 4.5a7.5 7.5 0 1 1-7.5 7.5",
  open: "M5.5 9l6.5 6.5L18.5 9",
};

export class FloatingFace implements Face {
  private readonly launcher: HTMLButtonElement;
  private readonly status = element("span", { class: "hidden", role: "status" });
  private readonly anchor = element("div", { class: "anchor" });
  private failure: FailurePanel | null = null;

  constructor(
    root: ShadowRoot,
    private readonly options: FaceOptions,
  ) {
    const { settings, toggle } = options;
    this.launcher = button({ class: "launcher", "aria-haspopup": "dialog" }, toggle);
    this.launcher.addEventListener("keydown", (event) => this.pressed(event));
    const face = element("div", { lang: settings.language }, this.launcher, this.status, this.anchor);
    root.append(face);
    applyAccent(face, settings.color);
    this.show("closed");
  }

  show(state: Exclude<State, "failed">): void {
    const { launcher_open, launcher_continue, launcher_unread, launcher_close, launcher_loading } = this.options.texts;
    const isContinued = state === "closed" && this.options.hasConversation();
    const isUnread = state === "closed" && this.options.hasUnread();
    const closed = isUnread ? launcher_unread : isContinued ? launcher_continue : launcher_open;
    const name = { closed, loading: launcher_loading, open: launcher_close }[state];
    const drawing = icon(PATHS[state], state === "loading" ? "icon turning" : "icon");
    this.draw(name, drawing, state === "open");
    this.launcher.classList.toggle("continued", isContinued);
    this.launcher.classList.toggle("unread", isUnread);
    this.status.textContent = state === "loading" ? launcher_loading : isUnread ? launcher_unread : "";
    // The panel stays while it is tried again, so that the focus has where to be.
    if (state === "loading") this.failure?.setBusy(true);
    else this.removeFailure();
  }

  fail(reason: LoadFailure): void {
    this.draw(this.options.texts.launcher_close, icon(PATHS.open), true);
    this.status.textContent = "";
    if (this.failure === null) {
      const { retry, toggle } = this.options;
      this.failure = new FailurePanel({ ...this.options, retry, close: toggle });
      this.failure.showIn(this.anchor);
      this.failure.tell(reason);
      this.failure.focus();
    } else {
      this.failure.tell(reason);
    }
  }

  focus(): void {
    this.launcher.focus();
  }

  private draw(name: string, drawing: SVGSVGElement, expanded: boolean): void {
    this.launcher.setAttribute("aria-label", name);
    this.launcher.title = name;
    this.launcher.setAttribute("aria-expanded", String(expanded));
    this.launcher.replaceChildren(drawing);
  }

  /** Escape closes what is open from here, too, and not only from inside of it. */
  private pressed(event: KeyboardEvent): void {
    if (event.key !== "Escape" || this.launcher.getAttribute("aria-expanded") !== "true") return;
    event.preventDefault();
    this.options.toggle();
  }

  private removeFailure(): void {
    this.anchor.replaceChildren();
    this.failure = null;
  }
}
