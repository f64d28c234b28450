// Ages what Chromium keeps of localStorage by 410 days, so that Chromium deletes it itself.

import { ClassicLevel } from 'classic-level';
import { join } from 'node:path';
import { PATIENCE, launch, openSample, pause, show, textOf, type, valueOf, withProfile } from './browser.mjs';

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

/** Writes a draft, ages it, lets Chromium delete it, and looks whether it is there. */
export const agedRun = (name, address) => withProfile((profile) => within(profile, name, address));

async function within(profile, name, address) {
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
  return { name, runs: 1, drafts: wrongs.length ? 1 : 0, wrongs };
}
