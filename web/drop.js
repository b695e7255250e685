// Files and folders from a drop, a dialog, the clipboard or a program, as sources.

/** @param {Iterable<File|{name: string, bytes: Uint8Array|ArrayBuffer|string}>} files */
function toSources(files) {
  return Array.from(files, (file) => {
    if (file instanceof Blob) {
      return {
        path: file.webkitRelativePath || file.name || "Unnamed file",
        size: file.size,
        file,
      };
    }
    const { bytes } = file;
    const data =
      typeof bytes === "string" ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
    return { path: String(file.name), size: data.length, bytes: data };
  });
}

function pastedSource(text) {
  const time = new Date().toTimeString().slice(0, 8);
  return toSources([{ name: `Pasted at ${time}`, bytes: text }])[0];
}

function promised(start) {
  return new Promise(start);
}

/** Every file in or under the entries, in the order of their paths. @param {FileSystemEntry[]} entries */
async function walkEntries(entries) {
  const sources = [];
  const visit = async (entry) => {
    if (entry.isFile) {
      const file = await promised((done, refuse) => entry.file(done, refuse));
      sources.push({ path: entry.fullPath.replace(/^\//, ""), size: file.size, file });
      return;
    }
    const folder = entry.createReader();
    for (;;) {
      // A folder is told in parts, the last of them empty.
      const part = await promised((done, refuse) => folder.readEntries(done, refuse));
      if (part.length === 0) break;
      for (const child of part) await visit(child);
    }
  };
  for (const entry of entries) await visit(entry);
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** @param {DataTransfer} transfer */
async function droppedSources(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = [...transfer.files];
  const text = transfer.getData("text/plain");
  if (entries.length > 0) return walkEntries(entries);
  if (files.length > 0) return toSources(files);
  return text.trim() ? [pastedSource(text)] : [];
}

/** @param {(sources: object[]) => void} open */
function watchDrops(open) {
  const veil = document.getElementById("drop");
  let depth = 0; // how many elements the drag is inside of
  const show = (by) => {
    depth = by === 0 ? 0 : depth + by;
    veil.hidden = depth <= 0;
  };
  addEventListener("dragenter", (event) => (event.preventDefault(), show(1)));
  addEventListener("dragleave", () => show(-1));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    show(0);
    open(await droppedSources(event.dataTransfer));
  });
}

/** Asks for files or, with `folder`, for a folder. */
function askForFiles(folder, open) {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = folder;
  input.addEventListener("change", () => open(toSources(input.files)));
  input.click();
}
