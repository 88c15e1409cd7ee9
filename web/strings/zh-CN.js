/** 中文。The keys of every catalogue are the same; Tests/web/words.test.mjs compares them. */
import room from './room.zh-CN.js';

export default {
  back: '返回',
  toLobby: '回到首页',
  product: '复盘台',
  close: '关闭',
  cancel: '取消',
  save: '保存',
  add: '添加',
  edit: '修改',
  remove: '移除',
  confirm: '确定',
  optional: '选填',
  copy: '复制',
  copied: '已复制',
  none: '无',
  loading: '正在载入…',

  app: { unreachable: '页面没有加载出来，请检查网络。', reload: '重新加载' },
  status: {
    connecting: '连接中', live: '已连接', offline: '离线', signedOut: '未登录', outdated: '需要刷新',
    saving: '保存中 {n}',
    offlineUnsaved: '网络断开，{n} 条还没保存。内容留在本机，联网后自动提交。',
    offlineNothing: '网络断开，正在重连。现在写下的内容会先留在本机。',
    retry: '立即重连', refused: '{n} 条没有被接受', again: '再试一次', drop: '放弃',
    outdatedLong: '页面版本旧了，刷新后继续，没保存的内容不会丢。',
  },
  state: { saving: '保存中…', waiting: '等待联网', saved: '已保存', refused: '未接受' },

  role: { operations: '运营', host: '主播', floor: '场控', backstage: '中控', private: '私域' },
  roleMark: { operations: '运', host: '主', floor: '场', backstage: '中', private: '私' },
  kind: { mistake: '失误', puzzle: '困惑', experience: '经验' },
  kindMark: { mistake: '●', puzzle: '？', experience: '★' },
  phase: { prepare: '准备', live: '直播', data: '数据', collect: '写卡', vote: '投票', solve: '共创', closed: '完成' },
  step: { goals: '目标回顾', show: '单场分析', comparison: '横向对比' },
  entryKind: { sop: '流程', script: '话术', checklist: '清单', play: '玩法', taboo: '禁忌' },
  stage: {
    before: '播前', opening: '开场', explaining: '讲解', closing: '逼单', switching: '转品', ending: '收尾', after: '播后',
  },
  entryStatus: { trial: '试行', inForce: '生效', retired: '废止' },
  markerKind: {
    product: '讲解', luckyBag: '福袋', flashSale: '秒杀', coupon: '满减', wecom: '弹企微', onShelf: '上架', offShelf: '下架',
    violation: '违规', alert: '预警', note: '场记', hostChange: '主播',
  },
  source: { group: '社群', wecom: '1v1企微', moments: '朋友圈', comment: '直播评论', message: '私信', service: '客服' },
  customer: { new: '新客', old: '老客', member: '会员' },
  urgency: { order: '影响下单', show: '本场内', after: '播后' },
  questionStatus: { open: '待回应', answered: '已回应', followUp: '跟进中', resolved: '已解决', noAction: '不处理' },
  category: {
    size: '尺码规格', ingredient: '成分功效用法', price: '价格优惠赠品', link: '链接/怎么买', stock: '库存补货', delivery: '发货物流',
    payment: '支付', refund: '退换退款', complaint: '售后投诉质量', booking: '预约/关注/操作', luckyBag: '福袋中奖',
    membership: '企微/会员权益', wish: '想看其他品', mall: '商城打通', trust: '真伪信任', lag: '卡顿音画', other: '其他',
  },
  member: { gone: '已离开的成员' },

  refusal: {
    malformed: '请求没有被听懂，请刷新页面。', unknownOp: '服务器不认识这个操作，请刷新页面。', invalid: '内容不符合要求。',
    forbidden: '你没有做这件事的权限。', phase: '现在这个阶段不能这样做。', phaseIs: '会议在「{phase}」阶段，不能这样做。',
    budget: '票用完了，还剩 {left} 票。', notFound: '找不到，可能已被删除。', conflict: '有人先改过了，请看新的内容再改。',
    lastLead: '至少要留一位负责人。', full: '数量到上限了（{limit}）。', rate: '操作太快了，稍等一下。', inFlight: '还有很多条在保存，稍等一下。',
    busy: '同时操作的人太多，请再试一次。', unavailable: '服务器暂时没有响应，请稍后再试。', taken: '编号冲突，请再试一次。',
    offline: '没有连上服务器，请检查网络。', signedOut: '登录已失效，请重新打开邀请链接。', unknown: '没有成功，原因不明。',
  },
  problem: {
    missing: '请填写{field}。', wrongType: '{field}的格式不对。', tooLong: '{field}太长了，最多 {limit} 字。', tooShort: '{field}太短了。',
    outOfRange: '{field}超出范围。', unknown: '不认识{field}。', invalid: '{field}不对。',
  },
  field: {
    text: '内容', name: '名字', title: '标题', words: '回应', role: '岗位', roles: '岗位', kind: '类型', offset: '时间', values: '数据',
    value: '数值', metric: '指标', startsAt: '开始时间', endsAt: '结束时间', due: '期限', owner: '负责岗位', trigger: '适用时机', stage: '环节',
    token: '链接', reason: '原因', votes: '票数', basis: '依据', label: '名称', product: '商品', group: '群', user: '用户', shows: '场次',
  },
  act: {
    'question.log': '记问题', 'question.edit': '改问题', 'question.plus': '问题+1', 'question.answer': '回应', 'question.mark': '改状态',
  },

  metric: {
    impression_uv: '曝光人数', enter_rate: '曝光-观看率', watch_uv: '场观', watch_pv: '观看人次', peak_online: '最高在线', avg_online: '平均在线',
    online: '在线人数', src_private_ratio: '私域占比', src_public_ratio: '公域占比', src_natural_ratio: '自然流量占比',
    src_paid_ratio: '付费占比', new_viewer_ratio: '新观众占比', ad_cost: '投流消耗', roi: 'ROI', avg_watch_sec: '人均观看时长',
    interact_rate: '互动率', comment_cnt: '评论数', comment_rate: '评论率', like_cnt: '点赞', share_cnt: '分享次数', share_rate: '分享率',
    new_follow: '新增关注', follow_rate: '关注率', reserve_uv: '预约人数', luckybag_join_rate: '福袋参与率', reply_rate: '评论回复率',
    item_exp_uv: '商品曝光人数', item_clk_uv: '商品点击人数', exp_clk_rate: '曝光-点击率', clk_pay_rate: '点击-成交率',
    view_pay_rate: '观看-成交率', create_cnt: '创建订单', pay_cnt: '成交订单', create_pay_rate: '支付率', pay_uv: '成交人数',
    gmv: '成交金额', net_gmv: '净成交', aov: '客单价', uv_value: 'UV价值', gpm: '千次观看成交', deal_density: '成交密度', hourly_gmv: '时均产出',
    refund_amt: '退款金额', refund_rate: '退款率', item_pace: '过品节奏', stock_out: '断货次数', link_err: '错链次数', violation_cnt: '违规次数',
    reach_uv: '触达人数', reach_enter_rate: '触达-进入率', wecom_popup_cnt: '弹企微次数', wecom_click_uv: '名片点击', wecom_new: '企微新增',
    wecom_add_rate: '添加率', group_new: '群新增', first_reply_min: '首次回复', q_logged: '记录问题数', q_resolved_rate: '问题解决率',
    q_first_ans_min: '首次回应时长',
  },

  join: {
    title: '加入 {organisation}', lead: '成为 {organisation} 的负责人', name: '怎么称呼你', nameHint: '如 小林', roles: '你的岗位（可多选）', button: '进入',
    busy: '正在进入…', pair: '以 {name} 的身份使用这台设备', pairWhy: '{organisation} · 这个链接只能用一次', pairButton: '就是我，进入', looking: '正在查看链接…',
    noLink: '需要一个邀请链接', noLinkWhy: '请负责人发给你链接，或扫描他屏幕上的二维码。', paste: '也可以把链接粘贴在这里', open: '打开',
    dead: '这个链接失效了：可能过期、用完或被撤回。请负责人再发一个。', someone: '这台设备上已登录 {name}。', goOn: '继续使用',
  },

  lobby: {
    playbook: '经验库', invite: '邀请', pair: '连接手机', menu: '菜单', members: '成员', settings: '团队设置', signOut: '退出登录', now: '正在进行',
    importList: '导入列表', schedule: '安排场次', noShows: '还没有场次。', earlier: '更早的 {n} 场', noChannels: '还没有直播间，先添加一个。', addChannel: '添加直播间',
    openQuestions: '{n} 个问题待回应', logQuestions: '记录用户问题', reviewing: '复盘中', enterRoom: '进入复盘室', review: '复盘', reviewOf: '{n} 场复盘', openRoom: '开复盘室',
    openAnother: '再开一间复盘室', goal: '目标 {goal}', channel: '直播间', titleHint: '如 羊绒专场', whichShows: '复盘哪几场', weekly: '如 3月上旬周复盘',
    roomTitle: '{title} 复盘', votes: '每人票数', listWhy: '平台导出的场次列表（CSV）会成为「{channel}」的历史场次；同一场再导入不会重复。', chooseFile: '选择文件',
  },

  pair: { why: '用手机扫码，同一个人在两台设备上，票数和内容都在一起。', until: '{time} 前有效，只能用一次。' },
  invite: {
    roles: '可选的岗位', valid: '有效期', hours: { 1: '1 小时', 24: '1 天', 168: '7 天', 720: '30 天' }, lead: '加入后也是负责人', make: '生成链接',
    once: '链接只显示这一次，请现在发给大家。', another: '再做一个', validOnes: '还有效的邀请', left: '{until} 前 · 还可用 {n} 次', revoke: '撤回',
  },
  members: {
    title: '成员 {n} 人', lead: '负责人', isLead: '是负责人', me: '我', myName: '我的名字', rename: '改名', remove: '移出', removeSure: '确定移出 {name}',
  },
  settings: { name: '团队名称', channels: '直播间', newChannel: '新直播间的名字', labels: '岗位叫法' },
  share: { link: '链接', code: '二维码' },

  show: {
    tab: { questions: '问题', numbers: '数据', markers: '标记' },
    live: '直播中', start: '开播', end: '下播', endSure: '确定下播', planned: '计划 {when} 开播', ended: '{day} {from}–{to}',
    ask: '记下用户问题…', log: '记下', category: '分类', product: '商品', urgency: '紧急度', source: '来源', more: '更多', less: '收起',
    group: '群名', user: '用户', customer: '客户', offset: '播中时间', offsetNow: '现在', offsetWrong: '时间请写成 1:02:30。',
    privacy: '手机号、单号、微信号、用户昵称会先隐去再保存',
    allProducts: '全部商品', allStatuses: '全部状态', status: '状态', airOnly: '待口播', importQuestions: '导入', newQuestions: '{n} 条新问题',
    noMatch: '没有符合的问题', noQuestions: '还没有问题。写在上面，回车就记下。', restore: '拿回来改',
    plusLabel: '又有人问，现在 {n} 人', air: '请主播口播', onAir: '待口播', masked: '已隐去{what}', answer: '回应', answerHint: '怎么回应的（可空）',
    mode: { answer: '回应', promote: '转为议题', edit: '修改', erase: '抹除' },
    issue: { requested: '正在转为议题', raised: '已转为议题', refused: '转议题没有成功' },
    noRoom: '这场还没有复盘室，开了之后可以转。', room: '复盘室', issueRole: '归到岗位', issueRoleMine: '私域', issueKind: '作为',
    eraseHint: '抹除的原因，原文将永久删除', erased: '已抹除：{reason}', expired: '原文已过保存期',
  },

  numbers: {
    goals: '目标', metric: '指标', goal: '目标值', actual: '实际', gap: '差距', basis: '依据', basisHint: '依据，如 近7场中位数 × 1.1',
    setGoal: '定目标', importGoals: '导入目标', noGoals: '还没有目标。播前定下，播后对照。', clear: '清除{metric}的目标', unreadable: '标红的地方没有读懂，请写成数字。',
    snapshots: '场次数据', importSummary: '导入总览', importTrend: '导入分钟趋势', type: '手填', noSnapshots: '还没有数据。可以导入平台文件，也可以手填。',
    label: '名称', labelHint: '如 T+1', source: { typed: '手填', summary: '单场总览', list: '场次列表' }, series: '{minutes} 分钟：{columns}',
    peaks: '高点', troughs: '低点',
  },

  markers: { text: '说明（选填）', kind: '类型', hint: '点一下就记在此刻', import: '导入', none: '还没有标记' },

  import: {
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
  },
  unit: {
    person: '人', time: '次', comment: '条', order: '单', yuan: '元', ratio: '%', plain: '', second: '秒', minute: '分', orderPerHour: '单/时',
    yuanPerHour: '元/时', minutePerItem: '分/品',
  },
  mask: { phone: '手机号', landline: '座机', id: '证件号', card: '银行卡', number: '单号', order: '单号', email: '邮箱', wechat: '微信号', address: '地址', name: '姓名' },

  playbook: {
    write: '新写一条', edit: '修改这一条', export: { md: '导出 Markdown', csv: '导出 CSV' }, index: '目录', allRoles: '全部岗位', waiting: '试行中，等待验证',
    anyStage: '不限环节', none: '经验库还是空的。复盘里的解决办法会沉淀到这里。', noMatch: '这个岗位还没有条目', showRetired: '看已废止的 {n} 条', showCurrent: '回到现行条目',
    trigger: '何时用', triggerHint: '什么情况下用', version: '第 {n} 版', origin: '来自 {room}', evidence: '证据', text: '怎么做（步骤或原话）',
    mark: { trial: '改为试行', inForce: '验证有效', retired: '废止' }, newer: '别人刚改成了这样', keepMine: '以我的为准', discard: '放弃修改',
  },

  room,
};
