/** 复盘室：匿名写卡会不会被认出来。 */
export const room = {
  toEveryone: '写到全队',
  laneIsFew: '{role}现在在场能写的只有 {n} 人，匿名也容易被认出来。',
  laneIsMe: '{role}只有你一个人，匿名也看得出是你写的。',
  laneIsOne: '{role}只有{name}一个人，大家会以为是 TA 写的。',
  laneIsNobodys: '{role}没有人，大家会以为是负责人或主持人写的。',
};
