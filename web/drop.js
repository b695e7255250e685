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

/** A file of a folder; one that cannot be had is still a source, so that the report tells of it. */
async function sourceAt(path, getFile) {
  try {
    const file = await getFile();
    return { path, size: file.size, file };
  } catch (error) {
    return { path, size: 0, error: error.name };
  }
}

// What a system keeps for itself in folders, such as .DS_Store, is nobody's article.
const isHidden = (path) => path.split("/").some((name) => name.startsWith("."));

/** Every file under a folder. @param {FileSystemDirectoryHandle} folder */
async function walkHandle(folder, path, sources) {
  for await (const child of folder.values()) {
    const childPath = `${path}/${child.name}`;
    if (isHidden(child.name)) continue;
    if (child.kind === "directory") await walkHandle(child, childPath, sources);
    else sources.push(await sourceAt(childPath, () => child.getFile()));
  }
}

/** The same where there are no handles. @param {FileSystemDirectoryEntry} folder */
async function walkEntry(folder, path, sources) {
  const reader = folder.createReader();
  for (;;) {
    // A folder is told in parts, the last of them empty.
    const part = await new Promise((done, refuse) => reader.readEntries(done, refuse));
    if (part.length === 0) break;
    for (const child of part) {
      const childPath = `${path}/${child.name}`;
      if (isHidden(child.name)) continue;
      const getFile = () => new Promise((done, refuse) => child.file(done, refuse));
      if (child.isDirectory) await walkEntry(child, childPath, sources);
      else sources.push(await sourceAt(childPath, getFile));
    }
  }
}

/** What was dropped, folders walked, in the order of the paths. @param {DataTransfer} transfer */
async function droppedSources(transfer) {
  // All that is wanted of the transfer is taken before the first wait: afterwards it is empty. Chromium refuses to walk
  // an entry on a page opened from disk, so a handle is taken where there is one.
  const text = transfer.getData("text/plain");
  const dropped = [...transfer.items].filter(({ kind }) => kind === "file");
  const parts = dropped.map((item) => {
    const entry = item.webkitGetAsEntry?.();
    if (!entry?.isDirectory) return toSources([item.getAsFile()]);
    const sources = [];
    const handle = item.getAsFileSystemHandle?.();
    const walked = handle
      ? handle.then((folder) => walkHandle(folder, entry.name, sources))
      : walkEntry(entry, entry.name, sources);
    return walked.then(
      () => sources,
      (error) => [...sources, { path: entry.name, size: 0, error: error.name }],
    );
  });
  const sources = (await Promise.all(parts)).flat();
  if (sources.length > 0) return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
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
  input.addEventListener("change", () =>
    open(toSources(input.files).filter(({ path }) => !folder || !isHidden(path))),
  );
  input.click();
}
