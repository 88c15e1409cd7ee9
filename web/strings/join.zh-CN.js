export const join = {
  title: '加入 {organisation}', lead: '成为 {organisation} 的负责人', name: '怎么称呼你', nameHint: '如 小林', roles: '你的岗位（可多选）', button: '进入',
  busy: '正在进入…', pair: '以 {name} 的身份使用这台设备', pairWhy: '{organisation} · 这个链接只能用一次', pairButton: '就是我，进入', looking: '正在查看链接…',
  removed: '你已不在这个团队里。', noLink: '需要一个邀请链接', noLinkWhy: '请负责人发给你链接，或扫描他屏幕上的二维码。', paste: '也可以把链接粘贴在这里', open: '打开',
  dead: '这个链接失效了：可能过期、用完或被撤回。请负责人再发一个。', someone: '这台设备上已登录 {name}。', goOn: '继续使用',
  wasHere: '上次在这台设备上的是「{name}」。', return: '我以前在这里', returnWait: '等人确认你是「{name}」',
  returnHow: '请负责人打开首页，把这个数字报给他，由他填上确认；或者在你登录着的另一台设备上确认。', returnGone: '已不在团队里，或者找不到了。请负责人发一个邀请链接。', returnUnanswered: '没有等到确认，可以再试一次。',
  returnBusy: '已经有人以这位成员的名义在等确认。请负责人打开首页，不是本人的就拒绝，然后再试；15 分钟后那次请求会作废。',
  returnRefused: '有人拒绝了。如果是误会，请和负责人说一声，然后再试。', returnTaken: '那次请求已经结束了，请再试一次。',
  returnOften: '请求太频繁了。一小时后再试，或者请负责人发一个邀请链接。',
  noToken: '这里面没有邀请链接。完整的链接里有 /join# 和一长串字母数字，请整段复制。', elsewhere: '到 {host} 打开这个链接',
  inAlready: '你已经在 {organisation} 里了', inAlreadyWhy: '这台设备上登录着「{name}」。再加入一次会变成两个人，票数也会算两份。', goOnAs: '以「{name}」继续', isAnother: '我是另一个人，用新的名字加入',
  namesake: '已经有一位「{name}」了', namesakeWhy: '如果就是你：在原来的设备上点「连接手机」，用那个链接打开这里，就还是同一个人，票数也在一起。', notMe: '是同名的人，照样加入', rename: '换个名字',
};
