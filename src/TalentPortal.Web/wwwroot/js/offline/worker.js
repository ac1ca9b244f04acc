// What workers of pages for where there is no network share. Everything that is not kept goes to the network as if they were not here.
const patience = 6000;

addEventListener("install", event => event.waitUntil(skipWaiting()));
addEventListener("activate", event => event.waitUntil(clients.claim()));

/** Serves one page, and what it loads, from what is kept where the network fails. */
self.serveKept = ({ place, shellAt, isPage }) => addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (isPage(url)) event.respondWith(orKept(request, shellAt, place));
  } else if (/^\/(css|img|js|lib)\//.test(url.pathname)) {
    event.respondWith(orKept(request, request, place));
  }
});

/** The network's answer; a network that answers nothing is none. */
self.answerOf = request => {
  const tooLate = new Promise((_, refuse) => setTimeout(refuse, patience, new Error("The network does not answer.")));
  return Promise.race([fetch(request), tooLate]);
};

async function orKept(request, kept, place) {
  try {
    return await answerOf(request);
  } catch (error) {
    const answer = await caches.match(kept, { cacheName: place, ignoreSearch: true });
    if (answer) return answer;
    throw error;
  }
}
