// Kills a browser while somebody types, and looks how much of it is left.

import { PATIENCE, between, kill, launch, openSample, show, textOf, type, valueOf, withProfile } from './browser.mjs';

/** What a browser lost that was killed: milliseconds of typing, and what else is wrong. */
function judge(found, before, pressed, killed) {
  if (found === before) return { lost: pressed.length ? killed - pressed[0].at : 0 };
  const typed = pressed.map(({ key }) => key).join('');
  if (!typed.startsWith(found)) return { wrong: `found “${found}”, typed “${typed}”` };
  return { lost: found.length === typed.length ? 0 : killed - pressed[found.length].at };
}

/** Kills a browser so many times, each time with the profile that the last one left. */
export const killRuns = (name, kind, address, runs) => withProfile((profile) => within(profile, name, kind, address, runs));

async function within(profile, name, kind, address, runs) {
  const losses = [];
  const wrongs = [];
  let before;
  let draft;
  let last;
  for (let run = 0; run <= runs; run += 1) {
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
    if (run === runs) {
      const list = await show(browser, address);
      await list.waitForSelector('table tbody tr', PATIENCE);
      const rows = await list.$$eval('table tbody tr', (rows) => rows.length);
      if (rows !== 2) wrongs.push(`at the end ${rows} of 2 drafts are in the list`);
    } else {
      last = { pressed: await type(page, run, between(100, 7_000)) };
    }
    const killed = await kill(browser);
    if (last) last.killed = killed;
  }
  const worst = Math.max(...losses);
  const typical = [...losses].sort((a, b) => a - b)[Math.floor(losses.length / 2)];
  return { name, runs, drafts: wrongs.length, worst, typical, wrongs };
}
