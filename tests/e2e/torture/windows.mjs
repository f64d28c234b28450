// Two windows on one draft, at random: typing, taking over, reloading, closing, coming back.

import { FROM_DISK } from '../site.mjs';

const STEPS = 9;
const unit = (page) => page.getByLabel('单位全称');

/** A source of chance that gives the same again for the same seed (mulberry32). */
function dice(seed) {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 4_294_967_296) * most);
  };
}

async function once(browser, seed, locks) {
  const throwDice = dice(seed);
  const context = await browser.newContext({ locale: 'zh-CN' });
  if (!locks) await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));
  const story = [];
  let typed = '';
  const first = await context.newPage();
  await first.goto(FROM_DISK);
  await first.getByRole('button', { name: '打开示例' }).click();
  await first.getByText(/^已保存/).waitFor();
  await unit(first).fill('');
  const draft = first.url();
  const windows = [first, await context.newPage()];
  await windows[1].goto(draft);
  await unit(windows[1]).waitFor();

  for (let step = 0; step < STEPS; step += 1) {
    const which = throwDice(2);
    const page = windows[which];
    const action = ['type', 'type', 'type', 'take over', 'take over', 'reload', 'reopen', 'leave and come back'][throwDice(8)];
    story.push(`${which} ${action}`);
    if (action === 'type' && (await unit(page).isEditable())) {
      await unit(page).focus();
      await page.keyboard.press('End');
      const before = await unit(page).inputValue();
      await page.keyboard.insertText(`${step}${'甲乙'[which]}`);
      // What the window takes is on its screen at once; what it does not take is not.
      const after = await unit(page).inputValue();
      if (after.length > before.length) typed += `${step}${'甲乙'[which]}`;
      else story.push('(not taken)');
    } else if (action === 'take over') {
      const button = page.getByRole('button', { name: '在此接管' });
      if (await button.isVisible()) {
        await button.click({ timeout: 2_000 }).catch(() => story.push('(gone)'));
        if (throwDice(2)) await page.waitForTimeout(throwDice(3_000));
      }
    } else if (action === 'reload') {
      await page.reload();
      await unit(page).waitFor();
    } else if (action === 'reopen') {
      await page.close();
      windows[which] = await context.newPage();
      await windows[which].goto(draft);
      await unit(windows[which]).waitFor();
    } else if (action === 'leave and come back') {
      await page.goto(`${FROM_DISK}#/`);
      await page.goto(draft);
      await unit(page).waitFor();
    }
    await windows[which].waitForTimeout(throwDice(4) ? throwDice(250) : throwDice(2_500));
  }
  for (const page of windows) await page.close();
  const last = await context.newPage();
  await last.goto(draft);
  await unit(last).waitFor();
  const found = await unit(last).inputValue();
  const diverged = await last.goto(`${FROM_DISK}#/`).then(async () => {
    await last.locator('table tbody tr').waitFor();
    return (await last.getByText('改得不一样').count()) > 0;
  });
  await context.close();
  const wrong = found === typed ? undefined : `seed ${seed}: found “${found}”, typed “${typed}”${diverged ? ', a diverged copy is kept' : ''}; ${story.join(', ')}`;
  return { wrong, diverged };
}

/** So many stories, one after another. */
export async function windowRuns(browser, runs, locks) {
  const wrongs = [];
  let diverged = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const result = await once(browser, seed, locks);
    if (result.wrong) wrongs.push(result.wrong);
    diverged += result.diverged ? 1 : 0;
  }
  if (diverged) wrongs.push(`${diverged} stories ended in copies that differ`);
  return { name: `two windows at random, ${locks ? 'with' : 'without'} locks`, runs, drafts: wrongs.length, wrongs };
}
