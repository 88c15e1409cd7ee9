export const playbook = {
  write: '新写一条', edit: '修改这一条', export: { md: '导出 Markdown', csv: '导出 CSV' }, index: '目录', allRoles: '全部岗位', waiting: '试行中，等待验证',
  anyStage: '不限环节', none: '打法手册还是空的。复盘里的解决办法会收进这里。', noMatch: '这个岗位还没有条目', showRetired: '看已废止的 {n} 条', showCurrent: '回到现行条目',
  trigger: '何时用', triggerHint: '什么情况下用', version: '第 {n} 版', origin: '来自 {room}', evidence: '依据',
  known: '提出时：{value}', knownAgainst: '提出时：{value}（{against}）', goal: '目标 {value}', last: '上场 {value}', comma: '，',
  verified: '验证', verifyHint: '「{title}」在哪一场里见到有效？写下来，跟条目在一起。', seenIn: '在哪一场', whichShow: '选一场', noShowSince: '收录之后还没有开播过别的场次。等用过一场，再来写在哪一场见到有效。', seenHow: '看到了什么',
  seenHint: '例如：离席 40 秒，在线没有掉', text: '怎么做（步骤或原话）',
  mark: { trial: '改为试行', inForce: '验证有效', retired: '废止' }, newer: '别人刚改成了这样', keepMine: '以我的为准', discard: '放弃修改',
};
