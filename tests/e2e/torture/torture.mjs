// Breaks browsers and their storage in many ways and counts what is lost. Prints a Markdown table.
// `RUNS` sets how often each browser is killed on each kind of address, `ONLY` names the parts to run.

import { chromium } from '@playwright/test';
import { CHROMIUM, FROM_DISK, serve } from '../site.mjs';
import { agedRun } from './age.mjs';
import { faultRuns } from './faults.mjs';
import { killRuns } from './kill.mjs';
import { windowRuns } from './windows.mjs';

const RUNS = Number(process.env.RUNS ?? 25);
const only = process.env.ONLY?.split(',');

const { address, close } = await serve();
const browser = await chromium.launch(CHROMIUM);
const parts = {
  kill: [
    () => killRuns('kill -9, Chromium, file://', 'chrome', FROM_DISK, RUNS),
    () => killRuns('kill -9, Chromium, http', 'chrome', address, RUNS),
    () => killRuns('kill -9, Firefox, file://', 'firefox', FROM_DISK, RUNS),
    () => killRuns('kill -9, Firefox, http', 'firefox', address, RUNS),
  ],
  age: [() => agedRun('410 days old, Chromium, file://', FROM_DISK), () => agedRun('410 days old, Chromium, http', address)],
  faults: ['once', 'from then on', 'abort'].map((mode) => () => faultRuns(browser, mode)),
  windows: [() => windowRuns(browser, RUNS * 6, true), () => windowRuns(browser, RUNS * 2, false)],
};
const work = Object.entries(parts).flatMap(([name, runs]) => (!only || only.includes(name) ? runs : []));

/** Two at a time, because two cores are what an office computer has as well. */
const rows = new Array(work.length);
let next = 0;
const worker = async () => {
  while (next < work.length) {
    const place = next;
    next += 1;
    // A part that breaks down does not take the others with it, and counts as lost.
    rows[place] = await work[place]().catch((error) => ({ name: `part ${place + 1} broke down`, runs: 0, drafts: 1, wrongs: [error.stack] }));
    console.error(`   done: ${rows[place].name}`);
  }
};
await Promise.all([worker(), worker()]);
await browser.close();
await close();

const milliseconds = (time) => (time === undefined ? '–' : `${Math.round(time)} ms`);
console.log('| fault | runs | lost or wrong | typing lost, median | typing lost, worst |\n|---|---|---|---|---|');
for (const { name, runs, drafts, typical, worst } of rows) {
  console.log(`| ${name} | ${runs} | ${drafts} | ${milliseconds(typical)} | ${milliseconds(worst)} |`);
}
for (const { name, wrongs } of rows) for (const wrong of wrongs) console.log(`${name}: ${wrong}`);
if (rows.some(({ drafts, worst }) => drafts > 0 || worst > 1_000)) process.exitCode = 1;
