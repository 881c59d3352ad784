
"use strict";
// Shows why: hover, focus or a tap chooses a pair; the panel tells its reasons, the texts mark its
// words, the band between them draws what belongs together. Nothing is loaded and nothing is kept.
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const SVG = "http://www.w3.org/2000/svg";
  const LOOK = 0.35; // how far down a pane the eye is
  const root = document.documentElement;
  const panes = { a: one("#text-a"), b: one("#text-b") };
  const band = one("#links");
  const panel = one("#panel");
  const chosen = one("#chosen");
  const hint = chosen.firstElementChild;
  const help = one("#help");
  const wide = matchMedia("screen and (min-width: 60rem) and (min-height: 28rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const words = (text) => text.split(" ").filter(Boolean);

  const pairs = all(".pair, .leftover-claim").map((card) => ({
    card,
    id: card.id,
    label: card.dataset.label,
    topic: card.dataset.topic,
    a: words(card.dataset.a).map((id) => document.getElementById(id)).filter(Boolean),
    b: words(card.dataset.b).map((id) => document.getElementById(id)).filter(Boolean),
    shown: true,
    places: {},
  }));
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const ofClaim = (claim) => words(claim.dataset.pairs).map((id) => byId.get(id)).filter((pair) => pair?.shown);
  // In the order of side A, as the ids count.
  const steps = pairs.filter((pair) => pair.a.length && pair.b.length)
    .sort((x, y) => x.id.slice(1) - y.id.slice(1));

  let pinned = null;
  let hovered = null;
  let driver = null; // the pane that the reader scrolls
  let chain = []; // pairs in the same order on both sides: what linked scrolling goes by
  let awaited = false;
  let stale = true;

  // --- places ---------------------------------------------------------------------------------

  function measure() {
    for (const side of ["a", "b"]) {
      const start = panes[side].getBoundingClientRect().top - panes[side].scrollTop;
      for (const pair of pairs) {
        const boxes = pair[side].map((claim) => claim.getBoundingClientRect());
        pair.places[side] = {
          top: Math.min(...boxes.map((box) => box.top)) - start,
          end: Math.max(...boxes.map((box) => box.bottom)) - start,
        };
      }
    }
    chain = longestChain(steps.filter((pair) => pair.shown));
    stale = false;
  }

  // Patience sorting: the longest run of pairs that stand in the same order on both sides.
  function longestChain(list) {
    const sorted = [...list].sort((x, y) => x.places.a.top - y.places.a.top || y.places.b.top - x.places.b.top);
    const ends = [];
    const before = new Map();
    for (const pair of sorted) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (ends[middle].places.b.top < pair.places.b.top) low = middle + 1;
        else high = middle;
      }
      before.set(pair, ends[low - 1]);
      ends[low] = pair;
    }
    const found = [];
    for (let pair = ends.at(-1); pair; pair = before.get(pair)) found.unshift(pair);
    return found;
  }

  // --- the band ---------------------------------------------------------------------------------

  function measureSoon() {
    stale = true;
    drawSoon();
  }

  function drawSoon() {
    if (awaited) return;
    awaited = true;
    requestAnimationFrame(() => {
      awaited = false;
      if (stale) measure();
      draw();
    });
  }

  function shape(name, attributes, within) {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    within.append(element);
    return element;
  }

  function draw() {
    if (!wide.matches || root.dataset.view === "list") return;
    const width = band.clientWidth;
    const height = band.clientHeight;
    const current = hovered ?? pinned;
    const fresh = document.createDocumentFragment();
    const knots = [];
    const top = { a: panes.a.scrollTop, b: panes.b.scrollTop };
    const at = (pair, side) => {
      const place = pair.places[side];
      const end = { top: place.top - top[side], end: place.end - top[side] };
      end.inside = end.end > 0 && end.top < height;
      return end;
    };
    const seen = [];
    for (const pair of steps) {
      const ends = { a: at(pair, "a"), b: at(pair, "b") };
      if (pair.shown && (ends.a.inside || ends.b.inside)) seen.push([pair, ends]);
    }
    seen.sort(([x], [y]) => (x === current) - (y === current));
    for (const [pair, ends] of seen) {
      const state = `${pair.label}${pair === current ? " on" : ""}`;
      if (ends.a.inside && ends.b.inside) {
        ribbon(pair, ends, width, state, fresh);
        knots.push([pair, width / 2, (ends.a.top + ends.a.end + ends.b.top + ends.b.end) / 4, state]);
      } else {
        stub(ends, width, state, fresh);
      }
    }
    for (const knot of knots) tie(...knot, fresh);
    band.replaceChildren(fresh);
  }

  function ribbon(pair, { a, b }, width, state, within) {
    const bend = width * 0.45;
    const outline = `M0,${a.top} C${bend},${a.top} ${width - bend},${b.top} ${width},${b.top} `
      + `L${width},${b.end} C${width - bend},${b.end} ${bend},${a.end} 0,${a.end} Z`;
    shape("path", { d: outline, class: `ribbon ${state}`, "data-pair": pair.id }, within);
  }

  // Only one end is in view: a hook shows which way the other lies.
  function stub({ a, b }, width, state, within) {
    const here = a.inside ? a : b;
    const edge = a.inside ? 0 : width;
    const inward = a.inside ? 1 : -1;
    const down = (a.inside ? b : a).top > here.top ? 1 : -1;
    const y = (here.top + here.end) / 2;
    const path = `M${edge},${y} q${inward * 9},0 ${inward * 9},${down * 11} `
      + `m${inward * -3},${down * -3.5} l${inward * 3},${down * 3.5} l${inward * 3},${down * -3.5}`;
    shape("path", { d: path, class: `stub ${state}` }, within);
  }

  function tie(pair, x, y, state, within) {
    if (pair.label === "agree" && !state.endsWith(" on")) return;
    const group = shape("g", { class: `knot ${state}`, transform: `translate(${x},${y})` }, within);
    shape("circle", { r: 9 }, group);
    shape("text", {}, group).textContent = one(".sign", pair.card).textContent;
  }

  // --- choosing ---------------------------------------------------------------------------------

  function show() {
    const pair = hovered ?? pinned;
    all(".on", one("#texts")).forEach((element) => element.classList.remove("on"));
    panel.classList.toggle("open", Boolean(pinned));
    if (!pair) {
      chosen.replaceChildren(hint);
      drawSoon();
      return;
    }
    for (const claim of [...pair.a, ...pair.b]) {
      claim.classList.add("on");
      all("mark", claim).forEach((mark) => mark.classList.toggle("on", words(mark.dataset.pairs).includes(pair.id)));
    }
    const copy = pair.card.cloneNode(true);
    copy.removeAttribute("id");
    copy.classList.add("pair");
    const others = new Set([...pair.a, ...pair.b].flatMap(ofClaim));
    others.delete(pair);
    if (others.size) copy.append(also(others));
    chosen.replaceChildren(copy);
    chosen.scrollTop = 0;
    drawSoon();
  }

  function also(others) {
    const line = document.createElement("p");
    line.className = "also";
    line.append("The same words also stand in ");
    [...others].forEach((pair, number) => {
      const link = document.createElement("a");
      link.href = `#${pair.id}`;
      link.textContent = pair.id;
      line.append(number ? ", " : "", link);
    });
    return line;
  }

  function pin(pair, { keep = null, focus = null } = {}) {
    pinned = pair;
    hovered = null;
    show();
    if (!pair) return;
    setView("texts");
    bring(pair, keep);
    const claim = pair[focus]?.[0];
    if (claim) claim.focus({ preventScroll: true });
  }

  // Brings both ends to one height: that of the side that is kept, else where the eye is.
  function bring(pair, keep) {
    driver = null;
    if (stale) measure();
    if (!wide.matches) {
      if (!keep) pair.a.concat(pair.b)[0]?.scrollIntoView({ block: "start", behavior: "auto" });
      return;
    }
    const height = panes.a.clientHeight;
    let level = height * LOOK;
    if (keep && pair[keep].length) {
      level = pair.places[keep].top - panes[keep].scrollTop;
      level = Math.min(Math.max(level, 24), height - 60);
    }
    const behavior = calm.matches ? "auto" : "smooth";
    for (const side of ["a", "b"]) {
      if (pair[side].length) panes[side].scrollTo({ top: pair.places[side].top - level, behavior });
    }
  }

  function step(by, wanted = () => true) {
    const list = steps.filter((pair) => pair.shown && wanted(pair));
    if (!list.length) return;
    let at = list.indexOf(pinned);
    if (stale) measure();
    if (at < 0) {
      const top = panes.a.scrollTop;
      const from = pinned ? pinned.places.a.top : top;
      at = list.findIndex((pair) => pair.places.a.top > from) - (by > 0 ? 1 : 0);
      if (at < -1) at = by > 0 ? -1 : 0;
    }
    pin(list[(at + by + list.length) % list.length], { focus: sideOfFocus() });
  }

  function sideOfFocus() {
    return panes.b.contains(document.activeElement) ? "b" : "a";
  }

  // Another press on the same claim goes on to its next pair.
  function choose(claim) {
    const found = ofClaim(claim);
    if (!found.length) return;
    const side = panes.a.contains(claim) ? "a" : "b";
    pin(found[(found.indexOf(pinned) + 1) % found.length], { keep: side });
  }

  // --- what is shown ------------------------------------------------------------------------------

  function filter() {
    const off = new Set(all('.count[aria-pressed="false"]').map((button) => button.dataset.label));
    const topic = one("#topic").value;
    for (const pair of pairs) {
      pair.shown = !off.has(pair.label) && (!topic || pair.topic === topic);
      pair.card.hidden = !pair.shown;
    }
    all(".leftover").forEach((title) => {
      const list = title.nextElementSibling;
      title.hidden = list.hidden = !one(".leftover-claim:not([hidden])", list);
    });
    all(".claim").forEach((claim) => {
      const first = ofClaim(claim)[0]; // the gravest comes first
      claim.classList.toggle("off", !first);
      if (first && !claim.matches(`.only, .${first.label}`)) {
        claim.classList.remove("conflict", "diverge", "agree", "unsure", "unrelated");
        claim.classList.add(first.label);
        one(".sign", claim).textContent = one(".sign", first.card).textContent;
        one(".unseen", claim).textContent = `${first.label}: `;
      }
    });
    if (pinned && !pinned.shown) pinned = null;
    show();
    measureSoon();
  }

  function setView(name) {
    root.dataset.view = name;
    one("#view").setAttribute("aria-pressed", String(name === "list"));
    drawSoon();
  }

  function toggleView() {
    setView(root.dataset.view === "list" ? "texts" : "list");
    if (root.dataset.view === "list") one("#pairs").focus();
  }

  function toggleTheme() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    one("#theme").setAttribute("aria-pressed", String(!dark));
  }

  function toggleLink() {
    const on = one("#link").getAttribute("aria-pressed") !== "true";
    one("#link").setAttribute("aria-pressed", String(on));
  }

  function follow(side) {
    if (driver !== side || one("#link").getAttribute("aria-pressed") !== "true" || !chain.length) return;
    const other = side === "a" ? "b" : "a";
    const eye = panes[side].clientHeight * LOOK;
    const place = panes[side].scrollTop + eye;
    const marks = [[0, 0], ...chain.map((pair) => [pair.places[side].top, pair.places[other].top]),
      [panes[side].scrollHeight, panes[other].scrollHeight]];
    let at = 1;
    while (at < marks.length - 1 && marks[at][0] < place) at += 1;
    const [[from, to], [end, target]] = [marks[at - 1], marks[at]];
    const share = end > from ? (place - from) / (end - from) : 0;
    panes[other].scrollTop = to + (target - to) * share - eye;
  }

  // --- events -------------------------------------------------------------------------------------

  function pairAt(target) {
    const found = target.closest?.(".claim, .ribbon");
    if (!found) return null;
    if (found.dataset.pair) return byId.get(found.dataset.pair);
    const list = ofClaim(found);
    return list.includes(pinned) ? pinned : list[0] ?? null;
  }

  // What scrolls below a pointer at rest is not pointed at.
  let rest = "";
  document.addEventListener("pointermove", (event) => {
    const place = `${event.screenX} ${event.screenY}`;
    if (event.pointerType === "touch" || !wide.matches || place === rest) return;
    rest = place;
    const pair = pairAt(event.target);
    if (pair === hovered) return;
    hovered = pair;
    show();
  });
  document.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    const ribbonHit = event.target.closest?.(".ribbon");
    const claim = event.target.closest?.(".claim");
    const link = event.target.closest?.("a[href^='#']");
    if (ribbonHit) pin(byId.get(ribbonHit.dataset.pair));
    else if (claim) {
      event.preventDefault();
      choose(claim);
    } else if (link && !link.classList.contains("skip")) {
      event.preventDefault();
      goTo(link.hash.slice(1), link.closest(".pair, .leftover-claim"));
    } else if (link) setView("list");
  });

  // A link in the panel or the list: to a pair, or to one of the claims of the pair it stands in.
  function goTo(id, card) {
    const pair = byId.get(id) ?? pairs.find((known) => known.card.contains(card) || known.id === card?.dataset.id);
    const claim = byId.has(id) ? null : document.getElementById(id);
    if (pair) pin(pair, { keep: null });
    if (claim) {
      claim.focus({ preventScroll: wide.matches });
      if (!wide.matches) claim.scrollIntoView({ block: "center" });
    }
  }

  document.addEventListener("focusin", (event) => {
    const claim = event.target.closest?.(".claim");
    if (!claim?.matches(":focus-visible")) return;
    const found = ofClaim(claim);
    if (found.length && !found.includes(pinned)) pin(found[0], { keep: panes.a.contains(claim) ? "a" : "b" });
  });

  const actions = {
    n: () => step(1),
    p: () => step(-1),
    c: () => step(1, (pair) => pair.label === "conflict"),
    v: toggleView,
    l: toggleLink,
    t: toggleTheme,
    "?": () => help.showModal(),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    ArrowLeft: () => pinned.a[0]?.focus({ preventScroll: true }),
    ArrowRight: () => pinned.b[0]?.focus({ preventScroll: true }),
  };
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || help.open) return;
    if (event.key !== "?" && event.target.closest?.("select")) return;
    if (event.key === "Escape") {
      if (root.dataset.view === "list") toggleView();
      else if (pinned) pin(null);
      return;
    }
    if (event.key.startsWith("Arrow") && (!pinned || chosen.contains(event.target))) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  for (const side of ["a", "b"]) {
    for (const kind of ["wheel", "pointerdown", "touchstart", "keydown"]) {
      panes[side].addEventListener(kind, () => { driver = side; }, { passive: true });
    }
    panes[side].addEventListener("scroll", () => {
      follow(side);
      drawSoon();
    }, { passive: true });
  }
  one("#previous").addEventListener("click", () => step(-1));
  one("#next").addEventListener("click", () => step(1));
  one("#close").addEventListener("click", () => pin(null));
  one("#view").addEventListener("click", toggleView);
  one("#link").addEventListener("click", toggleLink);
  one("#theme").addEventListener("click", toggleTheme);
  one("#keys").addEventListener("click", () => help.showModal());
  one("#help-close").addEventListener("click", () => help.close());
  one("#topic").addEventListener("change", filter);
  all(".count").forEach((button) => button.addEventListener("click", () => {
    button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
    filter();
  }));

  root.classList.add("js");
  all(".count").forEach((button) => { button.disabled = false; });
  setView("texts");
  new ResizeObserver(measureSoon).observe(panes.a);
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  one("#theme").setAttribute("aria-pressed", String(dark));
  const named = byId.get(decodeURIComponent(location.hash.slice(1)));
  if (named) pin(named);
  drawSoon();
})();
