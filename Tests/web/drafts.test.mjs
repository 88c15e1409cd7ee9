import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Local } from '../../web/core/local.js';
import { Drafts } from '../../web/ui/drafts.js';

class Shelf {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key, value) {
    this[key] = value;
  }
  removeItem(key) {
    delete this[key];
  }
}

function draftsOf(shelf, member = 'me', now = Date.now, tab = { tab: 'first' }) {
  const drafts = new Drafts(new Local(() => shelf), now, new Local(() => Object.setPrototypeOf(tab, Shelf.prototype)));
  if (member) drafts.open(member);
  return drafts;
}

describe('Drafts', () => {
  test('live through a reload, field by field', () => {
    const shelf = new Shelf();
    const drafts = draftsOf(shelf);
    drafts.write('a', '写到一半');
    drafts.write('b', 'x');
    drafts.clear('b');
    const reloaded = draftsOf(shelf);
    assert.deepEqual([reloaded.read('a'), reloaded.read('b')], ['写到一半', '']);
  });

  test('do not change under the writer when another tab writes', () => {
    const shelf = new Shelf();
    const mine = draftsOf(shelf);
    mine.read('a');
    draftsOf(shelf).write('a', '别处');
    assert.equal(mine.read('a'), '');
  });

  test('unseen for a month are swept, and a storage that refuses loses nothing typed', () => {
    const shelf = new Shelf();
    let now = 0;
    const drafts = draftsOf(shelf, 'me', () => now);
    drafts.write('old', '旧');
    shelf['draft:older'] = JSON.stringify({ text: '更旧', at: 0 });
    now = 31 * 86_400_000;
    drafts.write('new', '新');
    shelf.language = 'en';
    drafts.sweep();
    assert.deepEqual(Object.keys(shelf), ['draft/me/new#first', 'language']);
    const refusing = draftsOf({
      getItem: () => {
        throw new Error();
      },
      setItem: () => {
        throw new Error();
      },
    });
    refusing.write('a', '还在');
    assert.equal(refusing.read('a'), '还在');
  });

  test('that the device does not take are told, until they are taken or sent', () => {
    const shelf = new Shelf();
    const drafts = draftsOf(shelf);
    const told = [];
    drafts.changed.on(() => told.push(drafts.lasting));
    shelf.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    drafts.write('a', '满了');
    drafts.write('a', '满了也写');
    drafts.clear('a');
    assert.deepEqual(told, [false, true]);
  });
});

describe('A draft belongs to a member', () => {
  test('and is not found by whoever signs in next on the same device', () => {
    const shelf = new Shelf();
    const drafts = draftsOf(shelf, 'one');
    drafts.write('issue:L', '没写完的卡');
    drafts.open(null);
    assert.equal(drafts.read('issue:L'), '');
    drafts.open('other');
    assert.equal(drafts.read('issue:L'), '');
    drafts.open('one');
    assert.equal(drafts.read('issue:L'), '没写完的卡');
  });

  test('typed before it was known who writes is theirs, and stands in nobody’s way', () => {
    const shelf = new Shelf();
    draftsOf(shelf).write('a', '先前的');
    const drafts = draftsOf(shelf, null);
    drafts.write('a', '刚写的');
    drafts.write('b', '也刚写的');
    drafts.open('me');
    assert.deepEqual([drafts.read('a'), drafts.read('b')], ['先前的', '也刚写的']);
    drafts.open(null);
    assert.equal(drafts.read('b'), '');
  });

  test('kept by an earlier page is inherited by the member who was signed in', () => {
    const shelf = new Shelf();
    shelf['draft:issue:L'] = JSON.stringify({ text: '昨天写的', at: Date.now() });
    const drafts = draftsOf(shelf);
    drafts.inherit();
    assert.equal(drafts.read('issue:L'), '昨天写的');
    drafts.open('other');
    drafts.inherit();
    assert.equal(drafts.read('issue:L'), '');
  });
});

describe('Two tabs of one member', () => {
  /** Two pages on one shelf; each hears what the other changes, as a browser's do. */
  function tabs(shelf = new Shelf(), ids = ['first', 'second']) {
    const pages = ids.map((id) => draftsOf(shelf, 'me', Date.now, { tab: id }));
    return {
      shelf,
      pages,
      tell: () =>
        pages.forEach((page) => [...Object.keys(shelf), 'draft/me/a#first'].forEach((name) => page.heard(name))),
    };
  }
  const reload = (shelf, id) => draftsOf(shelf, 'me', Date.now, { tab: id });

  test('keep what each has typed into the same field, and a reload finds its own', () => {
    const { shelf, pages: [one, two] } = tabs();
    [one, two].forEach((page) => page.read('a'));
    one.type('a', '第一页的');
    two.type('a', '第二页的');
    assert.deepEqual(['first', 'second'].map((id) => reload(shelf, id).read('a')), ['第一页的', '第二页的']);
    two.clear('a');
    assert.equal(reload(shelf, 'first').read('a'), '第一页的');
  });

  test('know what their fields of one name are about, whichever of them it was typed in', () => {
    const { pages: [one, two] } = tabs();
    one.type('edit:x', '改');
    two.type('edit:x', '也改');
    two.type('edit:y', '改');
    two.type('answer:z', '答');
    assert.deepEqual([one, two].map((page) => page.about('edit').sort()), [['x', 'y'], ['x', 'y']]);
  });

  test('lose nothing when one goes on with what the other has begun', () => {
    const { shelf, pages: [one, two], tell } = tabs();
    one.type('a', '第一页的');
    assert.equal(two.read('a'), '第一页的');
    two.type('a', '改了');
    tell();
    two.clear('a');
    tell();
    assert.equal(one.read('a'), '第一页的');
    assert.equal(reload(shelf, 'first').read('a'), '第一页的');
  });

  test('part when one is a duplicate of the other', () => {
    const shelf = new Shelf();
    const seats = [{ tab: 'first' }, { tab: 'first' }];
    const [one, two] = seats.map((seat) => draftsOf(shelf, 'me', Date.now, seat));
    one.type('a', '第一页的');
    two.type('a', '第二页的');
    one.heard('draft/me/a#first');
    assert.deepEqual(seats.map((seat) => draftsOf(shelf, 'me', Date.now, seat).read('a')), ['第一页的', '第二页的']);
  });

  test('that are closed leave their words to the next, which ends them once', () => {
    const { shelf, pages: [one] } = tabs();
    one.type('a', '关掉了');
    const next = reload(shelf, 'third');
    assert.equal(next.read('a'), '关掉了');
    next.clear('a');
    assert.equal(reload(shelf, 'fourth').read('a'), '');
  });

  test('find what an earlier page kept for the member', () => {
    const shelf = new Shelf();
    shelf['draft/me/a'] = JSON.stringify({ text: '昨天的', at: Date.now() });
    const drafts = draftsOf(shelf);
    assert.equal(drafts.read('a'), '昨天的');
    drafts.type('a', '昨天的，写完了');
    assert.deepEqual(Object.keys(shelf), ['draft/me/a#first']);
    assert.equal(reload(shelf, 'first').read('a'), '昨天的，写完了');
  });
});
