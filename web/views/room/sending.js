/** The report on its way out: as text, as a picture, on paper, and by a link for whoever has no account. */
import { api } from '../../core/http.js';
import { h } from '../../ui/dom.js';
import { icon } from '../../ui/icon.js';
import { share } from '../../ui/share.js';
import { sure } from '../../ui/sure.js';
import { refusal, t } from '../../ui/words.js';
import { chat } from '../report/chat.js';
import { picture } from '../report/picture.js';
import { text } from '../report/text.js';
import { leads } from './phases.js';

const DAYS = [1, 7, 30];

export function sendCard(now, told) {
  const { app, ui, log, room, me } = now;
  const sending = ui.kept('sending', () => new Sending(log, () => app.draw()));
  const { state } = sending;
  const mayChat = leads(room, me);
  return h(
    'section',
    { class: 'card send' },
    h('h3', null, t('report.send')),
    mayChat && h(
      'button',
      { class: 'primary wide', key: 'chat', onclick: () => sending.chat(told) },
      icon(state.chat ? 'tick' : 'send'),
      t(state.chat ? `report.chat.${state.chat}` : 'report.chat.send'),
    ),
    h(
      'div',
      { class: mayChat ? 'trio' : 'pair' },
      h(
        'button',
        {
          key: 'copy',
          class: mayChat ? null : 'primary',
          'aria-keyshortcuts': 'C',
          onclick: () => sending.copy(told),
        },
        icon(state.copied ? 'tick' : 'copy'),
        t(state.copied ? 'report.copied' : 'report.copy'),
      ),
      h(
        'button',
        { key: 'picture', disabled: state.isDrawing, onclick: () => sending.draw(told) },
        icon('download'),
        t(state.isDrawing ? 'report.drawing' : 'report.picture'),
      ),
      h(
        'button',
        { key: 'print', 'aria-keyshortcuts': 'P', onclick: () => globalThis.print() },
        icon('print'),
        t('report.print'),
      ),
    ),
    state.notSent && h('p', { class: 'error', role: 'alert', key: 'notSent' }, t('report.chat.failed')),
    state.noPicture && h('p', { class: 'error', role: 'alert' }, t('report.noPicture')),
    h(
      'span',
      { class: 'unseen', role: 'status' },
      state.copied ? t('report.copied') : state.chat ? t(`report.chat.${state.chat}`) : '',
    ),
    room.phase === 'closed' && mayChat && links(now, sending),
  );
}

function links({ app, f }, sending) {
  const { state } = sending;
  sending.look();
  return h(
    'div',
    { class: 'links' },
    h('p', null, h('b', null, t('report.linkTitle')), h('small', null, t('report.linkWhy'))),
    h(
      'p',
      { class: 'row' },
      h(
        'select',
        {
          'aria-label': t('report.days'),
          onchange: ({ currentTarget }) => sending.choose(Number(currentTarget.value)),
        },
        DAYS.map((n) => h('option', { key: n, value: n, selected: n === state.days }, t('report.daysOf', { n }))),
      ),
      h(
        'button',
        { disabled: state.isMaking, onclick: () => sending.make(app) },
        icon('link'),
        t('report.makeLink'),
      ),
    ),
    state.error && h('p', { class: 'error', role: 'alert' }, refusal(state.error)),
    state.made && [h('p', { class: 'quiet-text tiny', key: 'once' }, t('report.made')), state.made.draw()],
    state.shares?.length > 0 && h(
      'ul',
      { 'aria-label': t('report.links') },
      state.shares.map(({ share: id, by, expires }) =>
        h(
          'li',
          { key: id },
          h('span', null, t('report.linkOf', { name: app.name(by), time: f.when(expires) })),
          state.leaving === id
            ? sure({
              words: t('report.revokeSure'),
              keep: t('report.keep'),
              go: t('report.revoke'),
              act: () => sending.revoke(id),
              leave: () => sending.leave(null),
            })
            : h('button', { class: 'small', onclick: () => sending.leave(id) }, t('report.revoke')),
        )
      ),
    ),
  );
}

/** What the card keeps between drawings. A link is shown where it was made, and nowhere again: only its hash is stored. */
class Sending {
  #log;
  #draw;
  #hasLooked = false;
  state = {
    days: 7,
    shares: null,
    made: null,
    error: null,
    leaving: null,
    copied: false,
    /** How the words for a chat group went out: 'sent' or 'copied'. */
    chat: null,
    notSent: false,
    isMaking: false,
    isDrawing: false,
    noPicture: false,
  };

  constructor(log, draw) {
    this.#log = log;
    this.#draw = draw;
  }

  #change(what) {
    Object.assign(this.state, what);
    this.#draw();
  }

  look() {
    if (this.#hasLooked) return;
    this.#hasLooked = true;
    this.#ask();
  }

  async #ask() {
    const found = api(`/api/shares?log=${this.#log}`).then(({ shares }) => ({ shares }), () => ({}));
    this.#change(await found);
  }

  choose(days) {
    this.#change({ days });
  }

  leave(leaving) {
    this.#change({ leaving });
  }

  async make(app) {
    this.#change({ isMaking: true, error: null });
    try {
      const { share: id, link } = await api('/api/shares', { body: { log: this.#log, days: this.state.days } });
      const { href } = new URL(link, location.href);
      this.#change({ made: { id, link: href, draw: share(app, href) }, isMaking: false });
    } catch (error) {
      this.#change({ error, isMaking: false });
    }
    await this.#ask();
  }

  async revoke(id) {
    try {
      await api('/api/shares/revoke', { body: { log: this.#log, share: id } });
      if (this.state.made?.id === id) this.state.made = null;
      this.#change({ error: null });
    } catch (error) {
      this.#change({ error });
    }
    await this.#ask();
  }

  /** By the device's own way of sharing where it has one; else copied, to be pasted into the group. */
  async chat(told) {
    const words = chat(told, { t, link: this.state.made?.link });
    this.#change({ notSent: false });
    const went = await sent(words, told.title) ?? (await copied(words) ? 'copied' : 'failed');
    if (went === 'left') return;
    this.#change({ chat: went === 'failed' ? null : went, notSent: went === 'failed' });
    setTimeout(() => this.#change({ chat: null }), 4000);
  }

  async copy(told) {
    const isCopied = await copied(text(told, { t }));
    this.#change({ copied: isCopied });
    if (isCopied) setTimeout(() => this.#change({ copied: false }), 4000);
  }

  async draw(told) {
    this.#change({ isDrawing: true, noPicture: false });
    const drawn = await picture(told, { t }).catch(() => null);
    this.#change({ isDrawing: false, noPicture: !drawn });
    if (drawn) save(drawn, `${told.title}.${drawn.type === 'image/png' ? 'png' : 'jpg'}`);
  }

  close() {
    this.#draw = () => {};
  }
}

/** 'sent', or 'left' where somebody thought better of it; null where the device has no such way. */
async function sent(words, title) {
  if (!navigator.share) return null;
  try {
    await navigator.share({ title, text: words });
    return 'sent';
  } catch (error) {
    return error.name === 'AbortError' ? 'left' : null;
  }
}

async function copied(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyByHand(words);
  }
}

/** Without TLS there is no clipboard: the old way needs a field. */
function copyByHand(words) {
  const field = document.createElement('textarea');
  field.value = words;
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

function save(blob, name) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
