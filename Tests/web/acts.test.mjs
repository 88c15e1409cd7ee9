import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { admits, brings, longest } from '../../web/core/acts.js';

const host = { member: 'h', roles: ['host'], lead: false };
const lead = { member: 'l', roles: [], lead: true };
const room = { phase: 'collect', facilitator: 'f' };

describe('what a person may send', () => {
  test('follows from their roles', () => {
    assert.equal(admits('show.start', host), true);
    assert.equal(admits('show.plan', host), false);
    assert.equal(admits('show.plan', lead), true);
    assert.equal(admits('member.rename', host), true);
    assert.equal(admits('marker.add', { member: 'n' }), true);
  });

  test('in a room follows from its phase and who steers it', () => {
    assert.equal(admits('issue.post', host, { room }), true);
    assert.equal(admits('issue.post', host, { room: { ...room, phase: 'closed' } }), false);
    assert.equal(admits('cards.reveal', host, { room }), false);
    assert.equal(admits('cards.reveal', { ...host, member: 'f' }, { room }), true);
    assert.equal(admits('phase.move', lead, { room }), true);
  });

  test('on a card follows from whose it is and whether it has been turned', () => {
    assert.equal(admits('issue.edit', host, { room }), false);
    assert.equal(admits('issue.edit', host, { room, isAuthor: true }), true);
    assert.equal(admits('issue.link', host, { room, isRevealed: true }), true);
    assert.equal(admits('issue.erase', host, { room, isAuthor: true, isRevealed: true }), false);
  });

  test('of files follows from who may bring them', () => {
    assert.equal(brings('questions.import', { member: 'o', roles: ['operations'] }), true);
    assert.equal(brings('questions.import', host), false);
    assert.equal(brings('markers.import', host), true);
  });

  test('is as long as the server takes it', () => {
    assert.equal(longest('issue.post', 'text'), 500);
    assert.equal(longest('solution.edit', 'due'), 40);
  });
});
