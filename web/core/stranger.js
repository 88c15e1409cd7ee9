import { api } from './http.js';

/** Asks with a link that is none: only what the server says of this page's address counts. */
export const isStranger = () =>
  api('/api/link', { body: { token: '' }, patience: 10_000 }).then(
    () => null,
    ({ code }) => (code === 'origin' ? code : null),
  );
