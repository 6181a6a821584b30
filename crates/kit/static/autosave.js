// Saves a form while it is written, where it says at which address, and tells how it went in its line.
"use strict";

(() => {
  // So long after the last key.
  const PAUSE = 3000;
  const begin = (form) => {
    const line = form.querySelector("[data-autosave-line]");
    const version = form.elements.namedItem("version");
    if (!line || !version) return;
    let timer = 0;
    let saving = null;
    let stopped = false;
    const save = async () => {
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
        });
        const told = await answer.json();
        if (answer.ok) {
          version.value = told.version;
          form.dispatchEvent(new CustomEvent("samordna:saved"));
        }
        // Somebody else was first: what to do is decided by who writes, when they save.
        if (answer.status === 409) stopped = true;
        line.textContent = told.says;
      } catch {
        line.textContent = line.dataset.failed;
      }
    };
    const soon = () => {
      window.clearTimeout(timer);
      if (stopped) return;
      timer = window.setTimeout(async () => {
        if (saving) return soon();
        saving = save();
        await saving;
        saving = null;
      }, PAUSE);
    };
    form.addEventListener("input", soon);
    form.addEventListener(
      "submit",
      (event) => {
        window.clearTimeout(timer);
        if (!saving) return;
        // What is on its way lands first, so that the form stands on it.
        event.preventDefault();
        event.stopImmediatePropagation();
        saving.then(() => {
          saving = null;
          form.requestSubmit(event.submitter);
        });
      },
      { capture: true },
    );
  };
  const all = (part) => part.querySelectorAll("form[data-autosave]").forEach(begin);
  all(document);
  // A part of the page that was fetched anew.
  document.addEventListener("samordna:fresh", (event) => all(event.target));
})();
