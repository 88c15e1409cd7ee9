/**
 * From a link to the lobby in under 15 seconds. The token stands in the fragment, is read once and leaves the address
 * bar as soon as it has been used; a retry, also after a reload, carries the same id, so that joining happens once.
 */
import { longest } from '../core/acts.js';
import { api } from '../core/http.js';
import { local, session } from '../core/local.js';
import { uuid7 } from '../core/uuid7.js';
import { chips } from '../ui/chips.js';
import { h } from '../ui/dom.js';
import { field } from '../ui/field.js';
import { onEnter } from '../ui/ime.js';
import { turnLanguage } from '../ui/language.js';
import { ROLES, roleSign } from '../ui/marks.js';
import { leftovers } from '../ui/unsent.js';
import { language, refusal, t } from '../ui/words.js';
import { linkIn } from './join/link.js';
import { namesakes, whoIsIn } from './join/known.js';
import { returning } from './join/returning.js';

export const sheets = ['/css/join.css', '/css/ui/unsent.css'];
export const words = ['join', 'unsent', 'acts'];

export function open(app) {
  let token = linkIn(location.hash)?.token ?? null;
  /** A fragment without an invitation in it: most of a link, or something else. */
  let odd = !token && location.hash.length > 1;
  /** Another server's address, out of a pasted link. */
  let elsewhere = null;
  /** They have said that they are not the one who is in already; and the name they bear although somebody else does. */
  let another = false;
  let shared = null;
  let asking = null;
  let offer = null;
  let someone = null;
  let roles = [];
  let busy = false;
  let error = null;
  let pasted = '';
  const left = leftovers(app);
  const back = returning(app, () => app.signedIn());

  async function look() {
    offer = error = asking = null;
    another = false;
    app.draw();
    if (!token) {
      someone = await whoIsHere();
      if (someone) back.withdraw();
      return app.draw();
    }
    try {
      [offer, someone] = await Promise.all([api('/api/link', { body: { token } }), whoIsHere()]);
      if (someone || offer.here) back.withdraw();
      roles = offer.roles.length === 1 ? [...offer.roles] : [];
    } catch (refused) {
      error = refused;
    }
    app.draw();
  }

  async function join() {
    if (busy) return;
    const name = app.drafts.read('join').trim();
    const pairing = offer.kind === 'pairing';
    if (!pairing && !name) {
      error = { code: 'invalid', detail: { field: 'name', problem: 'missing' } };
      document.getElementById('name')?.focus();
      return app.draw();
    }
    if (!pairing && offer.roles.length > 0 && roles.length === 0 && offer.kind !== 'lead') {
      error = { code: 'invalid', detail: { field: 'roles', problem: 'missing' } };
      return app.draw();
    }
    busy = true;
    error = null;
    app.draw();
    try {
      if (!pairing && name !== shared && (await api('/api/link', { body: { token, name } })).namesakes > 0) {
        busy = false;
        asking = name;
        return app.draw();
      }
      const tried = attempt(token, pairing ? '' : name);
      const body = { id: idOf(tried), token };
      await api('/api/join', { body: pairing ? body : { ...body, name, roles } });
      session.removeItem(tried);
      app.drafts.clear('join');
      back.withdraw();
      history.replaceState(null, '', '/join');
      return app.signedIn();
    } catch (refused) {
      error = refused;
    }
    busy = false;
    app.draw();
  }

  function paste(text) {
    const found = linkIn(text);
    odd = !found;
    if (found) {
      ({ token } = found);
      elsewhere = found.origin !== location.origin ? found.origin : null;
      history.replaceState(null, '', `/join#${token}`);
      return look();
    }
    app.draw();
  }

  look();
  const changed = () => {
    const found = linkIn(location.hash);
    if (!found || found.token === token) return;
    ({ token } = found);
    odd = false;
    look();
  };
  addEventListener('hashchange', changed);
  /** Someone has come in by another tab: this browser is theirs here, too. */
  const followed = async ({ key, newValue }) => {
    if (key !== 'member' || newValue === null) return;
    back.withdraw();
    if (!token && !pasted) return app.signedIn();
    someone = await whoIsHere();
    app.draw();
  };
  addEventListener('storage', followed);

  function form() {
    if (offer.kind === 'pairing') {
      return [
        h('h1', null, t('join.pair', { name: offer.member ?? '' })),
        h('p', { class: 'quiet-text' }, t('join.pairWhy', { organisation: offer.organisation })),
        h(
          'button',
          { class: 'primary big', disabled: busy, onclick: join },
          busy ? t('join.busy') : t('join.pairButton'),
        ),
      ];
    }
    if (offer.here && !another) {
      return whoIsIn(offer, { goOn: () => app.signedIn(), isAnother: () => ((another = true), app.draw()) });
    }
    return [
      h('h1', null, t(offer.kind === 'lead' ? 'join.lead' : 'join.title', { organisation: offer.organisation })),
      h(
        'form',
        { class: 'fields', onsubmit: (event) => (event.preventDefault(), join()) },
        field(
          t('join.name'),
          h('input', {
            id: 'name',
            maxlength: longest('member.rename', 'name'),
            autocomplete: 'nickname',
            enterkeyhint: 'go',
            placeholder: t('join.nameHint'),
            required: true,
            'aria-invalid': String(error?.detail?.field === 'name'),
            ...app.drafts.field('join'),
            ...onEnter(join),
            created: (node) => node.focus(),
          }),
        ),
        offer.roles.length > 0 && h(
          'div',
          null,
          h('p', { class: 'legend', 'aria-hidden': 'true' }, t('join.roles')),
          chips({
            label: t('join.roles'),
            many: true,
            chosen: roles,
            choose: (value) => ((roles = value), (error = null), app.draw()),
            options: ROLES.filter((role) => offer.roles.includes(role)).map((value) => ({
              value,
              text: app.roleName(value),
              mark: roleSign(value),
            })),
          }),
        ),
        asking !== null && asking === app.drafts.read('join').trim()
          ? namesakes(asking, {
            join: () => ((shared = asking), (asking = null), join()),
            rename: () => ((asking = null), app.draw(), document.getElementById('name')?.select()),
          })
          : h('button', { class: 'primary big', disabled: busy }, busy ? t('join.busy') : t('join.button')),
      ),
    ];
  }

  function entrance() {
    return [
      app.connection.removed && h('p', { class: 'error', role: 'alert' }, t('join.removed')),
      h('h1', null, t('join.noLink')),
      h('p', { class: 'quiet-text' }, t('join.noLinkWhy')),
      h(
        'form',
        { class: 'line', onsubmit: (event) => (event.preventDefault(), paste(pasted)) },
        h('input', {
          'aria-label': t('join.paste'),
          placeholder: t('join.paste'),
          value: pasted,
          oninput: (event) => (pasted = event.currentTarget.value),
          ...onEnter(() => paste(pasted)),
        }),
        h('button', null, t('join.open')),
      ),
      odd && h('p', { class: 'error', role: 'alert', key: 'odd' }, t('join.noToken')),
    ];
  }

  return {
    title: () => t('join.button'),
    close() {
      removeEventListener('hashchange', changed);
      removeEventListener('storage', followed);
      back.stop();
    },
    render: () =>
      h(
        'main',
        { class: 'join' },
        h(
          'div',
          { class: 'panel' },
          h('p', { class: 'brand' }, h('img', { src: '/icon.svg', alt: '', width: '28', height: '28' }), t('product')),
          offer ? form() : token && !error ? h('p', { class: 'quiet-text' }, t('join.looking')) : !token && entrance(),
          error && h('p', { class: 'error', role: 'alert', key: 'error' }, wordsFor(error)),
          error && !offer && elsewhere &&
            h(
              'p',
              { key: 'elsewhere' },
              h(
                'a',
                { class: 'button', href: `${elsewhere}/join#${token}` },
                t('join.elsewhere', { host: new URL(elsewhere).host }),
              ),
            ),
          error && !offer && h('button', { key: 'again', onclick: look }, t('status.again')),
          someone && !offer?.here &&
            h(
              'p',
              { class: 'quiet-text someone' },
              t('join.someone', { name: someone.name }),
              ' ',
              h('a', {
                href: '/',
                onclick: (event) => {
                  event.preventDefault();
                  app.signedIn();
                },
              }, t('join.goOn')),
            ),
          offer?.kind !== 'pairing' && !someone && !offer?.here && back.render(),
          left(),
        ),
        h('button', {
          class: 'quiet small',
          onclick: () => turnLanguage(app),
        }, language === 'en' ? '中文' : 'English'),
      ),
  };
}

/** Asked only where someone has been signed in before. */
async function whoIsHere() {
  return local.getItem('member') ? api('/api/me').catch(() => null) : null;
}

/** What the id of a join is kept by: whoever joins by the same link under another name is somebody else. */
function attempt(token, name) {
  return `join:${token}:${name}`;
}

/** One id an attempt, as long as this tab lives. */
function idOf(attempt) {
  const id = session.getItem(attempt) ?? uuid7();
  session.setItem(attempt, id);
  return id;
}

function wordsFor(error) {
  return error.code === 'notFound' || error.code === 'forbidden' ? t('join.dead') : refusal(error);
}
