/** 墙上的话。 */
export const projector = {
  cards: '张卡片，翻开之前谁也看不到别人的',
  more: '还有 {n} 张',
  why: '为什么',
  ways: '办法',
  together: '{n} 张',
};
