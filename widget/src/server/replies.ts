/** Reads what the server answered to a message. */

import { isRecord, parseJson } from "../checks";
import type { Reply } from "../conversation/message";
import { replyOf } from "../conversation/reply";
import { ServerFailure } from "./chat-server";

/** More replies than any message gets; a longer list is none of ours. */
const MOST_REPLIES = 20;

/**
 * Read the body of an answer.
 * @returns at least one reply, unless a person reads what was sent
 * @throws ServerFailure with `reply` when something in it cannot be used; it carries the replies that can
 */
export function readReplies(body: string): readonly Reply[] {
  const parsed = parseJson(body);
  const list: unknown = isRecord(parsed) ? parsed.replies : null;
  if (!Array.isArray(list) || list.length > MOST_REPLIES) throw new ServerFailure("reply");
  if (list.length === 0 && !(isRecord(parsed) && parsed.state === "person")) throw new ServerFailure("reply");
  const replies = list.flatMap((reply) => readReply(reply) ?? []);
  if (replies.length < list.length) throw new ServerFailure("reply", null, replies);
  return replies;
}

function readReply(reply: unknown): Reply | null {
  if (!isRecord(reply) || !isRecord(reply.metadata)) return null;
  const { metadata } = reply;
  return replyOf({
    text: reply.text,
    language: metadata.language,
    guidanceId: metadata.guidance_id,
    escalation: metadata.escalation,
    basis: metadata.basis,
    sections: metadata.sections,
    reviewedOn: metadata.reviewed_on,
    version: metadata.version,
    buttons: reply.buttons,
  });
}
