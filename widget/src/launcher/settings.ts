/** What a page asks for by attributes. */

import { chooseLanguage, languageOf } from "../language";

/** The attributes that stand on the script or on the element. */
export const ATTRIBUTES = [
  "data-title",
  "data-color",
  "data-position",
  "data-language",
  "data-server",
  "data-open",
] as const;

/** Values of `data-open` that say no; the attribute alone says yes, as it does in HTML. */
const NOT_OPEN = ["false", "off"];

const POSITIONS = ["end", "start", "left", "right"];

/** What is known of the page besides the attributes. */
export interface Surroundings {
  /** Address of the script, or null where it has none. */
  readonly script: string | null;
  /** Address that relative ones start from. */
  readonly base: string;
  /** Languages of the page and of the browser, the most wanted first. */
  readonly languages: readonly (string | null | undefined)[];
  /** Languages that there are texts in. */
  readonly available: readonly string[];
  isColor(text: string): boolean;
  /** Tell whoever builds the page that a value is ignored. */
  warn(message: string): void;
}

/** What is asked for, with everything that cannot be used left out. */
export interface Settings {
  readonly title: string | null;
  readonly color: string | null;
  readonly language: string;
  readonly server: string;
  readonly opensByItself: boolean;
}

/** Read the attributes; what is wrong is told and ignored. */
export function readSettings(attribute: (name: string) => string | null, page: Surroundings): Settings {
  const value = (name: string): string | null => attribute(name)?.trim() || null;
  const checked = (name: string, isRight: (text: string) => boolean, expected: string): string | null => {
    const text = value(name);
    if (text === null || isRight(text)) return text;
    page.warn(`Cryobot: ${name}="${text}" is ignored; it has to be ${expected}.`);
    return null;
  };
  checked("data-position", (text) => POSITIONS.includes(text), `one of ${POSITIONS.join(", ")}`);
  const asked = checked(
    "data-language",
    (text) => languageOf(text, page.available) !== null,
    `one of ${page.available.join(", ")}`,
  );
  const server = checked("data-server", (text) => originOf(text, page.base) !== null, "an address with http or https");
  if (server !== null && hasMoreThanOrigin(server, page.base)) {
    page.warn(`Cryobot: of data-server="${server}" only ${originOf(server, page.base)} is used; leave out the rest.`);
  }
  const open = attribute("data-open");
  return {
    title: value("data-title"),
    color: checked("data-color", (text) => page.isColor(text), "a CSS colour"),
    language: chooseLanguage([asked, ...page.languages], page.available),
    server: originOf(server ?? page.script ?? page.base, page.base) ?? "",
    opensByItself: open !== null && !NOT_OPEN.includes(open.trim().toLowerCase()),
  };
}

/** The origin of an address, without a slash at the end, or null when it is not one of the web. */
function originOf(address: string, base: string): string | null {
  try {
    const { protocol, origin } = new URL(address, base);
    return protocol === "http:" || protocol === "https:" ? origin : null;
  } catch {
    return null;
  }
}

/** Whether an address of the web has a path, a query or a fragment, too. */
function hasMoreThanOrigin(address: string, base: string): boolean {
  const { href, origin } = new URL(address, base);
  return href !== `${origin}/`;
}
