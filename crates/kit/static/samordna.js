// Adds to pages that work without it: keeps what is typed, asks before it is lost, keyboard help.
"use strict";

(() => {
  const store = (() => {
    try {
      window.sessionStorage.setItem("samordna", "1");
      return window.sessionStorage;
    } catch {
      return null;
    }
  })();

  // A form's fields are kept in this tab until the form has been sent; nothing secret, nothing hidden.
  const kept = (form) => `form:${location.pathname}:${form.getAttribute("action")}`;
  const fields = (form) =>
    [...form.elements].filter((e) => e.name && !["hidden", "password", "submit", "button"].includes(e.type));

  const write = (form) => {
    if (!store) return;
    const typed = fields(form).map((e) => [e.name, e.value, e.type === "checkbox" || e.type === "radio" ? e.checked : null]);
    try {
      store.setItem(kept(form), JSON.stringify(typed));
    } catch {
      // Full or forbidden: the form works without it.
    }
  };

  const read = (form) => {
    const text = store && store.getItem(kept(form));
    // What the server sent back with a form that was wrong is newer than what we kept.
    if (!text || document.querySelector("[data-focus]")) return;
    let typed;
    try {
      typed = JSON.parse(text);
    } catch {
      return;
    }
    const all = fields(form);
    if (typed.length !== all.length) return;
    all.forEach((e, at) => {
      const [name, value, checked] = typed[at];
      if (name !== e.name) return;
      if (checked === null) e.value = value;
      else e.checked = checked && value === e.value;
    });
  };

  // What was sent and taken is no longer kept; what was not taken is.
  const sent = store && store.getItem("sent");
  if (sent && !document.querySelector("[data-focus], [data-stop]")) store.removeItem(sent);
  if (store) store.removeItem("sent");

  let unsaved = null;
  const guard = (part) => {
    for (const form of part.querySelectorAll("form[data-guard]")) {
      read(form);
      form.addEventListener("input", () => {
        unsaved = form;
        write(form);
      });
      form.addEventListener("samordna:saved", () => {
        if (unsaved === form) unsaved = null;
        if (store) store.removeItem(kept(form));
      });
      form.addEventListener("submit", () => {
        unsaved = null;
        if (store) store.setItem("sent", kept(form));
        // One sending is enough; the button works again if the browser comes back to the page.
        for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-busy", "true");
      });
    }
  };
  const confirmed = (part) => {
    for (const form of part.querySelectorAll("form[data-confirm]")) {
      form.addEventListener("submit", (event) => {
        if (!window.confirm(form.dataset.confirm)) event.preventDefault();
      });
    }
  };
  guard(document);
  confirmed(document);
  // A part of the page that was fetched anew.
  document.addEventListener("samordna:fresh", (event) => {
    guard(event.target);
    confirmed(event.target);
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  // What went wrong is read first.
  const focus = document.querySelector("[data-focus]");
  if (focus) focus.focus();

  // The switcher closes as other menus do.
  for (const menu of document.querySelectorAll("details.switch")) {
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  // Keyboard: ? for help, g and a letter to go, / to search. Never while somebody types; who speaks to the computer
  // can switch it off.
  const off = () => {
    try {
      return window.localStorage.getItem("samordna-keys") === "off";
    } catch {
      return false;
    }
  };
  const help = document.querySelector("template[data-keys-help]");
  let dialog = null;
  const openHelp = () => {
    if (!help) return;
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.append(help.content.cloneNode(true));
      const title = dialog.querySelector("h2");
      title.id = "keys-title";
      dialog.setAttribute("aria-labelledby", "keys-title");
      dialog.querySelector("[data-keys-close]").addEventListener("click", () => dialog.close());
      const toggle = dialog.querySelector("[data-keys-toggle]");
      toggle.addEventListener("change", () => {
        try {
          window.localStorage.setItem("samordna-keys", toggle.checked ? "on" : "off");
        } catch {
          // Not allowed to keep it: the keys stay on.
        }
      });
      document.body.append(dialog);
    }
    dialog.querySelector("[data-keys-toggle]").checked = !off();
    dialog.showModal();
  };
  const line = document.querySelector("[data-keys]");
  if (line) {
    line.hidden = false;
    line.querySelector("[data-keys-open]").addEventListener("click", openHelp);
  }

  const ends = { o: ["/oversikt"], i: ["/insatser"], s: ["/sammantraden"], d: ["/diarium"], p: ["/personer"] };
  let going = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (off()) return;
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    if (Date.now() - going < 1200 && ends[event.key]) {
      const link = [...document.querySelectorAll(".main-nav a")].find((a) =>
        ends[event.key].some((end) => a.getAttribute("href").endsWith(end)),
      );
      going = 0;
      if (link) link.click();
    } else if (event.key === "g") {
      going = Date.now();
    } else if (event.key === "?") {
      openHelp();
    } else if (event.key === "/") {
      const search = document.querySelector("[data-filter]");
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
  });
})();
