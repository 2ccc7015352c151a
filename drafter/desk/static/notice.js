// A notice to read: the button of each clause opens its years.
import { showHistory } from "./library-history.js";

document.getElementById("notice").addEventListener("click", (event) => {
  const button = event.target.closest("button[data-ref]");
  if (button) showHistory(button.dataset.ref);
});
