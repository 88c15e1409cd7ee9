/** 复盘室。 */
export const room = {
  missing: '找不到这场复盘，或者你不在它的团队里。', toLobby: '回到首页', toShow: '去场次页', toPlaybook: '打开打法手册',
  phases: '复盘进程', lookAt: '先看看「{phase}」', here: '大家在这里', returnTo: '回到大家所在：{phase}', moved: '进入「{phase}」', turned: '卡片翻开了', comma: '，',
  facilitate: '主持', facilitator: '主持人', back: '上一步', backTo: '退回「{phase}」', next: '下一步', nextTo: '下一步：{phase}', reveal: '翻开卡片',
  keys: '键盘', evidence: '证据', showCount: '{n} 场',
  present: '{n} 人在场', people: '在场的人', notHere: '不在场', hand: '交给 TA 主持', handOver: '交给别人',
  doing: { reading: '在看', writing: '正在写', away: '离开了' },
  budget: '每人票数', votesEach: '{n} 票', fewer: '减一票', more: '加一票', budgetFixed: '投票开始后票数不再改动。',
  revealHint: '翻开后所有人看到全部卡片，读完再投票。',

  lanes: '岗位', lane: '{role}，{n} 张卡片', laneHidden: '{role}，别人的卡片翻开后才看得到', newCards: '{n} 条新卡片', arrived: '{role}新增 {n} 条卡片',
  noCards: '还没有卡片', hidden: '翻开后才看得到', yourLane: '写下你这个岗位的失误、困惑或经验', liveHint: '直播进行中，用户的问题记在问题记录里。', questionLog: '用户问题记录',
  blind: '背对背写卡', blindHint: '翻开之前只有你看得到自己的卡片。', blindShort: '翻开之前只有你看得到', mineSoFar: '你写了 {n} 张', ofThemWaiting: '，其中 {n} 张等待联网', cardsSoFar: '现有 {n} 张卡片 · {here} 人在场', votedSoFar: '{n} 人投了票 · {here} 人在场',
  votesLeft: '还剩 {n} 票', spent: '票投完了', voteHint: '可以给一张卡投多票，投票结束前谁也看不到总数。',
  votesFor: '给 {name} 投票', lessVotes: '{name} 减一票', moreVotes: '{name} 加一票', ownVotes: '你投了 {n} 票', total: '共 {n} 票',

  onlyYou: '仅自己可见', me: '我', anonymous: '匿名', fromQuestion: '来自用户问题 {at}',
  goalIs: '目标 {value}', lastIs: '上场 {value}', linkMetric: '关联数据', tag: '打标签', tags: '标签', newTag: '新标签', untag: '去掉标签 {tag}', tagsHint: '最多 {n} 个，每个不超过 12 字；点标签只看带它的卡片', linkTo: '给 {no} 关联数据', withdraw: '撤回', withdrawSure: '撤回这张卡？', keep: '留着',
  takeBack: '放回输入框', conflict: '有人先改过了，现在是：', yours: '你写的：', takeTheirs: '用现在的', keepMine: '用我的覆盖',

  postAnew: '发成新卡', proposeAnew: '提成新办法', goOnCard: '接着写没写完的卡片', goOnSolution: '接着写没写完的办法',
  goneCard: '这张卡刚被撤回。', goneSolution: '这个解决办法刚被删除。', erasedCard: '这张卡的文字刚被抹除。', erasedSolution: '这个解决办法的文字刚被抹除。', leftovers: '没存上的修改', leftover: '已到「{phase}」，这处修改没有存：{text}', cannotSave: '已到「{phase}」，这里不能再改。',
  cannotWrite: '现在是「{phase}」，这里不能写卡。', cannotPost: '已到「{phase}」，这张卡提交不了了。', cannotPostYet: '现在是「{phase}」，这张卡要等复盘开始才能提交。', cannotPropose: '已到「{phase}」，现在提不了办法。',
  heldBack: '大家已到「{phase}」。写完就带你过去。', carried: '大家已到「{phase}」，这张卡照样可以提交。', nowSeen: '卡片已翻开，这张一提交大家就看得到。', nowSeenEdit: '卡片已翻开，一保存大家就看得到。',

  compose: '写一张卡', post: '提交', minute: '分钟', minuteLong: '播中时间，例如 62 或 1:02:10', minuteOdd: '看不懂这个时间，写 62 或 1:02:10', minuteIs: '播中 {at}', roleGone: '这张卡原来写给「{role}」，你现在不在这个岗位。选一个岗位再提交。',
  metric: '数据', metricIs: '已选数据：{name}', anonymousHint: '匿名：卡片上没有名字，岗位照样看得到',
  laneIsMe: '{role}只有你一个人，匿名也看得出是你写的。', laneIsOne: '{role}只有{name}一个人，大家会以为是 TA 写的。', laneIsNobodys: '{role}没有人，大家会以为是负责人或主持人写的。',
  factHelps: '带上分钟或数字更有用', seeMine: '看我写的 {n} 张', savingCards: '保存中 {n} 条…', waitingCards: '{n} 条等待联网', enterHint: 'Enter 提交 · Shift+Enter 换行',
  placeholder: {
    mistake: '写下一个失误，发生了什么、在哪一分钟…', puzzle: '写下一个困惑，想不通的是什么…', experience: '写下一条可复用的经验，怎么做、有什么效果…',
  },

  ranked: '按票数', solutions: '解决办法', noDecisions: '没有定下办法。', noSolutions: '还没有解决办法。勾选左边的卡片，在下面写。', noSolutionsYet: '还没有解决办法。', choose: '选中 #{no}',
  propose: '写一个解决办法', proposePlaceholder: '针对勾选的卡片：怎么做、谁来做…', proposeShort: '提出', proposeHint: '勾选卡片，一个办法可以解决几张', answers: '针对 {list}', answersNone: '未勾选卡片',
  ownerIs: '{role}负责', due: '期限', dueIs: '到{due}', dues: '下一场、三场之内、本周', writeCard: '改写卡片', writeSolution: '改写解决办法', drop: '删除', dropSure: '删除这个解决办法？',
  promote: '收进手册', promoteNow: '收进手册', promoting: '正在收进手册…', inPlaybook: '已在手册', promoteHint: '先按「试行」收录，验证后生效。', triggerPlaceholder: '例如：主播离席超过 30 秒',

  findMetric: '找指标', noMetric: '没有叫「{find}」的指标。', newest: '各项最新', newestOf: '各项取最新，来自 {n} 份数据，最近：{name}', noSnapshot: '这场还没有数据。', snapshot: '哪一份数据', show: '场次', unlink: '取消关联',
  sources: { typed: '手填', summary: '单场总览', list: '场次列表' },

  agenda: '这场复盘怎么走', facilitatedBy: '{name} 主持 · 每人 {n} 票', lacking: '还没有',
  agendaOf: {
    goals: '目标达成了多少，差在哪里', show: '看分钟曲线，找到高点和低点发生了什么', comparison: '和上一场、近七场中位数比',
    collect: '每个岗位写失误、困惑、经验，先写再说', vote: '选出最值得讨论的', solve: '定下怎么做、谁负责、到哪一场',
  },
  has: { goals: '目标', snapshots: '场次数据', minutes: '分钟曲线', markers: '标记', questions: '用户问题' },

  level: { red: '{n} 项差三成以上', amber: '{n} 项差一到三成', green: '{n} 项达成或接近', unknown: '{n} 项没有数据' },
  noGoals: '这场没有设目标。', noActual: '没有数据', points: '{n} 个百分点', writeOne: '写卡', lastShow: '上场 {date}',
  column: {
    metric: '指标', goal: '目标', actual: '实际', attained: '达成', gap: '差距', last: '上场', act: '写卡', now: '本场', change: '变化', median: '近{n}场中位数', trend: '走势',
    solution: '办法', kind: '类型', owner: '负责', due: '期限', playbook: '手册',
  },
  medianShort: '中位数', medianOf: '{n}场有此项',
  comparedWith: '上一场是 {date} 的{title}；中位数取同一直播间此前 {n} 场。', noPast: '同一直播间没有更早的场次，无从比较。',

  noSeries: '这场还没有分钟数据。', seriesFailed: '分钟数据没有取到。', chartLoading: '正在画分钟曲线…', chartFailed: '图表没有加载出来。', curveRange: '最高 {most} · 最低 {least}', compareWith: '叠加',
  peak: '高点', peaks: '高点', trough: '低点', troughs: '低点', turnsHint: '点一个时刻：曲线放大到那里，并以它开始写卡。', wholeShow: '看全场',
  questions: '问题', density: '用户提问密度', askedAt: '{at} 起 {n} 人提问', erased: '（已删除）', pressMinute: '点曲线取分钟', sparkLabel: '在线人数曲线与提问密度',

  withdrawn: {
    title: '撤回和删除的内容', why: '翻开后撤回的卡片和删除的办法，别人看不到了，文字还在服务器上，抹除才算删掉。没翻开就撤回的卡片不在这里。',
    none: '没有这样的内容。', issue: '撤回的卡片', solution: '删除的办法',
  },

  closed: '复盘完成', notClosed: '复盘还没结束', decided: '定下的办法', topCards: '票数最高的卡片', tile: { cards: '张卡片', solutions: '个办法', promoted: '条进手册' },

  key: {
    keys: '显示这张表', new: '写新卡片', lanes: '到第几个岗位', cards: '在卡片之间移动', vote: '加票、减票', edit: '修改卡片', metric: '关联数据',
    enter: '提交', line: '换行', leave: '离开输入框',
  },
};
