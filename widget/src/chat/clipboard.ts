/** Copying text. */

/**
 * Put a text on the clipboard.
 * @param root where a helper field may stand; in a modal dialog only fields inside of it can be selected
 * @returns whether it worked
 */
export async function copyText(text: string, root: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Pages served over plain http have no clipboard, and visitors can forbid it.
    return copySelected(text, root);
  }
}

function copySelected(text: string, root: HTMLElement): boolean {
  const focused = (root.getRootNode() as ShadowRoot).activeElement;
  const field = document.createElement("textarea");
  field.className = "hidden";
  field.readOnly = true;
  field.value = text;
  root.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
