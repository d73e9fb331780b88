/**
 * Lets every transaction of the device's database wait its turn behind another one that asks up to so many questions.
 * Stands by itself: it is also handed to a browser. https://www.w3.org/TR/IndexedDB/#transaction-scheduling
 */
export function slowDatabase(mostQuestions: number): void {
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    // As the simulated database upgrades itself.
    if (mode === 'versionchange') return begin.call(this, stores, mode, options);
    const before = begin.call(this, stores, 'readwrite');
    const store = before.objectStore(before.objectStoreNames[0] ?? '');
    let questions = Math.random() * mostQuestions;
    const ask = () => {
      questions -= 1;
      if (questions > 0) store.count().onsuccess = ask;
    };
    ask();
    return begin.call(this, stores, mode, options);
  };
}
