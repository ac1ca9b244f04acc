// .tp-drop[data-upload="url"]: sends each file at once, with its progress; waits while there is no network; the answer is the file's row.
import { tokenOf, fill, element } from "./forms.js";

export function startUploads(root) {
  for (const drop of root.querySelectorAll("[data-upload]")) new Upload(drop).start();
}

class Upload {
  constructor(drop) {
    this.drop = drop;
    this.words = drop.dataset;
    this.control = drop.querySelector("input[type=file]");
    this.field = drop.closest(".tp-field");
    this.rows = this.field.querySelector("[data-file-rows]");
  }

  start() {
    this.drop.querySelector("[data-drop-hint]").hidden = false;
    this.control.addEventListener("change", () => {
      this.take([...this.control.files]);
      this.control.value = "";
    });
    this.drop.addEventListener("dragover", event => { event.preventDefault(); this.drop.classList.add("is-over"); });
    this.drop.addEventListener("dragleave", () => this.drop.classList.remove("is-over"));
    this.drop.addEventListener("drop", event => {
      event.preventDefault();
      this.drop.classList.remove("is-over");
      this.take([...event.dataTransfer.files]);
    });
  }

  take(files) {
    for (const file of files) {
      const row = new FileRow(file, this);
      this.rows.append(row.element);
      if (this.rows.children.length > Number(this.words.maxFiles)) row.fail(fill(this.words.textTooMany), false);
      else if (file.size > Number(this.words.maxBytes)) row.fail(this.words.textTooBig, false);
      else row.send();
    }
  }
}

class FileRow {
  constructor(file, owner) {
    this.file = file;
    this.owner = owner;
    this.bar = element("progress", { class: "tp-progress my-1", max: 100, value: 0, "aria-label": file.name });
    this.note = element("span", { class: "tp-small tp-muted", role: "status" });
    this.cancel = element("button", { class: "btn btn-ghost", type: "button" }, owner.words.textCancel);
    this.cancel.addEventListener("click", () => this.stop());
    this.element = element("div", { class: "tp-file" }, element("i", { class: "ti ti-file", "aria-hidden": "true" }),
      element("div", {}, element("b", {}, file.name), this.bar, this.note), this.cancel);
  }

  send() {
    const data = new FormData();
    data.append(this.owner.control.name, this.file, this.file.name);
    const request = this.request = new XMLHttpRequest();
    request.open("POST", this.owner.drop.dataset.upload);
    request.setRequestHeader("RequestVerificationToken", tokenOf(this.owner.drop.closest("form")));
    request.upload.addEventListener("progress", event => {
      if (!event.lengthComputable) return;
      const percent = Math.floor(event.loaded / event.total * 100);
      this.bar.value = percent;
      this.note.textContent = fill(this.owner.words.textProgress, percent);
    });
    request.addEventListener("load", () => this.answered(request));
    request.addEventListener("error", () => this.lost());
    request.send(data);
  }

  answered(request) {
    if (request.status >= 200 && request.status < 300) {
      // The row comes from our own server, encoded there; a parsed document runs no script.
      const made = new DOMParser().parseFromString(request.responseText, "text/html").querySelector(".tp-file");
      if (made) return this.finish(document.adoptNode(made));
    }
    const isSentence = request.status >= 400 && request.status < 500 && request.getResponseHeader("content-type")?.startsWith("text/plain");
    this.fail(isSentence ? request.responseText : this.owner.words.textFailed, !isSentence);
  }

  finish(made) {
    this.element.replaceWith(made);
    this.owner.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** No network: wait for it, then send the whole file again. */
  lost() {
    if (navigator.onLine) return this.fail(this.owner.words.textFailed, true);
    this.note.textContent = this.owner.words.textWaiting;
    this.again = () => this.send();
    addEventListener("online", this.again, { once: true });
  }

  fail(words, canRetry) {
    this.bar.hidden = true;
    this.note.className = "tp-error m-0";
    this.note.textContent = words;
    if (!canRetry) return;
    const retry = element("button", { class: "btn btn-ghost", type: "button" }, this.owner.words.textRetry);
    retry.addEventListener("click", () => {
      retry.remove();
      this.bar.hidden = false;
      this.note.className = "tp-small tp-muted";
      this.send();
    });
    this.cancel.before(retry);
  }

  stop() {
    this.request?.abort();
    if (this.again) removeEventListener("online", this.again);
    this.element.remove();
    this.owner.control.focus();
  }
}
