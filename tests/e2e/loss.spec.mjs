// Nothing is taken away before what takes its place is in the journal, and the journal is tried again when it
// does not open.
import { expect, test } from '@playwright/test';
import { ALWAYS, breakOpening } from './broken.mjs';
import { FROM_DISK as address } from './site.mjs';
import { open, openSample, saved } from './user.mjs';

const UNIT = '广州市白云区人民政府白云湖街道办事处';
const unit = (page) => page.getByLabel('单位全称');
const row = (page) => page.getByRole('row', { name: new RegExp(UNIT) });
const ALONE = '内容只存了一份';

/** Empties localStorage alone, as a kill does with what the browser has not put on the disk yet. */
const forgetSlots = (page, beginning = 'jiping.draft.') =>
  page.evaluate((beginning) => Object.keys(localStorage).filter((key) => key.startsWith(beginning)).forEach((key) => localStorage.removeItem(key)), beginning);

async function menu(page, item) {
  await page.getByRole('button', { name: `更多操作：${UNIT}`, exact: true }).click();
  await page.getByRole('button', { name: item, exact: true }).click();
}

const remove = async (page) => {
  await menu(page, '删除');
  await expect(page.getByText('报告已删除')).toBeVisible();
  await expect(row(page)).toHaveCount(0);
};

const undo = (page) => page.getByRole('status').getByRole('button', { name: '撤销' }).click();

/** A sample that is kept, seen from the list. */
async function kept(page) {
  await openSample(page);
  await saved(page);
  await page.waitForTimeout(1_800);
  const draft = page.url();
  await open(page);
  await expect(row(page)).toBeVisible();
  return draft;
}

test('what was put back is in the journal before its last state leaves the versions', async ({ page }) => {
  const draft = await kept(page);
  await remove(page);
  await undo(page);
  await expect(row(page)).toBeVisible();
  await forgetSlots(page);
  await page.reload();
  await expect(row(page)).toContainText('已从编辑日志找回');
  await page.goto(draft);
  await expect(unit(page)).toHaveValue(UNIT);
});

/** From now on no change reaches IndexedDB: what was asked for is taken, and its transaction is aborted. */
const refuseChanges = (page) =>
  page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...words) {
      const begun = transaction.apply(this, words);
      if (begun.mode === 'readwrite') setTimeout(() => begun.abort(), 0);
      return begun;
    };
  });

/** A draft is somewhere: in the list, or among the deleted ones. */
async function isSomewhere(page) {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${address}#/recovery`);
  await expect(page.getByText(UNIT).first()).toBeVisible();
}

for (const [name, before, act, after] of [
  [
    '删除',
    async () => {},
    (page) => menu(page, '删除'),
    async (page) => {
      await expect(page.getByRole('alert').filter({ hasText: '没有删除' })).toBeVisible();
      await expect(row(page)).toBeVisible();
    },
  ],
  [
    '撤销',
    remove,
    undo,
    async (page) => {
      await expect(row(page)).toBeVisible();
      // What the slots alone have is not there any more after a kill.
      await forgetSlots(page);
    },
  ],
  [
    '放回列表',
    async (page) => {
      await remove(page);
      await page.getByRole('link', { name: '恢复中心' }).first().click();
    },
    (page) => page.getByRole('button', { name: '放回列表' }).click(),
    async (page) => {
      await page.waitForTimeout(500);
      await forgetSlots(page);
    },
  ],
]) {
  test(`where the journal takes nothing, nothing goes: ${name}`, async ({ page }) => {
    await kept(page);
    await before(page);
    await refuseChanges(page);
    await act(page);
    await after(page);
    await page.reload();
    await isSomewhere(page);
  });
}

test('a copy that a kill has brought back after its draft was deleted comes back as it was last', async ({ page }) => {
  await openSample(page);
  await saved(page);
  await page.waitForTimeout(1_800);
  const older = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('jiping.draft.')));
  await page.getByLabel('单位简称').fill('最后写的简称');
  await saved(page);
  await page.waitForTimeout(1_800);
  const draft = page.url();
  await open(page);
  await remove(page);
  await page.evaluate((older) => older.forEach(([key, text]) => localStorage.setItem(key, text)), older);
  await page.goto(draft);
  await page.reload();
  await expect(page.getByLabel('单位简称')).toHaveValue('最后写的简称');
});

