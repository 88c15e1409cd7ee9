/** A solution on its way into the playbook: under which title, at which stage, when to use it. */
import { longest } from '../../core/acts.js';
import { chips } from '../../ui/chips.js';
import { dialog } from '../../ui/dialog.js';
import { h } from '../../ui/dom.js';
import { onEnter } from '../../ui/ime.js';
import { STAGES } from '../../ui/marks.js';
import { stranded } from '../../ui/stranded.js';
import { t } from '../../ui/words.js';
import { acts } from './acts.js';

export function promoteDialog(now, close) {
  const { app, ui, records } = now;
  const fields = ui.opened.dialog;
  const here = records.get('solution', fields.solution);
  const solution = here ?? fields.last;
  if (!solution) return null;
  if (fields.last !== solution) ui.opened.change({ last: solution, title: fields.title ?? firstClause(solution.text) });
  const promote = () => {
    if (!here) return;
    const title = fields.title.trim();
    const trigger = (fields.trigger ?? '').trim();
    acts.promote(now, solution.id, {
      ...(title ? { title } : {}),
      ...(fields.stage ? { stage: fields.stage } : {}),
      ...(trigger ? { trigger } : {}),
    });
    close();
  };
  return dialog(
    { title: t('room.promote'), close },
    !here &&
      stranded(app, t('room.goneSolution'), () => [fields.title, fields.trigger].filter(Boolean).join('\n'), [{
        words: t('letGo'),
        act: close,
      }]),
    h('p', { class: 'issue-text quoted' }, solution.text),
    h(
      'div',
      { class: 'fields' },
      h(
        'label',
        { class: 'field' },
        h('span', null, t('field.title')),
        h('input', {
          value: fields.title,
          maxlength: longest('solution.promote', 'title'),
          created: (node) => node.select(),
          ...onEnter(promote),
          oninput: (event) => ui.opened.change({ title: event.currentTarget.value }),
        }),
      ),
      h(
        'div',
        { class: 'field' },
        h('span', null, t('field.stage'), ' ', h('small', null, t('optional'))),
        chips({
          label: t('field.stage'),
          chosen: fields.stage,
          clearable: true,
          options: STAGES.map((stage) => ({ value: stage, text: t(`stage.${stage}`) })),
          choose: (stage) => {
            ui.opened.change({ stage });
          },
        }),
      ),
      h(
        'label',
        { class: 'field' },
        h('span', null, t('field.trigger'), ' ', h('small', null, t('optional'))),
        h('input', {
          value: fields.trigger ?? '',
          maxlength: longest('solution.promote', 'trigger'),
          placeholder: t('room.triggerPlaceholder'),
          ...onEnter(promote),
          oninput: (event) => ui.opened.change({ trigger: event.currentTarget.value }),
        }),
      ),
      h(
        'p',
        { class: 'row end' },
        h('span', { class: 'grow quiet-text tiny' }, t('room.promoteHint')),
        h('button', { class: 'primary', onclick: promote, disabled: !here }, t('room.promoteNow')),
      ),
    ),
  );
}

/** A title to begin with: the text up to its first comma, at most 24 characters. */
export function firstClause(text) {
  const clause = text.split(/[，。；,;.\n]/)[0].trim();
  return [...clause].slice(0, 24).join('');
}
