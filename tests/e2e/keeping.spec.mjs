// Work is not lost: copies, versions, windows side by side, crash, storage that fails.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { FROM_DISK as address, prepareTrap, serve } from './site.mjs';
import { goTo, open, openSample, saved } from './user.mjs';

const unit = (page) => page.getByLabel('单位全称');
const FULL = '广州市白云区人民政府白云湖街道办事处';

/** Empties localStorage alone, as Chromium does after 400 days without a visit. */
const forgetSlots = (page) => page.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.removeItem(key)));

/** Empties the journal alone. */
const forgetJournal = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((done) => (indexedDB.open('jiping').onsuccess = (event) => done(event.target.result)));
    const transaction = database.transaction('copies', 'readwrite');
    transaction.objectStore('copies').clear();
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
  });

test('each of the copies alone brings the draft back', async ({ page }) => {
  await openSample(page);
  await unit(page).fill('只在日志里的单位');
  await saved(page);
  await page.waitForTimeout(2_000);
  const draft = page.url();
  await open(page);
  await forgetSlots(page);
  await page.reload();
  await expect(page.getByRole('row', { name: /只在日志里的单位/ })).toContainText('已从编辑日志找回');
  await page.goto(draft);
  await expect(unit(page)).toHaveValue('只在日志里的单位');
  await unit(page).fill('又写回两处的单位');
  await saved(page);
  await page.waitForTimeout(2_000);
  await open(page);
  await forgetJournal(page);
  await page.goto(draft);
  await expect(unit(page)).toHaveValue('又写回两处的单位');
});

/** Everything that both stores hold. */
const everything = (page) =>
  page.evaluate(async () => {
    const database = await new Promise((done) => (indexedDB.open('jiping').onsuccess = (event) => done(event.target.result)));
    const stores = [...database.objectStoreNames];
    const transaction = database.transaction(stores);
    const all = (store, method) => new Promise((done) => (transaction.objectStore(store)[method]().onsuccess = (event) => done(event.target.result)));
    const found = [JSON.stringify(Object.entries(localStorage).sort())];
    for (const store of stores) found.push(JSON.stringify([await all(store, 'getAllKeys'), await all(store, 'getAll')]));
    database.close();
    return found;
  });

test('loading never writes', async ({ page }) => {
  await openSample(page);
  await saved(page);
  const draft = page.url();
  await open(page);
  await page.waitForTimeout(500);
  const before = await everything(page);
  expect(before.join('').length).toBeGreaterThan(10_000);
  for (const where of [draft, draft.replace('basics', 'versions'), draft.replace('basics', 'preview'), `${address}#/recovery`, address]) {
    await page.goto(where);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(400);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  expect(await everything(page)).toEqual(before);
});

test('a damaged slot gives way to a whole one, and is kept aside when its turn comes', async ({ page }) => {
  await openSample(page);
  await unit(page).fill('好的单位');
  await saved(page);
  await page.waitForTimeout(2_000);
  const draft = page.url();
  await open(page);
  await forgetJournal(page);
  const damaged = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((key) => key.startsWith('jiping.draft.') && !key.endsWith('.b'));
    localStorage.setItem(key, `${localStorage.getItem(key)} `);
    return localStorage.getItem(key);
  });
  await page.reload();
  await expect(page.getByRole('row', { name: /好的单位/ })).toContainText('有一份副本读不出来');
  await page.goto(draft);
  await expect(unit(page)).toHaveValue('好的单位');
  await unit(page).fill('接着写的单位');
  await page.waitForTimeout(2_500);
  expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('jiping.aside.')).map(([, text]) => text))).toEqual([damaged]);
  await page.goto(`${address}#/recovery`);
  await expect(page.getByRole('row', { name: /另放 1/ })).toContainText('读不出来');
});

test('the way back survives a reload', async ({ page }) => {
  await openSample(page);
  await unit(page).fill('第一次改');
  await unit(page).blur();
  await goTo(page, '问题与改进');
  const problem = page.getByRole('textbox').first();
  const before = await problem.inputValue();
  await problem.fill('第二次改');
  await saved(page);
  await page.reload();
  await expect(problem).toHaveValue('第二次改');
  await page.getByRole('button', { name: '撤销：' }).click();
  await expect(problem).toHaveValue(before);
  await page.getByRole('button', { name: '撤销：' }).click();
  await expect(unit(page)).toHaveValue(FULL);
  await page.getByRole('button', { name: '重做：' }).click();
  await expect(unit(page)).toHaveValue('第一次改');
});

