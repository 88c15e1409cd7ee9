/** The room: what is asked for under the kinds of the other templates. */
export const asking = {
  goal: 'What was the goal, and why that one…',
  result: 'How far is the result off the goal, and where…',
  analysis: 'What made it work, or not…',
  insight: 'What will hold in the next show, too…',
  keep: 'What went well and is to go on…',
  improve: 'What is fine and could be better…',
  start: 'What is to be done from the next show on…',
  stop: 'What is of no use and is to end…',
  problem: 'What was the problem, at which minute…',
  attempt: 'What is worth trying in the next show…',
  liked: 'What did you like in this show…',
  learned: 'What did you learn in this show…',
  lacked: 'What was missing in this show…',
  longed: 'What do you wish for…',
  expected: 'What did you expect before the show…',
  happened: 'What happened, at which minute…',
  why: 'Why was it different…',
  next: 'What is to be done next time…',
};

/** What each template says while cards are written, voted for and solved. Where one says nothing, the usual is said. */
export const phaseHint = {
  grai: {
    collect: 'Begin with the goal, then the result, the why, the rule',
    vote: 'Vote for what explains the gap best',
    solve: 'Make what was learnt a solution for the next show',
  },
  kiss: {
    collect: 'Keep, improve, start, stop: think of one each',
    vote: 'Vote for what to start and what to stop',
    solve: 'Agree on what to stop, then on what to start',
  },
  kpt: {
    collect: 'First what to keep, then problems, then what to try',
    vote: 'Vote for the worst problem and the best try',
    solve: 'Find something to try for each problem',
  },
  '4l': {
    collect: 'Liked, learned, lacked, longed for: write what comes to mind',
    vote: 'Vote for what is lacking most and longed for most',
    solve: 'Make what is longed for something to do in the next show',
  },
  aar: {
    collect: 'First what was expected, then what happened',
    vote: 'Vote for what differed most from what was expected',
    solve: 'First why it differed, then what to do next time',
  },
};
