// Uses of the time without network, until they are handed in: nothing about a holder, whose account it is, and a code only until the portal has taken it.
// What it did not take stays with its reason until somebody has read that.
const name = "venue-till";
const store = "uses";

/** All that waits, the oldest first. */
export const waiting = () => run("readonly", uses => uses.getAll()).then(all => all.sort((one, other) => one.scannedAt.localeCompare(other.scannedAt)));

/** Adds a use, or writes it anew: { id, at, code, benefit, benefitName, price, scannedAt, staff, staffName, isLost, isPrinted, sentence }. */
export const put = use => run("readwrite", uses => uses.put(use));

/** Removes a use. */
export const remove = id => run("readwrite", uses => uses.delete(id));

async function run(mode, act) {
  const database = await opened();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => done(request.result);
      transaction.onerror = transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

function opened() {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "id" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
}
