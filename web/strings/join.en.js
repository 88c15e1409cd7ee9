export const join = {
  title: 'Join {organisation}', lead: 'Lead {organisation}', name: 'Your name', nameHint: 'e.g. Lin', roles: 'Your roles (several allowed)', button: 'Enter',
  busy: 'Entering…', pair: 'Use this device as {name}', pairWhy: '{organisation} · this link works once', pairButton: 'That is me, enter',
  looking: 'Looking at the link…', removed: 'You are no longer in this team.', noLink: 'You need an invitation link', noLinkWhy: 'Ask a lead for the link, or scan the code on their screen.',
  paste: 'Or paste the link here', open: 'Open', dead: 'This link no longer works: expired, used up or revoked. Ask a lead for another.',
  someone: '{name} is signed in on this device.', goOn: 'Go on',
};
