/** 搜索。 */
export const search = {
  placeholder: '搜卡片、手册、问题、场次…',
  begin: '写两个字就开始找。',
  none: '没有「{words}」。',
  count: '{n} 条',
  all: '全部',
  more: '还有 {n} 条',
  groups: '分类',
  group: {
    issues: '议题',
    entries: '手册',
    solutions: '办法',
    actions: '待办',
    questions: '问题',
    comments: '讨论',
    markers: '曲线上',
    shows: '场次',
  },
  kind: { show: '场次', room: '复盘' },
  keys: '↑↓ 选　Enter 打开　Tab 换类　Esc 关',
  hidden: '没翻开的卡片、抹除的内容搜不到',
  here: '网络断开，只搜这台设备上有的',
};
