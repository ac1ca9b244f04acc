// Everything here only eases what already works without script. Each module looks for its own data attributes.
import { startAutosave } from "./autosave.js";
import { startConditions } from "./conditions.js";
import { startConfirm } from "./confirm.js";
import { startCopy } from "./copy.js";
import { startCounters } from "./counters.js";
import { startDependent } from "./dependent.js";
import { startErrors } from "./errors.js";
import { startForgetKept } from "./forget-kept.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";
import { startPhrases } from "./phrases.js";
import { startPreferences } from "./preferences.js";
import { startProcess } from "./process.js";
import { startRows } from "./rows.js";
import { startSelection } from "./selection.js";
import { startSubmitGuard } from "./submit.js";
import { startUploads } from "./upload.js";

const modules = [startPreferences, startErrors, startDependent, startConditions, startCounters, startRows, startUploads, startAutosave,
  startSelection, startProcess, startPhrases, startMenus, startKeys, startCopy, startForgetKept, startConfirm, startSubmitGuard];
for (const start of modules) {
  try {
    start(document);
  } catch (error) {
    // One broken module must not take the others with it.
    console.error(error);
  }
}
