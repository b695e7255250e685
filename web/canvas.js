// The canvas: as many pixels as the screen has under it, and the system's choice of light or dark.

/** Calls onSize(widthPx, heightPx, scale) now and at every change of size, zoom or screen. */
function watchSize(canvas, onSize) {
  const tell = (width, height) => {
    if (width > 0 && height > 0) onSize(Math.round(width), Math.round(height), devicePixelRatio);
  };
  const measured = () => {
    const { width, height } = canvas.getBoundingClientRect();
    return [width * devicePixelRatio, height * devicePixelRatio];
  };
  const measure = () => tell(...measured());
  const observer = new ResizeObserver(([entry]) => {
    // Exact, where the browser knows it: a CSS size times the ratio is a fraction of a pixel off at most zooms. In its
    // device emulation Chromium tells CSS pixels here, so the two are compared.
    const box = entry.devicePixelContentBoxSize?.[0];
    const [width, height] = measured();
    const exact =
      box && Math.abs(box.inlineSize - width) < 2 && Math.abs(box.blockSize - height) < 2;
    if (exact) tell(box.inlineSize, box.blockSize);
    else tell(width, height);
  });
  try {
    observer.observe(canvas, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(canvas);
    const watchRatio = () => {
      matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
        "change",
        () => (measure(), watchRatio()),
        {
          once: true,
        },
      );
    };
    watchRatio();
  }
}

const devicePixels = (size) => Math.max(1, Math.round(size * devicePixelRatio));

/**
 * Has the browser make the context while the module is still being compiled; SDL then gets this same one. The
 * attributes are those that SDL would ask for.
 */
function warmUp(canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = devicePixels(width);
  canvas.height = devicePixels(height);
  const plain = { alpha: false, depth: false, stencil: false, antialias: false };
  if (canvas.getContext("webgl2", plain)) return;
  throw new CoreError(
    "unsupported",
    "This browser does not draw with WebGL 2 here. It may be switched off in its settings, or the graphics driver " +
      "may be too old.",
  );
}

const darkQuery = matchMedia("(prefers-color-scheme: dark)");
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

function startCanvas(core, canvas) {
  const { width, height } = canvas.getBoundingClientRect();
  const status = core.call(
    "cs_page_start",
    devicePixels(width),
    devicePixels(height),
    devicePixelRatio,
    Number(darkQuery.matches),
    Number(isMac),
  );
  core.check(status);
  watchSize(canvas, (...size) => core.call("cs_resize", ...size));
  darkQuery.addEventListener("change", () => core.call("cs_set_dark", Number(darkQuery.matches)));
  // A hidden page gets no animation frames; the one asked for then comes when it is seen again.
  document.addEventListener("visibilitychange", () => core.call("cs_request_frame"));
}
