/** Fills in the address of this assistant, and lets the buttons of the page copy and ask. */

const line = document.getElementById("embed-line");
const state = document.getElementById("copy-state");

line.textContent = line.textContent.replace("https://assistant.example", location.origin);

document.getElementById("copy-line").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(line.textContent);
    state.textContent = "Copied.";
  } catch {
    // There is no clipboard in pages served over plain http.
    getSelection().selectAllChildren(line);
    state.textContent = "The line is selected. Copy it with the keyboard.";
  }
});

for (const button of document.querySelectorAll("[data-ask]")) {
  button.addEventListener("click", () => void window.Cryobot?.send(button.dataset.ask));
}
