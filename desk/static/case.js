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
