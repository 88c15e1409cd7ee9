/**
 * The page as a function of what is known. A view describes itself with `h`, and `patch` makes the document so,
 * touching only what differs.
 *
 *     h('button', { class: 'primary', onclick: save, 'aria-pressed': on }, icon('tick'), t('save'))
 *     patch(container, [vnode, …])
 *
 * - Children: vnodes, strings and numbers (always text, never markup), arrays, DOM nodes of one's own; null, false
 *   and undefined are left out.
 * - `key`: keyed siblings keep their nodes. The node that holds the focus is never moved: the others move around it,
 *   so typing and IME composition are undisturbed.
 * - `on…` functions are listeners (any event name in lower case). `created(node)` runs once the node is in the
 *   document, `drawn(node)` then and after every later drawing, `removed(node)` when it has left.
 * - A field that has the focus is its typist's: no drawing writes `value` there, whatever the news. Only an act of the
 *   page itself does (a line was sent and is emptied, words were brought back): it says so with another `revision`.
 *   Elsewhere `value` and `checked` are written when they differ from the field's.
 * - `style` is an object of properties (`{ '--x': … }` too): the strict CSP forbids the attribute.
 * - A browser's translator wraps texts in elements of its own. Where something is to change, what it wrapped is taken
 *   back first: the page is the true one, not the translated one.
 * - `memo(key, build, …given)` builds its vnode, and all within it, only when what `build` is given is another, or what it
 *   has read has changed (core/source.js): use it for rows of long lists. `build` is a function of its module: whatever it
 *   is not given and does not read from a source it knows nothing of.
 */
import { Notes } from '../core/source.js';

const SVG = 'http://www.w3.org/2000/svg';
const LISTENERS = Symbol('listeners');
const CONTENT = Symbol('content');
const NOTHING = Object.freeze([]);
const OURS = new Set(['key', 'created', 'drawn', 'removed', 'value', 'revision']);
const FORBIDDEN = new Set(['innerHTML', 'outerHTML', 'srcdoc']);

export function h(tag, props, ...children) {
  return { tag, props: props ?? {}, key: props?.key, children };
}

export function memo(key, build, ...given) {
  return { memo: build, given, key };
}

/** Makes `parent` contain exactly `vnodes`. Afterwards runs what asked to be run once in the document. */
export function patch(parent, vnodes) {
  const work = { created: [] };
  reconcile(parent, parent[CONTENT] ?? NOTHING, flat(vnodes), parent.namespaceURI === SVG, work);
  for (const run of work.created) run();
}

/**
 * Forgets what was drawn in `parent` and empties it: after a drawing that threw half way, nothing there is what it is
 * taken for.
 */
export function wipe(parent) {
  for (const vnode of parent[CONTENT] ?? NOTHING) {
    try {
      depart(vnode);
    } catch {
      // What it would have tidied may never have been there.
    }
  }
  parent[CONTENT] = NOTHING;
  parent.replaceChildren();
}

function flat(children, out = []) {
  for (const child of Array.isArray(children) ? children : [children]) {
    if (child === null || child === undefined || child === false || child === true) continue;
    if (Array.isArray(child)) flat(child, out);
    else if (typeof child === 'object') out.push(child instanceof Node ? { own: child, key: child } : child);
    else out.push({ text: String(child) });
  }
  return out;
}

/** What stands at both ends as it stood is updated in its place; only what lies between is matched and moved. */
function reconcile(parent, before, after, svg, work) {
  let from = 0;
  let end = after.length;
  let last = before.length;
  while (from < end && from < last && before[from].key === after[from].key && alike(before[from], after[from])) {
    update(before[from], after[from], svg, work, parent);
    from += 1;
  }
  while (
    from < end && from < last && after[end - 1].key !== undefined &&
    before[last - 1].key === after[end - 1].key && alike(before[last - 1], after[end - 1])
  ) {
    end -= 1;
    last -= 1;
    update(before[last], after[end], svg, work, parent);
  }
  if (from < end || from < last) {
    if (before.some(({ node }) => node.parentNode !== parent)) reclaim(parent, before);
    const place = after[end]?.node ?? null;
    rearrange(parent, before.slice(from, last), after.slice(from, end), place, svg, work);
  }
  parent[CONTENT] = after;
}

