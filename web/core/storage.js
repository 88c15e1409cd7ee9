/**
 * Where the outbox keeps its items: `all(member)`, `put(item)`, `remove(id)`, each a promise that never rejects.
 * IndexedDB where there is one; memory where the browser refuses (private windows), so that typing still works.
 */
export class MemoryStorage {
  #items = new Map();

  async all(member) {
    return [...this.#items.values()].filter(item => item.member === member).map(item => structuredClone(item));
  }

  async put(item) {
    this.#items.set(item.id, structuredClone(item));
  }

  async remove(id) {
    this.#items.delete(id);
  }
}

export class DatabaseStorage {
  #database;

  static async open(name = 'aftershow') {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox', { keyPath: 'id' }).createIndex('member', 'member');
    };
    const storage = new DatabaseStorage();
    storage.#database = await done(request);
    return storage;
  }

  async all(member) {
    try {
      return await done(this.#outbox('readonly').index('member').getAll(member));
    } catch {
      return [];
    }
  }

  async put(item) {
    try {
      await done(this.#outbox('readwrite').put(item));
    } catch {
      // A full or broken disk must not stop the command from being sent.
    }
  }

  async remove(id) {
    try {
      await done(this.#outbox('readwrite').delete(id));
    } catch {
      // It will be sent once more and acknowledged as a duplicate.
    }
  }

  #outbox(mode) {
    return this.#database.transaction('outbox', mode).objectStore('outbox');
  }
}

export async function openStorage() {
  try {
    return await DatabaseStorage.open();
  } catch {
    return new MemoryStorage();
  }
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
