/** 复盘室：卡片的讨论。 */
export const room = {
  talk: {
    title: '讨论',
    none: '还没有人说话。',
    onceTurned: '翻开之后才能讨论。',
    failed: '讨论没有取到。',
    write: '说一句，@ 可以叫人',
    edit: '改评论',
    send: '发表',
    hint: 'Enter 发表 · **粗体** · - 列表',
    anonymous: '匿名说',
    author: '卡片作者',
    changed: '改过',
    withdraw: '撤回评论',
    react: '回应',
    reactions: '回应',
    whom: '叫谁',
    full: { issue: '一张卡片最多 {n} 条评论。', action: '一件待办最多 {n} 条评论。' },
    say: '说一句',
    gone: '这条评论刚被撤回。',
    word: { agree: '同意', useful: '有用', thanks: '谢谢', doubt: '疑问', urgent: '着急', proven: '已验证' },
  },
};
