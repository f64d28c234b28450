// Kills a browser while somebody types, and looks how much of it is left.

import { ALWAYS } from '../broken.mjs';
import { PATIENCE, between, everything, kill, launch, openSample, pause, show, textOf, type, valueOf, withProfile } from './browser.mjs';

/**
 * What a browser lost that was killed: milliseconds of typing, and what else is wrong. Where the page says that there
 * is another copy, which went another way, what was typed may be in that: `all` is everything that is kept.
 */
function judge(found, before, pressed, killed, all) {
  const typed = pressed.map(({ key }) => key).join('');
  // Where the journal comes back between the marking of the field and the first key, nothing is marked any more, and
  // what is typed stands behind what was there.
  const longest = (holds) => pressed.map((_, place) => typed.slice(0, typed.length - place)).find(holds);
  if (all !== undefined) found = longest((beginning) => all.includes(`${beginning}"`)) ?? before;
  else if (found !== before && !typed.startsWith(found)) found = longest((beginning) => found.endsWith(beginning)) ?? found;
  if (found === before) return { lost: pressed.length ? killed - pressed[0].at : 0 };
  if (!typed.startsWith(found)) return { wrong: `found “${found}”, typed “${typed}”` };
  return { lost: found.length === typed.length ? 0 : killed - pressed[found.length].at };
}

/**
 * Kills a browser so many times, each time with the profile that the last one left. `broken` says how the database
 * of the page that is typed into fails to open; what is lost while the page says so counts in a row of its own.
 */
export const killRuns = (name, kind, address, runs, broken) => withProfile((profile) => within(profile, name, kind, address, runs, broken));

/** What the page says of how safe it is: saved, or kept once, or neither. */
async function saying(page) {
  const text = await textOf(page);
  return { alone: text.includes('内容只存了一份'), saved: /已保存/.test(text) };
}

async function within(profile, name, kind, address, runs, broken) {
  const losses = [];
  const told = [];
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
      const words = await textOf(page);
      const all = words.includes('另一份内容，改得不一样') ? await everything(page) : undefined;
      const { lost, wrong } = judge(found, before, last.pressed, last.killed, all);
      if (wrong) wrongs.push(`run ${run}: ${wrong}`);
      else (last.alone ? told : losses).push(lost);
      // Without the journal a slot is opened that may be older, and what is typed then goes another way: that is said.
      if (/[读打]不[出开]来|panic|error/i.test(words) || (!broken && words.includes('改得不一样'))) wrongs.push(`run ${run}: the page complains`);
      before = found;
    }
    if (run === runs) {
      const list = await show(browser, address);
      await list.waitForSelector('table tbody tr', PATIENCE);
      const rows = await list.$$eval('table tbody tr', (rows) => rows.length);
      if (rows !== 2) wrongs.push(`at the end ${rows} of 2 drafts are in the list`);
    } else {
      if (broken) {
        await page.close();
        page = await show(browser, draft, broken);
        await valueOf(page);
        // Until the browser has had its time to answer, nobody can know that it does not.
        if (broken.how === 'no answer') await pause(3_500);
      }
      last = { pressed: await type(page, run, between(100, broken ? 14_000 : 7_000)) };
      const { alone, saved } = await saying(page);
      if (alone && saved) wrongs.push(`run ${run}: the page says that it is saved and that it is not`);
      if (broken?.times === ALWAYS && !alone) wrongs.push(`run ${run}: nobody says that there is only one copy`);
      last.alone = alone;
    }
    const killed = await kill(browser);
    if (last) last.killed = killed;
  }
  const row = (name, losses, wrongs) => {
    const typical = [...losses].sort((a, b) => a - b)[Math.floor(losses.length / 2)];
    return { name, runs: losses.length, drafts: wrongs.length, worst: losses.length ? Math.max(...losses) : undefined, typical, wrongs };
  };
  const rows = [row(name, losses, wrongs)];
  if (broken) rows.push({ ...row(`${name}, while the page says that there is only one copy`, told, []), told: true });
  return rows;
}
