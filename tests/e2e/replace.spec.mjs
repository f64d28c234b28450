// Words are found and replaced in the whole report, one by one or all at once, and taken back in one step.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo, openSample } from './user.mjs';

test('words are found, replaced and taken back by keys', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Control+h');
  const dialog = page.getByRole('dialog', { name: '查找和替换' });
  await expect(dialog.getByLabel('查找')).toBeFocused();
  await page.keyboard.type('白云湖');
  const said = dialog.getByRole('status');
  await expect(said).toHaveText(/^找到 \d+ 处，在 \d+ 个填写项里。$/);
  const count = Number((await said.textContent()).match(/\d+/)[0]);
  await dialog.getByLabel('替换为').fill('明珠湖');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, help }) => `${id} ${help}`)).toEqual([]);
  await dialog.getByRole('button', { name: /^替换 ?：/ }).first().click();
  await expect(said).toHaveText(new RegExp(`^找到 ${count - 1} 处`));
  await dialog.getByRole('button', { name: `全部替换（${count - 1}）` }).click();
  // It says what was done, and does not offer the same once more before it is asked.
  await expect(said).toContainText(`已把 ${count - 1} 处“白云湖”替换为“明珠湖”`);
  await expect(dialog.getByRole('button', { name: /^全部/ })).toBeHidden();
  await dialog.getByRole('button', { name: '再找一遍' }).click();
  await expect(said).toHaveText('没有找到“白云湖”。');
  await dialog.getByLabel('替换为').fill('');
  await expect(dialog.getByRole('button', { name: /^全部删去/ })).toBeDisabled();
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('banner')).toContainText('明珠湖');
  await page.getByRole('button', { name: new RegExp(`^撤销：替换 ${count - 1} 处“白云湖”`) }).click();
  await page.getByRole('button', { name: /^撤销：替换 1 处“白云湖”/ }).click();
  await goTo(page, '基本信息');
  await expect(page.getByLabel('单位全称')).toHaveValue(/白云湖/);
});
