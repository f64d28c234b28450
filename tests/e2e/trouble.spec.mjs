// Wrong input, refused and full storage, damaged data, a second window: a sentence, and nothing lost.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { FROM_DISK as address } from './site.mjs';
import { figure, goTo, open, openSample, saved } from './user.mjs';

test('wrong numbers get a sentence at the field and stay as typed', async ({ page }) => {
  await openSample(page);
  await goTo(page, '资金收支');
  const field = page.getByLabel('一般公共预算，执行数（万元）');
  for (const [typed, sentence] of [
    ['abc', '这里要填数字'],
    ['-5', '这里不能填负数'],
    ['7,00.0,77', '千分位逗号的位置不对'],
    ['1234567890123456789012345678901234567890', '整数部分超过'],
  ]) {
    await field.fill(typed);
    await field.blur();
    await expect(field).toHaveValue(typed);
    await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(figure(page, '总分')).toHaveText(/^执行数读不出/);
  }
  await saved(page);
  await page.reload();
  await expect(field).toHaveValue('1234567890123456789012345678901234567890');
  await field.fill('1.5亿');
  await field.blur();
  await expect(field).toHaveValue('15,000.00');
});

test('a file that is not ours gets a sentence and changes nothing', async ({ page }) => {
  await open(page);
  for (const [name, content, sentence] of [
    ['文章.json', '今天天气不错', '这是文本文件'],
    ['报告.json', 'PK\x03\x04', '不完整或已损坏'],
    ['空.json', '', '文件是空的'],
    ['新.json', '{"kind":"jiping-draft","version":99,"draft":{}}', '更新版本的绩评'],
  ]) {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await expect(page.getByRole('alert')).toContainText(`“${name}”打不开`);
    await expect(page.getByRole('alert')).toContainText(sentence);
  }
  await expect(page.getByText('以前在这里写过？')).toBeVisible();
});

const deny = () => {
  const refuse = { get() { throw new DOMException('denied', 'SecurityError'); } };
  Object.defineProperty(window, 'localStorage', refuse);
  Object.defineProperty(window, 'indexedDB', refuse);
};

test('where storage is denied the work goes on and can be downloaded', async ({ page }) => {
  await page.addInitScript(deny);
  await page.goto(address);
  await expect(page.getByRole('alert')).toContainText('浏览器不让本页保存数据');
  const isCovered = (node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    return !node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  expect(await page.getByRole('alert').evaluate(isCovered)).toBe(false);
  await expect(page.getByText('以前写的多半还在')).toBeVisible();
  await page.getByRole('button', { name: '打开示例' }).click();
  await expect(figure(page, '总分')).toHaveText(/^99\.37/);
  const alarm = page.getByRole('alert').filter({ hasText: '浏览器不让本页保存数据' });
  const [file] = await Promise.all([page.waitForEvent('download'), alarm.getByRole('button', { name: '下载项目文件' }).click()]);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8')).draft.indicators).toHaveLength(14);
});

test('a full storage is said, and the next save that fits clears it', async ({ page }) => {
  await openSample(page);
  await saved(page);
  await page.evaluate(() => {
    const set = Storage.prototype.setItem;
    window.letIn = () => (Storage.prototype.setItem = set);
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const unit = page.getByLabel('单位全称');
  await unit.fill('改过的单位');
  await expect(page.getByRole('alert')).toContainText('存储空间满了');
  await expect(page.getByRole('button', { name: '没有存上' })).toBeVisible();
  // The journal has it all the same.
  await page.reload();
  await expect(unit).toHaveValue('改过的单位');
  await unit.fill('改过的单位二');
  await saved(page);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

/** Puts a text into every copy of every draft, in both stores. */
const damageAll = (page) =>
  page.evaluate(async () => {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith('jiping.draft.'))) {
      localStorage.setItem(key, localStorage.getItem(key).slice(0, -40));
    }
    const database = await new Promise((done) => (indexedDB.open('jiping').onsuccess = (event) => done(event.target.result)));
    const transaction = database.transaction('copies', 'readwrite');
    const copies = transaction.objectStore('copies');
    copies.openCursor().onsuccess = ({ target: { result: cursor } }) => {
      if (!cursor) return;
      cursor.update(cursor.value.slice(0, -40));
      cursor.continue();
    };
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
  });

test('damaged data is kept, shown as damaged, and its text can be taken away', async ({ page }) => {
  await openSample(page);
  await saved(page);
  const draft = page.url();
  await open(page);
  await damageAll(page);
  await page.reload();
  const row = page.getByRole('row', { name: /一份读不出来的数据/ });
  await expect(row).toContainText('原样封存');
  const [file] = await Promise.all([page.waitForEvent('download'), row.getByRole('button', { name: '下载原文' }).click()]);
  const raw = readFileSync(await file.path(), 'utf8');
  const key = draft.replace(/.*#\/(\w+)\/.*/, 'jiping.draft.$1');
  expect(raw).toBe(await page.evaluate((key) => localStorage.getItem(key), key));
  await page.goto(draft);
  await expect(page.getByRole('alert')).toContainText('原样保留');
});

test('drafts are renamed, copied, prepared for next year, deleted and put back', async ({ page }) => {
  await openSample(page);
  await saved(page);
  await open(page);
  const menu = async (title, item) => {
    await page.getByRole('button', { name: `更多操作：${title}`, exact: true }).click();
    await page.getByRole('button', { name: item, exact: true }).click();
  };
  const unit = '广州市白云区人民政府白云湖街道办事处';
  await menu(unit, '改名');
  await page.getByLabel('报告名称').fill('送审稿');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: '送审稿', exact: true })).toBeVisible();
  await menu('送审稿', '复制一份');
  await expect(page.getByRole('link', { name: '送审稿（副本）' })).toBeVisible();
  await menu('送审稿', '转为下一年度');
  await expect(page.getByRole('row', { name: new RegExp(unit) })).toContainText('2023');
  await menu('送审稿（副本）', '删除');
  await expect(page.getByRole('link', { name: '送审稿（副本）' })).toHaveCount(0);
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('link', { name: '送审稿（副本）' })).toBeVisible();
});
