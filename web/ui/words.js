/**
 * The page's words: what every page needs in strings/<language>.js, the rest in strings/<part>.<language>.js, loaded
 * with the view that needs it (`export const words = ['metrics', 'show']`) or with what is fetched later (ui/later.js).
 * The same keys in each language.
 *
 *     await speak('zh-CN')            // or 'en'; remembered
 *     await loadWords(['metrics'])    // parts, such as `room` and what its pages say besides, `room.data`
 *     t('lobby.schedule')  t('status.saving', { n: 2 })
 *     refusal({ code, detail })       // a sentence for any refusal code
 *
 * A catalogue is a tree of strings with `{name}` places, or functions of the places where a language counts.
 */
import { local } from '../core/local.js';

const LANGUAGES = { 'zh-CN': () => import('../strings/zh-CN.js'), en: () => import('../strings/en.js') };
const REMEMBERED = 'language';

const parts = new Set();
/** Key → words, of those asked for since the catalogue became what it is: a drawing asks for some hundred. */
const found = new Map();
let catalogue = {};
export let language = 'zh-CN';

export function preferred(storage = local, languages = globalThis.navigator?.languages ?? []) {
  const remembered = storage?.getItem(REMEMBERED);
  if (remembered in LANGUAGES) return remembered;
  const known = languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return known && /^en/i.test(known) ? 'en' : 'zh-CN';
}

export async function speak(tag, { remember = false } = {}) {
  const [common, ...own] = await Promise.all([LANGUAGES[tag](), ...[...parts].map((part) => partIn(tag, part))]);
  catalogue = joined([common.default, ...own]);
  found.clear();
  language = tag;
  if (remember) local.setItem(REMEMBERED, tag);
  if (globalThis.document) document.documentElement.lang = tag;
}

export async function loadWords(names = []) {
  const missing = names.filter((part) => !parts.has(part));
  if (missing.length === 0) return;
  const tag = language;
  const loaded = await Promise.all(missing.map((part) => partIn(tag, part)));
  if (tag !== language) return loadWords(names); // another one was chosen meanwhile
  for (const part of missing) parts.add(part);
  catalogue = joined([catalogue, ...loaded]);
  found.clear();
}

/** Several parts may have words under one name: those of a page, and those of what is fetched later for it. */
export function joined(trees) {
  const whole = {};
  for (const tree of trees) {
    for (const [name, words] of Object.entries(tree)) {
      whole[name] = typeof words === 'object' ? { ...whole[name], ...words } : words;
    }
  }
  return whole;
}

function partIn(tag, part) {
  return import(`../strings/${part}.${tag}.js`);
}

export function t(key, places = {}) {
  if (!found.has(key)) found.set(key, key.split('.').reduce((tree, name) => tree?.[name], catalogue));
  const words = found.get(key);
  if (typeof words === 'function') return words(places);
  if (typeof words !== 'string') return key;
  return words.includes('{') ? words.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole) : words;
}

/** Whether the catalogue has this key: for names that come from data, such as metrics. */
export function knows(key) {
  return t(key) !== key;
}

export function refusal({ code, detail = {}, message } = {}) {
  if (code === 'invalid' && detail?.problem) {
    const field = knows(`field.${detail.field}`) ? t(`field.${detail.field}`) : detail.field;
    return t(`problem.${detail.problem}`, { field, limit: detail.limit ?? '' });
  }
  if (code === 'phase' && detail?.phase) return t('refusal.phaseIs', { phase: t(`phase.${detail.phase}`) });
  if (knows(`refusal.${code}`)) return t(`refusal.${code}`, { ...detail });
  return message ?? code ?? t('refusal.unknown');
}

/** Why a log cannot be looked at. */
export const refusedLog = (code) => (code === 'unreadable' ? t('logUnreadable') : refusal({ code }));
