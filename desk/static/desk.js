// What every page of the desk does beside its forms and links: says what went wrong, and keeps the number of people
// who wait. Words come from the server; they are only ever shown as text.

const problem = document.getElementById("problem");
const waiting = document.getElementById("waiting");
const plainTitle = document.title;

function say(words) {
  problem.hidden = !words;
  problem.textContent = words;
  if (words) problem.scrollIntoView({ block: "nearest" });
}

function showWaiting() {
  const number = Number(waiting.querySelector("input").value);
  for (const badge of document.querySelectorAll("[data-waiting]")) {
    badge.textContent = String(number);
    badge.hidden = number === 0;
  }
  document.title = number > 0 ? `(${number}) ${plainTitle}` : plainTitle;
}

// Parts that a page asks for by itself fail silently: the next time may be better.
function wasAskedFor(event) {
  const cause = event.detail.requestConfig?.triggeringEvent?.type;
  return ["click", "submit", "change", "input", "keyup"].includes(cause);
}

document.addEventListener("htmx:beforeRequest", (event) => wasAskedFor(event) && say(""));
document.addEventListener("htmx:responseError", (event) => {
  if (!wasAskedFor(event)) return;
  const isPlain = (event.detail.xhr.getResponseHeader("Content-Type") ?? "").startsWith("text/plain");
  say(isPlain ? event.detail.xhr.responseText : document.body.dataset.failed);
});
for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, (event) => wasAskedFor(event) && say(document.body.dataset.failed));
}

if (waiting) {
  waiting.addEventListener("htmx:afterSwap", showWaiting);
  showWaiting();
}

// One click sends a form once, however slow the answer is. A page that comes back from the history starts anew.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.closest("[hx-post], [data-hx-post]")) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});
