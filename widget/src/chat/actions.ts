/** What happens when a visitor does something: the actions of the views on a conversation. */

import { isContact } from "../conversation/contact";
import type { Conversation } from "../conversation/conversation";
import type { Answer, Button } from "../conversation/message";
import type { Installation } from "../installation";
import { copyText } from "./clipboard";
import { lengthOf, type Draft } from "./draft";
import type { Actions } from "./scene";
import type { Words } from "./words";

/** What the actions work on. */
export interface Stage {
  readonly conversation: Conversation;
  readonly installation: Installation;
  readonly words: Words;
  readonly draft: Draft;
  /** Tell the visitor what was done. */
  say(text: string): void;
  /** Show the draft as it is now. */
  redraw(): void;
  focusField(): void;
  /** Put the focus where it is safe before a button disappears. */
  focusLog(): void;
  /** Where helper elements may stand. */
  frame(): HTMLElement;
  save(): void;
  close(): void;
}

export function actionsOn(stage: Stage): Actions {
  const { conversation, draft, installation, words } = stage;
  return {
    close: () => stage.close(),
    save() {
      stage.save();
      stage.say(words.saved);
    },
    startAgain() {
      conversation.startAgain();
      stage.say(words.started_again);
    },
    wipe() {
      write(stage, "");
      void conversation.wipe().then((reach) => {
        stage.say(reach === "everywhere" ? words.wiped_everywhere : words.wiped_here);
      });
    },
    press: (button) => press(conversation, button),
    retry(questionId) {
      stage.focusLog();
      void conversation.retry(questionId);
    },
    rate(answerId, helpful) {
      void conversation.rate(answerId, helpful).then(() => {
        const kept = ratingOf(conversation, answerId) === (helpful ? "helpful" : "not-helpful");
        stage.say(kept ? words.thanks : words.failure_unreachable);
      });
    },
    copy(text) {
      void copyText(text, stage.frame()).then((copied) => stage.say(copied ? words.copied : words.copy_failed));
    },
    async leaveContact(contact) {
      if (!isContact(contact)) {
        stage.say(words.contact_wrong);
        return false;
      }
      const isLeft = await conversation.leaveContact(contact);
      if (isLeft) stage.focusField();
      else stage.say(words.contact_failed);
      return isLeft;
    },
    talkToStaff: () => press(conversation, { title: words.talk_to_staff, payload: installation.approved.staffPayload }),
    write: (text) => write(stage, text),
    submit() {
      const text = draft.text.trim();
      if (lengthOf(text) > installation.messageCharacters) return;
      write(stage, "");
      stage.focusField();
      void conversation.ask(text);
    },
  };
}

/** A second click on a button while its answer is on the way asks nothing new. */
function press(conversation: Conversation, button: Button): void {
  const last = conversation.messages.at(-1);
  if (last?.kind === "question" && last.state === "waiting" && last.message === button.payload) return;
  void conversation.ask(button.payload, button.title);
}

/** A rating is taken back when the server did not get it. */
function ratingOf(conversation: Conversation, answerId: string): Answer["rating"] {
  const answer = conversation.messages.find((message) => message.kind === "answer" && message.id === answerId);
  return answer?.kind === "answer" ? answer.rating : null;
}

function write(stage: Stage, text: string): void {
  stage.draft.text = text;
  stage.redraw();
}
