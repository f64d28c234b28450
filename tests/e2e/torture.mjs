// Kills browsers while somebody types and counts what is lost; ages what Chromium keeps by 410 days.
// Prints a Markdown table. It takes about a quarter of an hour; `RUNS` sets how often each browser is killed.

import { ClassicLevel } from 'classic-level';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM, FROM_DISK, serve } from './site.mjs';

const RUNS = Number(process.env.RUNS ?? 25);
const PATIENCE = { timeout: 60_000 };
const UNIT = '::-p-aria([name="单位全称"][role="textbox"])';
const pause = (time) => new Promise((done) => setTimeout(done, time));
const between = (low, high) => low + Math.random() * (high - low);

const launch = (browser, userDataDir) =>
  puppeteer.launch({
    browser,
    userDataDir,
    headless: true,
    ...(browser === 'chrome' ? CHROMIUM : { executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' }),
  });

/** Ends a browser with all its processes at once; none of them can finish anything. */
async function kill(browser) {
  const process_ = browser.process();
  const ended = new Promise((done) => process_.once('exit', done));
  process.kill(-process_.pid, 'SIGKILL');
  await ended;
}

async function show(browser, address) {
  const page = await browser.newPage();
  await page.goto(address, PATIENCE);
  return page;
}

const valueOf = (page) => page.locator(UNIT).setTimeout(60_000).waitHandle().then((field) => field.evaluate((node) => node.value));
const textOf = (page) => page.evaluate(() => document.body.innerText);

async function openSample(page) {
  await page.locator('::-p-text(打开示例)').setTimeout(60_000).click();
  await valueOf(page);
  return page.url();
}

/** Types with the rhythm of a person until the time is over. Gives what was typed, and when each key was pressed. */
async function type(page, run, until) {
  const pressed = [];
  await page.locator(UNIT).click({ count: 3 });
  const end = performance.now() + until;
  while (performance.now() < end) {
    const key = pressed.length === 0 ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[run % 26] : 'abcdefghijklmnopqrstuvwxyz'[Math.floor(between(0, 26))];
    pressed.push({ key, at: performance.now() });
    await page.keyboard.press(key);
    await pause(Math.min(Math.random() < 0.06 ? between(800, 3_000) : between(20, 200), Math.max(0, end - performance.now())));
  }
  return pressed;
}

/** What a browser lost that was killed: milliseconds of typing, and what else is wrong. */
function judge(found, before, pressed, killed) {
  if (found === before) return { lost: pressed.length ? killed - pressed[0].at : 0 };
  const typed = pressed.map(({ key }) => key).join('');
  if (!typed.startsWith(found)) return { wrong: `found “${found}”, typed “${typed}”` };
  return { lost: found.length === typed.length ? 0 : killed - pressed[found.length].at };
}

async function killRuns(name, kind, address) {
  const profile = mkdtempSync(join(tmpdir(), 'jiping-torture-'));
  const losses = [];
  const wrongs = [];
  let before;
  let draft;
  let last;
  for (let run = 0; run <= RUNS; run += 1) {
    const browser = await launch(kind, profile);
    let page = await show(browser, draft ?? address);
    if (run === 0) {
      // A second draft, which nobody touches, must be there at the end as well.
      await openSample(page);
      await page.close();
      page = await show(browser, address);
      draft = await openSample(page);
      before = await valueOf(page);
    } else {
      const found = await valueOf(page);
      const { lost, wrong } = judge(found, before, last.pressed, last.killed);
      if (wrong) wrongs.push(`run ${run}: ${wrong}`);
      else losses.push(lost);
      const told = await textOf(page);
      if (/[读打]不[出开]来|改得不一样|panic|error/i.test(told)) wrongs.push(`run ${run}: the page complains`);
      before = found;
    }
    if (run === RUNS) {
      const list = await show(browser, address);
      await list.waitForSelector('table tbody tr', PATIENCE);
      const rows = await list.$$eval('table tbody tr', (rows) => rows.length);
      if (rows !== 2) wrongs.push(`at the end ${rows} of 2 drafts are in the list`);
    } else {
      const pressed = await type(page, run, between(100, 7_000));
      last = { pressed, killed: performance.now() };
    }
    await kill(browser);
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  const worst = Math.max(...losses);
  const typical = [...losses].sort((a, b) => a - b)[Math.floor(losses.length / 2)];
  return { name, runs: losses.length + wrongs.length, drafts: wrongs.length, worst, typical, wrongs };
}

/** A protocol buffer's first field, a number, set to a moment that many days before it was. */
function aged(value, days) {
  const bytes = Buffer.from(value);
  if (bytes[0] !== 0x08) return bytes;
  let end = 1;
  while (bytes[end] & 0x80) end += 1;
  const digits = [...bytes.subarray(1, end + 1)];
  let time = digits.reduce((sum, digit, place) => sum | (BigInt(digit & 0x7f) << BigInt(7 * place)), 0n);
  time -= BigInt(days) * 86_400_000_000n;
  const written = [];
  for (; time > 0x7fn; time >>= 7n) written.push(Number(time & 0x7fn) | 0x80);
  written.push(Number(time));
  return Buffer.concat([Buffer.from([0x08, ...written]), bytes.subarray(end + 1)]);
}

/** Reads or changes what Chromium keeps of localStorage. */
async function slotsOnDisk(profile, visit) {
  const database = new ClassicLevel(join(profile, 'Default/Local Storage/leveldb'), { keyEncoding: 'buffer', valueEncoding: 'buffer' });
  let count = 0;
  for await (const [key, value] of database.iterator()) {
    const changed = visit(key.toString('latin1'), value);
    if (changed) {
      await database.put(key, changed);
      count += 1;
    }
  }
  await database.close();
  return count;
}

async function agedRun(name, address) {
  const profile = mkdtempSync(join(tmpdir(), 'jiping-torture-'));
  const wrongs = [];
  let browser = await launch('chrome', profile);
  let page = await show(browser, address);
  const draft = await openSample(page);
  const pressed = await type(page, 0, 2_000);
  const typed = pressed.map(({ key }) => key).join('');
  await pause(8_000);
  await browser.close();
  const isDraft = (key) => key.includes('jiping.draft.');
  const kept = () => slotsOnDisk(profile, (key, value) => isDraft(key) && value);
  if ((await kept()) === 0) wrongs.push('nothing was written to localStorage, so nothing could age');
  await slotsOnDisk(profile, (key, value) => key.startsWith('META') && aged(value, 410));
  // Chromium looks for old data some time after it starts; until then the page must not be visited.
  let left = 1;
  for (let wait = 0; left > 0 && wait < 4; wait += 1) {
    browser = await launch('chrome', profile);
    await browser.newPage();
    await pause(30_000 * (wait + 1));
    await browser.close();
    left = await kept();
  }
  if (left > 0) wrongs.push('Chromium did not delete the old data, so nothing was tried');
  browser = await launch('chrome', profile);
  page = await show(browser, address);
  await page.waitForSelector('table tbody tr', PATIENCE);
  const list = await textOf(page);
  if (!list.includes('已从编辑日志找回')) wrongs.push('the list does not say where the draft comes from');
  await page.goto(draft, PATIENCE);
  const found = await valueOf(page);
  if (found !== typed) wrongs.push(`found “${found}”, typed “${typed}”`);
  await browser.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  return { name, runs: 1, drafts: wrongs.length ? 1 : 0, worst: 0, typical: 0, wrongs };
}

const { address, close } = await serve();
const chromium = async () => [
  await killRuns('kill -9, Chromium, file://', 'chrome', FROM_DISK),
  await killRuns('kill -9, Chromium, http', 'chrome', address),
  await agedRun('410 days old, Chromium, file://', FROM_DISK),
  await agedRun('410 days old, Chromium, http', address),
];
const firefox = async () => [
  await killRuns('kill -9, Firefox, file://', 'firefox', FROM_DISK),
  await killRuns('kill -9, Firefox, http', 'firefox', address),
];
const rows = (await Promise.all([chromium(), firefox()])).flat();
await close();
console.log('| fault | runs | drafts lost or wrong | typing lost, median | typing lost, worst |\n|---|---|---|---|---|');
for (const { name, runs, drafts, typical, worst } of rows) {
  console.log(`| ${name} | ${runs} | ${drafts} | ${Math.round(typical)} ms | ${Math.round(worst)} ms |`);
}
for (const { name, wrongs } of rows) for (const wrong of wrongs) console.log(`${name}: ${wrong}`);
if (rows.some(({ drafts, worst }) => drafts > 0 || worst > 1_000)) process.exitCode = 1;
