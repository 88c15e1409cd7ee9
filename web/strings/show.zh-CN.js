export const show = {
  keys: { title: '键盘', write: '写问题', tabs: '问题、数据、标记', enter: '提交', break: '换行', leave: '关闭', help: '看这些键' },
  tab: { questions: '问题', numbers: '数据', markers: '标记' },
  start: '开播', end: '下播', endSure: '确定下播', undo: { start: '撤销开播', end: '撤销下播' },
  early: '计划 {planned} 开播，现在还早 {by}。现在就算开播吗？', late: '计划 {planned} 开播，现在已经晚了 {by}。每一分钟都从开播算起，从什么时候算？',
  startNow: '现在 {at} 开播', startPlanned: '按计划 {at} 开播', startOther: '别的时间…',
  times: '改时间', plannedStart: '计划开播', plannedEnd: '计划下播', realStart: '实际开播', realEnd: '实际下播',
  timesWhy: '改了开播时间，标记、问题、曲线和卡片上的分钟都跟着走。清空表示还没有开播或下播。',
  told: '平台文件记的是 {from} 开播、{to} 下播，和这里不一样。', takeTold: '改用平台的时间', planned: '计划 {when} 开播', ended: '{day} {from}–{to}',
  ask: '记下用户问题…', log: '记下', category: '分类', product: '商品', urgency: '紧急度', source: '来源', more: '更多', less: '收起',
  group: '群名', user: '用户', customer: '客户', offset: '播中时间', offsetNow: '现在', offsetWrong: '时间请写成 1:02:30。',
  offsetNeeded: '这场已经下播，请写上是播到几点几分问的，如 1:02:30。', placed: '已记在 {at}。', find: '去看',
  privacy: '手机号、单号、微信号、用户昵称会先隐去再保存',
  allProducts: '全部商品', allStatuses: '全部状态', status: '状态', airOnly: '待口播', importQuestions: '导入', newQuestions: '{n} 条新问题',
  noMatch: '没有符合的问题', noQuestions: '还没有问题。写在上面，回车就记下。', noQuestionsYet: '还没有问题，记下的会出现在这里。', restore: '拿回来改',
  plusLabel: '又有人问，现在 {n} 人', air: '请主播口播', onAir: '待口播', imported: '导入', masked: '已隐去{what}', answer: '回应', answerHint: '怎么回应的（可空）',
  mode: { answer: '回应', promote: '转为卡片', edit: '修改', erase: '抹除' },
  issue: { requested: '正在转为卡片', raised: '已转为卡片', refused: '没有转成卡片' },
  noRoom: '这场还没有复盘室，开了之后可以转。', room: '复盘室', issueRole: '归到岗位', issueKind: '作为',
  expired: '原文已过保存期', gone: '这条提问刚被抹除，写的内容存不到这里了。', mayNotLog: '你的岗位刚变了，不能再记录提问。',
};

export const numbers = {
  goals: '目标', metric: '指标', goal: '目标值', actual: '实际', attained: '达成', gap: '差距', basis: '依据', basisHint: '依据，如 近7场中位数 × 1.1',
  setGoal: '定目标', importGoals: '导入目标', noGoals: '还没有目标。播前定下，播后对照。', clear: '清除{metric}的目标', unreadable: '标红的地方没有读懂，请写成数字。',
  snapshots: '场次数据', importSummary: '导入总览', importTrend: '导入分钟趋势', type: '手填', noSnapshots: '还没有数据。可以导入平台文件，也可以手填。', noSnapshotsYet: '还没有数据。',
  label: '名称', labelHint: '如 T+1', source: { typed: '手填', summary: '单场总览', list: '场次列表' }, series: '{minutes} 分钟：{columns}',
  peaks: '高点', troughs: '低点', seriesFailed: '分钟数据没有取到。',
};

export const markers = { text: '说明（选填）', kind: '类型', hint: '点一下就记在此刻', minuteFirst: '现在不在直播：先写播中时间，再点类型。', import: '导入', none: '还没有标记' };

export const files = {
  busy: '正在读取 {name}…', read: '读了 {rows} 行，收下 {accepted} 行（{encoding}）。', ignored: '没有用到的列：{columns}',
  problems: '{n} 处没有读懂，其余都已保存', line: '行', column: '列', cell: '原文', why: '原因',
  problem: {
    notANumber: '不是数字', notADuration: '不是时长', notADate: '不是时间', notARatio: '不是比例', tooManyDigits: '位数太多，像是编号',
    outOfRange: '超出可能的范围', unknownWord: '不认识这个词', missing: '缺了必填的内容', tooLong: '太长了', duplicate: '与前面重复',
    extraCell: '超出表头的单元格', unclosedQuote: '引号没有收尾', brokenText: '有乱码',
  },
  fault: {
    empty: '文件是空的。', notText: '不是 UTF-8 或 GB18030 文本。', spreadsheet: '这是 Excel 工作簿，请先另存为 CSV。', tooBig: '文件太大。',
    unrecognised: '没有认出需要的列，请检查是不是选错了文件。',
  },
};
