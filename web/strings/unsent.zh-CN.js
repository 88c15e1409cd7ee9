/** 没有保存的内容，一条一条。 */
export const unsent = {
  by: '「{name}」写下的，没有发出',
  bySomeone: '之前写下的，没有发出',
  votes: '{n} 票',
  half: '写到一半，没有提交',
  adopt: '以我的身份提交',
  sure: '放弃后找不回来。',
  sureSent: '可能已经送到，送到的会保留；没送到的找不回来。',
  veiled: '可能是匿名卡片，内容没有显示。',
  show: '显示内容',
  leaving:
    '{n} 条还没保存。退出后它们留在这台设备上，你在这里再次登录时才会发出；在那之前，用这台设备的人能查看、提交或放弃它们。',
  stay: '留下',
  leave: '仍然退出',
  none: '都保存好了。',
};

/** What a field that was left half written is for. */
export const draft = {
  issue: '复盘室的卡片',
  solution: '复盘室的解决办法',
  edit: '复盘室或直播页上的修改',
  answer: '直播页的回应',
  question: '直播页的问题',
  promote: '转为卡片',
  entry: '打法手册的条目',
  erase: '抹除的原因',
  other: '别处的输入框',
};
