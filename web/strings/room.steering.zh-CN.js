/** 复盘室：主持人一行里的话，和接手主持。 */
export const room = {
  facilitate: '主持',
  yours: '现在由你主持',
  back: '上一步',
  reopen: '重新打开',
  archive: '归档',
  unarchive: '取消归档',
  backTo: '退回「{phase}」',
  next: '下一步',
  nextTo: '下一步：{phase}',
  unanswered: '还有 {n} 件没答，先进{phase}',
  unansweredShort: '{n} 件没答',
  reveal: '翻开卡片',
  revealSure: '还有 {n} 人没写完，翻开？',
  revealReady: '都写完了，翻开？',
  revealNotYet: '再等等',
  revealGo: '翻开',
  stillVoting: '{n} 人还有票',
};

export const timer = {
  left: '剩余时间',
  overBy: '超 {clock}',
  soundOn: '到点会响，点一下静音',
  soundOff: '已静音，点一下打开声音',
  start: '计时 {n} 分',
  minutes: '{n} 分',
  pause: '暂停',
  goOn: '继续',
  more: '加一分钟',
  plus: '+1 分',
  stop: '停掉计时',
};

export const focus = {
  at: '大家在看 #{no}',
  letGo: '取消带看',
  away: '我自己看',
  back: '回到大家在看的',
};

export const taking = { gone: '{name} 不在', take: '我来主持', back: '拿回主持' };
