/** Where an answer comes from. */

import type { Reply } from "../conversation/message";

/** The headings of the article's sections that an answer cites, each in quotation marks. */
export function quotedSections({ sections }: Pick<Reply, "sections">): string {
  return sections.map((section) => `“${section}”`).join(", ");
}
