// Progressive enhancement only: clocks count down, parts marked data-refresh replace themselves. Pages are whole without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const serverNow = Date.parse(root.dataset.now);
  const speed = Number(root.dataset.speed) || 1;
  const loadedAt = performance.now();
  // The product's time: it may run faster than the browser's, or stand elsewhere.
  const now = () => serverNow + (performance.now() - loadedAt) * speed;

  const unit = (count, name) =>
    new Intl.NumberFormat(root.lang, { style: "unit", unit: name, unitDisplay: "long" }).format(count);
  const length = (milliseconds) => {
    const minutes = Math.max(1, Math.ceil(milliseconds / 60000));
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    return hours === 0 ? unit(rest, "minute") : rest === 0 ? unit(hours, "hour") : `${unit(hours, "hour")} ${unit(rest, "minute")}`;
  };
  const day = 24 * 60 * 60 * 1000;

  const tick = () => {
    if (Number.isNaN(serverNow)) return;
    for (const clock of document.querySelectorAll("[data-due]")) {
      const words = clock.querySelector("[data-distance]");
      if (!words) continue;
      const left = Date.parse(clock.dataset.due) - now();
      const text = Math.abs(left) >= day ? "" : (left > 0 ? root.dataset.in : root.dataset.late).replace("{0}", length(Math.abs(left)));
      if (words.textContent !== text) words.textContent = text;
    }
  };

  // Time left of business time: it runs down only while the calendar is open, of which the server has told the next change.
  const words = (seconds) => {
    const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
    const two = (number) => String(number).padStart(2, "0");
    return hours > 0 ? `${hours} h ${two(minutes)} min` : minutes > 0 ? `${minutes} min ${two(rest)} s` : `${rest} s`;
  };
  const countDown = () => {
    if (Number.isNaN(serverNow)) return;
    for (const clock of document.querySelectorAll("[data-left]")) {
      const { left, runs, at, changes } = clock.dataset;
      const [from, change] = [Date.parse(at), changes ? Date.parse(changes) : Infinity];
      const ran = runs === "1" ? Math.min(now(), change) - from : Math.max(0, now() - change);
      const seconds = Number(left) - Math.max(0, ran) / 1000;
      const late = clock.closest("[data-late-words]")?.dataset.lateWords ?? "{0}";
      const text = seconds > 0 ? words(seconds) : late.replace("{0}", words(-seconds));
      const shown = clock.querySelector("[data-words]");
      if (shown.textContent !== text) shown.textContent = text;
    }
  };

  // What somebody is about to post, or reads in a row that has the focus, is not taken from under their hands.
  const isInUse = (part) => (part.contains(document.activeElement) && !document.activeElement.closest("[data-row]"))
    || part.querySelector(".fold[open]") || [...part.querySelectorAll("textarea")].some((text) => text.value !== text.defaultValue);

  // Every row but the one with the focus is replaced.
  const replaceAround = (held, fresh) => {
    const twin = fresh.querySelector(`[data-row="${held.dataset.row}"]`);
    if (!twin) return;
    for (const other of [...held.parentNode.children]) if (other !== held) other.remove();
    let isBefore = true;
    for (const row of [...twin.parentNode.children]) {
      if (row === twin) isBefore = false;
      else if (isBefore) held.before(row);
      else held.parentNode.append(row);
    }
  };

  const refresh = async (part) => {
    if (document.hidden || isInUse(part)) return;
    try {
      const answer = await fetch(part.dataset.from || location.href, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      delete part.dataset.stale;
      const held = document.activeElement?.closest("[data-row]");
      if (isInUse(part)) return;
      if (fresh && held && part.contains(held)) replaceAround(held, fresh);
      else if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
      tick();
      countDown();
    } catch {
      // The next try may reach the host again; until then the part says that it is old.
      part.dataset.stale = "";
    }
  };

  tick();
  setInterval(tick, Math.max(250, 10000 / speed));
  countDown();
  if (document.querySelector("[data-refresh], [data-left]")) setInterval(countDown, 1000);
  // Heard by the document: it holds for forms that come later, too.
  document.addEventListener("change", event => {
    const form = event.target.closest("form[data-auto]");
    if (!form) return;
    for (const part of document.querySelectorAll("[data-refresh]")) part.setAttribute("aria-busy", "true");
    form.requestSubmit();
  });
  // Keys of the board: j and k move from row to row; the others press what the row with the focus offers.
  const keys = document.getElementById("keys");
  if (keys) {
    const on = document.getElementById("keys-on");
    on.checked = localStorage.getItem("keys") !== "off";
    on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
    const open = document.getElementById("keys-open");
    open.hidden = false;
    open.addEventListener("click", () => keys.showModal());
    document.addEventListener("keydown", (event) => {
      if (!on.checked || keys.open || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
      if (event.key === "?") return keys.showModal();
      const rows = [...document.querySelectorAll("[data-row]")];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = event.key === "j" ? Math.min(at + 1, rows.length - 1) : event.key === "k" ? Math.max(at - 1, 0) : -1;
      const act = at >= 0 && /^[adts]$/.test(event.key) ? rows[at].querySelector(`[data-key="${event.key}"]`) : null;
      if (rows[next]) rows[next].querySelector("a").focus();
      else if (act) act.click();
      else return;
      event.preventDefault();
    });
  }
  for (const part of document.querySelectorAll("[data-refresh][id]"))
    setInterval(() => refresh(part), Number(part.dataset.refresh) * 1000);
})();