test('a version is named, compared, taken back in part and as a whole', async ({ page }) => {
  await openSample(page);
  await saved(page);
  await page.getByRole('link', { name: /版本$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '版本' })).toBeVisible();
  await page.getByLabel('版本名称').fill('送审稿 1');
  await page.getByRole('button', { name: '存为版本' }).click();
  const version = page.getByRole('listitem').filter({ hasText: '送审稿 1' });
  await expect(version).toBeVisible();
  await goTo(page, '基本信息');
  await unit(page).fill('改过的单位');
  await page.getByLabel('单位简称').fill('改过的简称');
  await page.getByLabel('单位简称').blur();
  await page.goBack();
  await version.getByRole('button', { name: /看差别/ }).click();
  await expect(page.getByRole('heading', { name: /^送审稿 1：/ })).toBeFocused();
  await page.getByRole('button', { name: '看当时的全文' }).click();
  await expect(page.getByRole('region', { name: '当时的全文' })).toContainText(FULL);
  await page.getByRole('button', { name: '收起全文' }).click();
  await expect(page.getByText('和现在的内容有 2 处不同')).toBeVisible();
  const row = page.getByRole('row', { name: /单位全称/ });
  await expect(row.getByRole('deletion').first()).toBeVisible();
  await row.getByRole('button', { name: /用当时的/ }).click();
  await expect(page.getByText('和现在的内容有 1 处不同')).toBeVisible();
  await page.getByRole('button', { name: '整份恢复到当时' }).click();
  await goTo(page, '基本信息');
  await expect(unit(page)).toHaveValue(FULL);
  await expect(page.getByLabel('单位简称')).toHaveValue('白云湖街');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByLabel('单位简称')).toHaveValue('改过的简称');
});

test('two versions are held against each other, and the newer one is named', async ({ page }) => {
  const keep = async (name) => {
    await page.getByRole('link', { name: /版本$/ }).click();
    await page.getByLabel('版本名称').fill(name);
    await page.getByRole('button', { name: '存为版本' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  };
  await openSample(page);
  await saved(page);
  await keep('送审稿 1');
  await goTo(page, '基本信息');
  await unit(page).fill('第二稿的单位');
  await page.waitForTimeout(1_100);
  await keep('送审稿 2');
  await goTo(page, '基本信息');
  await unit(page).fill('现在的单位');
  await saved(page);
  await page.getByRole('link', { name: /版本$/ }).click();
  await page.getByRole('listitem').filter({ hasText: '送审稿 1' }).getByRole('button', { name: /看差别/ }).click();
  const row = page.getByRole('row', { name: /单位全称/ });
  await expect(row).toContainText('现在的单位');
  const other = page.getByLabel('和哪份比');
  await other.selectOption(await page.getByRole('option', { name: /送审稿 2/ }).textContent());
  await expect(row).toContainText('第二稿的单位');
  await expect(row).toContainText(FULL);
  await expect(page.getByRole('columnheader').last()).toContainText('（较新）');
  await expect(page.getByRole('button', { name: /用当时的|整份恢复/ })).toHaveCount(0);
  await other.selectOption('现在的内容');
  await expect(row).toContainText('现在的单位');
  await expect(page.getByRole('button', { name: '整份恢复到当时' })).toBeVisible();
});

for (const [name, where] of [
  ['with locks', async () => ({ url: address, close() {} })],
  [
    'without locks',
    async () => {
      const { address: url, close } = await serve();
      return { url, close };
    },
  ],
]) {
  test(`one window writes, the other follows and takes over without losing a key: ${name}`, async ({ page, context }) => {
    const { url, close } = await where();
    if (name === 'without locks') await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined }));
    await openSample(page, url);
    await saved(page);
    const second = await context.newPage();
    await second.goto(page.url());
    await expect(second.getByText('另一个窗口正在填写这份报告')).toBeVisible();
    await expect(unit(second)).not.toBeEditable();
    await unit(page).fill('第一个窗口写的');
    await expect(unit(second)).toHaveValue('第一个窗口写的');
    await unit(page).press('End');
    await unit(page).pressSequentially('，还没停笔', { delay: 5 });
    await second.getByRole('button', { name: '在此接管' }).click();
    await expect(unit(second)).toBeEditable({ timeout: 15_000 });
    await expect(unit(second)).toHaveValue('第一个窗口写的，还没停笔');
    await expect(page.getByText('另一个窗口正在填写这份报告')).toBeVisible();
    await unit(second).fill('第二个窗口写的');
    await expect(unit(page)).toHaveValue('第二个窗口写的');
    await second.close();
    await expect(unit(page)).toBeEditable({ timeout: 20_000 });
    await expect(unit(page)).toHaveValue('第二个窗口写的');
    await close();
  });
}

