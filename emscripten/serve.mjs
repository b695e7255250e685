// Serves a folder over HTTP on this machine only and prints the address.
//
//   node serve.mjs FOLDER [PORT]
//
// If the port (8080 unless told) is taken, the next free one is used. Runs until stopped.
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const kTypes = {
  ".css": "text/css; charset=utf-8",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

// The file that a request's path names inside `root`, or null.
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  if (path.includes("\0")) return null;
  let file = join(root, normalize(path));
  if (file !== root && !file.startsWith(root + sep)) return null;
  try {
    if (statSync(file).isDirectory()) file = join(file, "index.html");
    return { file, size: statSync(file).size };
  } catch {
    return null;
  }
}

export function serve(folder, firstPort) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const found = fileFor(root, request.url);
    if (!found) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found\n");
      return;
    }
    response.writeHead(200, {
      "Content-Type": kTypes[extname(found.file)] ?? "application/octet-stream",
      "Content-Length": found.size,
      // A name that holds a hash of the content never means anything else.
      "Cache-Control": /\.[0-9a-f]{8}\.\w+$/.test(found.file)
        ? "public, max-age=31536000, immutable"
        : "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(found.file).on("error", () => response.destroy()).pipe(response);
  });
  return new Promise((done, refuse) => {
    let port = firstPort;
    server.on("error", (error) => {
      if (error.code !== "EADDRINUSE" || port >= firstPort + 100 || port === 0) refuse(error);
      else server.listen((port += 1), "127.0.0.1");
    });
    server.on("listening", () => done({ server, port: server.address().port }));
    server.listen(port, "127.0.0.1");
  });
}

if (process.argv[1] && fileURLToPath(import.meta.url) === realpathSync(process.argv[1])) {
  const [folder, port = "8080"] = process.argv.slice(2);
  if (!folder || !/^\d+$/.test(port) || Number(port) > 65535) {
    console.error("usage: node serve.mjs FOLDER [PORT]");
    process.exit(2);
  }
  serve(folder, Number(port)).then(
    ({ port: used }) => console.log(`http://127.0.0.1:${used}/`),
    (error) => {
      console.error(`cannot serve ${folder}: ${error.message}`);
      process.exit(1);
    },
  );
}
