// Shows the code of the moment and how long it still works. Times are the portal's: the phone's clock may be wrong.

/** A code is not begun in its last seconds: the reader at the venue takes some. */
const leastLeft = 3000;

export class Turns {
  constructor(root, turnSeconds, now, onTurn = () => { }) {
    this.turn = turnSeconds * 1000;
    this.now = now;
    this.onTurn = onTurn;
    this.codes = [];
    this.current = null;
    this.panel = root.querySelector("[data-code]");
    this.usedUp = root.querySelector("[data-used-up]");
    this.drawing = this.panel.querySelector("svg");
    this.clock = this.panel.querySelector("[data-code-clock]");
    this.left = this.panel.querySelector("[data-code-left]");
  }

  /** The code that the page came with stays until its turn is over. */
  begin(from) {
    this.current = from ? { from } : null;
    this.clock.max = this.turn / 1000;
    this.clock.hidden = this.left.hidden = false;
    this.tick();
    setInterval(() => this.tick(), 1000);
  }

  /** Has new codes from now on. */
  take(codes) {
    this.codes = codes;
    this.tick();
  }

  tick() {
    const now = this.now();
    if (!this.current || this.endOf(this.current) <= now) this.next(now);
    this.panel.hidden = !this.current;
    this.usedUp.hidden = !!this.current;
    if (!this.current) return;
    const seconds = Math.min(this.turn / 1000, Math.ceil((this.endOf(this.current) - now) / 1000));
    this.clock.value = seconds;
    this.left.textContent = this.left.dataset.words.replace("{0}", seconds);
  }

  next(now) {
    const had = this.current;
    this.current = this.codes.find(code => this.endOf(code) > now + leastLeft) ?? null;
    if (this.current) {
      this.drawing.setAttribute("viewBox", `0 0 ${this.current.size} ${this.current.size}`);
      this.drawing.querySelector("path").setAttribute("d", this.current.path);
      this.drawing.dataset.codeFrom = this.current.from;
    }
    if (had) this.onTurn();
  }

  endOf(code) {
    return Date.parse(code.from) + this.turn;
  }
}
