// Empties the field of what was sent, and only then: what could not be sent stays.

for (const form of document.querySelectorAll("form[data-say]")) {
  form.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful && event.target === form) form.reset();
  });
}

// A draft is what the server put there after a failure; a form that was sent is empty, not as it came.
for (const field of document.querySelectorAll("form[data-say] textarea")) {
  const draft = field.value;
  field.defaultValue = "";
  field.value = draft;
}

// The case may change hands, be closed or be deleted while the page is open. Words that are not sent yet stay.
const state = document.getElementById("state");
const write = document.getElementById("write");

const hands = () => state.querySelector("[data-hands]").dataset.hands;
let shownHands = hands();

function showWhoWrites() {
  const isMine = hands() === "mine";
  write.hidden = !isMine && write.querySelector("textarea").value.trim() === "";
  write.querySelector("button").disabled = !isMine;
}

// A button that is replaced while it is being pressed is not clicked.
document.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target === state && fragment.innerHTML === state.innerHTML) event.detail.shouldSwap = false;
});

document.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.detail.target !== state) return;
  showWhoWrites();
  if (hands() === shownHands) return;
  // What was done before is no longer how the case stands.
  shownHands = hands();
  document.querySelector("main > p.notice[role=status]")?.remove();
});

document.getElementById("talk").addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status !== 404) return;
  document.querySelector(".case").replaceChildren(document.getElementById("gone").content.cloneNode(true));
});

showWhoWrites();
