// Kills a browser right after each step that takes something away or puts something in its place, and looks
// whether all that was there still is: in the list, in the recovery centre, or among the versions.

import { readFileSync } from 'node:fs';
import { PATIENCE, between, everything, kill, launch, openSample, pause, press, says, show, textOf, until, withProfile } from './browser.mjs';

const REPORT = readFileSync(new URL('../../fixtures/intake-2022.txt', import.meta.url), 'utf8');

/** Puts a text into a field as typing does. */
const fill = (page, label, text) =>
  until(
    page,
    (label, text) => {
      const caption = [...document.querySelectorAll('label')].find((node) => node.textContent.trim().startsWith(label));
      const field = (caption && (caption.control ?? caption.querySelector('input, textarea'))) ?? document.querySelector(`[aria-label="${label}"]`);
      if (!field || field.readOnly || field.disabled) return false;
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    },
    label,
    text,
  );

const isSaved = (page) => until(page, () => /已保存/.test(document.querySelector('.save-state')?.innerText));
const goTo = (page, hash) => page.evaluate((hash) => (location.hash = hash), hash);
const listed = async (page, text) => {
  await goTo(page, '#/');
  await until(page, (text) => document.querySelector('table tbody')?.innerText.includes(text), text);
};
const chapter = (page, name) => page.evaluate((name) => (location.hash = location.hash.replace(/\/[^/]*$/, `/${name}`)), name);

/** A sample of this unit that is saved everywhere. */
async function written(page, mark) {
  await openSample(page);
  await fill(page, '单位全称', mark);
  await pause(2_000);
  await isSaved(page);
}

async function menu(page, mark, item) {
  await listed(page, mark);
  await press(page, `更多操作：${mark}`);
  await press(page, item);
}

async function deleted(page, mark) {
  await written(page, mark);
  await menu(page, mark, '删除');
  await says(page, '报告已删除');
}

