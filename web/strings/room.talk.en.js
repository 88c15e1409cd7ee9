/** The room: what is said of a card. */
export const room = {
  talk: {
    title: 'Discussion',
    none: 'Nobody has said anything yet.',
    onceTurned: 'It can be discussed once it is turned.',
    failed: 'The discussion could not be fetched.',
    write: 'Say something; @ names somebody',
    edit: 'Edit comment',
    send: 'Send',
    hint: 'Enter sends · **bold** · - list',
    anonymous: 'Anonymously',
    author: 'The card’s author',
    changed: 'edited',
    withdraw: 'Withdraw comment',
    react: 'React',
    reactions: 'Reactions',
    whom: 'Whom',
    full: { issue: 'A card has at most {n} comments.', action: 'An action has at most {n} comments.' },
    say: 'Say something',
    gone: 'This comment has just been withdrawn.',
    word: { agree: 'agree', useful: 'useful', thanks: 'thanks', doubt: 'doubt', urgent: 'urgent', proven: 'proven' },
  },
};
