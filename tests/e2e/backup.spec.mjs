// What is there beside the browser's copies: locked files; and what is said before the storage is full.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { FROM_DISK as address } from './site.mjs';
import { open, openSample, saved } from './user.mjs';

const unit = (page) => page.getByLabel('单位全称');

async function lock(page, first, again) {
  const dialog = page.getByRole('dialog', { name: '下载加密文件' });
  await dialog.getByLabel('密码', { exact: true }).fill(first);
  await dialog.getByLabel('再输一遍').fill(again);
  await dialog.getByRole('button', { name: '加密并下载' }).click();
  return dialog;
}

async function choose(page, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
  await chooser.setFiles(file);
  return page.getByRole('dialog', { name: '打开加密文件' });
}

test('a locked file opens with its passphrase only, and damage is told apart', async ({ page, browser }) => {
  await openSample(page);
  await unit(page).fill('加密的单位');
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('button', { name: /^加密的项目文件/ }).click();
  await expect(page.getByRole('dialog')).toContainText('密码忘了就再也打不开');
  await expect(await lock(page, '太短', '太短')).toContainText('密码太短');
  await expect(await lock(page, '白云湖 2022', '白云湖 2023')).toContainText('两次输入的密码不一样');
  const [file] = await Promise.all([page.waitForEvent('download'), lock(page, '白云湖 2022', '白云湖 2022')]);
  expect(file.suggestedFilename()).toBe('加密的单位2022年度部门整体支出绩效自评报告（加密）.json');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '导出' })).toBeFocused();
  const path = await file.path();
  const text = readFileSync(path, 'utf8');
  expect(text).not.toContain('加密的单位');

  const other = await browser.newPage();
  await open(other, address);
  const question = await choose(other, { name: '收到的.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(question).toContainText('“收到的.json”是加密的');
  await question.getByLabel('密码').fill('白云湖2022');
  await question.getByRole('button', { name: '打开' }).click();
  await expect(question.getByRole('alert')).toContainText('密码不对');
  await question.getByLabel('密码').fill('白云湖 2022');
  await question.getByLabel('密码').press('Enter');
  await expect(unit(other)).toHaveValue('加密的单位');

  await open(other, address);
  await choose(other, { name: '坏了.json', mimeType: 'application/json', buffer: Buffer.from(text.replace(/"data":"..../, '"data":"AAAA')) });
  await expect(other.getByRole('alert')).toContainText('这个加密文件损坏了');
  await choose(other, { name: '半截.json', mimeType: 'application/json', buffer: Buffer.from(text.slice(0, 3_000)) });
  await expect(other.getByRole('alert')).toContainText('“半截.json”打不开：这个加密文件损坏了');
  await other.close();
});

test('a question for a passphrase can be put away', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '导出' }).click();
  await page.getByRole('button', { name: /^加密的项目文件/ }).click();
  await page.getByLabel('密码', { exact: true }).press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '导出' })).toBeFocused();
});

test('storage that fills up is told at 60 and at 90 percent, and a full one keeps the journal', async ({ page }) => {
  /** Fills what the browser really gives up to so many percent, with somebody else's data. */
  const fillTo = (percent) =>
    page.evaluate((percent) => {
      localStorage.removeItem('filler');
      const used = Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage.getItem(key).length, 0);
      localStorage.setItem('filler', 'x'.repeat(Math.floor((5_242_880 * percent) / 100) - used - 6));
    }, percent);
  await openSample(page);
  await saved(page);
  const draft = page.url();
  await fillTo(62.5);
  await unit(page).fill('六成满的单位');
  await expect(page.getByRole('alert')).toContainText('用了 62%');
  await page.getByRole('button', { name: '关闭' }).click();
  await unit(page).fill('还是六成的单位');
  await page.waitForTimeout(2_500);
  await expect(page.getByRole('alert')).toHaveCount(0);
  await fillTo(92.5);
  await unit(page).fill('九成满的单位');
  await expect(page.getByRole('alert')).toContainText('快满了，用了 92%');
  await open(page);
  await expect(page.getByRole('region', { name: '存储空间' })).toContainText('快满了，用了 92%');
  await page.goto(draft);
  // The room ends in the middle of a save: the slot does not fit, the journal does.
  await fillTo(100);
  await unit(page).fill('存不下的单位'.repeat(30));
  await expect(page.getByRole('alert').first()).toContainText('存储空间满了');
  await expect(page.getByRole('button', { name: '没有存上' })).toBeVisible();
  await page.reload();
  await expect(unit(page)).toHaveValue('存不下的单位'.repeat(30));
  await page.evaluate(() => localStorage.removeItem('filler'));
  await unit(page).fill('又存得下的单位');
  await saved(page);
});
