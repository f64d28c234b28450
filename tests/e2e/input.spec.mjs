// What is typed: Chinese through an input method stays whole, and the focus stays where somebody types.
import { expect, test } from '@playwright/test';
import { goTo, openSample, saved } from './user.mjs';

async function compose(page, steps, text) {
  const session = await page.context().newCDPSession(page);
  for (const step of steps) {
    await session.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await session.send('Input.insertText', { text });
}

test('composed text arrives once and whole', async ({ page }) => {
  await openSample(page);
  const unit = page.getByLabel('单位全称');
  await unit.fill('');
  await unit.focus();
  await compose(page, ['n', 'ni', 'ni h', 'ni hao'], '你好');
  await compose(page, ['j', 'jie'], '街');
  await expect(unit).toHaveValue('你好街');
  await expect(page.getByRole('banner')).toContainText('你好街');
  await goTo(page, '年度工作');
  const overview = page.getByLabel('年度总体工作');
  await overview.fill('');
  await overview.focus();
  await compose(page, ['q', 'quan', 'quan nian'], '全年');
  await expect(overview).toHaveValue('全年');
  await saved(page);
  await page.reload();
  await expect(overview).toHaveValue('全年');
});

// Findings come and go around a field with each key; none of it may build the field anew.
for (const part of ['资金收支', '指标与评分', '评分方案']) {
  test(`the focus stays in the field that is typed in: ${part}`, async ({ page }) => {
    await openSample(page);
    await goTo(page, part);
    const main = page.getByRole('main');
    for (const words of ['按支出性质分列', '已上报的执行率', '选填']) {
      const more = main.getByText(words, { exact: true });
      if (await more.first().isVisible()) await more.first().click();
    }
    const row = main.getByRole('button', { name: '展开填写：继续推进垃圾分类工作' });
    if (await row.isVisible()) await row.click();
    const fields = main.getByRole('textbox');
    const count = await fields.count();
    expect(count).toBeGreaterThan(8);
    // The editor goes along with the row, and brings other fields.
    for (let place = 0; place < (await fields.count()); place++) {
      const field = await fields.nth(place).elementHandle();
      if (!(await field.isEditable())) continue;
      await field.selectText();
      for (const key of ['7', '年']) {
        await page.keyboard.type(key);
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
        expect(await field.evaluate((element) => document.activeElement === element), await field.evaluate((element) => element.id)).toBe(true);
      }
      for (let key = 0; key < 2; key++) await page.keyboard.press('Control+z');
    }
  });
}

test('keys that follow at once go where they are meant, on a slow computer too', async ({ page, context }) => {
  await openSample(page);
  const session = await context.newCDPSession(page);
  const slow = (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
  const unit = page.getByLabel('单位全称');
  const name = await unit.inputValue();
  for (const [keys, dialog] of [['Control+k', '查找'], ['Control+h', '查找和替换'], ['Control+k', '查找']]) {
    await unit.focus();
    await slow(20);
    await page.keyboard.press(keys);
    await page.keyboard.type('zhixinglv');
    await slow(1);
    const box = page.getByRole('dialog', { name: dialog, exact: true });
    await expect(box.getByLabel('查找', { exact: true }).first()).toHaveValue('zhixinglv');
    await page.keyboard.press('Escape');
    await expect(box).toBeHidden();
    await expect(unit).toHaveValue(name);
  }
  await goTo(page, '重点项目');
  const grid = page.getByRole('grid').first();
  const cells = grid.getByRole('row').last().getByRole('textbox');
  const last = await cells.first().inputValue();
  await cells.first().focus();
  const count = await grid.getByRole('row').count();
  await slow(20);
  await page.keyboard.press('Enter');
  await page.keyboard.type('xinxiangmu');
  await slow(1);
  await expect(grid.getByRole('row')).toHaveCount(count + 1);
  await expect(cells.first()).toHaveValue('xinxiangmu');
  expect(await grid.getByRole('row').nth(count - 1).getByRole('textbox').first().inputValue()).toBe(last);
});
