/** How the floating chat stands on the screen: a window in a corner, or the whole screen of a phone. */

import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Screens that are too small for a window; a page zoomed in far is one as well. */
const SMALL = "(max-width: 480px), (max-height: 480px)";

export class Screen implements ReactiveController {
  private readonly small = matchMedia(SMALL);

  /**
   * @param element the chat
   * @param dialog finds the dialog once it is rendered
   */
  constructor(
    private readonly element: ReactiveControllerHost & HTMLElement,
    private readonly dialog: () => HTMLDialogElement | null,
  ) {
    element.addController(this);
  }

  hostConnected(): void {
    this.small.addEventListener("change", this.reopen);
    visualViewport?.addEventListener("resize", this.fit);
    visualViewport?.addEventListener("scroll", this.fit);
  }

  hostDisconnected(): void {
    this.small.removeEventListener("change", this.reopen);
    visualViewport?.removeEventListener("resize", this.fit);
    visualViewport?.removeEventListener("scroll", this.fit);
  }

  /** Show the chat; on a small screen nothing of the page can be reached until it is closed. */
  open(): void {
    const dialog = this.dialog();
    if (dialog === null || dialog.open) return;
    dialog.dataset.side = this.side();
    this.fit();
    if (this.small.matches) dialog.showModal();
    else dialog.show();
  }

  close(): void {
    this.dialog()?.close();
  }

  /** The screen became small or large, by turning it or by zooming. */
  private readonly reopen = (): void => {
    const dialog = this.dialog();
    if (dialog?.open !== true) return;
    const focused = this.element.shadowRoot?.activeElement;
    dialog.close();
    this.open();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  };

  /** Phones put their keyboard over the page; the chat keeps to what stays visible. */
  private readonly fit = (): void => {
    const style = this.dialog()?.style;
    if (style === undefined || visualViewport === null) return;
    style.setProperty("--screen-height", `${visualViewport.height}px`);
    style.setProperty("--screen-top", `${visualViewport.offsetTop}px`);
  };

  /** The side of the screen that the launcher stands on. */
  private side(): "left" | "right" {
    const root = this.element.getRootNode();
    const launcher = root instanceof ShadowRoot ? root.host : this.element;
    const { left, width } = launcher.getBoundingClientRect();
    return left + width / 2 < document.documentElement.clientWidth / 2 ? "left" : "right";
  }
}
