// 查找: everything by one key, as an office types it: characters, pinyin, initials; nothing while a method composes.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo, open, openSample } from './user.mjs';

const box = (page) => page.getByRole('dialog', { name: '查找' });

test('pages, inputs, figures and actions are reached by keys alone, and Escape gives the focus back', async ({ page }) => {
  await openSample(page);
  const unit = page.getByLabel('单位全称');
  await unit.focus();
  await page.keyboard.press('Control+k');
  const input = box(page).getByRole('combobox', { name: '查找' });
  await expect(input).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeHidden();
  await expect(unit).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zjsz');
  await expect(box(page).getByRole('option', { selected: true })).toContainText('资金收支');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '资金收支' })).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('danwei jiancheng');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('单位简称')).toBeFocused();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('zhixinglv');
  await expect(box(page).getByRole('option').first()).toContainText(/执行率.*%/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: /执行率/ })).toBeFocused();
  await page.keyboard.press('Escape');

  await unit.fill('改过的单位');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sbxm');
  // What is taken back in the box is what was typed in the box.
  await page.keyboard.press('Control+z');
  await expect(unit).toHaveValue('改过的单位');
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeHidden();

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('导出xmwj');
  await page.keyboard.press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

test('arrows go round, and words of the text are found where no label has them', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: /^查找/ }).click();
  await page.keyboard.type('明珠');
  const options = box(page).getByRole('option');
  const last = options.last();
  await expect(last).toContainText('在正文里找“明珠”');
  await page.keyboard.press('ArrowUp');
  await expect(last).toHaveAttribute('aria-selected', 'true');
  const active = await box(page).getByRole('combobox').getAttribute('aria-activedescendant');
  expect(await last.getAttribute('id')).toBe(active);
  await page.keyboard.press('Enter');
  const words = page.getByRole('dialog', { name: '查找和替换' }).getByLabel('查找');
  await expect(words).toHaveValue('明珠');
  await expect(words).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^查找/ })).toBeFocused();
});

test('an input method composes undisturbed', async ({ page, context }) => {
  await openSample(page);
  await page.keyboard.press('Control+k');
  const options = box(page).getByRole('option');
  const all = await options.allTextContents();
  const client = await context.newCDPSession(page);
  await client.send('Input.imeSetComposition', { text: "zhi'xing", selectionStart: 8, selectionEnd: 8 });
  expect(await options.allTextContents()).toEqual(all);
  // The method takes this Enter; the box must not.
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })));
  await expect(box(page)).toBeVisible();
  await client.send('Input.insertText', { text: '执行率' });
  await expect(options.first()).toContainText('执行率');
  await expect(box(page).getByRole('combobox')).toHaveValue('执行率');
});

test('every input that is found can be typed in', async ({ page }) => {
  test.setTimeout(400_000);
  await openSample(page);
  const failed = [];
  for (const typed of ['jiben xinxi', '部门概况', '年度工作', '资金收支', '绩效目标', '评分方案', '运行监控', '重点项目', '成效与完成情况', '问题与改进']) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await expect(box(page).getByRole('combobox')).toHaveValue(typed);
    const fields = (await box(page).getByRole('option').allTextContents()).map((text, place) => [text, place]).filter(([text]) => text.includes('填写项'));
    expect(fields.length, typed).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    for (const [text, place] of fields) {
      const before = await page.evaluate(() => document.activeElement?.id);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(typed);
      await expect(box(page).getByRole('combobox')).toHaveValue(typed);
      await box(page).getByRole('option').nth(place).click();
      const reached = await page.waitForFunction((before) => document.activeElement?.id.startsWith('f-') && document.activeElement.id !== before, before, { timeout: 10_000 }).then(() => true, () => false);
      if (!reached) failed.push(text);
    }
  }
  expect(failed).toEqual([]);
});

test('the box has no violation and is at hand on phones and before any report is open', async ({ browser }) => {
  for (const [viewport, colorScheme] of [[{ width: 1366, height: 768 }, 'light'], [{ width: 390, height: 844 }, 'dark']]) {
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, help, nodes }) => `${id} ${help} ${nodes.map(({ target }) => target).slice(0, 3)}`)).toEqual([]);
    };
    await open(page);
    await page.getByRole('button', { name: /^查找/ }).click();
    await expect(box(page).getByRole('option').first()).toContainText('全部报告');
    await check();
    await page.keyboard.press('Escape');
    await openSample(page);
    await page.getByRole('button', { name: /^查找/ }).click();
    await page.keyboard.type('zb');
    await expect(box(page).getByRole('status')).toContainText(/^共 \d+ 条/);
    await check();
    await box(page).getByRole('button', { name: '关闭' }).click();
    await expect(page.getByRole('button', { name: /^查找/ })).toBeFocused();
    await context.close();
  }
});
