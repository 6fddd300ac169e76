/** The element `<cryobot-chat>`: a button in the corner that opens the chat, or the chat as a part of the page. */

import type { ChatOptions, ChatView } from "../chat-part";
import type { Installation } from "../installation";
import { dropExpired, followConversation, hasConversation } from "../conversation/expiry";
import { createFace, type Face, type LoadFailure, type State } from "./face";
import type { PartLoader } from "./part-loader";
import { isFirstInSession } from "./session";
import type { Settings } from "./settings";
import { adoptStyles } from "./styles";
import type { LauncherTexts } from "./texts";

/** What all chats of a page share. */
export interface Context {
  readonly installation: Installation;
  readonly loader: PartLoader;
  textsIn(language: string): LauncherTexts;
  /** What the attributes of an element ask for. */
  settingsOf(element: Element): Settings;
}

/** Dispatches `cryobot-open`, `cryobot-close`, `cryobot-answer`, `cryobot-failure` and `cryobot-staff`. */
export class ChatElement extends HTMLElement {
  private readonly root = this.attachShadow({ mode: "open" });
  private state: State = "closed";
  /** Null while the element is not in a page. */
  private face: Face | null = null;
  private settings: Settings | null = null;
  /** Null until the chat is loaded. */
  private view: ChatView | null = null;
  /** Ends following what other tabs do. */
  private unfollow: (() => void) | null = null;
  /** Whether a member of staff wrote while the chat was closed. */
  private unread = false;
  /** What is sent as soon as the chat is there. */
  private unsent: string[] = [];

  constructor(private readonly context: Context) {
    super();
  }

  connectedCallback(): void {
    const settings = (this.settings = this.context.settingsOf(this));
    adoptStyles(this.root);
    const { installation } = this.context;
    dropExpired(installation, settings.server);
    this.face = createFace(this.root, this.isFloating, {
      installation,
      settings,
      texts: this.context.textsIn(settings.language),
      hasConversation: () => hasConversation(installation, settings.server),
      hasUnread: () => this.unread,
      toggle: () => void this.toggle(),
      retry: () => void this.open(),
    });
    if (!this.isFloating) {
      void this.load().then((isThere) => isThere && this.shown());
      return;
    }
    this.unfollow = followConversation(installation, settings.server, () => {
      if (this.state === "closed") this.face?.show("closed");
    });
    if (settings.opensByItself && isFirstInSession(settings.server)) void this.open();
  }

  disconnectedCallback(): void {
    this.unfollow?.();
    this.unfollow = null;
    this.view?.remove();
    this.view = null;
    this.face = null;
    this.state = "closed";
    this.unsent = [];
    this.root.replaceChildren();
  }

  /** Show the chat, with the focus where the visitor writes. Gives false when it cannot be loaded, and shows that. */
  async open(): Promise<boolean> {
    if (!(await this.load())) return false;
    this.view?.open();
    this.shown();
    return true;
  }

  /** Close the chat, or stop opening it. Gives false when there is nothing to close: a chat in the page stays. */
  async close(): Promise<boolean> {
    if (!this.isFloating || this.state === "closed") return false;
    const hadFocus = this.root.activeElement !== null;
    const wasOpen = this.state === "open";
    this.state = "closed";
    if (wasOpen) this.view?.close();
    this.closed(wasOpen, hadFocus);
    return true;
  }

  /** Close the chat if it is open, and open it if it is not. */
  async toggle(): Promise<boolean> {
    // An impatient second click while the chat is loading does not take the first one back.
    return await (this.state === "open" || this.state === "failed" ? this.close() : this.open());
  }

  /** Open the chat and ask something. */
  async send(text: string): Promise<boolean> {
    if (text.trim() === "") return false;
    this.unsent.push(text);
    return await this.open();
  }

  private get isFloating(): boolean {
    return this.hasAttribute("floating");
  }

  /** Load the chat if it is not there. Gives false when that failed, or the chat is not wanted any more. */
  private async load(): Promise<boolean> {
    const { face, settings } = this;
    if (face === null || settings === null || this.view !== null) return this.view !== null;
    this.state = "loading";
    face.show("loading");
    try {
      const part = await this.context.loader.load();
      const isWanted = (): boolean => this.face === face && this.state !== "closed";
      if (isWanted()) this.view ??= part.mount(this.root, this.chatOptions(settings));
      return isWanted();
    } catch (error) {
      console.error("Cryobot: the chat could not be loaded.", error);
      if (this.face === face && this.state === "loading") this.failed(navigator.onLine ? "unreachable" : "offline");
      return false;
    }
  }

  private chatOptions({ server, language, title, color }: Settings): ChatOptions {
    return {
      installation: this.context.installation,
      server,
      placement: this.isFloating ? "floating" : "inline",
      language,
      title,
      color,
      onClose: () => {
        if (this.state !== "open") return;
        this.state = "closed";
        this.closed(true, true);
      },
      onEvent: ({ name, ...detail }) => {
        if (name === "staff" && this.state === "closed") {
          this.unread = true;
          this.face?.show("closed");
        }
        this.tell(name, detail);
      },
    };
  }

  private shown(): void {
    this.unread = false;
    if (this.state !== "open") {
      this.state = "open";
      this.face?.show("open");
      this.tell("open", {});
    }
    for (const text of this.unsent.splice(0)) this.view?.send(text);
  }

  /**
   * @param wasOpen whether it was the chat that was closed, and not what stood in its place
   * @param hadFocus whether the focus was in it, and has to go somewhere
   */
  private closed(wasOpen: boolean, hadFocus: boolean): void {
    this.unsent = [];
    this.face?.show("closed");
    if (hadFocus) this.face?.focus();
    if (wasOpen) this.tell("close", {});
  }

  private failed(reason: LoadFailure): void {
    this.state = "failed";
    this.face?.fail(reason);
    this.tell("failure", { reason });
  }

  private tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`cryobot-${name}`, { detail, bubbles: true, composed: true }));
  }
}
