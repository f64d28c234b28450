// 帮助 where it is needed: on each page, by key, searchable, and the hints of first use.
import { expect, test } from '@playwright/test';
import { goTo, open, openSample } from './user.mjs';

const help = (page) => page.getByRole('complementary', { name: '帮助' });

test('each page has its help, which can be searched and read while one types', async ({ page }) => {
  await openSample(page);
  await goTo(page, '资金收支');
  await page.getByRole('button', { name: '帮助', exact: true }).click();
  await expect(help(page).getByRole('heading', { name: '帮助：资金收支' })).toBeFocused();
  await expect(help(page).getByText('执行率的分母是调整预算数，不是年初预算数。')).toBeVisible();
  // What it says holds for what is beside it.
  await page.getByLabel('合计，年初预算数（万元）').or(page.getByRole('textbox').first()).first().focus();
  await expect(help(page)).toBeVisible();
  await help(page).getByRole('searchbox', { name: '在帮助里找' }).fill('满意度 问卷');
  await help(page).getByRole('button', { name: /^指标与评分/ }).click();
  await expect(help(page).getByRole('heading', { name: '帮助：指标与评分' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
  await expect(page.getByRole('button', { name: '帮助', exact: true })).toBeFocused();
  await goTo(page, '检查');
  await page.keyboard.press('F1');
  await expect(help(page).getByRole('heading', { name: '帮助：检查' })).toBeVisible();
});

test('? shows the keys, and is a sign where one types', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('?');
  await expect(help(page).getByRole('heading', { name: '按键', exact: true })).toBeVisible();
  await page.keyboard.press('?');
  await expect(help(page)).toBeHidden();
  const unit = page.getByLabel('单位简称');
  await unit.focus();
  await page.keyboard.type('?');
  await expect(unit).toHaveValue(/\?/);
  await expect(help(page)).toBeHidden();
});

test('hints of first use are put away one by one or all, and come back when asked', async ({ page }) => {
  await openSample(page);
  const hint = page.getByRole('complementary', { name: '提示' });
  await expect(hint).toContainText('单位全称和年度用在报告的标题');
  await hint.getByRole('button', { name: '知道了' }).click();
  await expect(hint).toBeHidden();
  await goTo(page, '资金收支');
  await expect(hint).toContainText('先填调整预算数和执行数');
  await page.reload();
  await goTo(page, '基本信息');
  await expect(hint).toBeHidden();
  await goTo(page, '年度工作');
  await hint.getByRole('button', { name: '都不再提示' }).click();
  await goTo(page, '绩效目标');
  await expect(hint).toBeHidden();
  await page.keyboard.press('F1');
  await help(page).getByRole('button', { name: '重新显示各页的提示' }).click();
  await expect(hint).toBeVisible();
});

test('who signs reads in two minutes what this is', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: '这是什么' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '这是什么' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '签字前看三处' })).toBeVisible();
  // Two minutes: six hundred characters or so.
  const text = await page.getByRole('main').innerText();
  expect(text.replace(/\s/g, '').length).toBeLessThan(900);
  await page.getByRole('link', { name: '到全部报告' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '部门整体支出绩效自评报告' })).toBeVisible();
});

test('on a phone help has the whole window and stands in the drawer of the parts', async ({ page }) => {
  await openSample(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '报告各部分' }).click();
  await page.getByRole('navigation', { name: '报告各部分' }).getByRole('button', { name: '帮助' }).click();
  await expect(help(page)).toBeVisible();
  await help(page).getByRole('button', { name: '关闭帮助' }).click();
  await expect(help(page)).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
