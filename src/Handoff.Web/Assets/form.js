// For forms of other sites: posts them with how the visitor came. Keeps nothing before handoff.consent(true).
(() => {
  "use strict";
  const place = "handoff";
  const names = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id",
    "gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "li_fat_id", "ttclid", "twclid"];

  const touch = {};
  const asked = new URLSearchParams(location.search);
  for (const name of names) if (asked.get(name)) touch[name] = asked.get(name).slice(0, 500);
  try {
    const from = new URL(document.referrer);
    if (from.host !== location.host) touch.referrer = from.origin;
  } catch { /* There is none. */ }
  const came = Object.keys(touch).length > 0;
  touch.landing_page = location.origin + location.pathname;

  let kept = null;
  window.handoff = {
    // Yes: the first and the last touch are kept on this device. No: what was kept is gone.
    consent(yes) {
      try {
        kept = null;
        if (yes !== true) return localStorage.removeItem(place);
        const before = JSON.parse(localStorage.getItem(place) || "null");
        kept = { first: before?.first || touch, last: came || !before?.last ? touch : before.last };
        localStorage.setItem(place, JSON.stringify(kept));
      } catch { /* The device keeps nothing. */ }
    },
    // Posts a copy of a form that goes elsewhere to the address in its data-handoff; for scripts that send a form themselves.
    send(form) {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form))
        if (typeof value === "string" && !form.querySelector(`[type=password][name="${CSS.escape(name)}"]`)) body.append(name, value);
      for (const [name, value] of traces()) if (!body.has(name)) body.append(name, value);
      return fetch(form.dataset.handoff, { method: "POST", mode: "no-cors", keepalive: true, body });
    },
  };

  const traces = () => [
    ["handoff_filled", String(Math.round(performance.now()))],
    ["page_url", location.origin + location.pathname],
    ...Object.entries(kept?.last || touch),
    ...Object.entries(kept?.first || {}).map(([name, value]) => ["first_" + name, value]),
  ];
  const fill = (form, name, value) => {
    let field = form.querySelector(`[name="${name}"]`);
    if (field && !field.hasAttribute("data-handoff-field")) return;
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.setAttribute("data-handoff-field", "");
      form.append(field);
    }
    field.value = value;
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const to = form.getAttribute("data-handoff");
    const action = form.getAttribute("action");
    const isOurs = to === "" || (action || "").includes("/api/leads/");
    if (event.defaultPrevented || (!isOurs && !to)) return;
    if (form.hasAttribute("data-handoff-sent")) return event.preventDefault();
    form.setAttribute("data-handoff-sent", "");
    // It goes its own way, with a copy to us.
    if (!isOurs && action !== null) return void window.handoff.send(form).catch(() => {});
    if (!isOurs) {
      form.setAttribute("action", to);
      form.method = "post";
    }
    for (const [name, value] of traces()) fill(form, name, value);
  });
  // Who goes back may send the form again.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-handoff-sent]")) form.removeAttribute("data-handoff-sent");
  });
})();
