/** The kinds of issue a room knows: those of a show's review, unless it goes by another template. */
import { TEMPLATES } from '../core/wire.js';
import { t } from './words.js';

/** `[{key, sense, name?, hint?}]`, in the order of the template; `template`: the room's own, or none. */
export const kindsOf = (template) => template?.kinds ?? usual('review');

/** Of a usual template, by its id. */
export const usual = (id) => Object.entries(TEMPLATES[id]).map(([key, sense]) => ({ key, sense }));

/** `{sense, name, hint?, isOwn}` of one kind, in words; `hint` where a team gave one. */
export function kindOf(key, template) {
  const kind = kindsOf(template).find((one) => one.key === key);
  const sense = kind?.sense ?? 'mistake';
  return { sense, name: kind?.name ?? t(`kind.${key}`), hint: kind?.hint, isOwn: Boolean(kind?.name) };
}
