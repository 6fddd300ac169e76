// Copies an approved text, word for word, and says whether that worked. Loaded only by pages that have such buttons.

const SAID_MILLISECONDS = 2500;
const status = document.getElementById("copied");

function offer(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
}

// Without encryption a browser has no clipboard interface, but it still copies what is selected.
function copySelected(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "unseen";
  document.body.append(field);
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  return copied;
}

async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copySelected(words);
  }
}

async function answerTo(button) {
  const words = document.getElementById(button.dataset.copy).textContent.trim();
  const copied = await copy(words);
  button.focus();
  status.textContent = "";
  // A change that comes later is read out, even when the words are the same as before.
  setTimeout(() => (status.textContent = copied ? button.dataset.said : button.dataset.failed), 50);
  const label = button.firstElementChild;
  button.dataset.plain ??= label.textContent;
  label.textContent = copied ? button.dataset.copied : button.dataset.failed;
  button.classList.toggle("done", copied);
  clearTimeout(Number(button.dataset.timer));
  button.dataset.timer = String(
    setTimeout(() => {
      label.textContent = button.dataset.plain;
      button.classList.remove("done");
    }, SAID_MILLISECONDS),
  );
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) answerTo(button);
});
document.addEventListener("htmx:afterSwap", (event) => offer(event.detail.target));
offer(document);
