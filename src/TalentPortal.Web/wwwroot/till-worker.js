// Serves the till where there is no network. A look or a use without an answer goes on in the next page, with network or without, with what
// was typed and the same operation, so that a use whose answer was lost counts once.
importScripts("/js/offline/worker.js");

serveKept({ place: "venue-till", shellAt: "/venue/shell", isPage: url => url.pathname === "/venue" });

addEventListener("fetch", event => {
  const { request } = event;
  const { pathname, searchParams } = new URL(request.url);
  if (request.mode !== "navigate" || request.method !== "POST" || pathname !== "/venue") return;
  // A PIN and a reversal need the network.
  if (["", "Redeem"].includes(searchParams.get("handler") ?? "")) event.respondWith(sentOrNoted(request, searchParams.get("at")));
});

async function sentOrNoted(request, at) {
  const copy = request.clone();
  try {
    return await answerOf(request);
  } catch {
    await layDown(await copy.formData(), at);
    return Response.redirect(`/venue?${new URLSearchParams({ at: at ?? "" })}`, 303);
  }
}

/** The next page takes it up, with network or without. Not a seal: it holds a PIN. */
async function layDown(form, at) {
  const sent = { at, since: Date.now(), isPrinted: form.has("Sealed") };
  for (const name of ["Code", "benefit", "operationId", "price", "staff", "staffName"]) if (form.get(name)) sent[name] = form.get(name);
  const cache = await caches.open("venue-till-lost");
  await cache.put(`/venue/lost/${sent.operationId ?? ""}`, new Response(JSON.stringify(sent)));
}
