/** An entry is written or changed by a lead; what was typed stays until it is saved. */
import { longest } from '../../core/acts.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { field, growing, select } from '../../ui/field.js';
import { chips, ENTRY_KINDS, roleBadge, ROLES, STAGES } from '../../ui/marks.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

const FIELDS = ['title', 'kind', 'roles', 'stage', 'trigger', 'text'];

const pick = (names, value) => Object.fromEntries(names.map((name) => [name, value(name)]));

export function editor(app, { log, entry, close }) {
  const draft = `entry:${entry?.id ?? 'new'}`;
  const sent = new Submission(app, { saved: () => (app.drafts.clear(draft), close()) });
  const original = entry ? Object.fromEntries(FIELDS.map((name) => [name, entry[name]])) : { kind: 'sop', roles: [] };
  let kept = JSON.parse(app.drafts.read(draft) || 'null') ?? { ...original, on: entry?.edited };
  let missing = [];

  function set(part) {
    kept = { ...kept, ...part };
    app.drafts.write(draft, JSON.stringify(kept));
    app.draw();
  }

  function send() {
    missing = ['title', 'text'].filter((name) => !kept[name]?.trim());
    if (kept.roles.length === 0) missing.push('roles');
    if (missing.length > 0) return app.draw();
    const given = FIELDS.filter((name) => kept[name]);
    if (!entry) return sent.send(log, 'entry.write', pick(given, (name) => kept[name]));
    const differs = (name) => JSON.stringify(kept[name] || null) !== JSON.stringify(original[name] || null);
    // What was there and is no more is sent empty, which clears it.
    const changed = pick(FIELDS.filter(differs), (name) => kept[name] ?? '');
    if (Object.keys(changed).length === 0) return app.drafts.clear(draft), close();
    sent.send(log, 'entry.edit', { entry: entry.id, ...changed }, { on: kept.on });
  }

  /** Someone changed it meanwhile: their text is shown beside, and the next attempt is made on it. */
  function conflict() {
    const newer = sent.refusal?.code === 'conflict' && sent.refusal.detail?.newer;
    if (!newer) return null;
    const keepMine = () => {
      sent.clear();
      set({ on: newer.edited });
    };
    return h(
      'div',
      { class: 'card', key: 'conflict' },
      h('h3', null, t('playbook.newer')),
      h('p', { class: 'words' }, newer.text),
      h('button', { type: 'button', class: 'small', onclick: keepMine }, t('playbook.keepMine')),
    );
  }

  const text = (name, props) => ({
    value: kept[name] ?? '',
    'aria-invalid': String(missing.includes(name)),
    oninput: (event) => set({ [name]: event.currentTarget.value }),
    ...props,
  });

  return () =>
    dialog(
      { title: entry ? t('playbook.edit') : t('playbook.write'), close, wide: true },
      h(
        'form',
        { class: 'fields', onsubmit: (event) => (event.preventDefault(), send()) },
        field(
          t('field.title'),
          h('input', text('title', { maxlength: longest('entry.write', 'title'), autofocus: !entry })),
        ),
        labelled(
          t('field.kind'),
          chips({
            label: t('field.kind'),
            chosen: kept.kind,
            choose: (kind) => set({ kind }),
            options: ENTRY_KINDS.map((value) => ({ value, text: t(`entryKind.${value}`) })),
          }),
        ),
        labelled(
          t('field.roles'),
          chips({
            label: t('field.roles'),
            many: true,
            chosen: kept.roles,
            choose: (roles) => set({ roles }),
            options: ROLES.map((value) => ({ value, text: app.roleName(value), mark: roleBadge(app, value) })),
          }),
        ),
        h(
          'div',
          { class: 'two' },
          field(
            t('field.stage'),
            select({
              options: STAGES.map((value) => ({ value, text: t(`stage.${value}`) })),
              blank: t('playbook.anyStage'),
              value: kept.stage,
              choose: (stage) => set({ stage: stage ?? undefined }),
            }),
          ),
          field(
            t('field.trigger'),
            h(
              'input',
              text('trigger', { maxlength: longest('entry.write', 'trigger'), placeholder: t('playbook.triggerHint') }),
            ),
          ),
        ),
        field(t('playbook.text'), growing(text('text', { maxlength: longest('entry.write', 'text'), rows: '6' }))),
        missing.length > 0 &&
          h(
            'p',
            { class: 'error', role: 'alert' },
            missing.map((name) => t('problem.missing', { field: t(`field.${name}`) })).join(' '),
          ),
        sent.line(),
        conflict(),
        h(
          'div',
          { class: 'row end' },
          h(
            'button',
            { type: 'button', class: 'quiet', onclick: () => (app.drafts.clear(draft), close()) },
            t('playbook.discard'),
          ),
          h('button', { class: 'primary', disabled: sent.busy }, t('save')),
        ),
      ),
    );
}

function labelled(label, choice) {
  return h('fieldset', null, h('legend', { class: 'legend' }, label), choice);
}
