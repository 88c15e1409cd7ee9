/**
 * A question as it will be once what is in the outbox is saved: pure, so that a tap shows at once and nothing is told
 * as saved that is not. `{ question, items }`: the items that are still on their way, or were refused.
 */
import { overlaid, targetOf } from '../../ui/pending.js';

const ACTS = {
  'question.plus': ({ plus }) => ({ plus: plus + 1 }),
  'question.mark': (_, { status }) => ({ status, imported: false }),
  'question.answer': (_, { words }) => ({ status: 'answered', imported: false, answer: { words } }),
  'question.promote': (_, { room }) => ({ issue: { room, state: 'requested' } }),
};

export function expected(question, items) {
  const own = items.filter((item) => targetOf(item) === question.id);
  return { question: overlaid(question, own, ACTS), items: own };
}
