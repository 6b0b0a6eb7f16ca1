// Keys of the inbox, as the page explains them under ?. Enter opens, because the rows are links.
(() => {
  if (window.bihuanInboxKeys) {
    return;
  }
  window.bihuanInboxKeys = true;
  let lastKey = null;

  const links = () => [...document.querySelectorAll('.inbox .inbox-link')];

  const busy = event =>
    event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented
    || document.querySelector('vaadin-dialog[opened]') !== null
    || event.composedPath().some(node =>
      node instanceof HTMLElement && node.type !== 'checkbox'
      && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)));

  // A row that was drawn anew lost the focus but keeps its key.
  const place = all => all.findIndex(link => link === document.activeElement || link.dataset.key === lastKey);

  const move = step => {
    const all = links();
    if (all.length === 0) {
      return;
    }
    const at = place(all);
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
    all[next].focus();
    all[next].scrollIntoView({ block: 'nearest' });
  };

  const inRow = selector => {
    const all = links();
    all[place(all)]?.closest('.inbox-item').querySelector(selector)?.click();
  };

  const press = name => document.querySelector('.inbox .' + name)?.click();

  const deeds = {
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.querySelector('.inbox .inbox-search')?.focus(),
    '?': () => press('inbox-keys'),
    c: () => inRow('.inbox-claim'),
    x: () => inRow('.inbox-select input'),
    X: () => press('inbox-select-all'),
    v: () => press('inbox-views'),
    e: () => press('inbox-export'),
  };

  document.addEventListener('focusin', event => {
    if (event.target instanceof HTMLElement && event.target.classList.contains('inbox-link')) {
      lastKey = event.target.dataset.key;
    }
  });

  document.addEventListener('keydown', event => {
    const deed = deeds[event.key];
    if (deed && document.querySelector('.inbox') && !busy(event)) {
      event.preventDefault();
      deed();
    }
  });
})();
