// Reads the code of a card with the device's camera: by the browser's own reader where it has one that works, else by the portal's, which
// is loaded only then. Typing goes on working whatever the camera does.
const between = 150;
const longestSide = 720;

export function startCamera(root, found) {
  const button = root.querySelector("[data-scan]");
  const panel = root.querySelector("[data-camera]");
  const note = root.querySelector("[data-camera-note]");
  const video = panel.querySelector("video");
  let stream = null;

  button.hidden = false;
  button.addEventListener("click", open);
  panel.querySelector("[data-camera-stop]").addEventListener("click", close);
  addEventListener("pagehide", close);
  document.addEventListener("visibilitychange", () => document.hidden && close());

  async function open() {
    note.hidden = true;
    button.disabled = true;
    try {
      const read = await reader();
      if (!navigator.mediaDevices?.getUserMedia) throw new DOMException("No camera is offered to this page.", "NotFoundError");
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      panel.hidden = false;
      video.srcObject = stream;
      await video.play();
      await watch(read, stream);
    } catch (error) {
      // Closed while it was opening: nothing to complain of.
      if (error.name !== "AbortError") complain(error);
      close();
    } finally {
      button.disabled = false;
    }
  }

  async function watch(read, watched) {
    while (stream === watched) {
      const text = await read(video);
      if (stream !== watched) return;
      if (text) {
        close();
        return void found(text);
      }
      await new Promise(later => setTimeout(later, between));
    }
  }

  function close() {
    stream?.getTracks().forEach(track => track.stop());
    stream = null;
    video.srcObject = null;
    panel.hidden = true;
  }

  function complain(error) {
    const why = { NotAllowedError: "refused", SecurityError: "refused", NotFoundError: "missing", OverconstrainedError: "missing" }[error.name];
    if (!why) console.error(error);
    note.textContent = note.dataset[why ?? "failed"];
    note.hidden = false;
  }
}

/** What the portal's own reader is loaded from. A browser's may fail without network, so it is kept everywhere. */
export const readerFiles = ["/lib/qr/decode.js", "/lib/qr/index.js"];

/** A function that reads a code from a video's picture: its text, or null. */
async function reader() {
  const own = await browserReader();
  if (!own) return portalReader();
  let read = own;
  return async video => {
    try {
      return await read(video);
    } catch (error) {
      if (read !== own) throw error;
      // It says that it reads such codes and cannot: its part of the device may not have been installed.
      console.warn("The browser's reader of codes failed; the portal's goes on.", error);
      read = await portalReader();
      return read(video);
    }
  };
}

/** By the browser's own reader; null where it has none for such codes. */
async function browserReader() {
  if (!("BarcodeDetector" in window)) return null;
  try {
    if (!(await BarcodeDetector.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async video => (await detector.detect(video))[0]?.rawValue || null;
  } catch (error) {
    console.warn("The browser's reader of codes cannot be had.", error);
    return null;
  }
}

async function portalReader() {
  const { decodeQR } = await import(readerFiles[0]);
  const picture = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  return video => {
    const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!width || !height) return null;
    Object.assign(picture.canvas, { width, height });
    picture.drawImage(video, 0, 0, width, height);
    try {
      return decodeQR(picture.getImageData(0, 0, width, height));
    } catch {
      // It throws where there is no code in the picture: the next one may have it.
      return null;
    }
  };
}