const mend = (page) => page.evaluate(() => window.mendOpening());

for (const how of ['denied', 'error', 'no answer', 'late']) {
  test(`a database that does not open at first is told at once, and has everything later: ${how}`, async ({ page }) => {
    await page.addInitScript(breakOpening, { how, times: ALWAYS });
    await openSample(page);
    const alarm = page.getByRole('alert').filter({ hasText: ALONE });
    await expect(alarm).toBeVisible();
    await expect(page.getByRole('button', { name: '只存了一份' })).toBeVisible();
    await unit(page).fill('没有日志时写的单位');
    await expect(page.getByRole('button', { name: '只存了一份' })).toBeVisible();
    await expect(page.getByText(/^已保存/)).toHaveCount(0);
    await mend(page);
    // The rest before the next try has grown meanwhile.
    await expect(page.getByText(/^已保存/)).toBeVisible({ timeout: 40_000 });
    await expect(alarm).toHaveCount(0);
    const draft = page.url();
    const second = await page.context().newPage();
    await page.close();
    await open(second);
    await forgetSlots(second);
    await second.goto(draft);
    await expect(unit(second)).toHaveValue('没有日志时写的单位');
  });
}

test('what the journal alone has is shown when it opens late, where nothing was written meanwhile', async ({ page, context }) => {
  await openSample(page);
  await saved(page);
  await page.waitForTimeout(1_800);
  const draft = page.url();
  const older = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('jiping.draft.')));
  await unit(page).fill('日志里最新的单位');
  await saved(page);
  await page.close();
  const second = await context.newPage();
  await second.addInitScript(breakOpening, { how: 'error', times: ALWAYS });
  await open(second);
  await forgetSlots(second);
  await second.evaluate((older) => older.forEach(([key, text]) => localStorage.setItem(key, text)), older);
  await second.goto(draft);
  await expect(unit(second)).toHaveValue(UNIT);
  await mend(second);
  await expect(unit(second)).toHaveValue('日志里最新的单位', { timeout: 40_000 });
  await saved(second);
});

/** Makes a database of our name that is not ours. */
const occupy = (page, version, stores) =>
  page.evaluate(
    ([version, stores]) =>
      new Promise((done) => {
        const request = indexedDB.open('jiping', version);
        request.onupgradeneeded = () => stores.forEach((name) => request.result.createObjectStore(name, { keyPath: 'id' }));
        request.onsuccess = () => {
          request.result.close();
          done();
        };
      }),
    [version, stores],
  );

for (const [name, version, stores] of [
  ['a higher version with other stores', 7, ['notes']],
  ['the same version with other stores', 1, ['notes']],
  ['a higher version with stores of the same names and another shape', 7, ['copies', 'versions', 'links']],
]) {
  test(`a database of our name that is not ours is told and left alone: ${name}`, async ({ page, context }) => {
    // Another page of the same origin, which is there before ours.
    await page.goto(address.replace('dist/index.html', 'icon.svg'));
    await occupy(page, version, stores);
    await openSample(page);
    await expect(page.getByText('占用了数据库“jiping”')).toBeVisible();
    await unit(page).fill('另一个名字下的单位');
    await saved(page);
    await expect(page.getByText(ALONE)).toHaveCount(0);
    const draft = page.url();
    await page.close();
    // The journal is found again without any of the slots, with the mark, without it, and when the other is gone.
    for (const forget of [['jiping.draft.'], ['jiping.'], ['jiping.', 'jiping']]) {
      const again = await context.newPage();
      await again.goto(address.replace('dist/index.html', 'icon.svg'));
      await forgetSlots(again, forget[0]);
      if (forget[1]) await again.evaluate((name) => new Promise((done) => (indexedDB.deleteDatabase(name).onsuccess = done)), forget[1]);
      await again.goto(draft);
      await expect(unit(again)).toHaveValue('另一个名字下的单位');
      await again.close();
    }
  });
}
