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

  const refresh = async (part) => {
    if (document.hidden || part.contains(document.activeElement)) return;
    try {
      const answer = await fetch(part.dataset.from || location.href, { credentials: "same-origin", cache: "no-store" });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
      tick();
    } catch {
      // The next try may reach the host again.
    }
  };

  tick();
  setInterval(tick, Math.max(250, 10000 / speed));
  for (const part of document.querySelectorAll("[data-refresh][id]"))
    setInterval(() => refresh(part), Number(part.dataset.refresh) * 1000);
})();
