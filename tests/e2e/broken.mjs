// A database that does not open, or opens late.

/** How often a database fails that is to fail until it is mended. */
export const ALWAYS = 1_000_000;

/**
 * Runs in a page before its own scripts: so many openings of the database go wrong in this way, or as many as there
 * are until `mendOpening()` is called. What is late comes then, or after five seconds.
 */
export function breakOpening({ how, times }) {
  const { open } = IDBFactory.prototype;
  let left = times;
  let waiting = [];
  window.mendOpening = () => {
    left = 0;
    for (const answer of waiting) answer();
    waiting = [];
  };
  IDBFactory.prototype.open = function (...words) {
    if (left <= 0) return open.apply(this, words);
    left -= 1;
    if (how === 'denied') throw new DOMException('on purpose', 'SecurityError');
    const request = new EventTarget();
    Object.setPrototypeOf(request, IDBOpenDBRequest.prototype);
    const say = (name) => request.dispatchEvent(new Event(name));
    Object.defineProperty(request, 'error', { get: () => (how === 'error' ? new DOMException('on purpose', 'UnknownError') : null) });
    if (how === 'error') setTimeout(() => say('error'), 20);
    if (how === 'late') {
      const late = open.apply(this, words);
      Object.defineProperty(request, 'result', { get: () => late.result });
      late.addEventListener('upgradeneeded', () => say('upgradeneeded'));
      late.addEventListener('success', () => {
        if (times < 1_000) setTimeout(() => say('success'), 5_000);
        else waiting.push(() => say('success'));
      });
    }
    return request;
  };
}
