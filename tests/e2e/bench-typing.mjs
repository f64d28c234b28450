// From a key to the frame that shows what it changes: our file beside a windowed form in React, in the same run, in
// turn. Frames come as fast as they can be made: what is measured is work, not waiting for the next refresh.

import { chromium } from '@playwright/test';
import { draftOf, withNarrative } from './bench-drafts.mjs';
import { percentile, worked } from './bench-numbers.mjs';
import { CHROMIUM, addressOf } from './site.mjs';

const ROUNDS = 5;
const KEYS = 80;
/** Between two keys of one who types fast; what comes after the frame has its time, and counts as work of the key. */
const REST = 110;

async function open(page, file, text) {
  await page.goto(addressOf(file));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
  await chooser.setFiles({ name: '报告.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
}

/** Each opens its page and gives the field that is typed in and what of the page a key changes. */
const SUBJECTS = {
  jiping: async (page, files, count) => {
    await open(page, files.app, draftOf(count));
    await page.goto(page.url().replace('basics', 'indicators'));
    await page.getByRole('button', { name: /^展开填写：完成阵地建设/ }).first().click();
    // Far below its target, so that each digit changes the score, the total and a finding.
    await page.getByLabel('第 1 行，指标值').fill('300');
    await page.getByLabel('第 1 行，实际完成值').fill('1');
    return page.getByLabel('第 1 行，实际完成值');
  },
  'React form': async (page, files, count) => {
    await page.goto(`${addressOf(files.react)}?rows=${count}`);
    return page.getByLabel('第 1 行，实际完成值');
  },
};

async function narrative(page, files) {
  await open(page, files.app, withNarrative(50_000));
  await page.goto(page.url().replace('basics', 'results'));
  return page.getByRole('textbox', { name: /主要工作成效/ });
}

/** Types into a field and takes the time of each key. */
async function typed(page, field, changes) {
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.evaluate((changes) => {
    window.times = [];
    window.long = 0;
    new PerformanceObserver((list) => (window.long += list.getEntries().length)).observe({ type: 'longtask' });
    const now = () => (changes ? document.querySelector(changes).textContent : document.activeElement.value.length);
    let start = 0;
    let before = now();
    document.addEventListener('keydown', () => ([start, before] = [performance.now(), now()]), true);
    const channel = new MessageChannel();
    // The message arrives after the frame that the callback before it belongs to.
    channel.port1.onmessage = () => {
      if (start && now() !== before) {
        window.times.push(performance.now() - start);
        start = 0;
      } else if (start) requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    document.addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
  }, changes);
  const press = async (keys) => {
    for (let i = 0; i < keys; i += 1) {
      await page.keyboard.press(i % 2 ? 'Backspace' : '2');
      await page.waitForTimeout(REST);
    }
  };
  await press(20);
  await page.evaluate(() => ([window.times, window.long] = [[], 0]));
  const session = await page.context().newCDPSession(page);
  const work = await worked(session, () => press(KEYS));
  const { times, long } = await page.evaluate(() => ({ times: window.times, long: window.long }));
  // The backing stores hold the program's own memory.
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return { times, long, work: work / KEYS, heap: (usedSize + backingStorageSize) / 1e6 };
}

/** In the rows of the list, without an editor: from an arrow to the focus in the next cell, and from a digit to its frame. */
async function inGrid(page) {
  await page.getByRole('button', { name: /^收起：/ }).click();
  await page.getByRole('grid', { name: '指标' }).getByRole('textbox').nth(4).focus();
  await page.evaluate(() => {
    window.moves = [];
    window.typed = [];
    let start = 0;
    document.addEventListener('keydown', () => (start = performance.now()), true);
    document.addEventListener('focusin', () => window.moves.push(performance.now() - start), true);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.typed.push(performance.now() - start);
    document.addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
  });
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(10);
  }
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.press(i % 2 ? 'Backspace' : '2');
    await page.waitForTimeout(25);
  }
  return page.evaluate(() => ({ moves: window.moves.slice(10), typed: window.typed.slice(10) }));
}

function rowsOf(label, rounds) {
  const median = (round) => percentile(round.times, 0.5);
  const quietest = rounds.reduce((one, other) => (median(one) <= median(other) ? one : other));
  return [
    { label: `key to frame, ${label}`, unit: 'ms', samples: rounds.flatMap(({ times }) => times) },
    { label: `the same in the quietest round`, unit: 'ms', samples: quietest.times },
    { label: `main thread of a key, ${label}`, unit: 'ms', samples: rounds.map(({ work }) => work) },
    { label: `tasks over 50 ms in ${KEYS} keys, ${label}`, unit: '', samples: rounds.map(({ long }) => long) },
    { label: `memory of the page then, ${label}`, unit: 'MB', samples: rounds.map(({ heap }) => heap) },
  ];
}

/** Rows of the table, for the built file and its peer. */
export async function typing(files) {
  const browser = await chromium.launch({
    ...CHROMIUM,
    args: [...CHROMIUM.args, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const rows = [];
  const round = async (act, changes) => {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    const found = await typed(page, await act(page), changes);
    await context.close();
    return found;
  };
  for (const count of [14, 300, 2000]) {
    const found = Object.fromEntries(Object.keys(SUBJECTS).map((name) => [name, []]));
    for (let i = 0; i < ROUNDS; i += 1) {
      for (const [name, act] of Object.entries(SUBJECTS)) found[name].push(await round((page) => act(page, files, count), 'aside .score__total'));
    }
    for (const [name, rounds] of Object.entries(found)) rows.push(...rowsOf(`${name}, ${count} rows`, rounds));
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    await SUBJECTS.jiping(page, files, count);
    const { moves, typed } = await inGrid(page);
    await context.close();
    rows.push({ label: `arrow to the next cell of the list, ${count} rows`, unit: 'ms', samples: moves });
    rows.push({ label: `digit in a row to its frame, ${count} rows`, unit: 'ms', samples: typed });
  }
  const long = [];
  for (let i = 0; i < ROUNDS; i += 1) long.push(await round((page) => narrative(page, files), null));
  rows.push(...rowsOf('jiping, a text of 50,000 characters', long));
  await browser.close();
  return rows;
}