function rearrange(parent, before, after, place, svg, work) {
  const keyed = new Map();
  const loose = [];
  for (const old of before) old.key !== undefined ? keyed.set(old.key, old) : loose.push(old);

  let next = 0;
  const reused = new Set();
  const olds = after.map((fresh) => {
    let old;
    if (fresh.key !== undefined) {
      old = keyed.get(fresh.key);
    } else {
      // Unkeyed siblings match in order, over those that are of another sort; one that was passed over is not lost.
      for (let n = 0; n < loose.length; n++) {
        const i = (next + n) % loose.length;
        if (reused.has(loose[i]) || !alike(loose[i], fresh)) continue;
        old = loose[i];
        next = i + 1;
        break;
      }
    }
    if (!old || reused.has(old) || !alike(old, fresh)) return null;
    reused.add(old);
    return old;
  });
  for (const old of before) if (!reused.has(old)) discard(old);

  after.forEach((
    fresh,
    n,
  ) => (olds[n] ? update(olds[n], fresh, svg, work, parent) : (fresh.node = create(fresh, svg, work))));

  const staying = stationary(parent, before, olds);
  for (let n = after.length - 1; n >= 0; n--) {
    const node = after[n].node;
    if (!olds[n] || !staying.has(olds[n])) parent.insertBefore(node, place);
    place = node;
  }
}

/** The page's own nodes, and no other's, in their order: a translator has put its elements in the place of texts. */
function reclaim(parent, content) {
  const own = new Set(content.map(({ node }) => node));
  for (const child of [...parent.childNodes]) if (!own.has(child)) child.remove();
  let place = null;
  for (const { node } of [...content].reverse()) {
    if (node.parentNode !== parent) parent.insertBefore(node, place);
    place = node;
  }
}

/** The largest set of reused nodes that need not move; one that holds the focus is always in it. */
function stationary(parent, before, olds) {
  const position = new Map(before.map((old, n) => [old, n]));
  const wanted = olds.map((old) => (old ? position.get(old) : -1));
  const active = document.activeElement;
  const near = active && active !== document.body && parent.contains(active);
  const focused = near ? wanted.findIndex((n) => n >= 0 && before[n].node?.contains?.(active)) : -1;
  const middle = wanted[focused];
  const fits = (n, i) => n >= 0 && (focused < 0 || (i < focused ? n < middle : i > focused ? n > middle : true));
  return new Set(longestRise(wanted.map((n, i) => (fits(n, i) ? n : -1))).map((n) => before[n]));
}

/** A longest increasing subsequence of the numbers that are not negative. */
export function longestRise(numbers) {
  const ends = [];
  const previous = new Map();
  for (const n of numbers) {
    if (n < 0) continue;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      ends[middle] < n ? (low = middle + 1) : (high = middle);
    }
    if (low > 0) previous.set(n, ends[low - 1]);
    ends[low] = n;
  }
  const rise = [];
  for (let n = ends.at(-1); n !== undefined; n = previous.get(n)) rise.push(n);
  return rise.reverse();
}

function alike(old, fresh) {
  // A remembered part may turn into a plain one and back (a row that is opened): the node, and the focus in it, stay.
  if (fresh.memo) return Boolean(old.memo) || (old.key !== undefined && old.tag !== undefined);
  const was = old.memo ? old.built : old;
  if (fresh.own) return was.own === fresh.own;
  if (fresh.text !== undefined) return was.text !== undefined;
  return was.tag === fresh.tag && was.props?.type === fresh.props?.type && (!old.memo || fresh.key !== undefined);
}

function create(vnode, svg, work) {
  if (vnode.own) return vnode.own;
  if (vnode.text !== undefined) return document.createTextNode(vnode.text);
  if (vnode.memo) return build(vnode, () => create(vnode.built, svg, work));
  const inSVG = svg || vnode.tag === 'svg';
  const node = inSVG ? document.createElementNS(SVG, vnode.tag) : document.createElement(vnode.tag);
  const content = (node[CONTENT] = flat(vnode.children));
  for (const child of content) node.insertBefore(child.node = create(child, inSVG, work), null);
  for (const name in vnode.props) set(node, name, vnode.props[name], undefined);
  if (vnode.props.value !== undefined) fill(node, vnode.props.value);
  if (vnode.props.created) work.created.push(() => vnode.props.created(node));
  if (vnode.props.drawn) work.created.push(() => vnode.props.drawn(node));
  return node;
}

