// Private windows: nothing outlives them, but while they are open a page that crashes must come back with its work.

import { crash, kill, launch, openSample, pause, show, textOf, type, valueOf, withProfile, between } from './browser.mjs';

async function once(profile, kind, address, run) {
  const wrongs = [];
  const more = kind === 'firefox' ? { extraPrefsFirefox: { 'browser.privatebrowsing.autostart': true } } : {};
  const browser = await launch(kind, profile, more);
  const window = kind === 'firefox' ? browser : await browser.createBrowserContext();
  const page = await show(window, address);
  const draft = await openSample(page);
  const pressed = await type(page, run, between(300, 4_000));
  const typed = pressed.map(({ key }) => key).join('');
  const alone = /只存了一份|没有存上/.test(await textOf(page));
  const last = pressed.at(-1)?.at ?? 0;
  crash(browser);
  const killed = performance.now();
  await pause(1_000);
  const again = await show(window, draft);
  const found = await valueOf(again);
  let lost = 0;
  if (!typed.startsWith(found)) wrongs.push(`run ${run}: found “${found}”, typed “${typed}”`);
  else if (found !== typed) lost = killed - pressed[found.length].at;
  if (lost > 1_000 && !alone) wrongs.push(`run ${run}: ${Math.round(lost)} ms are lost, the last key was ${Math.round(killed - last)} ms before`);
  await kill(browser);
  return { wrongs, lost };
}

/** Crashes the pages of a private window so many times. */
export async function privateRuns(title, kind, address, runs) {
  const wrongs = [];
  const losses = [];
  for (let run = 1; run <= runs; run += 1) {
    const result = await withProfile((profile) => once(profile, kind, address, run));
    wrongs.push(...result.wrongs);
    losses.push(result.lost);
  }
  losses.sort((one, other) => one - other);
  return { name: `page crashes in a private window, ${title}`, runs, drafts: wrongs.length, typical: losses[Math.floor(runs / 2)], worst: losses.at(-1), wrongs };
}
