// Serves the card's page where there is no network, and what that page loads.
importScripts("/js/offline/worker.js");

serveKept({ place: "talent-card", shellAt: "/cards/show/shell", isPage: url => url.pathname === "/cards/show" && url.search === "" });