/** Gives a page a file as if it were dropped on it. */
const drop = (page, name, text) =>
  page.evaluate(
    (name, text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    name,
    text,
  );

/** The copy of the draft with this text as it lies in localStorage, the newest. */
const rawOf = (page, text) =>
  until(
    page,
    (text) => {
      const copies = Object.entries(localStorage).filter(([key, value]) => key.startsWith('jiping.draft.') && value.includes(text));
      return copies.map(([, value]) => value).sort((one, other) => other.split(' ')[3] - one.split(' ')[3])[0];
    },
    text,
  );

/** Runs in a page before its own scripts: windows that do not hear of each other's pens. */
function deafen() {
  Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
  const get = Storage.prototype.getItem;
  Storage.prototype.getItem = function (key) {
    return key.startsWith('jiping.pen.') ? null : get.call(this, key);
  };
  window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
}

/**
 * Each step: what is there before it, the step itself, and how the page says that it is done. `before` gives the
 * texts that must be found afterwards anywhere; `list` says which of them the list must have once the step is done.
 */
const STEPS = {
  delete: {
    before: async ({ page, mark }) => {
      await written(page, mark);
      await listed(page, mark);
      return [mark];
    },
    act: ({ page, mark }) => menu(page, mark, '删除'),
    done: ({ page }) => says(page, '报告已删除'),
  },
  undo: {
    before: async ({ page, mark }) => {
      await deleted(page, mark);
      await pause(between(0, 7_000));
      return [mark];
    },
    act: ({ page }) => press(page, '撤销'),
    done: ({ page, mark }) => listed(page, mark),
    list: ([mark]) => mark,
  },
  restore: {
    before: async ({ page, mark }) => {
      await deleted(page, mark);
      await goTo(page, '#/recovery');
      await says(page, '放回列表');
      return [mark];
    },
    act: ({ page }) => press(page, '放回列表'),
    done: ({ page, mark }) => listed(page, mark),
    list: ([mark]) => mark,
  },
  version: {
    before: async ({ page, mark }) => {
      await written(page, mark);
      await chapter(page, 'versions');
      await fill(page, '版本名称', '送审稿');
      await press(page, '存为版本');
      await until(page, () => [...document.querySelectorAll('li')].some((row) => row.innerText.includes('送审稿')));
      await chapter(page, 'basics');
      await fill(page, '单位全称', `${mark}改`);
      await pause(1_000);
      await isSaved(page);
      await chapter(page, 'versions');
      await until(page, () => {
        const row = [...document.querySelectorAll('li')].find((row) => row.innerText.includes('送审稿'));
        const button = row && [...row.querySelectorAll('button')].find((node) => node.textContent.includes('看差别'));
        button?.click();
        return button !== undefined;
      });
      await says(page, '整份恢复到当时');
      return [mark, `${mark}改`];
    },
    act: ({ page }) => press(page, '整份恢复到当时'),
    done: async ({ page }) => {
      await says(page, '已恢复到这个版本');
      await isSaved(page);
    },
    list: ([mark]) => mark,
  },
  settle: {
    before: async ({ browser, address, mark }) => {
      const [one, other] = [await browser.newPage(), await browser.newPage()];
      for (const page of [one, other]) await page.evaluateOnNewDocument(deafen);
      await one.goto(address, PATIENCE);
      await written(one, mark);
      await other.goto(one.url(), PATIENCE);
      await fill(other, '单位全称', `${mark}乙`);
      await fill(one, '单位全称', `${mark}甲`);
      await pause(2_500);
      await other.close();
      await chapter(one, 'versions');
      await says(one, '以现在的为准');
      return [`${mark}甲`, `${mark}乙`];
    },
    act: async ({ browser }) => press((await browser.pages()).at(-1), '以现在的为准'),
    done: async ({ browser }) => says((await browser.pages()).at(-1), '另一个窗口改的内容'),
  },
  scheme: {
    before: async ({ page, mark }) => {
      await written(page, mark);
      await chapter(page, 'scheme');
      await press(page, '换一个方案');
      await press(page, '选用：湖南部门整体支出');
      await says(page, '确定更换');
      return [mark, '部门支出进度'];
    },
    act: ({ page }) => press(page, '确定更换'),
    done: async ({ page }) => {
      await says(page, '已换成');
      await isSaved(page);
    },
    list: ([mark]) => mark,
  },
  takeover: {
    before: async ({ browser, page, mark, told }) => {
      await written(page, mark);
      told.other = await show(browser, page.url());
      await says(told.other, '在此接管');
      // Nobody types into a window that is not before him, and Firefox slows its clock.
      await page.bringToFront();
      await fill(page, '单位全称', `${mark}甲`);
      // What was typed in the last half second is not yet promised.
      await pause(600);
      await told.other.bringToFront();
      return [`${mark}甲`];
    },
    act: ({ told }) => press(told.other, '在此接管'),
    done: async ({ told, mark, texts }) => {
      await fill(told.other, '单位全称', `${mark}甲乙`);
      texts.push(`${mark}甲乙`);
      await isSaved(told.other);
      await pause(250);
      await isSaved(told.other);
    },
    list: (texts) => texts.at(-1),
  },
  file: {
    before: async ({ browser, page, address, mark, told }) => {
      await written(page, mark);
      const file = await rawOf(page, mark);
      await listed(page, mark);
      // A colleague goes on with the file on another computer.
      const elsewhere = await browser.createBrowserContext();
      const there = await elsewhere.newPage();
      await there.goto(address, PATIENCE);
      await says(there, '打开示例');
      await drop(there, '报告.txt', file);
      await fill(there, '单位全称', `${mark}改`);
      await pause(2_000);
      told.file = await rawOf(there, `${mark}改`);
      await elsewhere.close();
      return [mark];
    },
    act: ({ page, told }) => drop(page, '报告.txt', told.file),
    done: async ({ page, mark, texts }) => {
      await says(page, '已更新到本机');
      texts.push(`${mark}改`);
    },
    list: (texts) => texts.at(-1),
  },
  rename: {
    before: async ({ page, mark }) => {
      await written(page, mark);
      return [mark];
    },
    act: async ({ page, mark }) => {
      await menu(page, mark, '改名');
      await fill(page, '报告名称', `${mark}改名`);
      await page.keyboard.press('Enter');
    },
    done: ({ page, mark }) => listed(page, `${mark}改名`),
    list: ([mark]) => `${mark}改名`,
  },
  intake: {
    before: async ({ page }) => {
      await goTo(page, '#/import');
      await fill(page, '去年', REPORT);
      await press(page, '开始识别');
      await says(page, '认出');
      await press(page, '把握大的', '全部采用');
      const rest = () => {
        const button = [...document.querySelectorAll('button')].find((node) => /^采用 ?：/.test(node.textContent.trim()));
        button?.click();
        return button !== undefined;
      };
      while (await page.evaluate(rest)) await pause(30);
      return [];
    },
    act: ({ page }) => press(page, '生成今年的草稿'),
    done: async ({ page, texts }) => {
      await isSaved(page);
      texts.push('白云湖街道');
    },
    list: ([unit]) => unit,
  },
};

export const NAMES = Object.keys(STEPS);

async function once(profile, kind, address, name, run) {
  const { before, act, done, list } = STEPS[name];
  const wrongs = [];
  const mark = `第${run}个单位${Math.floor(between(1_000, 9_999))}`;
  let browser = await launch(kind, profile);
  const story = { browser, address, mark, told: {}, page: await show(browser, address) };
  story.texts = await before(story);
  await act(story);
  // In every second run nobody waits until the page says that it is done.
  const isTold = run % 2 === 1 || name === 'intake';
  if (isTold) await done(story);
  await pause(between(0, isTold ? 8_000 : 500));
  await kill(browser);

  browser = await launch(kind, profile);
  const page = await show(browser, address);
  await until(page, () => document.querySelector('table tbody tr') !== null || /没有找到草稿/.test(document.body.innerText));
  const drafts = await textOf(page);
  if (/[读打]不[出开]来|panic|error/i.test(drafts)) wrongs.push(`run ${run}: the list complains: ${drafts}`);
  const wanted = list?.(story.texts);
  if (isTold && wanted && !drafts.includes(wanted)) wrongs.push(`run ${run}: “${wanted}” is not in the list: ${drafts}`);
  const texts = await everything(page);
  for (const text of story.texts) if (!texts.includes(text)) wrongs.push(`run ${run}: “${text}” is nowhere`);
  await goTo(page, '#/recovery');
  await says(page, '存得牢不牢');
  const centre = await textOf(page);
  const shown = story.texts.length === 0 || [drafts, centre].some((text) => text.includes(mark) || name === 'intake');
  if (!shown) wrongs.push(`run ${run}: neither the list nor the recovery centre has “${mark}”`);
  await kill(browser);
  return wrongs;
}

/** Kills a browser after a step so many times, each time with a profile of its own. */
export async function stepRuns(title, kind, address, name, runs) {
  const wrongs = [];
  let lost = 0;
  for (let run = 1; run <= runs; run += 1) {
    const found = await withProfile((profile) => once(profile, kind, address, name, run));
    wrongs.push(...found);
    lost += found.length ? 1 : 0;
  }
  return { name: `kill -9 after ${name}, ${title}`, runs, drafts: lost, wrongs };
}
