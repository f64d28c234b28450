// Browsers that are started with a profile on the disk, so that it can be seen what is left in it.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import puppeteer from 'puppeteer-core';
import puppeteerFor109 from 'puppeteer-core-for-109';
import { breakOpening } from '../broken.mjs';
import { CHROMIUM } from '../site.mjs';

export const PATIENCE = { timeout: 60_000 };
export const pause = (time) => new Promise((done) => setTimeout(done, time));
export const between = (low, high) => low + Math.random() * (high - low);

/** The browsers that were started with each profile. */
const started = new Map();

/** A folder for a profile, which is removed after the work with it, as are browsers that broke down with it. */
export async function withProfile(work) {
  const profile = mkdtempSync(join(tmpdir(), 'jiping-torture-'));
  try {
    return await work(profile);
  } finally {
    for (const browser of started.get(profile) ?? []) if (browser.process()?.exitCode === null && browser.process().signalCode === null) await kill(browser);
    started.delete(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

/** How each kind of browser is started. The npm package holds Chromium 109 for Linux on x64 only. */
const KINDS = {
  chrome: async () => ({ browser: 'chrome', headless: true, ...CHROMIUM }),
  chrome109: async () => ({
    browser: 'chrome',
    headless: true,
    ...CHROMIUM,
    executablePath: await sparticuz.executablePath(),
    args: [...CHROMIUM.args, '--disable-gpu', '--no-zygote'],
  }),
  firefox: async () => ({ browser: 'firefox', headless: true, executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' }),
};

/** Starts a browser with a profile. The driver of today does not find the pages of Chromium 109, an older one does. */
export async function launch(kind, userDataDir, more = {}) {
  const driver = kind === 'chrome109' ? puppeteerFor109 : puppeteer;
  const browser = await driver.launch({ ...(await KINDS[kind]()), userDataDir, ...more });
  started.set(userDataDir, [...(started.get(userDataDir) ?? []), browser]);
  browser.createBrowserContext ??= browser.createIncognitoBrowserContext;
  return browser;
}

/** Ends the processes that show pages, and leaves the browser running. */
export function crash(browser) {
  const rows = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).trim().split('\n');
  const shows = /--type=renderer|-contentproc .*\btab$/;
  const own = new Set(family(browser.process().pid));
  for (const row of rows) {
    const [pid, ...words] = row.trim().split(/\s+/);
    if (!own.has(Number(pid)) || !shows.test(words.join(' '))) continue;
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It has ended by itself since it was listed.
    }
  }
}

/** A process and all that it has started, also those that have left its group. */
function family(pid) {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const one of found) found.push(...pairs.filter(([, parent]) => parent === one).map(([child]) => child));
  return found;
}

/** Ends a browser with all its processes at once; none of them can finish anything. Gives the moment. */
export async function kill(browser) {
  const own = browser.process();
  const ended = new Promise((done) => own.once('exit', done));
  const all = family(own.pid);
  const moment = performance.now();
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended by itself since it was listed.
    }
  }
  await ended;
  // The driver tidies up the profile of a Firefox that has ended; the next one must not meet it there.
  await pause(1_000);
  return moment;
}

/** Opens a page; `broken` says how its database fails to open. */
export async function show(browser, address, broken) {
  const page = await browser.newPage();
  if (broken) await page.evaluateOnNewDocument(breakOpening, broken);
  await page.goto(address, PATIENCE);
  return page;
}

/** What the field of the unit holds, once it is there. The driver's own search by name stalls in Chromium 109. */
export async function valueOf(page) {
  const { value } = await until(page, () => {
    const labels = [...document.querySelectorAll('label')];
    const field = labels.find((label) => label.textContent.trim().startsWith('单位全称'))?.control;
    return field && { value: field.value };
  });
  return value;
}

/** Puts the caret into the field of the unit, with all that is in it marked. */
const takeUnit = (page) =>
  until(page, () => {
    const labels = [...document.querySelectorAll('label')];
    const field = labels.find((label) => label.textContent.trim().startsWith('单位全称'))?.control;
    field?.focus();
    field?.select();
    return field !== undefined && document.activeElement === field;
  });

export const textOf = (page) => page.evaluate(() => document.body.innerText);

/** Asks the page again and again until it says so. */
export async function until(page, test, ...words) {
  const end = performance.now() + PATIENCE.timeout;
  while (performance.now() < end) {
    // While a page turns there is nobody to ask.
    const answer = await page.evaluate(test, ...words).catch(() => false);
    if (answer) return answer;
    await pause(40);
  }
  throw new Error(`not within a minute: ${test} ${words.join(' ')}; the page says: ${(await textOf(page)).slice(0, 400)}`);
}

/** Everything that both stores hold, as one text. */
export const everything = (page) =>
  page.evaluate(async () => {
    const found = Object.values(localStorage);
    for (const name of ['jiping', 'jiping-2']) {
      const database = await new Promise((done) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.transaction.abort();
        request.onsuccess = () => done(request.result);
        request.onerror = () => done();
      });
      if (!database) continue;
      for (const store of ['copies', 'versions']) {
        const records = await new Promise((done) => (database.transaction(store).objectStore(store).getAll().onsuccess = (event) => done(event.target.result)));
        found.push(...records.map((record) => (typeof record === 'string' ? record : new TextDecoder().decode(record))));
      }
      database.close();
    }
    return found.join('\n');
  });

export const says = (page, text) => until(page, (text) => document.body.innerText.includes(text), text);

/** Presses the first button or link whose text or label begins, and ends, so. */
export const press = (page, beginning, ending = '') =>
  until(
    page,
    (beginning, ending) => {
      const nodes = [...document.querySelectorAll('button, a, summary')];
      const names = (node) => [node.textContent.trim(), node.getAttribute('aria-label') ?? ''];
      const node = nodes.find((node) => names(node).some((name) => name.startsWith(beginning) && name.endsWith(ending)) && !node.disabled && node.getClientRects().length > 0);
      node?.click();
      return node !== undefined;
    },
    beginning,
    ending,
  );

export async function openSample(page) {
  await press(page, '打开示例');
  await valueOf(page);
  return page.url();
}

/** Types with the rhythm of a person until the time is over. Gives what was typed, and when each key was pressed. */
export async function type(page, run, until) {
  const pressed = [];
  await takeUnit(page);
  const end = performance.now() + until;
  while (performance.now() < end) {
    const key = pressed.length === 0 ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[run % 26] : 'abcdefghijklmnopqrstuvwxyz'[Math.floor(between(0, 26))];
    pressed.push({ key, at: performance.now() });
    await page.keyboard.press(key);
    await pause(Math.min(Math.random() < 0.06 ? between(800, 3_000) : between(20, 200), Math.max(0, end - performance.now())));
  }
  return pressed;
}
