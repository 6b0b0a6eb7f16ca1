/*
 * Draws the process model of a case inside the elements that ProcessDiagram.java lays out, and marks the way taken.
 * The drawing is scrolled by the browser itself, so that fingers, wheel and arrow keys work as everywhere else.
 */
window.bihuanDiagram = (() => {
  const PADDING = 24;
  const READABLE = 0.85;
  const WHOLE_IF_ABOVE = 0.65;
  const LARGEST = 2.5;
  const STEP = 1.25;

  function within(value, least, most) {
    return Math.min(Math.max(value, least), most);
  }

  function label(words, kind) {
    const element = document.createElement('span');
    element.className = `trace-mark trace-mark-${kind}`;
    element.textContent = words;
    return element;
  }

  function mark(viewer, marks) {
    const canvas = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    const elements = viewer.get('elementRegistry');
    const say = (id, words, kind) =>
      overlays.add(id, {
        position: { top: -12, left: -4 },
        html: label(words, kind),
        scale: { min: 0.75, max: 1.25 },
        show: { minZoom: 0, maxZoom: 100 }
      });

    const known = (id) => elements.get(id) !== undefined;
    const isEnd = (id) => elements.get(id).type === 'bpmn:EndEvent';

    marks.flows.filter(known).forEach((id) => canvas.addMarker(id, 'trace-taken'));
    Object.entries(marks.done)
      .filter(([id]) => known(id) && !marks.current.includes(id) && !marks.brokenOff.includes(id))
      .forEach(([id, times]) => {
        canvas.addMarker(id, 'trace-done');
        if (marks.ended && isEnd(id)) {
          canvas.addMarker(id, 'trace-end');
          say(id, marks.words.end, 'end');
        } else if (times > 1) {
          say(id, `×${times}`, 'done');
        }
      });
    marks.brokenOff.filter(known).forEach((id) => {
      canvas.addMarker(id, 'trace-broken');
      say(id, marks.words.broken, 'broken');
    });
    marks.current.filter(known).forEach((id) => {
      const before = marks.done[id];
      canvas.addMarker(id, 'trace-current');
      say(id, before ? `${marks.words.current} ×${before + 1}` : marks.words.current, 'current');
    });
  }

  /** Scrolling and zooming; the part of the drawing worth seeing first is where the case stands. */
  function look(root, viewer, marks) {
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    const scroller = root.querySelector('.trace-diagram-scroller');
    const sheet = root.querySelector('.trace-diagram-canvas');
    let bounds;
    let scale;
    let chosen = false;

    const whole = () => within(scroller.clientWidth / bounds.width, 0.1, 1.25);

    function zoom(to) {
      const middle = {
        x: (scroller.scrollLeft + scroller.clientWidth / 2) / (scale || to),
        y: (scroller.scrollTop + scroller.clientHeight / 2) / (scale || to)
      };
      scale = within(to, Math.min(whole(), 1), LARGEST);
      sheet.style.width = `${Math.floor(bounds.width * scale)}px`;
      sheet.style.height = `${Math.floor(bounds.height * scale)}px`;
      canvas.resized();
      canvas.viewbox(bounds);
      scroller.scrollLeft = middle.x * scale - scroller.clientWidth / 2;
      scroller.scrollTop = middle.y * scale - scroller.clientHeight / 2;
    }

    function goTo(id) {
      const element = elements.get(id);
      if (element) {
        scroller.scrollLeft =
          (element.x + element.width / 2 - bounds.x) * scale - scroller.clientWidth / 2;
        scroller.scrollTop =
          (element.y + element.height / 2 - bounds.y) * scale - scroller.clientHeight / 2;
      }
    }

    function begin() {
      zoom(whole() >= WHOLE_IF_ABOVE ? whole() : READABLE);
      const last = Object.keys(marks.done).at(-1);
      goTo(marks.current[0] || last);
    }

    const tools = {
      in: () => zoom(scale * STEP),
      out: () => zoom(scale / STEP),
      fit: () => zoom(whole())
    };
    const keys = { '+': tools.in, '=': tools.in, '-': tools.out, 0: tools.fit };

    root.querySelectorAll('[data-zoom]').forEach((button) => {
      button.onclick = () => {
        chosen = true;
        tools[button.dataset.zoom]();
      };
    });
    scroller.onkeydown = (event) => {
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) {
        chosen = true;
        keys[event.key]();
        event.preventDefault();
      }
    };

    // In a tab that is not open yet everything has the size nought: wait until there is a width.
    let width = 0;
    const sizes = new ResizeObserver(() => {
      if (scroller.clientWidth === 0 || scroller.clientWidth === width) {
        return;
      }
      width = scroller.clientWidth;
      if (!bounds) {
        const drawn = canvas.viewbox().inner;
        bounds = {
          x: drawn.x - PADDING,
          y: drawn.y - PADDING,
          width: drawn.width + 2 * PADDING,
          height: drawn.height + 2 * PADDING
        };
      }
      if (!chosen) {
        begin();
      }
    });
    sizes.observe(scroller);
    return sizes;
  }

  function tidy(root) {
    if (root.bihuanDiagram) {
      root.bihuanDiagram.sizes.disconnect();
      root.bihuanDiagram.viewer.destroy();
      root.querySelectorAll('.bjs-powered-by').forEach((logo) => logo.remove());
      delete root.bihuanDiagram;
    }
  }

  function fail(root, problem) {
    console.warn('The process model cannot be drawn', problem);
    root.querySelector('.trace-diagram-frame').hidden = true;
    root.querySelector('.trace-diagram-legend').hidden = true;
    root.querySelector('.trace-diagram-failed').hidden = false;
  }

  async function show(root, model, marks) {
    try {
      tidy(root);
      const sheet = root.querySelector('.trace-diagram-canvas');
      const family = getComputedStyle(root).fontFamily;
      const viewer = new window.BpmnJS({
        container: sheet,
        textRenderer: { defaultStyle: { fontFamily: family }, externalStyle: { fontSize: 12 } }
      });
      await viewer.importXML(model);
      // The words above the drawing tell the same.
      sheet.setAttribute('aria-hidden', 'true');
      mark(viewer, marks);
      // bpmn.io's mark must stay in sight: it belongs to the frame, not to the part that scrolls away.
      const frame = root.querySelector('.trace-diagram-frame');
      sheet.querySelectorAll('.bjs-powered-by').forEach((logo) => frame.append(logo));
      root.bihuanDiagram = { viewer, sizes: look(root, viewer, marks) };
    } catch (problem) {
      fail(root, problem);
    }
  }

  return { show };
})();
