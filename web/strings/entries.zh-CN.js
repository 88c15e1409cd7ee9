/** 办法和手册条目。 */
export const entryKind = { sop: '流程', script: '话术', checklist: '清单', play: '玩法', taboo: '禁忌' };

export const stage = {
  before: '播前',
  opening: '开场',
  explaining: '讲解',
  closing: '逼单',
  switching: '切品',
  ending: '收尾',
  after: '播后',
};

export const entryStatus = { trial: '试行', inForce: '生效', retired: '废止' };
