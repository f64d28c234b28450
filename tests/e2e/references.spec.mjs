// References in prose: picked, bound, printed; and the report's own sentences worded by the office.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo, openSample } from './user.mjs';

const text = (page) => page.getByRole('textbox', { name: '主要工作成效' });

async function printed(page) {
  await page.getByRole('link', { name: '预览' }).first().click();
  return page.getByRole('main');
}

test('data are picked by keyboard at the caret, and the report prints their value', async ({ page }) => {
  await openSample(page);
  await goTo(page, '成效与完成情况');
  await text(page).fill('全年执行率为，进度较好。');
  await text(page).evaluate((area) => area.setSelectionRange(6, 6));
  await page.getByRole('button', { name: /^插入数据 ?：主要工作成效$/ }).click();
  const search = page.getByRole('combobox', { name: '查找数据' });
  await expect(search).toBeFocused();
  await expect(page.getByRole('option', { name: /^年初预算数/ })).toHaveAttribute('aria-selected', 'true');
  await search.fill('执行率');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option', { name: /^执行率 ?97\.88%/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveValue('全年执行率为{{执行率}}，进度较好。');
  await expect(text(page)).toBeFocused();
  expect(await text(page).evaluate((area) => area.selectionStart)).toBe(13);
  await page.keyboard.type('左右');
  await expect(text(page)).toHaveValue('全年执行率为{{执行率}}左右，进度较好。');
  await expect(page.getByText('引用：执行率 97.88%')).toBeVisible();
  await goTo(page, '资金收支');
  await page.getByLabel('一般公共预算，执行数（万元）').fill('15000');
  await page.getByLabel('一般公共预算，执行数（万元）').blur();
  await expect(await printed(page)).toContainText('全年执行率为75.12%左右，进度较好。');
});

test('escape leaves the list, a click picks, a gap is marked', async ({ page }) => {
  await openSample(page);
  await goTo(page, '成效与完成情况');
  await text(page).fill('在职');
  await page.getByRole('button', { name: /^插入数据 ?：主要工作成效$/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(text(page)).toBeFocused();
  await page.getByRole('button', { name: /^插入数据 ?：主要工作成效$/ }).click();
  await page.getByRole('option', { name: /^在职人员数/ }).click();
  await expect(text(page)).toHaveValue('在职{{在职人员数}}');
  await expect(page.getByText('引用：在职人员数 缺在职人员数')).toBeVisible();
});

test('numbers that are the same as data become references in one step', async ({ page }) => {
  await openSample(page);
  await goTo(page, '成效与完成情况');
  await text(page).fill('我街执行率为97.88%，自评总分99.37分。');
  const offer = page.getByText('有 2 处数字与数据相同');
  await expect(offer).toBeHidden();
  await text(page).blur();
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: /^改为引用 ?：主要工作成效$/ }).click();
  await expect(text(page)).toHaveValue('我街执行率为{{执行率}}，自评总分{{总分}}分。');
  await expect(text(page)).toBeFocused();
  await expect(offer).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(text(page)).toHaveValue('我街执行率为97.88%，自评总分99.37分。');
});

test('the money paragraph is taken over, noticed when the data move on, given back', async ({ page }) => {
  await openSample(page);
  await goTo(page, '资金收支');
  await page.getByRole('button', { name: /^自己写 ?资金情况一段$/ }).click();
  const own = page.getByLabel('资金情况一段', { exact: false }).and(page.getByRole('textbox'));
  await expect(own).toBeFocused();
  await expect(own).toHaveValue(/^\{\{单位\}\}\{\{年度\}\}年年初预算/);
  await expect(page.getByText('数据的结构变了')).toBeHidden();
  await page.getByLabel('其他收入，年初预算数（万元）').fill('12');
  await page.getByLabel('其他收入，年初预算数（万元）').blur();
  const moved = page.getByRole('group', { name: '资金情况一段：数据的结构变了' });
  await expect(moved).toContainText('其他收入12.00万元');
  await moved.getByRole('button', { name: '保留我的' }).click();
  await expect(moved).toBeHidden();
  await page.getByRole('button', { name: /^恢复自动生成 ?资金情况一段$/ }).click();
  await expect(own).toBeHidden();
  await expect(page.getByRole('button', { name: /^自己写 ?资金情况一段$/ })).toBeFocused();
});

for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
  test(`nothing hinders access at ${viewport.width}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openSample(page);
    const base = page.url().replace(/[a-z]+$/, '');
    await page.goto(`${base}results`);
    await text(page).fill('我街执行率为97.88%，在职{{在职人员数}}人，{{一般公共预算.执行数}}万元。');
    await text(page).blur();
    await page.getByRole('button', { name: /^插入数据 ?：主要工作成效$/ }).click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('two braces open the list of names, and what is picked takes their place', async ({ page }) => {
  await openSample(page);
  await goTo(page, '成效与完成情况');
  await text(page).fill('全年执行率为。');
  await text(page).press('ArrowLeft');
  await page.keyboard.type('{{');
  await expect(page.getByRole('combobox', { name: '查找数据' })).toBeFocused();
  await page.keyboard.type('执行率');
  await page.keyboard.press('Enter');
  await expect(text(page)).toHaveValue(/^全年执行率为\{\{[^{}]*执行率\}\}。$/);
  await expect(text(page)).toBeFocused();
});

test('Enter right behind what is typed means what that finds, however busy the computer is', async ({ page }) => {
  await openSample(page);
  await goTo(page, '成效与完成情况');
  await text(page).fill('全年执行率为。');
  await text(page).press('ArrowLeft');
  await page.keyboard.type('{{');
  const search = page.getByRole('combobox', { name: '查找数据' });
  await expect(search).toBeFocused();
  // Both in one task: nothing can be drawn between them.
  await search.evaluate((input) => {
    input.value = '执行率';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(text(page)).toHaveValue(/^全年执行率为\{\{[^{}]*执行率\}\}。$/);
});
