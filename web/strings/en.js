/** English. The keys of every catalogue are the same; Tests/web/words.test.mjs compares them. */
import room from './room.en.js';

export default {
  back: 'Back',
  toLobby: 'To the lobby',
  product: 'Aftershow',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  add: 'Add',
  edit: 'Edit',
  remove: 'Remove',
  confirm: 'OK',
  optional: 'optional',
  copy: 'Copy',
  copied: 'Copied',
  none: 'None',
  loading: 'Loading…',

  app: { unreachable: 'The page could not be loaded. Check the network.', reload: 'Reload' },
  status: {
    connecting: 'Connecting', live: 'Connected', offline: 'Offline', signedOut: 'Signed out', outdated: 'Out of date',
    saving: 'Saving {n}',
    offlineUnsaved: 'Offline. {n} not saved yet; kept on this device and sent when the network is back.',
    offlineNothing: 'Offline, reconnecting. What you write now is kept on this device.',
    retry: 'Reconnect now', refused: ({ n }) => (n === 1 ? '1 was not accepted' : `${n} were not accepted`),
    again: 'Try again', drop: 'Discard',
    outdatedLong: 'This page is out of date. Reload to go on; nothing unsaved is lost.',
  },
  state: { saving: 'Saving…', waiting: 'Waiting for network', saved: 'Saved', refused: 'Not accepted' },

  role: { operations: 'Operations', host: 'Host', floor: 'Floor', backstage: 'Backstage', private: 'Private domain' },
  roleMark: { operations: 'O', host: 'H', floor: 'F', backstage: 'B', private: 'P' },
  kind: { mistake: 'Mistake', puzzle: 'Puzzle', experience: 'Experience' },
  kindMark: { mistake: '●', puzzle: '?', experience: '★' },
  phase: {
    prepare: 'Prepare', live: 'Live', data: 'Data', collect: 'Write', vote: 'Vote', solve: 'Solve', closed: 'Done',
  },
  step: { goals: 'Goals', show: 'This show', comparison: 'Comparison' },
  entryKind: { sop: 'SOP', script: 'Script', checklist: 'Checklist', play: 'Play', taboo: 'Taboo' },
  stage: {
    before: 'Before', opening: 'Opening', explaining: 'Explaining', closing: 'Closing', switching: 'Switching',
    ending: 'Ending', after: 'After',
  },
  entryStatus: { trial: 'On trial', inForce: 'In force', retired: 'Retired' },
  markerKind: {
    product: 'Product talk', luckyBag: 'Lucky bag', flashSale: 'Flash sale', coupon: 'Coupon', wecom: 'WeCom card',
    onShelf: 'On shelf', offShelf: 'Off shelf', violation: 'Violation', alert: 'Alert', note: 'Note', hostChange: 'Host change',
  },
  source: {
    group: 'Group', wecom: 'WeCom 1:1', moments: 'Moments', comment: 'Live comment', message: 'Message', service: 'Service',
  },
  customer: { new: 'New', old: 'Returning', member: 'Member' },
  urgency: { order: 'Blocks an order', show: 'This show', after: 'After' },
  questionStatus: {
    open: 'Open', answered: 'Answered', followUp: 'Follow-up', resolved: 'Resolved', noAction: 'No action',
  },
  category: {
    size: 'Size', ingredient: 'Material and use', price: 'Price and gifts', link: 'Link, how to buy', stock: 'Stock',
    delivery: 'Delivery', payment: 'Payment', refund: 'Returns', complaint: 'Complaint', booking: 'Booking, following',
    luckyBag: 'Lucky bag', membership: 'Membership', wish: 'Other products', mall: 'Mall', trust: 'Authenticity',
    lag: 'Lag, sound', other: 'Other',
  },
  member: { gone: 'A former member' },

  refusal: {
    malformed: 'The request was not understood. Reload the page.', unknownOp: 'The server does not know this act. Reload the page.',
    invalid: 'Something in it is not valid.', forbidden: 'You may not do this.', phase: 'Not in this phase.',
    phaseIs: 'The meeting is in “{phase}”; this cannot be done now.', budget: 'Your votes are spent; {left} left.',
    notFound: 'Not found; it may have been removed.', conflict: 'Someone changed it first. Look at the newer text, then edit.',
    lastLead: 'One lead has to stay.', full: 'There can be no more ({limit}).', rate: 'Too fast; wait a moment.',
    inFlight: 'Much is still being saved; wait a moment.', busy: 'Too many at once; try again.',
    unavailable: 'The server does not answer for the moment; try later.', taken: 'The ids collided; try again.',
    offline: 'The server was not reached. Check the network.', signedOut: 'Signed out. Open your invitation link again.',
    unknown: 'It failed, for an unknown reason.',
  },
  problem: {
    missing: 'Fill in: {field}.', wrongType: '{field}: wrong format.', tooLong: '{field}: too long, at most {limit} characters.',
    tooShort: '{field}: too short.', outOfRange: '{field}: out of range.', unknown: '{field}: not known.', invalid: '{field}: not valid.',
  },
  field: {
    text: 'text', name: 'name', title: 'title', words: 'answer', role: 'role', roles: 'roles', kind: 'kind', offset: 'time',
    values: 'numbers', value: 'value', metric: 'metric', startsAt: 'start', endsAt: 'end', due: 'due', owner: 'owner',
    trigger: 'trigger', stage: 'stage', token: 'link', reason: 'reason', votes: 'votes', basis: 'basis', label: 'label',
    product: 'product', group: 'group', user: 'user', shows: 'shows',
  },
  act: {
    'question.log': 'Question', 'question.edit': 'Edit', 'question.plus': '+1', 'question.answer': 'Answer', 'question.mark': 'Status',
  },

  metric: {
    impression_uv: 'Impressions (UV)', enter_rate: 'Impression → view', watch_uv: 'Viewers', watch_pv: 'Views', peak_online: 'Peak online',
    avg_online: 'Average online', online: 'Online', src_private_ratio: 'Private traffic', src_public_ratio: 'Public traffic',
    src_natural_ratio: 'Organic traffic', src_paid_ratio: 'Paid traffic', new_viewer_ratio: 'New viewers', ad_cost: 'Ad cost', roi: 'ROI',
    avg_watch_sec: 'Average watch', interact_rate: 'Engagement rate', comment_cnt: 'Comments', comment_rate: 'Comment rate',
    like_cnt: 'Likes', share_cnt: 'Shares', share_rate: 'Share rate', new_follow: 'New follows', follow_rate: 'Follow rate',
    reserve_uv: 'Reservations', luckybag_join_rate: 'Lucky-bag rate', reply_rate: 'Reply rate', item_exp_uv: 'Product exposure',
    item_clk_uv: 'Product clicks', exp_clk_rate: 'Exposure → click', clk_pay_rate: 'Click → pay', view_pay_rate: 'View → pay',
    create_cnt: 'Orders created', pay_cnt: 'Orders paid', create_pay_rate: 'Created → paid', pay_uv: 'Buyers', gmv: 'GMV',
    net_gmv: 'Net GMV', aov: 'Average order', uv_value: 'UV value', gpm: 'GPM', deal_density: 'Deal density', hourly_gmv: 'GMV per hour',
    refund_amt: 'Refunds', refund_rate: 'Refund rate', item_pace: 'Pace', stock_out: 'Stock-outs', link_err: 'Wrong links',
    violation_cnt: 'Violations', reach_uv: 'Reach', reach_enter_rate: 'Reach → enter', wecom_popup_cnt: 'WeCom cards shown',
    wecom_click_uv: 'WeCom clicks', wecom_new: 'WeCom adds', wecom_add_rate: 'WeCom add rate', group_new: 'Group joins',
    first_reply_min: 'First reply', q_logged: 'Questions logged', q_resolved_rate: 'Questions resolved', q_first_ans_min: 'First answer',
  },

  join: {
    title: 'Join {organisation}', lead: 'Lead {organisation}', name: 'Your name', nameHint: 'e.g. Lin', roles: 'Your roles (several allowed)', button: 'Enter',
    busy: 'Entering…', pair: 'Use this device as {name}', pairWhy: '{organisation} · this link works once', pairButton: 'That is me, enter',
    looking: 'Looking at the link…', noLink: 'You need an invitation link', noLinkWhy: 'Ask a lead for the link, or scan the code on their screen.',
    paste: 'Or paste the link here', open: 'Open', dead: 'This link no longer works: expired, used up or revoked. Ask a lead for another.',
    someone: '{name} is signed in on this device.', goOn: 'Go on',
  },

  lobby: {
    playbook: 'Playbook', invite: 'Invite', pair: 'Pair a phone', menu: 'Menu', members: 'Members', settings: 'Team settings', signOut: 'Sign out',
    now: 'Going on', importList: 'Import list', schedule: 'Schedule show', noShows: 'No shows yet.', earlier: '{n} earlier',
    noChannels: 'No channels yet; add one first.', addChannel: 'Add channel',
    openQuestions: ({ n }) => (n === 1 ? '1 open question' : `${n} open questions`), logQuestions: 'Log questions', reviewing: 'In review',
    enterRoom: 'Enter the room', review: 'Review', reviewOf: 'Review of {n}', openRoom: 'Open a room', openAnother: 'Open another room', goal: 'Goal {goal}', channel: 'Channel',
    titleHint: 'e.g. Cashmere special', whichShows: 'Shows to review', weekly: 'e.g. Weekly review', roomTitle: '{title} review', votes: 'Votes each',
    listWhy: 'The platform’s list of shows (CSV) becomes the history of “{channel}”; importing a show again does not double it.', chooseFile: 'Choose file',
  },

  pair: { why: 'Scan with your phone: one person on two devices, one vote budget.', until: 'Good until {time}, once.' },
  invite: {
    roles: 'Roles offered', valid: 'Valid for', hours: { 1: '1 hour', 24: '1 day', 168: '7 days', 720: '30 days' }, lead: 'Joins as a lead', make: 'Make link',
    once: 'The link is shown this once; pass it on now.', another: 'Make another', validOnes: 'Still valid', left: 'until {until} · {n} uses left', revoke: 'Revoke',
  },
  members: {
    title: 'Members ({n})', lead: 'Lead', isLead: 'Is a lead', me: 'me', myName: 'My name', rename: 'Rename', remove: 'Remove', removeSure: 'Remove {name}',
  },
  settings: { name: 'Team name', channels: 'Channels', newChannel: 'Name of a new channel', labels: 'What roles are called' },
  share: { link: 'Link', code: 'QR code' },

  show: {
    tab: { questions: 'Questions', numbers: 'Numbers', markers: 'Markers' },
    live: 'Live', start: 'Start show', end: 'End show', endSure: 'End it', planned: 'Planned for {when}', ended: '{day} {from}–{to}',
    ask: 'Log a user’s question…', log: 'Log', category: 'Category', product: 'Product', urgency: 'Urgency', source: 'Source', more: 'More',
    less: 'Less', group: 'Group', user: 'User', customer: 'Customer', offset: 'Show time', offsetNow: 'now',
    offsetWrong: 'Write the time as 1:02:30.', privacy: 'Phone and order numbers, WeChat ids and names are masked before saving',
    allProducts: 'All products', allStatuses: 'Any status', status: 'Status', airOnly: 'For the host', importQuestions: 'Import',
    newQuestions: ({ n }) => (n === 1 ? '1 new question' : `${n} new questions`), noMatch: 'No such question',
    noQuestions: 'No questions yet. Write above; Enter logs it.', restore: 'Take back and edit', plusLabel: 'One more asks: {n} now',
    air: 'For the host to say', onAir: 'For the host', masked: 'masked: {what}', answer: 'Answer', answerHint: 'What was answered (may be empty)',
    mode: { answer: 'Answer', promote: 'Make an issue', edit: 'Edit', erase: 'Erase' },
    issue: { requested: 'Becoming an issue', raised: 'Is an issue', refused: 'Did not become an issue' },
    noRoom: 'No review room for this show yet.', room: 'Room', issueRole: 'For the role', issueRoleMine: 'Private domain', issueKind: 'As',
    eraseHint: 'Reason; the words are deleted for good', erased: 'Erased: {reason}', expired: 'The words have expired',
  },

  numbers: {
    goals: 'Goals', metric: 'Metric', goal: 'Goal', actual: 'Actual', gap: 'Gap', basis: 'Basis', basisHint: 'Basis, e.g. 7-show median × 1.1',
    setGoal: 'Set goal', importGoals: 'Import goals', noGoals: 'No goals yet. Set before the show, compared after it.', clear: 'Clear the goal for {metric}',
    unreadable: 'What is marked red cannot be read as a number.', snapshots: 'Numbers', importSummary: 'Import summary',
    importTrend: 'Import minute series', type: 'Type', noSnapshots: 'No numbers yet. Import the platform’s files, or type them.', label: 'Label',
    labelHint: 'e.g. T+1', source: { typed: 'Typed', summary: 'Show summary', list: 'Show list' }, series: '{minutes} minutes: {columns}',
    peaks: 'Peaks', troughs: 'Troughs',
  },

  markers: {
    text: 'What happened (optional)', kind: 'Kind', hint: 'One tap marks this moment', import: 'Import', none: 'No markers yet',
  },

  import: {
    busy: 'Reading {name}…', read: '{rows} rows read, {accepted} kept ({encoding}).', ignored: 'Columns not used: {columns}',
    problems: ({ n }) => (n === 1 ? '1 cell was not understood; the rest is kept' : `${n} cells were not understood; the rest is kept`),
    line: 'Line', column: 'Column', cell: 'Cell', why: 'Why',
    problem: {
      notANumber: 'not a number', notADuration: 'not a duration', notADate: 'not a date', notARatio: 'not a ratio',
      tooManyDigits: 'too many digits, an id perhaps', outOfRange: 'out of the possible range', unknownWord: 'word not known',
      missing: 'something must stand here', tooLong: 'too long', duplicate: 'the same once more', extraCell: 'beyond the last header',
      unclosedQuote: 'a quote that never closes', brokenText: 'broken characters',
    },
    fault: {
      empty: 'The file is empty.', notText: 'Neither UTF-8 nor GB18030 text.', spreadsheet: 'An Excel workbook: save it as CSV first.',
      tooBig: 'The file is too big.', unrecognised: 'None of the columns needed; is it the right file?',
    },
  },
  unit: {
    person: '', time: '', comment: '', order: '', yuan: '¥', ratio: '%', plain: '', second: 's', minute: 'min', orderPerHour: 'orders/h',
    yuanPerHour: '¥/h', minutePerItem: 'min/item',
  },
  mask: { phone: 'phone', landline: 'landline', id: 'id', card: 'bank card', number: 'number', order: 'order number', email: 'e-mail', wechat: 'WeChat id', address: 'address', name: 'name' },

  playbook: {
    write: 'Write an entry', edit: 'Edit entry', export: { md: 'Export Markdown', csv: 'Export CSV' }, index: 'Index', allRoles: 'All roles',
    waiting: 'On trial, waiting for verification', anyStage: 'Any stage', none: 'The playbook is empty. Solutions from reviews end up here.',
    noMatch: 'Nothing for this role yet', showRetired: 'Show {n} retired', showCurrent: 'Back to current entries', trigger: 'When',
    triggerHint: 'In which situation', version: 'Version {n}', origin: 'from {room}', evidence: 'Evidence', text: 'What to do (steps or words)',
    mark: { trial: 'Put on trial', inForce: 'Verified', retired: 'Retire' }, newer: 'Someone just changed it to this', keepMine: 'Use mine',
    discard: 'Discard',
  },

  room,
};
