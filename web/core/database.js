/** IndexedDB as the outbox needs it. Every promise may reject, or never settle: storage.js makes the best of that. */
const STORE = 'outbox';

export class Database {
  #database;

  /** `lost()` when the browser takes it away: memory was short, or the page's data were cleared. */
  static async open(lost, name = 'aftershow') {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: 'id' }).createIndex('member', 'member');
    };
    const database = new Database();
    database.#database = await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    database.#database.onclose = lost;
    database.#database.onversionchange = () => database.close();
    return database;
  }

  all() {
    return this.#done('readonly', (store) => store.getAll());
  }

  put(items) {
    return this.#done('readwrite', (store) => items.forEach((item) => store.put(item)));
  }

  remove(id) {
    return this.#done('readwrite', (store) => store.delete(id));
  }

  close() {
    this.#database.close();
  }

  /** Done when the transaction is: a full disk is told at its end, after every request has succeeded. */
  #done(mode, run) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, mode);
      const request = run(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }
}
