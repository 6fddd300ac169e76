// The keys of the look-up: "/" goes to the field, the arrow keys go through the answers, Esc clears the field.

const STORED = "cryobot-desk-slash";
const field = document.getElementById("words");
const found = document.getElementById("found");
const keys = document.querySelector(".keys");
const slash = document.querySelector("[data-slash]");

function results() {
  return [...found.querySelectorAll("[data-result]")];
}

function isTyping(target) {
  return target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

function go(step) {
  const all = results();
  const here = all.indexOf(document.activeElement);
  if (here < 0 && document.activeElement !== field) return false;
  const next = here + step;
  if (next >= all.length) return here >= 0;
  const target = next < 0 ? field : all[next];
  target.focus();
  target.scrollIntoView({ block: "nearest" });
  return true;
}

function clear() {
  field.focus();
  if (!field.value) return;
  field.value = "";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/" && slash.checked && !isTyping(event.target)) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (event.target !== field && !event.target.matches?.("[data-result]")) return;
    if (go(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
  } else if (event.key === "Escape" && (event.target === field || found.contains(event.target))) {
    event.preventDefault();
    clear();
  }
});

// Who opens an answer reads on there; who types stays in the field.
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target !== found || event.detail.requestConfig.elt === field) return;
  const answer = document.getElementById("answer");
  answer?.focus({ preventScroll: true });
  answer?.scrollIntoView({ block: "nearest" });
});

// Some people speak to their computer, and a single letter may come from anything they say: the key can be switched off.
function remembered() {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}
slash.checked = remembered();
slash.addEventListener("change", () => {
  try {
    localStorage.setItem(STORED, slash.checked ? "on" : "off");
  } catch {
    // Without a store it lasts as long as the page.
  }
});

keys.hidden = false;
if (document.activeElement === field) field.setSelectionRange(field.value.length, field.value.length);
