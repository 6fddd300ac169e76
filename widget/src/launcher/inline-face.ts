/** What stands in the place of a chat in the page until it is loaded. */

import { applyAccent } from "../chat/theme";
import { element } from "./dom";
import type { Face, FaceOptions, LoadFailure, State } from "./face";
import { FailurePanel } from "./failure-panel";

export class InlineFace implements Face {
  private readonly box: HTMLElement;
  private failure: FailurePanel | null = null;

  constructor(
    root: ShadowRoot,
    private readonly options: FaceOptions,
  ) {
    this.box = element("div", { class: "inline", lang: options.settings.language });
    root.append(this.box);
    applyAccent(this.box, options.settings.color);
  }

  show(state: Exclude<State, "failed">): void {
    if (state === "open") this.box.remove();
    else if (this.failure === null) this.showLoading();
    else this.failure.setBusy(true);
  }

  fail(reason: LoadFailure): void {
    if (this.failure === null) {
      this.box.replaceChildren();
      this.failure = new FailurePanel({ ...this.options, close: null });
      this.failure.showIn(this.box);
    }
    this.failure.tell(reason);
  }

  /** A chat in the page is always open; there is nothing to go back to. */
  focus(): void {}

  private showLoading(): void {
    this.box.replaceChildren(element("p", { class: "loading", role: "status" }, this.options.texts.launcher_loading));
  }
}
