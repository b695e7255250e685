// Checks every #include in src/ against the layers of cmake/modules.cmake and src/README.md.
//
//   node layers.mjs SRC_FOLDER
//
// An include goes up the table, never down; the stages never see each other; across modules only
// the front door is included; simdjson, zlib, zstd, Dear ImGui, SDL and emscripten stay in their modules.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

const kLayers = {
  base: [],
  model: ["base"],
  ingest: ["base", "model"],
  clean: ["base", "model"],
  claims: ["base", "model"],
  copies: ["base", "model"],
  index: ["base", "model"],
  query: ["base", "model", "index"],
  engine: ["base", "model", "ingest", "clean", "claims", "copies", "index", "query"],
  exports: ["base", "model", "index", "query", "engine"],
  ui: ["base", "model", "query", "engine"],
  host: [
    "base", "model", "ingest", "clean", "claims", "copies", "index", "query", "engine", "exports",
    "ui",
  ],
};

// Modules whose every header is for everybody; of the others only MODULE/MODULE.h and the names here.
const kOpen = ["base", "model"];
const kFrontDoors = { index: ["index/segment.h", "index/snapshot.h"], engine: ["engine/review.h"], ui: ["ui/app.h", "ui/view.h"] };

const kThirdParty = [
  { what: "simdjson", pattern: /^simdjson/, modules: ["base"] },
  { what: "gumbo", pattern: /gumbo/, modules: ["clean"] },
  { what: "zstd", pattern: /^zstd\.h/, modules: ["ingest"] },
  { what: "zlib", pattern: /^(zlib|zconf)\.h/, modules: ["ingest", "host"] },
  { what: "Dear ImGui", pattern: /^(backends\/)?im(gui|config|stb)/, modules: ["ui", "host"] },
  { what: "SDL", pattern: /^SDL/, modules: ["host"] },
  { what: "OpenGL", pattern: /^(GL|GLES\d?|EGL)\//, modules: ["host"] },
  { what: "emscripten", pattern: /^emscripten/, modules: ["host"] },
];

function isFrontDoor(header, module) {
  if (kOpen.includes(module)) return true;
  return header === `${module}/${module}.h` || (kFrontDoors[module] ?? []).includes(header);
}

// Why `header` may not be included from a file of `module`, or null.
export function complaint(module, header, quoted) {
  const third = kThirdParty.find(({ pattern }) => pattern.test(header));
  if (third) {
    return third.modules.includes(module)
      ? null
      : `${third.what} may be included in ${third.modules.join(" and ")} only`;
  }
  if (!quoted) return null;
  if (header === "assets/builtin.h") {
    return module === "host" ? null : "the built-in assets are handed in by host";
  }
  const target = header.split("/")[0];
  if (!(target in kLayers) || !header.includes("/")) {
    return "includes in quotes are relative to src/ and start with a module's name";
  }
  if (target === module) return null;
  if (!kLayers[module].includes(target)) return `${module} may not include ${target}`;
  if (!isFrontDoor(header, target)) return `not a front door of ${target}`;
  return null;
}

export function check(module, text) {
  const found = [];
  text.split("\n").forEach((line, i) => {
    const match = /^\s*#\s*include\s*(["<])([^">]+)[">]/.exec(line);
    if (!match) return;
    const why = complaint(module, match[2], match[1] === '"');
    if (why) found.push({ line: i + 1, header: match[2], why });
  });
  return found;
}

function* sources(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (/\.(cc|h)$/.test(entry.name)) yield path;
  }
}

// The check is itself checked: each of these must be refused.
const kMustRefuse = [
  ["base", "model/claim.h", true],
  ["claims", "clean/clean.h", true],
  ["index", "query/query.h", true],
  ["query", "ingest/ingest.h", true],
  ["ui", "claims/claims.h", true],
  ["engine", "claims/lexicon.h", true],
  ["host", "engine/workspace.h", true],
  ["ingest", "nokogiri_gumbo.h", false],
  ["ingest", "simdjson.h", false],
  ["clean", "zstd.h", false],
  ["engine", "imgui.h", true],
  ["ui", "exports/exports.h", true],
  ["engine", "exports/exports.h", true],
  ["ui", "SDL.h", false],
  ["ui", "emscripten.h", false],
  ["ui", "assets/builtin.h", true],
  ["claims", "lexicon.h", true],
];

function main() {
  for (const [module, header, quoted] of kMustRefuse) {
    if (!complaint(module, header, quoted)) {
      console.error(`layers.mjs: ${module} including ${header} should be refused and is not`);
      process.exit(1);
    }
  }
  const src = process.argv[2];
  let files = 0;
  let faults = 0;
  for (const path of sources(src)) {
    const name = relative(src, path);
    const module = name.split("/")[0];
    files += 1;
    if (!(module in kLayers)) {
      console.error(`src/${name}: ${module} is not a module`);
      faults += 1;
      continue;
    }
    for (const { line, header, why } of check(module, readFileSync(path, "utf8"))) {
      console.error(`src/${name}:${line}: ${header}: ${why}`);
      faults += 1;
    }
  }
  console.log(`${files} files, ${faults} includes against the layers`);
  if (files === 0 || faults > 0) process.exit(1);
}

main();
