/** As much of a document as the patcher asks for; it counts how often a node is put somewhere. */
export class FakeNode {
  childNodes = [];
  parentNode = null;
  moves = 0;
  insertBefore(node, place) {
    node.parentNode?.childNodes.splice(node.parentNode.childNodes.indexOf(node), 1);
    node.parentNode = this;
    node.moves += 1;
    this.childNodes.splice(place ? this.childNodes.indexOf(place) : this.childNodes.length, 0, node);
  }
  replaceChildren() {
    for (const child of [...this.childNodes]) child.remove();
  }
  querySelector() {
    return null;
  }
  remove() {
    if (this.parentNode) this.parentNode.childNodes.splice(this.parentNode.childNodes.indexOf(this), 1);
    this.parentNode = null;
  }
  replaceWith(node) {
    this.parentNode.insertBefore(node, this);
    this.remove();
  }
  contains(node) {
    return node === this || this.childNodes.some((child) => child.contains(node));
  }
}

export class FakeText extends FakeNode {
  constructor(text) {
    super();
    this.nodeValue = text;
  }
  get textContent() {
    return this.nodeValue;
  }
}

export class FakeElement extends FakeNode {
  attributes = {};
  listeners = {};
  written = [];
  style = {
    setProperty: (name, value) => (this.style[name] = value),
    removeProperty: (name) => delete this.style[name],
  };
  #value = '';
  constructor(tag) {
    super();
    this.tag = tag;
  }
  get value() {
    return this.#value;
  }
  set value(text) {
    this.written.push(text);
    this.#value = text;
  }
  type(text) {
    this.#value = text;
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  addEventListener(type, listener) {
    (this.listeners[type] ??= []).push(listener);
  }
  focus() {}
  setSelectionRange() {}
  emit(type) {
    for (const listener of this.listeners[type] ?? []) listener.handleEvent({ type, currentTarget: this });
  }
  get textContent() {
    return this.childNodes.map((child) => child.textContent).join('');
  }
}

/** All that is to be seen of a node, as a text to compare. */
export function told(node) {
  if (node instanceof FakeText) return JSON.stringify(node.nodeValue);
  const { setProperty: _, removeProperty: __, ...style } = node.style;
  const seen = { ...node.attributes, style, value: node.value, checked: node.checked };
  const names = Object.keys(seen).sort();
  return `<${node.tag} ${JSON.stringify(seen, [...names, ...Object.keys(style)])}>${
    node.childNodes.map(told).join('')
  }</>`;
}

globalThis.Node = FakeNode;
globalThis.document = {
  body: new FakeElement('body'),
  documentElement: new FakeElement('html'),
  activeElement: null,
  createElement: (tag) => new FakeElement(tag),
  createElementNS: (_, tag) => new FakeElement(tag),
  createTextNode: (text) => new FakeText(text),
  querySelector: () => null,
};
