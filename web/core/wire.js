/**
 * What the server's declarations say of every command a person can send. Written by a test run (DerivedFilesTests);
 * nobody edits it. The server judges; this only offers.
 *
 *     ACTS[op]   { log, who, phases?, target?, undo?, fields: { name: kind… } }; phases: absent where all
 *     a kind     text: [least, most], number: [least, most], word: [words], words: [words], record: kind of record,
 *                or a word for itself; optional: true · clear: true (an empty text takes away what was there)
 */
export const ROLES = ['operations', 'host', 'floor', 'backstage', 'private'];
export const PHASES = ['prepare', 'live', 'data', 'collect', 'vote', 'solve', 'closed'];
export const STEPS = ['goals', 'show', 'comparison'];
/** The kinds of issue each usual template knows, and which of the three each looks like. */
export const TEMPLATES = {
  'review': { mistake: 'mistake', puzzle: 'puzzle', experience: 'experience' },
  'grai': { goal: 'puzzle', result: 'mistake', analysis: 'puzzle', insight: 'experience' },
  'kiss': { keep: 'experience', improve: 'puzzle', start: 'experience', stop: 'mistake' },
  'kpt': { keep: 'experience', problem: 'mistake', attempt: 'puzzle' },
  '4l': { liked: 'experience', learned: 'experience', lacked: 'mistake', longed: 'puzzle' },
  'aar': { expected: 'puzzle', happened: 'mistake', why: 'puzzle', next: 'experience' },
};
export const ENTRY_KINDS = ['sop', 'script', 'checklist', 'play', 'taboo'];
export const STAGES = ['before', 'opening', 'explaining', 'closing', 'switching', 'ending', 'after'];

/** How far off its goal a number may be, in percent, where a channel says nothing of its own. */
export const USUAL_THRESHOLDS = { near: 10, far: 30 };

/** Who may bring the file of which the server makes a command. */
export const FILES = {
  'show.import': ['lead', 'operations'],
  'goals.import': ['lead', 'operations'],
  'snapshot.import': ['lead', 'operations', 'backstage'],
  'series.import': ['lead', 'operations', 'backstage'],
  'markers.import': ['everyone'],
  'questions.import': ['lead', 'private', 'floor', 'backstage', 'operations'],
};

