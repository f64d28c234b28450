// A database that does not open, or opens late.

/** Runs in a page before its own scripts: the first openings of the database go wrong in this way. */
export function breakOpening({ how, times }) {
  const { open } = IDBFactory.prototype;
  let left = times;
  IDBFactory.prototype.open = function (...words) {
    if (left <= 0) return open.apply(this, words);
    left -= 1;
    if (how === 'denied') throw new DOMException('on purpose', 'SecurityError');
    const request = new EventTarget();
    Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
    Object.defineProperty(request, 'error', { get: () => new DOMException('on purpose', 'UnknownError') });
    if (how === 'error') setTimeout(() => request.dispatchEvent(new Event('error')), 20);
    if (how === 'late') {
      const late = open.apply(this, words);
      for (const name of ['upgradeneeded', 'success']) {
        late.addEventListener(name, () => {
          Object.defineProperty(request, 'result', { get: () => late.result, configurable: true });
          if (name === 'upgradeneeded') request.dispatchEvent(new Event(name));
          else setTimeout(() => request.dispatchEvent(new Event(name)), 5_000);
        });
      }
    }
    return request;
  };
}
