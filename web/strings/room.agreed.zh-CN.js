/** 复盘室：上次定下的事。 */
export const room = {
  agreed: {
    title: '上次定下的事',
    titleFirst: '说好要做的事',
    none: '没有到期的事。',
    notDue: '还没到期',
    answered: '已答 {n} / {of}',
    answer: '回答',
    change: '改',
    missed: '已顺延 {n} 次',
    by: '{name} {at} 答',
    for: '{name} {at} 代答',
    later: '以后再答',
    whyDropped: '为什么放弃？写了才算答完。',
    whyNotYet: '第 {n} 次没做。是什么挡住了？写了才算答完。',
    reason: '原因',
    reasons: '常见的原因',
    unanswered: '还有 {n} 件没答',
    laterMeans: '以后再答的，结束前会再问一次。',
    laterStill: '不答也可以结束，下一场会再问。',
    putOff: '以后再答',
    goBack: '回去答',
    act: '定成待办',
    acting: '正在定成待办…',
  },
  answer: { done: '完成', notYet: '未做', dropped: '放弃' },
  reason: { hands: '没有人手', time: '没有时间', how: '不知道怎么做', needless: '不再需要' },
};

export const due = {
  label: '什么时候',
  next: '下一场',
  none: '不定',
  day: '哪一天',
  member: '谁',
  anyone: '岗位里谁都行',
  what: '做什么',
};
