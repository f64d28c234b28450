// The preview on the screen: how large its pages are, the way from page to page, and from a text to its field.
import { expect, test } from '@playwright/test';
import { goTo, openSample } from './user.mjs';

const desk = (page) => page.getByRole('region', { name: /^报告预览/ });
const pages = (page) => page.getByRole('navigation', { name: '各页' });
const width = (page) => page.locator('.paper').first().evaluate((paper) => Math.round(paper.getBoundingClientRect().width));

test('pages are shown as large as one wants, and the window remembers it', async ({ page }) => {
  await openSample(page);
  await goTo(page, '预览与导出');
  await expect(pages(page).getByRole('button')).toHaveCount(9);
  const zoom = page.getByRole('combobox', { name: '显示比例' });
  await zoom.selectOption('100%');
  const whole = await width(page);
  expect(Math.abs(whole - 794)).toBeLessThan(2);
  await page.getByRole('button', { name: '放大' }).click();
  await expect(zoom).toHaveValue('110');
  expect(Math.abs((await width(page)) - whole * 1.1)).toBeLessThan(2);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  await expect(zoom).toHaveValue('90');
  await zoom.selectOption('适合宽度');
  const room = await desk(page).evaluate((desk) => desk.clientWidth);
  expect(room - (await width(page))).toBeLessThanOrEqual(34);
  await page.reload();
  await expect(zoom).toHaveValue('width');
  await page.getByRole('heading', { level: 1, name: '预览与导出' }).click();
  await page.keyboard.press('0');
  await expect(zoom).toHaveValue('auto');
});

test('the list of pages and the keys go from page to page', async ({ page }) => {
  await openSample(page);
  await goTo(page, '预览与导出');
  const current = pages(page).locator('[aria-current=page]');
  await expect(current).toContainText('1');
  await pages(page).getByRole('button', { name: /^5/ }).click();
  await expect(current).toContainText('二、综合评价分析');
  await page.keyboard.press('PageDown');
  await expect(current).toContainText(/^6/);
  await page.keyboard.press('PageUp');
  await expect(current).toContainText(/^5/);
  await page.keyboard.press('End');
  await expect(current).toContainText(/^9/);
  await page.keyboard.press('Home');
  await expect(current).toContainText(/^1/);
});

test('a text leads to its field, by pointer and by key', async ({ page }) => {
  await openSample(page);
  await goTo(page, '预览与导出');
  const text = page.locator('.paper-pages').getByText('街道围绕疫情防控', { exact: false }).first();
  await text.click();
  await expect(page.getByLabel('年度总体工作')).toBeFocused();
  await goTo(page, '预览与导出');
  await expect(pages(page).getByRole('button')).toHaveCount(9);
  await desk(page).focus();
  // From piece to piece; what is marked is said.
  const said = page.getByRole('status').filter({ hasText: '街道围绕疫情防控' });
  for (let place = 0; place < 12 && !(await said.count()); place++) {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(60);
  }
  await expect(said).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('年度总体工作')).toBeFocused();
});

test('on a phone the parts are listed behind a button, and a text leads to its field', async ({ page }) => {
  await openSample(page);
  await goTo(page, '预览与导出');
  await page.setViewportSize({ width: 390, height: 844 });
  const list = page.getByRole('navigation', { name: '报告目录' });
  await expect(list).toBeHidden();
  await page.getByRole('button', { name: '目录', exact: true }).click();
  await list.getByRole('button', { name: '三、存在的主要问题' }).click();
  await expect(list).toBeHidden();
  await expect(page.locator('.paper-flow').getByText('三、存在的主要问题')).toBeInViewport();
  await page.locator('.paper-flow').getByText('（一）', { exact: false }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: '问题与改进' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
