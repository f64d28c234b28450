// 复核预计得分 and 标注稿: what a reviewer would leave, and the report's pages with each number as it stands.
import { expect, test } from '@playwright/test';
import { goTo, openSample } from './user.mjs';

const review = (page) => page.getByRole('region', { name: '复核预计得分' });
const sides = (page) => page.getByRole('complementary', { name: '两处对照' });

test('what a reviewer would leave is explained figure by figure and leads to the field', async ({ page }) => {
  await openSample(page);
  await goTo(page, '检查');
  await expect(review(page)).toContainText(/自评 [\d.]+ 分，复核预计 [\d.]+ 分，约失 [\d.]+ 分/);
  await expect(review(page).getByRole('listitem').first()).toContainText(/约失 [\d.]+ 分/);
  await review(page).getByText('逐项看').click();
  const rows = review(page).getByRole('table').getByRole('row');
  expect(await rows.count()).toBeGreaterThan(1);
  await rows.nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: '指标与评分' })).toBeVisible();
  await expect(page.getByText(/^复核预计 [\d.]+ 分：/)).toBeVisible();
  await page.getByRole('button', { name: /^看全部 ?复核预计得分$/ }).click();
  await expect(review(page)).toBeVisible();
});

test('the marked report says of each number what it agrees with', async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (document.title = '打印了')));
  await openSample(page);
  await goTo(page, '成效与完成情况');
  await page.getByRole('textbox', { name: '主要工作成效' }).fill('全年执行数20,571.12万元，执行率97.88%。走访企业37家。');
  await page.getByRole('textbox', { name: '主要工作成效' }).blur();
  await goTo(page, '检查');
  await page.getByRole('group', { name: '怎么看' }).getByRole('button', { name: '标注稿' }).click();
  await expect(page.getByText(/^读到 \d+ 个数，互相核对 \d+ 个（其中 \d+ 个对不上），\d+ 个没有可核对的。$/)).toBeVisible();
  await page.getByText('逐个数').click();
  const standings = page.getByRole('group', { name: '按核对的结果' });
  await standings.getByRole('button', { name: /^对不上/ }).click();
  await page.getByRole('button', { name: '20,571.12万元', exact: true }).click();
  await expect(sides(page)).toContainText('这里：对不上');
  await expect(sides(page)).toContainText('20,571.11');
  await standings.getByRole('button', { name: /^没有可核对的/ }).click();
  await page.getByRole('button', { name: '37家', exact: true }).click();
  await expect(sides(page)).toContainText('没有可核对的');
  await page.getByRole('button', { name: '关闭对照' }).click();
  await expect(sides(page)).toHaveCount(0);
  await page.getByRole('button', { name: '打印标注稿' }).click();
  await expect(page).toHaveTitle('打印了');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].length).toBeGreaterThan(3);
  await page.getByRole('group', { name: '怎么看' }).getByRole('button', { name: '逐条处理' }).click();
  await expect(page.getByRole('region', { name: '逐条处理' })).toBeVisible();
});
