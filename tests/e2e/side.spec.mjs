// The editor of an indicator beside the list.
import { expect, test } from '@playwright/test';
import { goTo, openSample } from './user.mjs';

test.use({ viewport: { width: 1366, height: 768 } });

test('the editor stands beside the list and follows the row that is typed in', async ({ page }) => {
  await openSample(page);
  await goTo(page, '指标与评分');
  const list = page.getByRole('grid', { name: '指标' });
  const head = (name) => list.getByRole('heading', { level: 2, name });
  await list.getByRole('button', { name: '展开填写：市政工程项目数量' }).click();
  await expect(head('3. 市政工程项目数量')).toBeVisible();
  const inEditor = list.getByLabel('第 1 行，实际完成值');
  const inRow = list.getByRole('textbox', { name: /^市政工程项目数量，.*实际完成值$/ });
  await expect(inEditor).toBeFocused();
  // The same value in both places, whichever is typed in.
  await inEditor.fill('4');
  await expect(inRow).toHaveValue('4');
  await inRow.fill('5');
  await expect(inEditor).toHaveValue('5');
  await expect(list.getByRole('button', { name: /，总分怎么来的$/ })).toHaveText(/^99\.37/);
  // It goes with the row, and the focus stays in the list.
  await inRow.press('Enter');
  await expect(head('4. 开展“乐融白云”主题活动数量')).toBeVisible();
  await expect(list.getByRole('textbox', { name: /^开展“乐融白云”主题活动数量，.*实际完成值$/ })).toBeFocused();
  await page.keyboard.type('12');
  await expect(inEditor).toHaveValue('12');
  await page.getByRole('button', { name: '下一项：统计数据上报完成率' }).click();
  await expect(head('5. 统计数据上报完成率')).toBeVisible();
  await expect(inEditor).toBeFocused();
  // The rows stay tables of two measures, and each input stands once.
  await list.getByRole('button', { name: '展开填写：继续推进垃圾分类工作' }).click();
  await expect(list.getByLabel('第 2 行，实际完成值')).toBeFocused();
  expect(await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  })).toEqual([]);
  await page.getByRole('button', { name: '收起编辑栏' }).click();
  await expect(list.getByRole('heading', { level: 2 })).toHaveCount(0);
  await expect(list.getByRole('textbox', { name: /^继续推进垃圾分类工作，.*实际完成值$/ }).nth(1)).toBeFocused();
});

test('a window that is too narrow for it has the editor below the row', async ({ page }) => {
  await openSample(page);
  await goTo(page, '指标与评分');
  const list = page.getByRole('grid', { name: '指标' });
  await list.getByRole('button', { name: '展开填写：市政工程项目数量' }).click();
  const top = async (locator) => (await locator.boundingBox()).y;
  await page.setViewportSize({ width: 1100, height: 768 });
  await expect(list.getByRole('button', { name: '收起编辑栏' })).toHaveCount(0);
  await expect(list.getByRole('textbox', { name: /^市政工程项目数量，.*实际完成值$/ })).toHaveCount(0);
  const row = list.getByRole('row', { name: /市政工程项目数量/ }).first();
  expect(await top(list.getByLabel('第 1 行，实际完成值'))).toBeGreaterThan(await top(row));
  await page.setViewportSize({ width: 1366, height: 768 });
  await expect(list.getByRole('button', { name: '收起编辑栏' })).toBeVisible();
});
