export const playbook = {
  write: '新写一条', edit: '修改这一条', export: { md: '导出 Markdown', csv: '导出 CSV' }, index: '目录', allRoles: '全部岗位', waiting: '试行中，等待验证',
  anyStage: '不限环节', none: '打法手册还是空的。复盘里的解决办法会沉淀到这里。', noMatch: '这个岗位还没有条目', showRetired: '看已废止的 {n} 条', showCurrent: '回到现行条目',
  trigger: '何时用', triggerHint: '什么情况下用', version: '第 {n} 版', origin: '来自 {room}', evidence: '证据', text: '怎么做（步骤或原话）',
  mark: { trial: '改为试行', inForce: '验证有效', retired: '废止' }, newer: '别人刚改成了这样', keepMine: '以我的为准', discard: '放弃修改',
};
