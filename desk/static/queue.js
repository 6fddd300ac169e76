// Writes how long people have waited, and keeps it true.

const queue = document.getElementById("queue");
const MINUTE = 60_000;
const STEPS = [
  [60 * 24, "days"],
  [60, "hours"],
  [1, "minutes"],
];

function inWords(milliseconds) {
  const minutes = Math.floor(milliseconds / MINUTE);
  const step = STEPS.find(([size]) => minutes >= size);
  if (step === undefined) return queue.dataset.justNow;
  const [size, name] = step;
  return queue.dataset[name].replace("{number}", String(Math.floor(minutes / size)));
}

function showWaiting() {
  for (const time of queue.querySelectorAll("time[data-since]")) {
    time.title ||= time.textContent;
    time.textContent = inWords(Date.now() - Date.parse(time.dateTime));
  }
}

showWaiting();
setInterval(showWaiting, MINUTE / 4);
queue.addEventListener("htmx:afterSwap", showWaiting);
