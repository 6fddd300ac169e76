/** The part of the widget that is loaded when the chat is first opened. */

import type { ChatOptions, ChatPart, ChatView } from "../chat-part";
import type { Answer, FailureReason } from "../conversation/message";
import { openConversation } from "../conversation/open";
import { CryobotChatPanel } from "./panel";

customElements.define("cryobot-chat-panel", CryobotChatPanel);

/** Put the chat into a page. A floating one stays hidden until it is opened. */
export const mount: ChatPart["mount"] = (root: ShadowRoot, options: ChatOptions): ChatView => {
  const conversation = openConversation(options.installation, options.server);
  conversation.addEventListener("answer", (event) => {
    const { escalation, guidanceId } = (event as CustomEvent<Answer>).detail;
    options.onEvent({ name: "answer", guidanceId, escalation });
  });
  conversation.addEventListener("failure", (event) => {
    options.onEvent({ name: "failure", reason: (event as CustomEvent<{ reason: FailureReason }>).detail.reason });
  });
  conversation.addEventListener("staff", () => options.onEvent({ name: "staff" }));
  const panel = new CryobotChatPanel(options, conversation);
  root.append(panel);
  return {
    open: () => void panel.open(),
    close: () => panel.close(),
    send: (text) => void conversation.ask(text),
    remove() {
      panel.remove();
      conversation.dispose();
    },
  };
};
