export const join = {
  title: 'Join {organisation}', lead: 'Lead {organisation}', name: 'Your name', nameHint: 'e.g. Lin', roles: 'Your roles (several allowed)', button: 'Enter',
  busy: 'Entering…', pair: 'Use this device as {name}', pairWhy: '{organisation} · this link works once', pairButton: 'That is me, enter',
  looking: 'Looking at the link…', removed: 'You are no longer in this team.', noLink: 'You need an invitation link', noLinkWhy: 'Ask a lead for the link, or scan the code on their screen.',
  paste: 'Or paste the link here', open: 'Open', dead: 'This link no longer works: expired, used up or revoked. Ask a lead for another.',
  someone: '{name} is signed in on this device.', goOn: 'Go on',
  wasHere: 'Last here on this device: “{name}”.', return: 'I was a member here', returnWait: 'Waiting for someone to confirm that you are “{name}”',
  returnHow: 'Ask a lead to open the lobby, compare this number and confirm; or confirm on another device where you are signed in.', returnGone: 'No longer in the team, or not found. Ask a lead for an invitation link.', returnUnanswered: 'Nobody confirmed. You may try again.',
};
