// Adds to allocation's pages, which work without it. The calculator answers at once: the form's own address is asked for, and its live regions are put in place here.
"use strict";

// A search that goes on says how far it has come; when it is over its page is another, and is shown.
(() => {
  const again = () => {
    const region = document.querySelector("[data-again]");
    if (!region) return;
    setTimeout(async () => {
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const news = page.querySelector("[data-again]");
        if (!news) {
          location.reload();
          return;
        }
        region.replaceChildren(...news.childNodes);
      } catch {
        // Out of reach for a moment: asked again.
      }
      again();
    }, Number(region.dataset.again) * 1000);
  };
  again();
})();

(() => {
  const form = document.querySelector("form[data-recount]");
  if (!form) return;
  const failed = document.querySelector("[data-failed]");
  const results = document.querySelector("#resultat");

  // Sliders stand beside their fields; the field is what is sent.
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const worth = { tkr: 1e3, mnkr: 1e6, mkr: 1e6 };
  const number = (text) => {
    const [, digits, unit] = /^([\d\s,.]*)(\D*)$/.exec(text.trim()) ?? [];
    const value = Number((digits ?? "").replace(/\s/g, "").replace(",", "."));
    return digits && Number.isFinite(value) ? value * (worth[(unit ?? "").trim()] ?? 1) : null;
  };
  const sliders = () => [...form.querySelectorAll("[data-slider]")];
  const show = () => sliders().forEach((slider) => { slider.hidden = false; });
  show();
  const follow = (target) => {
    for (const slider of sliders()) {
      const field = document.getElementById(slider.dataset.slider);
      if (target === slider) field.value = grouped(slider.value);
      else if (target === field && number(field.value) !== null) slider.value = number(field.value);
    }
  };

  // What a region has open, and where the focus is in it, is the same after as before.
  const put = (from, region) => {
    const news = from.getElementById(region.id);
    if (!news) return;
    const open = [...region.querySelectorAll("details[open][id]")].map((it) => it.id);
    const at = region.contains(document.activeElement) ? document.activeElement : null;
    const scrolled = [...region.querySelectorAll(".table")].map((table) => table.scrollLeft);
    region.replaceChildren(...news.childNodes);
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    region.querySelectorAll(".table").forEach((table, place) => { table.scrollLeft = scrolled[place] ?? 0; });
    if (!at) return;
    const same = at.id ? document.getElementById(at.id)
      : [...region.querySelectorAll("a[href]")].find((a) => a.textContent === at.textContent);
    same?.focus({ preventScroll: true });
  };

  // Fields are never replaced while somebody types in them, so they are told when they are wrong.
  const mark = () => {
    const wrong = [...document.querySelectorAll("#fel a[href^='#']")].map((a) => a.hash.slice(1));
    for (const field of form.querySelectorAll("input[id], select[id]")) {
      if (wrong.includes(field.id)) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
    return wrong.length > 0;
  };

  let latest = 0;
  let waiting = null;
  const ask = async (address, kinds, keep) => {
    latest += 1;
    const mine = latest;
    waiting?.abort();
    waiting = new AbortController();
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: waiting.signal, headers: { Accept: "text/html" } });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      // Only the answer to the last question counts.
      if (mine !== latest) return false;
      if (!page.getElementById("resultat")) {
        // Something else than the calculator came, such as a page to log in on.
        location.assign(address);
        return false;
      }
      for (const region of document.querySelectorAll("[data-live]")) {
        if (region.isConnected && kinds.includes(region.dataset.live)) put(page, region);
      }
      show();
      const wrong = mark();
      history[keep && !wrong ? "pushState" : "replaceState"](null, "", document.querySelector("[data-address]")?.dataset.address ?? address);
      failed.hidden = true;
      return !wrong;
    } catch (error) {
      if (error.name !== "AbortError" && mine === latest) failed.hidden = false;
      return false;
    } finally {
      if (mine === latest) results.removeAttribute("aria-busy");
    }
  };

  const written = (button) => {
    const pairs = [...new FormData(form)].filter(([, value]) => value !== "");
    if (button?.name) pairs.push([button.name, button.value]);
    return `${form.getAttribute("action")}?${new URLSearchParams(pairs)}`;
  };

  let later = null;
  form.addEventListener("input", (event) => {
    const { target } = event;
    follow(target);
    const parts = target.id === "dela";
    // A change that is being filled in says nothing before it is added.
    if (target.closest(".adding") && !parts) return;
    const kinds = [""];
    if (parts) kinds.push("parts");
    // With another county or another way to reckon, there are other fields and other associations to choose from.
    if (["lan", "underlag"].includes(target.name)) kinds.push("model", "settled");
    clearTimeout(later);
    later = setTimeout(() => ask(written(), kinds, false), 80);
  });

  const settle = async (address) => {
    clearTimeout(later);
    const fine = await ask(address, ["", "settled"], true);
    const focus = fine ? document.getElementById("andring") : document.querySelector("#fel [data-focus]");
    focus?.focus();
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (event.submitter?.name) settle(written(event.submitter));
    else {
      clearTimeout(later);
      ask(written(), [""], false).then((fine) => fine || document.querySelector("#fel [data-focus]")?.focus());
    }
  });
  form.addEventListener("click", (event) => {
    const link = event.target.closest("#andringar a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    settle(link.href);
  });
  window.addEventListener("popstate", () => location.reload());
})();
