// The hosted page's service worker: after the first visit it opens without a network. CLAIMSCOPE_SITE, set before this by
// the packer, names the files and a tag that changes with any of them.
//
// Files named by their content come from the cache; the page itself from the network while there is one, so that a new
// version is seen at once. Nothing but the page's own files is kept, no corpus and no answer of any other address.

const kPrefix = `claimscope ${self.registration.scope} `;
const kCache = kPrefix + CLAIMSCOPE_SITE.tag;
const addressOf = (name) => new URL(name, self.registration.scope).href;
const kPage = addressOf("./");
const kNamed = new Set(CLAIMSCOPE_SITE.files.map(addressOf));

async function install() {
  const cache = await caches.open(kCache);
  await cache.addAll([kPage, ...kNamed].map((url) => new Request(url, { cache: "no-cache" })));
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(kPrefix) && name !== kCache);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answerPage(request) {
  try {
    const response = await fetch(request);
    if (response.ok) return response;
  } catch {
    // No network.
  }
  return (await caches.match(kPage, { cacheName: kCache })) ?? Response.error();
}

async function answerNamed(request) {
  return (await caches.match(request.url, { cacheName: kCache })) ?? fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = request.url.split(/[?#]/)[0];
  if (url === kPage || url === addressOf("index.html")) event.respondWith(answerPage(request));
  else if (kNamed.has(request.url)) event.respondWith(answerNamed(request));
});
