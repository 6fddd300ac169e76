/** The script that a page embeds: it defines `<cryobot-chat>`, and puts one into the corner of the page. */

import baked from "virtual:baked";
import texts from "virtual:launcher-texts";

import { isColor } from "../color-text";
import { createApi, type CryobotApi } from "./api";
import { ChatElement, type Context } from "./chat-element";
import { installationOf } from "./installation";
import { ownScript } from "./own-script";
import { PartLoader } from "./part-loader";
import { ATTRIBUTES, readSettings } from "./settings";
import type { LauncherTexts } from "./texts";

declare global {
  interface Window {
    Cryobot?: CryobotApi;
  }
}

const NAME = "cryobot-chat";

const script = ownScript(document);
const hasLauncher = script?.getAttribute("data-launcher") !== "off";
// A page may embed the script twice, or bring it along again when it replaces its content.
if (customElements.get(NAME) === undefined) define();
if (hasLauncher) void whenReady().then(addLauncher);

function define(): void {
  const context = createContext();
  customElements.define(
    NAME,
    class extends ChatElement {
      constructor() {
        super(context);
      }
    },
  );
  window.Cryobot = createApi(
    async () => {
      await whenReady();
      return findChat();
    },
    async () => {
      await whenReady();
      // Code of the page may have replaced the body, and the launcher with it.
      if (findChat() === null && hasLauncher) addLauncher();
      return findChat();
    },
  );
}

function findChat(): ChatElement | null {
  return document.querySelector<ChatElement>(`${NAME}[floating]`) ?? document.querySelector<ChatElement>(NAME);
}

function createContext(): Context {
  // The server writes its settings in the place of this text, quotes included.
  const installation = installationOf("__CRYOBOT_INSTALLATION__", baked);
  const address = new URL(installation.chat, script?.src || document.baseURI).href;
  return {
    installation,
    loader: new PartLoader(address, installation.timeoutSeconds),
    textsIn: (language) => texts[language] as LauncherTexts,
    settingsOf: (element) =>
      readSettings((name) => element.getAttribute(name) ?? script?.getAttribute(name) ?? null, {
        script: script?.src || null,
        base: document.baseURI,
        languages: [document.documentElement.lang, navigator.language],
        available: Object.keys(texts),
        isColor,
        warn: (message) => console.warn(message),
      }),
  };
}

/** Put the chat into the corner, with the attributes of the script, unless there is one already. */
function addLauncher(): void {
  if (document.querySelector(`${NAME}[floating]`) !== null) return;
  const chat = document.createElement(NAME);
  chat.setAttribute("floating", "");
  for (const name of ATTRIBUTES) {
    const value = script?.getAttribute(name) ?? null;
    if (value !== null) chat.setAttribute(name, value);
  }
  document.body.append(chat);
}

/** Wait until the page has a body with everything in it. */
async function whenReady(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}
