/** Whether a host leads to the machine itself whoever asks: from another device the address goes nowhere, or elsewhere. */
export function isOwnOnly(host) {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || name.startsWith('127.') ||
    ['::1', '::', '0.0.0.0'].includes(name);
}