test('windows that went different ways are both kept, compared and settled', async ({ page, context }) => {
  // Two windows that cannot agree: neither hears of the other's pen.
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      return key.startsWith('jiping.pen.') ? null : get.call(this, key);
    };
    window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
  });
  await openSample(page);
  await saved(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await unit(second).fill('第二个窗口写的');
  await unit(page).fill('第一个窗口写的');
  await saved(page);
  await page.waitForTimeout(2_500);
  await second.close();
  await open(page);
  await expect(page.getByText('在两个窗口里改得不一样')).toBeVisible();
  await page.getByRole('link', { name: /窗口写的$/ }).click();
  await page.getByRole('link', { name: /版本$/ }).click();
  const note = page.getByRole('region', { name: '改得不一样的副本' });
  await note.getByRole('button', { name: '看差别' }).first().click();
  const row = page.getByRole('row', { name: /单位全称/ });
  await expect(row).toContainText('第一个窗口写的');
  await expect(row).toContainText('第二个窗口写的');
  for (let left = await note.getByRole('button', { name: '以现在的为准' }).count(); left > 0; left -= 1) {
    await note.getByRole('button', { name: '以现在的为准' }).first().click();
    await expect(page.getByRole('listitem').filter({ hasText: '另一个窗口改的内容' }).first()).toBeVisible();
    await page.waitForTimeout(300);
  }
  await expect(note).toHaveCount(0);
  await open(page);
  await expect(page.getByText('在两个窗口里改得不一样')).toHaveCount(0);
});

test('after a crash the draft is at hand without the program', async ({ page }) => {
  await page.addInitScript(prepareTrap);
  await openSample(page);
  await unit(page).fill('出错前写的单位');
  await saved(page);
  await page.evaluate(() => (window.trapNext = true));
  await unit(page).press('End');
  await unit(page).press('x');
  const rescue = page.getByRole('alert');
  await expect(rescue).toContainText('程序出错，停下来了');
  const [file] = await Promise.all([page.waitForEvent('download'), rescue.getByRole('button', { name: '下载这份报告' }).click()]);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8')).draft.basics.unit).toBe('出错前写的单位');
  await rescue.getByRole('button', { name: '复制出错信息' }).click();
  await expect(page.getByLabel('出错信息')).toHaveValue(/unreachable/);
  await page.evaluate(() => (window.trapNext = false));
  await rescue.getByRole('button', { name: '重新打开' }).click();
  await expect(unit(page)).toHaveValue('出错前写的单位');
});

test('a file that goes on from what is here takes its place, and any other stands beside it', async ({ page, browser }) => {
  const take = async (page, file) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
    await chooser.setFiles(file);
  };
  const backUp = async (page) => {
    await page.getByRole('button', { name: '导出' }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^项目文件/ }).click()]);
    return file.path();
  };
  await openSample(page);
  await saved(page);
  const first = await backUp(page);
  // A colleague goes on with the file on another computer.
  const elsewhere = await browser.newPage();
  await open(elsewhere, address);
  await take(elsewhere, first);
  await unit(elsewhere).fill('同事改的单位');
  await saved(elsewhere);
  const later = await backUp(elsewhere);
  await open(page);
  await take(page, later);
  await expect(page.getByText('已更新到本机')).toBeVisible();
  await expect(unit(page)).toHaveValue('同事改的单位');
  await page.goto(page.url().replace(/#.*/, '#/'));
  await take(page, later);
  await expect(page.getByText('是同一份')).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/'));
  await take(page, first);
  await expect(page.getByText('不是它的后续')).toBeVisible();
  await open(page);
  await expect(page.getByRole('link', { name: FULL + '（来自文件）' })).toBeVisible();
  await expect(page.getByRole('link', { name: '同事改的单位', exact: true })).toBeVisible();
  await elsewhere.close();
});

test('a linked file is written when the draft rests', async ({ page }) => {
  const { address: url, close } = await serve();
  // The browser's own dialog cannot be driven; a file of the browser's private store stands for the user's.
  await page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
  });
  await openSample(page, url);
  await saved(page);
  await page.getByRole('link', { name: /版本$/ }).click();
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('和这里的内容一致')).toBeVisible();
  await goTo(page, '基本信息');
  await unit(page).fill('写进文件的单位');
  const content = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      for await (const file of folder.values()) return (await file.getFile()).text();
    });
  await expect.poll(async () => JSON.parse(await content()).draft.basics.unit).toBe('写进文件的单位');
  await close();
});

test('a newer version of the file is shown and not written', async ({ page }) => {
  await openSample(page);
  await saved(page);
  const draft = page.url();
  await open(page);
  await page.evaluate(async () => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith('jiping.draft.'));
    const [first] = keys;
    const [header, body] = localStorage.getItem(first).split('\n');
    const words = header.split(' ');
    const file = JSON.parse(body);
    file.version = 99;
    file.draft.something_new = [1, 2, 3];
    const text = JSON.stringify(file);
    words[2] = words[2];
    words[3] = String(Number(words[3]) + 1);
    words[words.length - 2] = String(new TextEncoder().encode(text).length);
    const sealed = words.slice(0, -1).join(' ');
    const sum = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${sealed}\n${text}`));
    const hex = [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    localStorage.setItem(first, `${sealed} ${hex}\n${text}`);
  });
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  await page.goto(draft);
  await expect(page.getByText('更新版本的绩评存的，这里只能看')).toBeVisible();
  await expect(unit(page)).not.toBeEditable();
  await open(page);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(kept);
});
