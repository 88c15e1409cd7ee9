export const join = {
  title: 'Join {organisation}', lead: 'Lead {organisation}', name: 'Your name', nameHint: 'e.g. Lin', roles: 'Your roles (several allowed)', button: 'Enter',
  busy: 'Entering…', pair: 'Use this device as {name}', pairWhy: '{organisation} · this link works once', pairButton: 'That is me, enter',
  looking: 'Looking at the link…', removed: 'You are no longer in this team.', noLink: 'You need an invitation link', noLinkWhy: 'Ask a lead for the link, or scan the code on their screen.',
  paste: 'Or paste the link here', open: 'Open', dead: 'This link no longer works: expired, used up or revoked. Ask a lead for another.',
  someone: '{name} is signed in on this device.', goOn: 'Go on',
  wasHere: 'Last here on this device: “{name}”.', return: 'I was a member here', returnWait: 'Waiting for someone to confirm that you are “{name}”',
  returnHow: 'Ask a lead to open the lobby, compare this number and confirm; or confirm on another device where you are signed in.', returnGone: 'No longer in the team, or not found. Ask a lead for an invitation link.', returnUnanswered: 'Nobody confirmed. You may try again.',
  returnBusy: 'Somebody is asking as this member already. Ask a lead to look at the home page and refuse whoever it is not, then try again; after 15 minutes the other request is void.',
  returnOften: 'Asked for too often. Try again in an hour, or ask a lead for an invitation link.',
  noToken: 'There is no invitation in this. A whole link has /join# and a long row of letters and digits in it: copy all of it.', elsewhere: 'Open this link at {host}',
  inAlready: 'You are in {organisation} already', inAlreadyWhy: '“{name}” is signed in on this device. To join once more makes you two people, with two vote budgets.', goOnAs: 'Go on as {name}', isAnother: 'I am someone else and join by another name',
  namesake: 'There is a {name} already', namesakeWhy: 'If that is you: press “Pair a phone” on your other device and open its link here. You stay one person, with one vote budget.', notMe: 'I am another of that name, join', rename: 'Change the name',
};
