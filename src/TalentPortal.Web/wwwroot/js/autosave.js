// form[data-autosave="url"]: saves while people type. Nothing typed is lost: what could not be sent is kept on this device and sent
// again. The server answers 2xx, perhaps with { savedAt, revision } (savedAt as it is to be shown); 409 when the draft was changed
// elsewhere.
import { tokenOf, fill, element } from "./forms.js";

const delayMs = 1500;
const longestRetryMs = 60000;
const prefix = "tp-draft:";
const neverKept = "[type=password], [type=file], [type=submit], [type=button], [name=__RequestVerificationToken], [data-no-backup]";

export function startAutosave(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) new Autosave(form).start();
  // Signing out leaves nothing on a shared computer.
  root.addEventListener("click", event => {
    if (event.target.closest?.("[data-sign-out]")) forgetAll();
  });
}

function forgetAll() {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.state = form.querySelector("[data-save-state]");
    this.key = prefix + (form.dataset.autosaveKey ?? location.pathname);
    this.version = 0;
    this.savedVersion = 0;
    this.retryMs = 2000;
  }

  start() {
    this.offerBackup();
    this.form.addEventListener("input", () => this.changed());
    this.form.addEventListener("change", () => this.changed());
    this.form.addEventListener("submit", event => this.leave(event));
    addEventListener("online", () => { if (this.isDirty) this.save(); });
    addEventListener("pageshow", () => { this.isLeaving = false; });
    addEventListener("beforeunload", event => { if (this.isDirty && !this.isLeaving) event.preventDefault(); });
    document.addEventListener("visibilitychange", () => { if (document.hidden && this.isDirty) this.save(); });
  }

  get isDirty() { return this.version !== this.savedVersion; }

  // The form would meet a save under way as somebody else's: it waits for it, and goes with the revision that it brings.
  leave(event) {
    clearTimeout(this.timer);
    this.backUp();
    this.isLeaving = true;
    if (!this.saving) return;
    event.preventDefault();
    this.saving.then(() => this.form.requestSubmit(event.submitter));
  }

  changed() {
    this.isLeaving = false;
    this.version++;
    this.backUp();
    this.schedule(delayMs);
  }

  schedule(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), ms);
  }

  async save() {
    clearTimeout(this.timer);
    if (this.saving || this.isConflict || this.isLeaving) return;
    const version = this.version;
    this.saving = this.send(version);
    await this.saving;
    this.saving = null;
    if (this.version !== version && !this.isConflict && !this.isLeaving) this.schedule(delayMs);
  }

  async send(version) {
    this.show("saving");
    try {
      const answer = await fetch(this.form.dataset.autosave, {
        method: "POST",
        body: this.body(),
        headers: { RequestVerificationToken: tokenOf(this.form), "X-Requested-With": "autosave" },
        credentials: "same-origin",
        redirect: "error",
      });
      if (answer.status === 409) return this.conflict();
      if (!answer.ok) throw new Error(`Saving answered ${answer.status}.`);
      await this.saved(answer, version);
    } catch {
      this.show("failed");
      this.schedule(this.retryMs);
      this.retryMs = Math.min(this.retryMs * 2, longestRetryMs);
    }
  }

  body() {
    const data = new FormData(this.form);
    // Files travel on their own.
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  }

  async saved(answer, version) {
    const facts = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
    const revision = this.form.querySelector("[data-revision]");
    if (revision && facts.revision != null) revision.value = facts.revision;
    this.savedVersion = version;
    this.retryMs = 2000;
    if (!this.isDirty) localStorage.removeItem(this.key);
    this.show("saved", facts.savedAt ?? new Date().toTimeString().slice(0, 5));
  }

  conflict() {
    this.isConflict = true;
    this.show("conflict");
  }

  show(state, at) {
    if (!this.state) return;
    const icons = { saved: "cloud-check", saving: "cloud-up", failed: "cloud-off", conflict: "alert-circle" };
    this.state.dataset.saveState = state;
    this.state.querySelector("i").className = `ti ti-${icons[state]}`;
    this.state.querySelector("[data-save-words]").textContent = fill(this.state.dataset[state], at);
  }

  values() {
    const kept = [];
    for (const control of this.form.elements) {
      if (!control.name || control.matches(neverKept) || control.type === "hidden") continue;
      const isBox = control.type === "checkbox" || control.type === "radio";
      kept.push([control.name, isBox ? control.value : null, isBox ? control.checked : control.value]);
    }
    return kept;
  }

  backUp() {
    try {
      localStorage.setItem(this.key, JSON.stringify(this.values()));
    } catch {
      // A full or forbidden store: the server copy still counts.
    }
  }

  offerBackup() {
    const kept = localStorage.getItem(this.key);
    if (!kept || !this.state) return;
    const values = JSON.parse(kept);
    if (JSON.stringify(this.values()) === kept) {
      localStorage.removeItem(this.key);
      return;
    }
    const restore = element("button", { class: "btn", type: "button" }, this.state.dataset.restore);
    const discard = element("button", { class: "btn btn-ghost", type: "button" }, this.state.dataset.discard);
    const note = element("div", { class: "tp-note mb-4", "data-kind": "warn", role: "status" },
      element("strong", {}, this.state.dataset.found), element("div", { class: "tp-row mt-2" }, restore, discard));
    restore.addEventListener("click", () => { this.restore(values); note.remove(); });
    discard.addEventListener("click", () => { localStorage.removeItem(this.key); note.remove(); });
    this.form.prepend(note);
  }

  restore(values) {
    for (const [name, box, value] of values) {
      const control = [...this.form.elements].find(c => c.name === name && (box === null || c.value === box));
      if (!control || control.readOnly) continue;
      if (box === null) control.value = value;
      else control.checked = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}
