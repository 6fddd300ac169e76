/** Makes elements without markup, so that no text can become any. */

const SVG = "http://www.w3.org/2000/svg";

type Child = Node | string;

/** An element with attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A button that does something. */
export function button(
  attributes: Readonly<Record<string, string>>,
  act: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", act);
  return made;
}

/** An icon of 24 by 24 in the colour of the text, hidden from assistive technology. */
export function icon(path: string, name = "icon"): SVGSVGElement {
  const drawing = document.createElementNS(SVG, "svg");
  const attributes = { class: name, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" };
  for (const [attribute, value] of Object.entries(attributes)) drawing.setAttribute(attribute, value);
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  drawing.append(shape);
  return drawing;
}
