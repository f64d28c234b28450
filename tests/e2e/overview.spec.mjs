// 概览: what a chief sees first, with bars that are tables to everybody else, and a page to print.
import { expect, test } from '@playwright/test';
import { goTo, open, openSample, saved } from './user.mjs';

const region = (page, name) => page.getByRole('region', { name });

test('scores, money, what lost points and what is left stand on one page and lead to their fields', async ({ page }) => {
  await openSample(page);
  await goTo(page, '概览');
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeFocused();
  await expect(page.getByText('自评总分 99.37 分，满分 100 分，等级“优”。预算执行率 97.88%。')).toBeVisible();
  const scores = page.getByRole('table', { name: '各部分得分' });
  await expect(scores.getByRole('row', { name: /^部门支出进度/ })).toContainText('29.37');
  await expect(scores.getByRole('row', { name: /^部门支出进度/ })).toContainText('0.63');
  await expect(scores.getByRole('row', { name: /^总分/ })).toContainText('99.37');
  await expect(page.getByRole('table', { name: '预算与执行' }).getByRole('row', { name: /^合计/ })).toContainText('15,329.35');
  await expect(region(page, '扣分的指标')).toContainText('没有扣分的指标');
  // A figure explains itself here as everywhere.
  await scores.getByRole('button', { name: /，部门支出进度怎么来的$/ }).click();
  await expect(page.getByRole('dialog', { name: /部门支出进度/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await region(page, '还要做的').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeHidden();
});

test('what was changed since the last named version is listed', async ({ page }) => {
  await openSample(page);
  await page.getByRole('link', { name: /版本$/ }).click();
  await page.getByLabel('版本名称').fill('送审稿 1');
  await page.getByRole('button', { name: '存为版本' }).click();
  await goTo(page, '概览');
  await expect(region(page, '和上一版比')).toContainText('和上一版（“送审稿 1”');
  await expect(region(page, '和上一版比')).toContainText('一样');
  await goTo(page, '基本信息');
  await page.getByLabel('单位简称').fill('白云湖街办');
  await saved(page);
  await goTo(page, '概览');
  await expect(region(page, '和上一版比')).toContainText('以来改了 1 处');
  await expect(page.getByRole('table', { name: '和上一版比' }).getByRole('row').nth(1)).toContainText('白云湖街办');
});

test('a draft of the list opens with it, last year stands beside this year', async ({ page }) => {
  await openSample(page);
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  await page.getByRole('button', { name: /^更多操作：/ }).click();
  await page.getByRole('button', { name: '转为下一年度' }).click();
  await page.getByRole('row', { name: /2023/ }).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: '概览' })).toBeVisible();
  await expect(page.getByText('总分还算不出来')).toBeVisible();
  await expect(page.getByRole('table', { name: '和去年比' }).getByRole('row', { name: /^执行数/ })).toContainText('20,571.11');
  const years = page.getByRole('table', { name: '各年得分' });
  await expect(years.getByRole('row', { name: /^2022/ })).toContainText('99.37');
  await expect(years.getByRole('row', { name: /^2023/ })).toContainText('—');
});

test('progress is a line and a table, and the page prints without the program around it', async ({ page }) => {
  await openSample(page);
  await goTo(page, '运行监控');
  for (const [month, spent] of [['6', '9000'], ['9', '15000']]) {
    await page.getByRole('button', { name: '添加监控节点' }).click();
    await page.keyboard.type(month);
    await page.keyboard.press('Tab');
    await page.keyboard.type(spent);
  }
  await goTo(page, '概览');
  const months = page.getByRole('table', { name: '支出进度与序时进度' });
  await expect(months.getByRole('row', { name: /^9 月底/ })).toContainText('71.38%');
  await expect(months.getByRole('row', { name: /^12 月底/ })).toContainText('97.88%');
  await page.evaluate(() => { globalThis.printed = 0; globalThis.print = () => { globalThis.printed += 1; }; });
  await page.getByRole('button', { name: '打印概览' }).click();
  await expect.poll(() => page.evaluate(() => globalThis.printed)).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('table', { name: '各部分得分' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: '报告各部分' })).toBeHidden();
  await expect(page.getByText('这一页不打印')).toBeHidden();
});
