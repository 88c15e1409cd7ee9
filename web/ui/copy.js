/** `await copy(text, node)`: into the clipboard, true when it is there. Without TLS there is none: the node is selected. */
export async function copy(text, node) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(node);
    return document.execCommand('copy');
  }
}
