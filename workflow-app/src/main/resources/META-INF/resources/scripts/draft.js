// Texts of marked fields, from the keystroke until the server has them: what a lost connection would lose. The server
// says what it has; the rest is offered when the page is opened again. Kept for a day, gone when signed out.
(() => {
  if (window.bihuanDrafts) {
    return;
  }
  const PREFIX = 'bihuan.draft.';
  const KEPT = 24 * 60 * 60 * 1000;

  const read = name => {
    try {
      const kept = JSON.parse(localStorage.getItem(PREFIX + name));
      return kept && Date.now() - kept.at < KEPT ? kept.texts : {};
    } catch (e) {
      return {};
    }
  };

  const write = (name, texts) => {
    try {
      if (Object.keys(texts).length > 0) {
        localStorage.setItem(PREFIX + name, JSON.stringify({ at: Date.now(), texts }));
      } else {
        localStorage.removeItem(PREFIX + name);
      }
    } catch (e) {
      // without storage only the server keeps drafts
    }
  };

  const sweep = () => {
    try {
      Object.keys(localStorage)
        .filter(key => key.startsWith(PREFIX))
        .map(key => key.slice(PREFIX.length))
        .filter(name => Object.keys(read(name)).length === 0)
        .forEach(name => write(name, {}));
    } catch (e) {
      // nothing was kept
    }
  };

  document.addEventListener('input', event => {
    const field = event.target instanceof Element ? event.target.closest('[data-draft]') : null;
    if (field && typeof event.target.value === 'string') {
      write(field.dataset.draft, { ...read(field.dataset.draft), [field.id]: event.target.value });
    }
  }, true);

  window.bihuanDrafts = {
    unsent: read,
    saved: (name, texts) =>
      write(name, Object.fromEntries(Object.entries(read(name)).filter(([id, text]) => texts[id] !== text))),
    forget: name => write(name, {}),
  };
  sweep();
})();
