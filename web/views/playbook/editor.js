/** An entry is written or changed by a lead; what was typed stays until it is saved (ui/edit.js). */
import { longest } from '../../core/acts.js';
import { chips } from '../../ui/chips.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { Edit } from '../../ui/edit.js';
import { field, select } from '../../ui/field.js';
import { growing } from '../../ui/growing.js';
import { ENTRY_KINDS, ROLES, roleSign, STAGES } from '../../ui/marks.js';
import { onEnter } from '../../ui/ime.js';
import { keeping, theirs, toTheChoice } from '../../ui/overtaken.js';
import { Submission } from '../../ui/submission.js';
import { t } from '../../ui/words.js';

const FIELDS = ['title', 'kind', 'roles', 'stage', 'trigger', 'text'];

const EMPTY = { title: '', kind: 'sop', roles: [], stage: '', trigger: '', text: '' };
/** What stands in the fields of an entry. */
const begin = (entry) => Object.fromEntries(FIELDS.map((name) => [name, entry[name] ?? EMPTY[name]]));

export function editor(app, { log, entry, close }) {
  const op = entry ? 'entry.edit' : 'entry.write';
  const draft = `entry:${entry?.id ?? 'new'}`;
  const edit = new Edit(app, { log, op, record: entry, draft, begin });
  const sent = new Submission(app, { saved: () => (edit.forget(), close()) });
  let missing = [];
  const set = (part) => edit.change(part);

  /** Someone changed it meanwhile: their text is shown above mine, and the next attempt is made on it. */
  const newer = () => entry && edit.newer(app.records.log(log).get('entry', entry.id) ?? entry, sent.refusal);

  function send() {
    const { fields } = edit;
    missing = ['title', 'text'].filter((name) => !fields[name]?.trim());
    if (fields.roles.length === 0) missing.push('roles');
    if (missing.length > 0) return app.draw();
    const command = edit.command(fields, newer() ?? undefined);
    if (command === null) return drop();
    sent.send(log, op, command.args, command.options);
  }

  function drop() {
    sent.clear();
    edit.forget();
    close();
  }

  const text = (name, props) => ({
    value: edit.fields[name] ?? '',
    'aria-invalid': String(missing.includes(name)),
    ...(name === 'text' ? {} : onEnter(() => (newer() ? toTheChoice() : send()))),
    oninput: (event) => set({ [name]: event.currentTarget.value }),
    ...props,
  });

  return () =>
    dialog(
      { title: entry ? t('playbook.edit') : t('playbook.write'), close, wide: true },
      h(
        'form',
        { class: 'fields editing', onsubmit: (event) => event.preventDefault() },
        field(
          t('field.title'),
          h('input', text('title', { maxlength: longest('entry.write', 'title'), autofocus: !entry })),
        ),
        labelled(
          t('field.kind'),
          chips({
            label: t('field.kind'),
            chosen: edit.fields.kind,
            choose: (kind) => set({ kind }),
            options: ENTRY_KINDS.map((value) => ({ value, text: t(`entryKind.${value}`) })),
          }),
        ),
        labelled(
          t('field.roles'),
          chips({
            label: t('field.roles'),
            many: true,
            chosen: edit.fields.roles,
            choose: (roles) => set({ roles }),
            options: ROLES.map((value) => ({ value, text: app.roleName(value), mark: roleSign(value) })),
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
              value: edit.fields.stage,
              choose: (stage) => set({ stage: stage ?? '' }),
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
        newer() && theirs(newer(), sent.refusal),
        field(t('playbook.text'), growing(text('text', { maxlength: longest('entry.write', 'text'), rows: '6' }))),
        missing.length > 0 &&
          h(
            'p',
            { class: 'error', role: 'alert' },
            missing.map((name) => t('problem.missing', { field: t(`field.${name}`) })).join(' '),
          ),
        !newer() && sent.line(),
        keeping({ newer: newer(), drop, save: send, isBusy: sent.busy, cancel: t('playbook.discard'), size: '' }),
      ),
    );
}

function labelled(label, choice) {
  return h('fieldset', null, h('legend', { class: 'legend' }, label), choice);
}
