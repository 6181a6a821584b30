// A page of a meeting that is held: hears that there is something new, and fetches itself again. What it hears is a number.
"use strict";

(() => {
  const region = () => document.querySelector("[data-live]");
  const news = document.querySelector("[data-live-news]");
  if (!region() || !window.EventSource) return;

  const SILENT = 40000;
  let source = null;
  let heard = Date.now();
  let newest = region().dataset.number;
  let fetching = false;

  // Nothing moves under somebody who is about to choose or write.
  const written = (e) =>
    e.type === "checkbox" || e.type === "radio" ? e.checked !== e.defaultChecked
    : e.options ? [...e.options].some((o) => o.selected !== o.defaultSelected)
    : e.type !== "hidden" && "defaultValue" in e && e.value !== e.defaultValue;
  const busy = () => {
    const here = region();
    const on = document.activeElement;
    return (on !== here && here.contains(on)) || [...here.querySelectorAll("input, textarea, select")].some(written);
  };

  const show = async () => {
    if (fetching || newest === region().dataset.number) return;
    if (busy()) {
      news.hidden = false;
      return;
    }
    fetching = true;
    try {
      const answer = await fetch(location.pathname + location.search, { headers: { accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live]");
      if (!answer.ok || answer.redirected || !fresh) {
        // The meeting is over, or somebody has logged out: the whole page is another one.
        stop();
        news.hidden = false;
      } else if (busy()) {
        news.hidden = false;
      } else {
        region().replaceWith(document.adoptNode(fresh));
        news.hidden = true;
        fresh.dispatchEvent(new CustomEvent("samordna:fresh", { bubbles: true }));
      }
    } catch {
      // Away for the moment: the next number asks again.
    }
    fetching = false;
  };

  const stop = () => {
    if (source) source.close();
    source = null;
  };
  const listen = () => {
    stop();
    if (document.hidden) return;
    heard = Date.now();
    source = new EventSource(region().dataset.live);
    source.addEventListener("version", (event) => {
      heard = Date.now();
      newest = event.data;
      show();
    });
  };

  // Only a page that is seen holds a connection; one that has slept, or hears nothing, begins again.
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) listen();
  });
  window.addEventListener("pagehide", stop);
  document.addEventListener("focusout", () => setTimeout(show));
  setInterval(() => {
    if (source && Date.now() - heard > SILENT) listen();
  }, 5000);
  listen();
})();
