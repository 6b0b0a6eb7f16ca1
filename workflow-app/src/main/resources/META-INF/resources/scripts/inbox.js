// Keys of the inbox: j and k move, / searches, ? explains. Enter opens, because the rows are links.
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
      node instanceof HTMLElement && (node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName)));

  const move = step => {
    const all = links();
    if (all.length === 0) {
      return;
    }
    // A row that was drawn anew lost the focus but keeps its key.
    const at = all.findIndex(link => link === document.activeElement || link.dataset.key === lastKey);
    const next = at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step));
    all[next].focus();
    all[next].scrollIntoView({ block: 'nearest' });
  };

  const deeds = {
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.querySelector('.inbox .inbox-search')?.focus(),
    '?': () => document.querySelector('.inbox .inbox-keys')?.click(),
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
