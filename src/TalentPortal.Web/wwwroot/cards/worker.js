// Serves the card's page where there is no network, and what that page loads. Everything else goes to the network as if this were not here.
const shellAt = "/cards/show/shell";
const place = "talent-card";
const patience = 6000;

addEventListener("install", event => event.waitUntil(skipWaiting()));
addEventListener("activate", event => event.waitUntil(clients.claim()));

addEventListener("fetch", event => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === "/cards/show" && search === "") event.respondWith(orKept(request, shellAt));
  } else if (/^\/(css|img|js|lib)\//.test(pathname)) {
    event.respondWith(orKept(request, request));
  }
});

async function orKept(request, kept) {
  // A network that answers nothing is none.
  const tooLate = new Promise((_, refuse) => setTimeout(refuse, patience, new Error("The network does not answer.")));
  try {
    return await Promise.race([fetch(request), tooLate]);
  } catch (error) {
    const answer = await caches.match(kept, { cacheName: place, ignoreSearch: true });
    if (answer) return answer;
    throw error;
  }
}