export const ACTS = {
  'organisation.rename': { log: 'directory', who: ['lead'], undo: true, fields: { name: { text: [1, 40] } } },
  'organisation.label': { log: 'directory', who: ['lead'], undo: true, fields: { role: { word: ['operations', 'host', 'floor', 'backstage', 'private'] }, label: { text: [0, 12] } } },
  'channel.add': { log: 'directory', who: ['lead', 'operations'], fields: { name: { text: [1, 40] } } },
  'channel.rename': { log: 'directory', who: ['lead', 'operations'], target: 'channel', undo: true, fields: { channel: { record: 'channel' }, name: { text: [1, 40] } } },
  'invitation.revoke': { log: 'directory', who: ['lead'], target: 'invitation', fields: { invitation: { record: 'invitation' } } },
  'member.rename': { log: 'directory', who: ['oneself'], undo: true, fields: { name: { text: [1, 20] } } },
  'member.assign': { log: 'directory', who: ['lead'], undo: true, fields: { member: { member: true }, roles: { words: ['operations', 'host', 'floor', 'backstage', 'private'], count: [0, 5], optional: true } } },
  'member.appoint': { log: 'directory', who: ['lead'], undo: true, fields: { member: { member: true }, lead: { flag: true } } },
  'member.remove': { log: 'directory', who: ['lead'], fields: { member: { member: true } } },
  'show.schedule': { log: 'directory', who: ['lead', 'operations'], target: 'channel', fields: { channel: { record: 'channel' }, title: { text: [1, 60] }, startsAt: { time: true }, endsAt: { time: true, optional: true } } },
  'show.hide': { log: 'directory', who: ['lead', 'operations'], undo: true, fields: { show: { log: 'show' }, title: { text: [1, 60], optional: true } } },
  'show.unhide': { log: 'directory', who: ['lead', 'operations'], undo: true, fields: { show: { log: 'show' } } },
  'room.open': { log: 'directory', who: ['lead', 'operations'], fields: { shows: { logs: 'show', count: [1, 14] }, title: { text: [1, 60], optional: true }, votes: { number: [1, 20], optional: true }, template: { name: true, optional: true } } },
  'thresholds.set': { log: 'channel', who: ['lead', 'operations'], undo: true, fields: { near: { number: [1, 99] }, far: { number: [1, 99] } } },
  'file.withdraw': { log: 'channel', who: ['lead', 'operations', 'author'], target: 'file', undo: true, fields: { file: { record: 'file' } } },
  'file.restore': { log: 'channel', who: ['lead', 'operations', 'author'], target: 'file', undo: true, fields: { file: { record: 'file' } } },
  'mapping.forget': { log: 'channel', who: ['lead', 'operations'], target: 'mapping', undo: true, fields: { mapping: { record: 'mapping' } } },
  'mapping.recall': { log: 'channel', who: ['lead', 'operations'], target: 'mapping', undo: true, fields: { mapping: { record: 'mapping' } } },
  'template.save': { log: 'channel', who: ['lead', 'operations'], undo: true, fields: { name: { text: [1, 20] }, kinds: { nested: true } } },
  'template.remove': { log: 'channel', who: ['lead', 'operations'], target: 'template', undo: true, fields: { template: { record: 'template' } } },
  'template.restore': { log: 'channel', who: ['lead', 'operations'], target: 'template', undo: true, fields: { template: { record: 'template' } } },
  'show.start': { log: 'show', who: ['lead', 'operations', 'host', 'floor', 'backstage'], undo: true, fields: { at: { time: true, optional: true, clear: true } } },
  'show.end': { log: 'show', who: ['lead', 'operations', 'host', 'floor', 'backstage'], undo: true, fields: { at: { time: true, optional: true, clear: true } } },
  'show.plan': { log: 'show', who: ['lead', 'operations'], undo: true, fields: { title: { text: [1, 60], optional: true }, startsAt: { time: true, optional: true }, endsAt: { time: true, optional: true, clear: true }, start: { time: true, optional: true, clear: true }, end: { time: true, optional: true, clear: true } } },
  'goal.set': { log: 'show', who: ['lead', 'operations'], undo: true, fields: { metric: { metric: true }, value: { decimal: true }, basis: { text: [1, 60], optional: true } } },
  'goal.clear': { log: 'show', who: ['lead', 'operations'], undo: true, fields: { metric: { metric: true } } },
  'snapshot.take': { log: 'show', who: ['lead', 'operations', 'backstage'], fields: { values: { numbers: true }, label: { text: [1, 40], optional: true } } },
  'snapshot.withdraw': { log: 'show', who: ['lead', 'operations', 'backstage'], target: 'snapshot', undo: true, fields: { snapshot: { record: 'snapshot' } } },
  'snapshot.restore': { log: 'show', who: ['lead', 'operations', 'backstage'], target: 'snapshot', undo: true, fields: { snapshot: { record: 'snapshot' } } },
  'series.withdraw': { log: 'show', who: ['lead', 'operations', 'backstage'], target: 'series', undo: true, fields: { series: { record: 'series' } } },
  'series.restore': { log: 'show', who: ['lead', 'operations', 'backstage'], target: 'series', undo: true, fields: { series: { record: 'seriesAside' } } },
  'marker.add': { log: 'show', who: ['everyone'], undo: true, fields: { offset: { number: [-86400, 172800], optional: true }, kind: { word: ['product', 'luckyBag', 'flashSale', 'coupon', 'wecom', 'onShelf', 'offShelf', 'violation', 'alert', 'note', 'hostChange'] }, text: { text: [1, 60], optional: true } } },
  'marker.edit': { log: 'show', who: ['lead', 'operations', 'floor', 'backstage'], target: 'marker', undo: true, fields: { marker: { record: 'marker' }, kind: { word: ['product', 'luckyBag', 'flashSale', 'coupon', 'wecom', 'onShelf', 'offShelf', 'violation', 'alert', 'note', 'hostChange'], optional: true }, text: { text: [1, 60], optional: true, clear: true } } },
  'marker.remove': { log: 'show', who: ['lead', 'operations', 'floor', 'backstage'], target: 'marker', fields: { marker: { record: 'marker' } } },
  'question.log': { log: 'show', who: ['lead', 'private', 'floor', 'backstage'], fields: { text: { text: [1, 500], lines: true }, source: { word: ['group', 'wecom', 'moments', 'comment', 'message', 'service'], optional: true }, group: { text: [1, 20], optional: true }, user: { text: [1, 40], optional: true }, customer: { word: ['new', 'old', 'member'], optional: true }, product: { text: [1, 40], optional: true }, category: { word: ['size', 'ingredient', 'price', 'link', 'stock', 'delivery', 'payment', 'refund', 'complaint', 'booking', 'luckyBag', 'membership', 'wish', 'mall', 'trust', 'lag', 'other'], optional: true }, urgency: { word: ['order', 'show', 'after'], optional: true }, kept: { texts: [1, 40], count: [0, 5], optional: true }, offset: { number: [-86400, 172800], optional: true } } },
  'question.edit': { log: 'show', who: ['lead', 'private', 'floor', 'backstage'], target: 'question', undo: true, fields: { question: { record: 'question' }, text: { text: [1, 500], lines: true, optional: true }, category: { word: ['size', 'ingredient', 'price', 'link', 'stock', 'delivery', 'payment', 'refund', 'complaint', 'booking', 'luckyBag', 'membership', 'wish', 'mall', 'trust', 'lag', 'other'], optional: true, clear: true }, product: { text: [1, 40], optional: true, clear: true }, urgency: { word: ['order', 'show', 'after'], optional: true, clear: true }, kept: { texts: [1, 40], count: [0, 5], optional: true } } },
  'question.plus': { log: 'show', who: ['lead', 'private', 'floor', 'backstage'], target: 'question', fields: { question: { record: 'question' } } },
  'question.answer': { log: 'show', who: ['everyone'], target: 'question', fields: { question: { record: 'question' }, words: { text: [1, 500], lines: true, optional: true } } },
  'question.mark': { log: 'show', who: ['everyone'], target: 'question', undo: true, fields: { question: { record: 'question' }, status: { word: ['open', 'answered', 'followUp', 'resolved', 'noAction'] } } },
  'question.air': { log: 'show', who: ['everyone'], target: 'question', undo: true, fields: { question: { record: 'question' }, onAir: { flag: true } } },
  'question.promote': { log: 'show', who: ['lead', 'private', 'floor', 'backstage'], target: 'question', fields: { question: { record: 'question' }, room: { log: 'room' }, kind: { word: ['mistake', 'puzzle', 'experience', 'goal', 'result', 'analysis', 'insight', 'keep', 'improve', 'start', 'stop', 'problem', 'attempt', 'liked', 'learned', 'lacked', 'longed', 'expected', 'happened', 'why', 'next', 'own1', 'own2', 'own3', 'own4', 'own5', 'own6'] }, role: { word: ['operations', 'host', 'floor', 'backstage', 'private'], optional: true }, text: { text: [1, 500], lines: true, optional: true } } },
  'question.erase': { log: 'show', who: ['lead'], target: 'question', fields: { question: { record: 'question' }, reason: { text: [1, 60] }, onward: { flag: true, optional: true } } },
  'phase.move': { log: 'room', who: ['facilitator', 'lead'], undo: true, fields: { phase: { word: ['prepare', 'live', 'data', 'collect', 'vote', 'solve', 'closed'] }, step: { word: ['goals', 'show', 'comparison'], optional: true } } },
  'facilitator.hand': { log: 'room', who: ['facilitator', 'lead'], undo: true, fields: { member: { member: true } } },
  'cards.reveal': { log: 'room', who: ['facilitator', 'lead'], phases: ['collect'], fields: {  } },
  'votes.budget': { log: 'room', who: ['facilitator', 'lead'], phases: ['prepare', 'live', 'data', 'collect'], undo: true, fields: { votes: { number: [1, 20] } } },
  'issue.post': { log: 'room', who: ['everyone'], phases: ['live', 'data', 'collect', 'vote', 'solve'], undo: true, fields: { role: { word: ['operations', 'host', 'floor', 'backstage', 'private'] }, kind: { word: ['mistake', 'puzzle', 'experience', 'goal', 'result', 'analysis', 'insight', 'keep', 'improve', 'start', 'stop', 'problem', 'attempt', 'liked', 'learned', 'lacked', 'longed', 'expected', 'happened', 'why', 'next', 'own1', 'own2', 'own3', 'own4', 'own5', 'own6'] }, text: { text: [1, 500], lines: true }, offset: { number: [-86400, 172800], optional: true }, anonymous: { flag: true, optional: true } } },
  'issue.edit': { log: 'room', who: ['author', 'facilitator'], phases: ['live', 'data', 'collect', 'vote', 'solve'], target: 'issue', undo: true, fields: { issue: { record: 'issue' }, text: { text: [1, 500], lines: true, optional: true }, kind: { word: ['mistake', 'puzzle', 'experience', 'goal', 'result', 'analysis', 'insight', 'keep', 'improve', 'start', 'stop', 'problem', 'attempt', 'liked', 'learned', 'lacked', 'longed', 'expected', 'happened', 'why', 'next', 'own1', 'own2', 'own3', 'own4', 'own5', 'own6'], optional: true }, role: { word: ['operations', 'host', 'floor', 'backstage', 'private'], optional: true }, offset: { number: [-86400, 172800], optional: true, clear: true } } },
  'issue.withdraw': { log: 'room', who: ['author', 'facilitator'], phases: ['live', 'data', 'collect', 'vote', 'solve'], target: 'issue', fields: { issue: { record: 'issue' } } },
  'issue.tag': { log: 'room', who: ['author', 'everyoneOnceRevealed'], phases: ['live', 'data', 'collect', 'vote', 'solve'], target: 'issue', undo: true, fields: { issue: { record: 'issue' }, tags: { texts: [1, 12], count: [0, 5], optional: true }, was: { texts: [1, 12], count: [0, 5], optional: true } } },
  'issue.link': { log: 'room', who: ['author', 'everyoneOnceRevealed'], phases: ['live', 'data', 'collect', 'vote', 'solve'], target: 'issue', undo: true, fields: { issue: { record: 'issue' }, show: { log: 'show' }, metric: { metric: true }, snapshot: { name: true, optional: true } } },
  'issue.unlink': { log: 'room', who: ['author', 'everyoneOnceRevealed'], phases: ['live', 'data', 'collect', 'vote', 'solve'], target: 'issue', undo: true, fields: { issue: { record: 'issue' } } },
  'issue.erase': { log: 'room', who: ['lead'], target: 'issue', fields: { issue: { record: 'issue' }, reason: { text: [1, 60] }, onward: { flag: true, optional: true } } },
  'vote.set': { log: 'room', who: ['everyone'], phases: ['vote'], target: 'issue', undo: true, fields: { issue: { record: 'issue' }, votes: { number: [0, 20] } } },
  'solution.propose': { log: 'room', who: ['everyone'], phases: ['solve'], undo: true, fields: { issues: { records: 'issue', count: [0, 10], optional: true }, text: { text: [1, 1000], lines: true }, kind: { word: ['sop', 'script', 'checklist', 'play', 'taboo'] }, owner: { word: ['operations', 'host', 'floor', 'backstage', 'private'] }, due: { text: [1, 40], optional: true } } },
  'solution.edit': { log: 'room', who: ['author', 'facilitator', 'lead'], phases: ['solve'], target: 'solution', undo: true, fields: { solution: { record: 'solution' }, text: { text: [1, 1000], lines: true, optional: true }, kind: { word: ['sop', 'script', 'checklist', 'play', 'taboo'], optional: true }, owner: { word: ['operations', 'host', 'floor', 'backstage', 'private'], optional: true }, due: { text: [1, 40], optional: true, clear: true } } },
  'solution.drop': { log: 'room', who: ['author', 'facilitator', 'lead'], phases: ['solve'], target: 'solution', fields: { solution: { record: 'solution' } } },
  'solution.erase': { log: 'room', who: ['lead'], target: 'solution', fields: { solution: { record: 'solution' }, reason: { text: [1, 60] }, onward: { flag: true, optional: true } } },
  'solution.promote': { log: 'room', who: ['facilitator', 'lead'], phases: ['solve', 'closed'], target: 'solution', fields: { solution: { record: 'solution' }, title: { text: [1, 60], optional: true }, stage: { word: ['before', 'opening', 'explaining', 'closing', 'switching', 'ending', 'after'], optional: true }, trigger: { text: [1, 200], optional: true } } },
  'entry.write': { log: 'playbook', who: ['lead'], fields: { title: { text: [1, 60] }, kind: { word: ['sop', 'script', 'checklist', 'play', 'taboo'] }, roles: { words: ['operations', 'host', 'floor', 'backstage', 'private'], count: [1, 5] }, stage: { word: ['before', 'opening', 'explaining', 'closing', 'switching', 'ending', 'after'], optional: true }, trigger: { text: [1, 200], optional: true }, text: { text: [1, 2000], lines: true } } },
  'entry.edit': { log: 'playbook', who: ['lead'], target: 'entry', undo: true, fields: { entry: { record: 'entry' }, title: { text: [1, 60], optional: true }, kind: { word: ['sop', 'script', 'checklist', 'play', 'taboo'], optional: true }, roles: { words: ['operations', 'host', 'floor', 'backstage', 'private'], count: [1, 5], optional: true }, stage: { word: ['before', 'opening', 'explaining', 'closing', 'switching', 'ending', 'after'], optional: true, clear: true }, trigger: { text: [1, 200], optional: true, clear: true }, text: { text: [1, 2000], lines: true, optional: true } } },
  'entry.mark': { log: 'playbook', who: ['lead'], target: 'entry', undo: true, fields: { entry: { record: 'entry' }, status: { word: ['trial', 'inForce', 'retired'] }, show: { log: 'show', optional: true }, note: { text: [1, 200], optional: true } } },
  'entry.erase': { log: 'playbook', who: ['lead'], target: 'entry', fields: { entry: { record: 'entry' }, reason: { text: [1, 60] }, onward: { flag: true, optional: true } } },
};
