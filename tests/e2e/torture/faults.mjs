// Lets the n-th call into storage fail, for every n, and looks whether anything is lost or untold.

import { FROM_DISK } from '../site.mjs';

const OLD = '广州市白云区人民政府白云湖街道办事处';
const NEW = '存储出错时写的单位';

/** Runs in a page before its own scripts. Every call into storage is counted, and some of them fail. */
function prepare({ n, mode }) {
  let calls = 0;
  window.callsIntoStorage = () => calls;
  const fails = () => {
    calls += 1;
    return mode === 'from then on' ? calls >= n : calls === n;
  };
  const wrap = (prototype, name, error) => {
    const real = prototype[name];
    prototype[name] = function (...words) {
      if (!fails()) return real.apply(this, words);
      if (mode !== 'abort' || !(this instanceof IDBObjectStore)) throw new DOMException('on purpose', error);
      // The call is taken, and what it was to do does not happen.
      const answer = real.apply(this, words);
      this.transaction.abort();
      return answer;
    };
  };
  for (const name of ['getItem', 'setItem', 'removeItem', 'key']) wrap(Storage.prototype, name, 'QuotaExceededError');
  for (const name of ['put', 'delete', 'getAll', 'getAllKeys']) wrap(IDBObjectStore.prototype, name, 'QuotaExceededError');
  wrap(IDBDatabase.prototype, 'transaction', 'InvalidStateError');
  wrap(IDBFactory.prototype, 'open', 'UnknownError');
}

const unit = (page) => page.getByLabel('单位全称');
const isThere = (locator) => locator.waitFor({ timeout: 8_000 }).then(() => true, () => false);

async function wordsOf(page) {
  return page.evaluate(() => document.body.innerText);
}

/** One draft, one page with faults, and one look at what is left. */
async function once(browser, n, mode) {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const wrongs = [];
  const check = (isSo, sentence) => isSo || wrongs.push(`call ${n}, ${mode}: ${sentence}`);
  let page = await context.newPage();
  await page.goto(FROM_DISK);
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByText(/^已保存/).waitFor();
  const draft = page.url();
  await page.close();

  page = await context.newPage();
  await page.addInitScript(prepare, { n, mode });
  await page.goto(draft);
  const opened = await isThere(unit(page).or(page.getByRole('heading', { level: 1 })).first());
  check(opened, 'the page stayed blank');
  let told = '';
  if (await unit(page).isEditable({ timeout: 500 }).catch(() => false)) {
    await unit(page).fill(NEW);
    await page.waitForTimeout(2_600);
    told = (await page.getByText(/^已保存/).isVisible()) ? 'saved' : 'not saved';
    if (told === 'not saved') check(await page.getByRole('alert').first().isVisible(), 'it is not saved, and nobody says so');
  }
  const words = await wordsOf(page);
  check(words.trim().length > 20, 'the page is blank');
  check(!/[a-z]{4,}/i.test(words.replace(/Word|Excel|docx|json|“jiping[^”]*”/g, '')), `English: ${words.match(/[a-z]{4,}.{0,40}/i)?.[0]}`);
  const calls = await page.evaluate(() => window.callsIntoStorage());
  await page.close();

  page = await context.newPage();
  await page.goto(FROM_DISK);
  check(await isThere(page.locator('table tbody tr')), 'the list is empty afterwards');
  await page.goto(draft);
  check(await isThere(unit(page)), 'the draft does not open afterwards');
  const found = await unit(page).inputValue();
  check(found === NEW || (told !== 'saved' && found === OLD), `told “${told}”, found “${found}”`);
  await context.close();
  return { wrongs, calls };
}

/** Every call of the whole story in turn, until the story ends before the fault. */
export async function faultRuns(browser, mode) {
  const wrongs = [];
  let runs = 0;
  for (let n = 1; ; n += 1) {
    const { wrongs: found, calls } = await once(browser, n, mode);
    wrongs.push(...found);
    if (calls < n) break;
    runs += 1;
  }
  return { name: `the n-th call into storage fails, ${mode}, for every n`, runs, drafts: wrongs.length, wrongs };
}
