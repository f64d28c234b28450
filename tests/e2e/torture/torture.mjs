// Breaks browsers and their storage in many ways and counts what is lost. Prints a Markdown table.
// `RUNS` sets how often each browser is killed on each kind of address, `ONLY` names the rows to run by parts of
// their names, separated by semicolons: `ONLY="undo;restore"` or `ONLY="restore, Firefox"`. `LIST=1` only lists them.

import { chromium } from '@playwright/test';
import { ALWAYS } from '../broken.mjs';
import { CHROMIUM, FROM_DISK, serve } from '../site.mjs';
import { agedRun } from './age.mjs';
import { faultRuns } from './faults.mjs';
import { killRuns } from './kill.mjs';
import { privateRuns } from './private.mjs';
import { NAMES, stepRuns } from './steps.mjs';
import { windowRuns } from './windows.mjs';

const RUNS = Number(process.env.RUNS ?? 25);

const { address, close } = await serve();
const browser = await chromium.launch(CHROMIUM);

/** Each browser with each kind of address. */
const PLACES = [
  ['Chromium, file://', 'chrome', FROM_DISK],
  ['Chromium, http', 'chrome', address],
  ['Firefox, file://', 'firefox', FROM_DISK],
  ['Firefox, http', 'firefox', address],
];
const FROM_FILES = PLACES.filter(([title]) => title.endsWith('file://'));
// The npm package holds this browser for one kind of computer only.
if (process.platform === 'linux' && process.arch === 'x64') FROM_FILES.push(['Chromium 109, file://', 'chrome109', FROM_DISK]);

/** How a database fails to open: the name of the row, how, and how often. */
const BROKEN = [
  ['opens late', { how: 'late', times: 1 }],
  ['opens at the fourth try', { how: 'error', times: 3 }],
  ['does not open', { how: 'error', times: ALWAYS }],
  ['is denied', { how: 'denied', times: ALWAYS }],
];

const row = (name, run) => [name, () => run(name)];
const all = [
  ...[...PLACES, ...FROM_FILES.slice(2)].map(([title, kind, where]) => row(`kill -9, ${title}`, (name) => killRuns(name, kind, where, RUNS))),
  ...NAMES.flatMap((step) => FROM_FILES.map(([title, kind, where]) => row(`kill -9 after ${step}, ${title}`, () => stepRuns(title, kind, where, step, RUNS)))),
  ...BROKEN.flatMap(([what, broken]) => FROM_FILES.map(([title, kind, where]) => row(`kill -9, the database ${what}, ${title}`, (name) => killRuns(name, kind, where, RUNS, broken)))),
  ...FROM_FILES.map(([title, kind, where]) => row(`page crashes in a private window, ${title}`, () => privateRuns(title, kind, where, RUNS))),
  row('410 days old, Chromium, file://', (name) => agedRun(name, FROM_DISK)),
  row('410 days old, Chromium, http', (name) => agedRun(name, address)),
  ...['once', 'from then on', 'abort'].map((mode) => row(`the n-th call into storage fails, ${mode}`, () => faultRuns(browser, mode))),
  row('two windows at random, with locks', () => windowRuns(browser, RUNS * 6, true)),
  row('two windows at random, without locks', () => windowRuns(browser, RUNS * 2, false)),
];
const only = process.env.ONLY?.split(';').map((part) => part.trim());
const work = all.filter(([name]) => !only || only.some((part) => name.includes(part)));
if (process.env.LIST) {
  for (const [name] of work) console.log(name);
  process.exit();
}

const milliseconds = (time) => (time === undefined ? '–' : `${Math.round(time)} ms`);
const line = ({ name, runs, drafts, typical, worst }) => `| ${name} | ${runs} | ${drafts} | ${milliseconds(typical)} | ${milliseconds(worst)} |`;

/** Two at a time, because two cores are what an office computer has as well. */
const rows = new Array(work.length);
let next = 0;
const worker = async () => {
  while (next < work.length) {
    const place = next;
    next += 1;
    // A part that breaks down does not take the others with it, and counts as lost.
    const [name, run] = work[place];
    rows[place] = await run().catch((error) => ({ name: `${name}: broke down`, runs: 0, drafts: 1, wrongs: [error.stack] }));
    for (const found of [rows[place]].flat()) console.error(line(found));
  }
};
await Promise.all([worker(), worker()]);
await browser.close();
await close();

console.log('| fault | runs | lost or wrong | typing lost, median | typing lost, worst |\n|---|---|---|---|---|');
const found = rows.flat();
for (const each of found) console.log(line(each));
for (const { name, wrongs } of found) for (const wrong of wrongs) console.log(`${name}: ${wrong}`);
// What is lost while the page says that it may be is a figure and no fault.
if (found.some(({ drafts, worst, told }) => drafts > 0 || (worst > 1_000 && !told))) process.exitCode = 1;
