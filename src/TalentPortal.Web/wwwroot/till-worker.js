// Serves the till where there is no network. A look or a use whose sending failed goes on there, with what was typed and the same operation,
// so that a use whose answer was lost counts once.
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
    const form = await copy.formData();
    const typed = new URLSearchParams();
    for (const name of ["Code", "benefit", "operationId", "price"]) if (form.get(name)) typed.set(name, form.get(name));
    if (form.get("Sealed")) typed.set("printed", "true");
    // After the #, which stays on the device.
    return Response.redirect(`/venue?${new URLSearchParams({ at: at ?? "" })}#${typed}`, 303);
  }
}
