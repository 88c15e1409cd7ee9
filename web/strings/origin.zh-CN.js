/** 一个数字从哪里来。 */
export const origin = {
  title: '数字的来源',
  definition: '口径',
  counted: '平台统计值',
  version: '定义第 {n} 版',
  source: '来源',
  newest: '最新一项',
  derived: '由公式算得，跟着最新的各项走',
  unknown: '没有记下',
  median: '同一直播间此前 {n} 场的中位数',
  proposed: '提出办法时这张卡关联的数字，之后的数据不改它',
  proposedIn: '提出办法时，{show} 的数字；之后的数据不改它',
  noted: '说明',
  notedThen: '关联时记下的值，之后的数据不改它',
  notedWithdrawn: '关联时记下的值；那份数据后来撤回了',
  from: { typed: '手填', summary: '单场总览', list: '场次列表' },
};
