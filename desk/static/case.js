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

function showWhoWrites() {
  const isMine = state.querySelector("[data-mine]") !== null;
  write.hidden = !isMine && write.querySelector("textarea").value.trim() === "";
  write.querySelector("button").disabled = !isMine;
}

document.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.detail.target !== state) return;
  document.querySelector("main > p.notice[role=status]")?.remove();
  showWhoWrites();
});

document.getElementById("talk").addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status !== 404) return;
  document.querySelector(".case").replaceChildren(document.getElementById("gone").content.cloneNode(true));
});

showWhoWrites();
