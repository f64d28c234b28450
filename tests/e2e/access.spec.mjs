// Accessibility of every page, wide and narrow, light and dark, and the keyboard's way through.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { FROM_DISK as address } from './site.mjs';
import { goTo, open, openSample, saved } from './user.mjs';

const PARTS = ['overview', 'basics', 'department', 'work', 'budget', 'objectives', 'scheme', 'indicators', 'monitoring', 'projects', 'results', 'problems', 'checks', 'preview'];

async function check(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const said = violations.map(({ id, help, nodes }) => `${what}: ${id} ${help}: ${nodes.map(({ target }) => target).slice(0, 3).join(' ')}`);
  expect(said).toEqual([]);
}

for (const [name, viewport, colorScheme] of [
  ['wide, light', { width: 1366, height: 768 }, 'light'],
  ['wide, dark', { width: 1366, height: 768 }, 'dark'],
  ['phone, light', { width: 390, height: 2400 }, 'light'],
  ['phone, dark', { width: 390, height: 2400 }, 'dark'],
]) {
  test(`no page has a violation: ${name}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await open(page);
    await check(page, 'start, empty');
    await page.getByRole('link', { name: /^新建报告/ }).click();
    await page.getByLabel('地区', { exact: true }).fill('湖北省黄石市');
    await page.getByLabel('年度', { exact: true }).fill('去年');
    await page.getByText(/^别处的方案/).click();
    await check(page, 'new report');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'new report scrolls sideways').toBe(true);
    await page.getByRole('link', { name: '返回', exact: true }).click();
    await openSample(page);
    const base = page.url().replace(/basics$/, '');
    for (const part of PARTS) {
      await page.goto(base + part);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (part === 'indicators') await page.getByRole('button', { name: '展开填写：继续推进垃圾分类工作' }).click();
      if (part === 'scheme') {
        await page.getByText('换一个方案').click();
        await page.getByRole('button', { name: '选用：湖南部门整体支出 10 / 60 / 30' }).click();
        await page.getByLabel('计分规则').selectOption({ label: '分档得分' });
        await page.getByRole('button', { name: '添加分档' }).click();
      }
      await check(page, part);
      if (part === 'scheme') {
        await page.getByRole('button', { name: /^撤销：/ }).click();
        await page.getByRole('button', { name: /^撤销：/ }).click();
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${part} scrolls sideways`).toBe(true);
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: '查找' }).fill('zb');
    await check(page, 'palette');
    await page.keyboard.press('Escape');
    await page.goto(base + 'budget');
    await page.getByRole('button', { name: /，执行率怎么来的/ }).first().click();
    await check(page, 'explanation');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await check(page, 'export menu');
    await page.getByRole('button', { name: /^加密的项目文件/ }).click();
    await page.getByRole('button', { name: '加密并下载' }).click();
    await expect(page.getByRole('alert')).toContainText('密码太短');
    await check(page, 'passphrase');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('button', { name: /^Word 文档/ }).click();
    await expect(page.getByRole('dialog', { name: '导出前核对' })).toBeVisible();
    await check(page, 'before export');
    await page.keyboard.press('Escape');
    await page.goto(base + 'checks');
    await page.getByRole('button', { name: /^不处理 ?：预算调整率/ }).click();
    await page.getByRole('button', { name: '确定' }).click();
    await check(page, 'a reason is asked for');
    await page.getByLabel('不处理的理由').fill('区财政追加，文号待补');
    await page.getByRole('button', { name: '确定' }).click();
    await page.getByText('为什么查').first().click();
    await check(page, 'checks, one set aside');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'checks scroll sideways').toBe(true);
    await page.keyboard.press('F8');
    await expect(page.getByRole('navigation', { name: '逐条处理' })).toBeVisible();
    await check(page, 'stepping');
    await page.goto(base + 'versions');
    await page.getByLabel('版本名称').fill('送审稿 1');
    await page.getByRole('button', { name: '存为版本' }).click();
    await page.goto(base + 'basics');
    await page.getByLabel('单位全称').fill('改过的单位');
    await saved(page);
    await page.goto(base + 'versions');
    await page.getByRole('listitem').filter({ hasText: '送审稿 1' }).getByRole('button', { name: /看差别/ }).click();
    await page.getByRole('button', { name: '看当时的全文' }).click();
    await expect(page.getByRole('region', { name: '当时的全文' })).toBeVisible();
    await check(page, 'versions, compared');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'versions scroll sideways').toBe(true);
    const reader = await context.newPage();
    await reader.goto(base + 'basics');
    await expect(reader.getByText('另一个窗口正在填写这份报告')).toBeVisible();
    await check(reader, 'read only');
    await reader.close();
    await page.goto(address + '#/recovery');
    await expect(page.getByRole('heading', { level: 1, name: '恢复中心' })).toBeVisible();
    await expect(page.getByRole('heading', { name: '存得牢不牢' })).toBeVisible();
    await page.getByRole('button', { name: /看内容/ }).first().click();
    await check(page, 'recovery, compared');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the recovery centre scrolls sideways').toBe(true);
    await page.goto(address);
    await expect(page.getByRole('table', { name: '这台电脑上的报告' })).toBeVisible();
    await check(page, 'start');
    await context.close();
  });
}

for (const [name, viewport, colorScheme] of [
  ['wide, light', { width: 1366, height: 768 }, 'light'],
  ['phone, dark', { width: 390, height: 2400 }, 'dark'],
]) {
  test(`no kind of indicator has a violation: ${name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const context = await browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await openSample(page);
    const base = page.url().replace(/basics$/, '');
    await page.goto(base + 'scheme');
    await page.getByText('换一个方案').click();
    await page.getByRole('button', { name: '选用：湖南部门整体支出 10 / 60 / 30' }).click();
    await page.getByRole('button', { name: '确定更换' }).click();
    await page.getByRole('button', { name: '加入方案自带的 17 项指标' }).click();
    await page.goto(base + 'indicators');
    await page.getByText('从指标库添加').click();
    for (const indicator of ['预算控制率', '资金使用合规性', '经济效益']) {
      await page.getByRole('button', { name: `展开填写：${indicator}` }).click();
      await check(page, indicator);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'scrolls sideways').toBe(true);
    await context.close();
  });
}

test('the keyboard alone leads from the start to a changed figure', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '打开示例' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeFocused();
  await goTo(page, '资金收支');
  await expect(page.getByRole('heading', { level: 1, name: '资金收支' })).toBeFocused();
  // Past the two buttons for tables and the source.
  for (let stop = 0; stop < 4; stop++) await page.keyboard.press('Tab');
  await expect(page.getByLabel('一般公共预算，年初预算数（万元）')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('20000');
  await expect(page.getByRole('complementary', { name: '实时数字与检查' })).toContainText('0.03%');
});
