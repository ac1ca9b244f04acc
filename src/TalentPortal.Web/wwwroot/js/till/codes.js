// Reads a card's code where there is no network: what it says, and whether the portal signed it. The layout stands in CardCode.cs.
const length = 131;
const contentLength = 34;
const format = 1;
const printed = /^[0-9]{16}[0-9Xx]$/;

/** What a text says; { why } where it is no good: the key of a sentence. */
export async function readCode(text, pack, now) {
  if (printed.test(text.replaceAll(/[\s-]/g, ""))) return { why: "printed" };
  const bytes = bytesOf(text);
  if (bytes?.length !== 98 || bytes[0] !== format || bytes[33] > 9) return { why: "unreadable" };
  const view = new DataView(bytes.buffer);
  const key = pack.keys.find(one => one.version === view.getUint16(1));
  if (!key || !await isSigned(bytes, key)) return { why: "forged" };
  const from = Number(view.getBigInt64(19)) * 1000;
  const skew = pack.skewSeconds * 1000;
  const code = { text, levelDigit: bytes[33] };
  if (now < from - skew) return { code, why: "early" };
  if (now > from + pack.turnSeconds * 1000 + skew + pack.offlineMinutes * 60000) return { code, why: "expired" };
  return { code };
}

async function isSigned(bytes, { x, y }) {
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", x, y, ext: true }, curve, false, ["verify"]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes.slice(contentLength), bytes.slice(0, contentLength));
}

function bytesOf(text) {
  if (text.length !== length || !/^[\w-]+$/.test(text)) return null;
  const standard = text.replaceAll("-", "+").replaceAll("_", "/").padEnd(132, "=");
  return Uint8Array.from(atob(standard), letter => letter.charCodeAt(0));
}
