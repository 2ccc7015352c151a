// Files that are dropped on a page or chosen with a button; a folder is told apart, the browser never opens a file itself.

// takeFiles(zone, input, (files, folders) => …): the files as a list, the names of folders that cannot be taken.
export function takeFiles(zone, input, take) {
  const holdsFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) zone.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    zone.classList.remove("over");
    const folders = new Set([...event.dataTransfer.items].map((one) => one.webkitGetAsEntry && one.webkitGetAsEntry())
      .filter((one) => one && one.isDirectory).map((one) => one.name));
    const files = [...event.dataTransfer.files];
    take(files.filter((one) => !folders.has(one.name)), [...folders]);
  });
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length) take(files, []);
  });
}
