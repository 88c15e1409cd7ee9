/**
 * A question as it will be once what is in the outbox is saved: pure, so that a tap shows at once and nothing is told
 * as saved that is not. `{ question, items }`: the items that are still on their way, or were refused.
 */
export function expected(question, items) {
  const own = items.filter((item) => item.args.question === question.id);
  let view = question;
  for (const item of own) {
    if (item.state === 'refused') continue;
    const { op, args } = item;
    if (op === 'question.plus') view = { ...view, plus: view.plus + 1 };
    if (op === 'question.air') view = { ...view, onAir: args.onAir };
    if (op === 'question.mark') view = { ...view, status: args.status, imported: false };
    if (op === 'question.answer') {
      view = { ...view, status: 'answered', imported: false, answer: { words: args.words } };
    }
    if (op === 'question.promote') view = { ...view, issue: { room: args.room, state: 'requested' } };
    if (op === 'question.edit') {
      const { question: _, ...fields } = args;
      view = { ...view, ...fields };
    }
  }
  return { question: view, items: own };
}
