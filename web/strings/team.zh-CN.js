export const pair = {
  why: '用手机扫码，同一个人在两台设备上，票数和内容都在一起。',
  until: '{time} 前有效，只能用一次。',
};

export const invite = {
  roles: '可选的岗位',
  valid: '有效期',
  hours: { 1: '1 小时', 24: '1 天', 168: '7 天', 720: '30 天' },
  lead: '加入后也是负责人',
  make: '生成链接',
  holds: '{time}内有效，最多 {n} 人用。',
  once: '链接只显示这一次，请现在发给大家。',
  another: '再做一个',
  validOnes: '还有效的邀请',
  left: '{until} 前 · 还可用 {n} 次',
  revoke: '撤回',
};

export const members = {
  joined: '{time} 加入',
  devices: ({ n }) => (n === 0 ? '没有登录的设备' : `${n} 台设备登录中`),
  title: '成员 {n} 人',
  lead: '负责人',
  isLead: '是负责人',
  me: '我',
  myName: '我的名字',
  rename: '改名',
  remove: '移出',
  removeSure: '确定移出 {name}',
};

export const settings = {
  next: '「{channel}」还没有场次。',
  name: '团队名称',
  channels: '直播间',
  newChannel: '新直播间的名字',
  labels: '岗位叫法',
  light: {
    name: '红绿灯',
    of: '「{channel}」的红绿灯',
    means: '比目标差不到 {near}% 是绿色，差 {near}%–{far}% 是黄色，差得比 {far}% 还多是红色。',
    green: '< {near}%',
    amber: '{near}–{far}%',
    red: '> {far}%',
    near: '黄线',
    far: '红线',
    whole: '填 {least}–{most} 的整数。',
    order: '红线要大于黄线。',
    newer: '刚被改成 {near}–{far}%，你没动过的格子跟着变了；保存会按格子里的数改。',
  },
  ownLabel: '改回「{name}」',
};

export const share = {
  ownOnly:
    '别的设备打不开 {host}，它只指向这台电脑自己。请用这台电脑在局域网或公网的地址打开本页，再生成链接；打不开时，启动服务器要加 --bind，例如 --bind 0.0.0.0。',
  link: '链接',
  code: '二维码',
};

export const template = {
  copy: '另存一份',
  copyName: '{name} 2',
  unsaved: '自己的模板还没有存，会丢掉。',
  goBack: '回去存',
  openAnyway: '不存，开复盘室',
  leave: '不存，关掉',
  title: '模板',
  usual: {
    review: '单场复盘（默认）',
    grai: 'GRAI 目标 · 结果 · 分析 · 规律',
    kiss: 'KISS 保持 · 改进 · 开始 · 停止',
    kpt: 'KPT 保持 · 问题 · 尝试',
    '4l': '4L 喜欢 · 学到 · 欠缺 · 期望',
    aar: 'AAR 预期 · 实际 · 原因 · 下次',
  },
  own: '自己的模板',
  make: '存一个自己的',
  remove: '删掉这个模板',
  name: '模板名',
  kind: '第 {n} 类叫什么',
  hint: '提示写什么（可不填）',
  hints: '每一步说的一句（可不填，不填就用平常那句）',
  hintOf: '{phase}时说什么',
  sense: '算哪一种',
  more: '再加一类',
  incomplete: '写上模板名，至少一类，名字不要重复。',
};

/** 全部复盘的列表。 */
export const reviews = {
  allChannels: '全部直播间',
  period: '时间',
  always: '不限时间',
  lastDays: '近 {n} 天',
  phase: '阶段',
  allPhases: '全部阶段',
  open: '还没完成',
  count: '{n} 场复盘',
  issues: '{n} 张卡片',
  solutions: '{n} 个办法',
  and: '、',
  more: '还有 {n} 场',
};
