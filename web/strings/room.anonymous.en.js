/** The room: whether a lane gives away who wrote an anonymous card. */
export const room = {
  toEveryone: 'Write it among everyone',
  laneIsFew: ({ role, n }) =>
    `Only ${n} of those here could write in ${role}: even without a name one is easily found out.`,
  laneIsMe: 'You are the only one in {role}: even without a name it is seen to be yours.',
  laneIsOne: '{name} is the only one in {role}: people will think it is theirs.',
  laneIsNobodys: 'Nobody is in {role}: people will think a lead or the facilitator wrote it.',
};
