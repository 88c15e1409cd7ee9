export const join = {
  title: '加入 {organisation}', lead: '成为 {organisation} 的负责人', name: '怎么称呼你', nameHint: '如 小林', roles: '你的岗位（可多选）', button: '进入',
  busy: '正在进入…', pair: '以 {name} 的身份使用这台设备', pairWhy: '{organisation} · 这个链接只能用一次', pairButton: '就是我，进入', looking: '正在查看链接…',
  removed: '你已不在这个团队里。', noLink: '需要一个邀请链接', noLinkWhy: '请负责人发给你链接，或扫描他屏幕上的二维码。', paste: '也可以把链接粘贴在这里', open: '打开',
  dead: '这个链接失效了：可能过期、用完或被撤回。请负责人再发一个。', someone: '这台设备上已登录 {name}。', goOn: '继续使用',
  wasHere: '上次在这台设备上的是「{name}」。', return: '我以前在这里', returnWait: '等人确认你是「{name}」',
  returnHow: '请负责人打开首页，对上这个数字后确认；或者在你登录着的另一台设备上确认。', returnGone: '已不在团队里，或者找不到了。请负责人发一个邀请链接。', returnUnanswered: '没有等到确认，可以再试一次。',
};