function update(old, fresh, svg, work, parent) {
  fresh.node = old.node;
  if (fresh.own) return;
  if (fresh.text !== undefined) {
    if (old.text === fresh.text) return;
    if (fresh.node.parentNode !== parent) reclaim(parent, parent[CONTENT]);
    fresh.node.nodeValue = fresh.text;
    return;
  }
  const was = old.memo ? old.built : old;
  if (fresh.memo) {
    if (old.memo && isGivenTheSame(old, fresh) && old.notes.hold) {
      fresh.built = was;
      fresh.notes = old.notes;
      fresh.notes.tell();
      return;
    }
    fresh.node = build(fresh, () => replace(old, was, fresh.built, svg, work, parent));
    return;
  }
  const inSVG = svg || fresh.tag === 'svg';
  reconcile(fresh.node, fresh.node[CONTENT] ?? NOTHING, flat(fresh.children), inSVG, work);
  for (const name in was.props) if (!(name in fresh.props)) set(fresh.node, name, undefined, was.props[name]);
  for (const name in fresh.props) set(fresh.node, name, fresh.props[name], was.props[name]);
  const { value, revision } = fresh.props;
  const mayWrite = value !== undefined && (revision !== was.props.revision || fresh.node !== document.activeElement);
  if (mayWrite) fill(fresh.node, value);
  if (fresh.props.drawn) work.created.push(() => fresh.props.drawn(fresh.node));
}

/** Builds a remembered part, with all that stands in it: `stand` brings it to the page and returns its node. */
function build(vnode, stand) {
  vnode.notes = new Notes();
  const node = vnode.notes.take(() => {
    vnode.built = vnode.memo(...vnode.given);
    return (vnode.built.node = stand());
  });
  vnode.notes.tell();
  return node;
}

const isGivenTheSame = (old, fresh) =>
  old.memo === fresh.memo && old.given.length === fresh.given.length &&
  fresh.given.every((one, n) => Object.is(one, old.given[n]));

function replace(old, was, built, svg, work, parent) {
  if (alike(was, built)) {
    update(was, built, svg, work, parent);
    return built.node;
  }
  const node = create(built, svg, work);
  old.node.replaceWith(node);
  old.node = node; // what stands there now, should the parent be put in order
  depart(was);
  return node;
}

function set(node, name, value, old) {
  if (OURS.has(name)) return;
  if (FORBIDDEN.has(name)) throw new TypeError(`${name} is never set`);
  if (name.startsWith('on')) return listen(node, name.slice(2), value);
  if (name === 'checked' || name === 'indeterminate') {
    node[name] = Boolean(value);
    return;
  }
  if (name === 'style') {
    for (const property of Object.keys(old ?? {})) {
      if (!(property in (value ?? {}))) node.style.removeProperty(property);
    }
    for (const [property, text] of Object.entries(value ?? {})) {
      if (old?.[property] !== text) node.style.setProperty(property, text);
    }
    return;
  }
  if (value === old) return;
  if (value === undefined || value === null || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? '' : value);
}

function fill(field, value) {
  if (field.value !== String(value)) field.value = value;
}

/** `aria-…` true and false are words, not presence. */
export function aria(names) {
  return Object.fromEntries(Object.entries(names).map(([name, value]) => [`aria-${name}`, String(value)]));
}

/** One object a node hears for all of its listeners: the newest of each type. */
class Listeners {
  handleEvent(event) {
    this[event.type]?.call(event.currentTarget, event);
  }
}

function listen(node, type, handler) {
  const handlers = (node[LISTENERS] ??= new Listeners());
  if (!(type in handlers)) node.addEventListener(type, handlers);
  handlers[type] = handler;
}

function discard(vnode) {
  depart(vnode);
  vnode.node?.remove?.();
}

function depart(vnode) {
  if (vnode.memo) return vnode.built && depart(vnode.built);
  if (vnode.tag && !vnode.departed) {
    vnode.departed = true; // a drawing may throw behind it, and then all is tidied
    for (const child of vnode.node?.[CONTENT] ?? []) depart(child);
    vnode.props.removed?.(vnode.node);
  }
}
