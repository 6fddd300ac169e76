/** Saving the conversation as a text file. */

import { conversationAsText } from "../conversation/export";
import type { Answer, Message } from "../conversation/message";
import { saveText } from "./download";
import type { Scene } from "./scene";
import { quotedSections } from "./sources";
import { dayInWords, fullTime } from "./times";
import { CALLOUT_HEADINGS, fill } from "./words";

/** Have the browser save what was said, with where each answer comes from. */
export function saveConversation(messages: readonly Message[], { locale, title, words }: Scene): void {
  const text = conversationAsText(messages, {
    heading: `${words.save_heading}: ${title} (${words.badge})`,
    you: words.you,
    bot: words.bot,
    person: (name) => fill(words.person, { name }),
    notDelivered: words.not_delivered,
    time: (at) => fullTime(at, locale),
    callout: ({ escalation }) => (escalation === "none" ? null : words[CALLOUT_HEADINGS[escalation]]),
    source: (answer) => sourceLine(answer),
  });
  saveText(text, `${words.save_file}.txt`);

  function sourceLine(answer: Answer): string {
    const source = answer.basis === "article" ? words.source_article : words.source_policy;
    const reviewed = fill(words.reviewed, { date: dayInWords(answer.reviewedOn, locale) });
    return `${fill(source, { sections: quotedSections(answer) })}. ${reviewed}.`;
  }
}
