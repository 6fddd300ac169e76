/** The element that the chat is: it holds the conversation, draws it, and opens and closes. */

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";

import type { ChatOptions } from "../chat-part";
import type { Conversation } from "../conversation/conversation";
import { actionsOn } from "./actions";
import { AgeClock } from "./age-clock";
import { Draft } from "./draft";
import { entriesOf, type Entry } from "./entries";
import { Notices } from "./notices";
import { RetryClock } from "./retry-clock";
import { saveConversation } from "./save";
import type { Scene } from "./scene";
import { Screen } from "./screen";
import { Scrolling } from "./scrolling";
import { styles } from "./styles";
import { applyAccent } from "./theme";
import { localeOf } from "./times";
import { composerView, fitField } from "./views/composer";
import { footerView } from "./views/footer";
import { headerView } from "./views/header";
import { logView } from "./views/log";
import { standingView } from "./views/standing";
import { wordsIn } from "./words";

/** Milliseconds after opening in which nothing is announced: all of it was there before. */
const QUIET = 500;

export class CryobotChatPanel extends LitElement {
  static override styles = styles;

  private readonly scene: Scene;
  private readonly draft: Draft;
  private readonly notices = new Notices(this);
  private readonly clock = new RetryClock(this);
  private readonly screen = new Screen(this, () => this.find("dialog.frame"));
  private readonly scrolling = new Scrolling();
  private entries: readonly Entry[] = [];
  private announced = false;
  private introduced = false;
  /** Counts what changes the log, so that it is not drawn anew for every letter that is typed. */
  private changes = 0;

  constructor(
    private readonly options: ChatOptions,
    private readonly conversation: Conversation,
  ) {
    super();
    new AgeClock(this, () => conversation.catchUp());
    const { installation, language, placement, server, title } = options;
    const words = wordsIn(language);
    this.draft = new Draft(server);
    const actions = actionsOn({
      conversation,
      installation,
      words,
      draft: this.draft,
      say: (text) => this.notices.say(text),
      redraw: () => this.requestUpdate(),
      focusField: () => this.focusOn("textarea"),
      focusLog: () => this.focusOn(".log"),
      frame: () => this.find(".frame") ?? this,
      save: () => saveConversation(conversation.messages, this.scene),
      close: () => this.leave(),
    });
    this.scene = {
      actions,
      installation,
      language,
      words,
      locale: localeOf(language, navigator.languages),
      title: title ?? words.title,
      closable: placement === "floating",
    };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute("placement", this.options.placement);
    applyAccent(this, this.options.color);
    this.conversation.addEventListener("change", this.changed);
    this.changed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.conversation.removeEventListener("change", this.changed);
  }

  /** Show the chat, with the focus where the visitor writes. */
  async open(): Promise<void> {
    this.conversation.catchUp();
    await this.updateComplete;
    this.screen.open();
    this.settle();
    this.focusOn("textarea");
  }

  /** Take the chat from the screen; the conversation goes on. */
  close(): void {
    this.screen.close();
    this.announced = false;
    this.introduced = true;
    this.changed();
  }

  protected override render(): TemplateResult {
    const { announced, conversation, entries, options, scene } = this;
    const content = html`${headerView(scene)}
      ${guard([this.changes, announced], () => logView(scene, entries, this.progress(), announced))}
      ${standingView(scene, conversation.standing, conversation.contact)}
      <p class="notice" role="status">${this.notices.text}</p>
      ${composerView(scene, this.draft.text)} ${footerView(scene, conversation.standing)}`;
    if (options.placement === "inline") {
      return html`<section class="frame" aria-label=${scene.title} lang=${scene.language} dir="ltr">
        ${content}
      </section>`;
    }
    const introduction = this.introduced || entries.length > 0 ? nothing : "intro";
    return html`<dialog
      class="frame"
      aria-label=${scene.title}
      aria-describedby=${introduction}
      lang=${scene.language}
      dir="ltr"
      @cancel=${this.cancelled}
      @keydown=${this.pressed}
    >
      ${content}
    </dialog>`;
  }

  /** What is said while a message is on its way. */
  private progress(): string {
    const { conversation, scene } = this;
    if (!conversation.waiting) return "";
    return conversation.standing === "person" ? scene.words.sending : scene.words.typing;
  }

  protected override firstUpdated(): void {
    if (this.options.placement === "inline") this.settle();
  }

  protected override updated(_changed: PropertyValues): void {
    const log = this.find<HTMLElement>(".log");
    const field = this.find<HTMLTextAreaElement>("textarea");
    if (log !== null) this.scrolling.follow(log, this.entries);
    if (field !== null) fitField(field);
  }

  private readonly changed = (): void => {
    this.entries = entriesOf(this.conversation.messages);
    this.clock.watch(this.entries, this.changed);
    this.changes += 1;
    this.requestUpdate();
  };

  /** The browser asks to close the dialog: Escape, or the way back on a phone. */
  private readonly cancelled = (event: Event): void => {
    event.preventDefault();
    this.leave();
  };

  /** A dialog that leaves the page usable is not closed by the browser. */
  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    this.leave();
  };

  private leave(): void {
    this.close();
    this.options.onClose();
  }

  /** Show what was said last, and announce only what comes after. */
  private settle(): void {
    const log = this.find<HTMLElement>(".log");
    if (log !== null) this.scrolling.settle(log, this.entries);
    setTimeout(() => {
      this.announced = true;
      this.requestUpdate();
    }, QUIET);
  }

  private focusOn(selector: string): void {
    this.find<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  private find<Found extends Element>(selector: string): Found | null {
    return this.renderRoot.querySelector<Found>(selector);
  }
}
