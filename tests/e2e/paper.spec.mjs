// The report on paper and on the desk: pages that end whatever the text, printing from anywhere, wide pages in their place.
import { expect, test } from '@playwright/test';
import { goTo, open, openSample } from './user.mjs';

const SENTENCE = '全年共组织开展各类专项整治行动并逐项建立台账。';

/** A paragraph of so many characters, as no two lines end alike. */
const paragraph = (length) => SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length);

async function pageCount(page) {
  const count = page.getByText(/^共 \d+ 页$/);
  await expect(count).toBeVisible();
  return Number((await count.textContent()).match(/\d+/)[0]);
}

async function inPreview(page, text) {
  await goTo(page, '年度工作');
  await page.getByLabel('年度总体工作').fill(text);
  await goTo(page, '预览与导出');
  return pageCount(page);
}

test('paragraphs of any length are cut into pages, and every character is printed', async ({ page }) => {
  test.setTimeout(180_000);
  await openSample(page);
  let before = 0;
  for (const length of [240, 404, 520, 616, 727, 808, 905, 1450, 3100, 9000]) {
    const count = await inPreview(page, paragraph(length));
    expect(count).toBeGreaterThanOrEqual(before);
    expect(count).toBeLessThan(40);
    before = count;
    await expect(page.getByRole('heading', { level: 1, name: '预览与导出' })).toBeVisible();
  }
  // What stands on the pages are whole lines: the windows on a paragraph are as high as all of it.
  const heights = await page.evaluate(() => {
    const text = [...document.querySelectorAll('.paper-flow .paper__text')].reduce((one, other) => (one.textContent.length > other.textContent.length ? one : other));
    const windows = [...document.querySelectorAll('.paper__cut')].filter((cut) => cut.textContent === text.textContent);
    return [windows.reduce((sum, cut) => sum + cut.offsetHeight, 0), text.offsetHeight, windows.length];
  });
  expect(heights[2]).toBeGreaterThan(10);
  expect(Math.abs(heights[0] - heights[1])).toBeLessThan(heights[2]);
  await page.reload();
  await pageCount(page);
});

test('Ctrl+P in a form prints the report, and the menu of the browser does not print the form', async ({ page }) => {
  // The browser's own print dialog would stop the test.
  await page.addInitScript(() => (window.print = () => (document.title = '打印了')));
  await openSample(page);
  await goTo(page, '资金收支');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/MediaBox/g)].length).toBe(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('这一页不打印。')).toBeVisible();
  await expect(page.getByRole('textbox').first()).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('heading', { level: 1, name: '预览与导出' })).toBeVisible();
  const question = page.getByRole('dialog', { name: '打印前核对' });
  await question.getByRole('button', { name: '继续打印' }).click();
  await expect(page).toHaveTitle('打印了');
  await pageCount(page);
});

test('a phone prints the text that it shows', async ({ page }) => {
  await openSample(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: '报告各部分' }).click();
  await goTo(page, '预览与导出');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/MediaBox/g)].length).toBeGreaterThan(4);
});

test('a window that grows from a phone on has pages and says how many', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  await page.getByRole('button', { name: '报告各部分' }).click();
  await goTo(page, '预览与导出');
  await expect(page.getByText(/^共 \d+ 页$/)).toBeHidden();
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await pageCount(page)).toBeGreaterThan(4);
});

test('wide pages do not lie over the list of parts, whatever the width of the window', async ({ page }) => {
  await openSample(page);
  await goTo(page, '评分方案');
  await page.getByLabel('指标和得分的表样').selectOption('重庆表样，年初和调整指标值、得分系数');
  await goTo(page, '预览与导出');
  await pageCount(page);
  for (const width of [1920, 1366, 1280, 1200, 1024, 920]) {
    await page.setViewportSize({ width, height: 768 });
    // The pages take their new size one frame after the window has its own.
    const rooms = () =>
      page.evaluate(() => {
        const main = document.querySelector('main').getBoundingClientRect();
        const papers = [...document.querySelectorAll('.paper')].map((paper) => paper.getBoundingClientRect());
        const room = { left: parseFloat(getComputedStyle(document.querySelector('.frame')).paddingLeft), right: main.right };
        return Math.min(...papers.map((paper) => paper.left - room.left), ...papers.map((paper) => room.right - paper.right));
      });
    await expect.poll(rooms, { message: `${width} px` }).toBeGreaterThanOrEqual(0);
  }
});

test('many lines inserted at once are one step', async ({ page }) => {
  await openSample(page);
  await goTo(page, '年度工作');
  const field = page.getByLabel('年度总体工作');
  await field.fill('');
  await field.focus();
  await page.evaluate(() => {
    window.steps = 0;
    document.addEventListener('input', () => (window.steps += 1));
  });
  const text = Array.from({ length: 3000 }, (_, place) => `${place} 走访服务企业二十家次，办结诉求。`).join('\n');
  expect(text.length).toBeGreaterThan(60_000);
  await page.keyboard.insertText(text);
  await expect(field).toHaveValue(text);
  expect(await page.evaluate(() => window.steps)).toBe(1);
  // Emptying the field and filling it anew is one burst of typing.
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue(/^2022年/);
});

test('on a phone the report has its name and 导出 its line, also while a backup is due', async ({ page }) => {
  await openSample(page);
  await goTo(page, '年度工作');
  const due = page.getByRole('button', { name: '还没有备份' });
  const field = page.getByLabel('年度总体工作');
  for (let place = 0; place < 40 && !(await due.isVisible()); place++) {
    await field.pressSequentially('。');
    await page.waitForTimeout(300);
  }
  await expect(due).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  const box = (locator) => locator.boundingBox();
  expect((await box(page.getByRole('button', { name: '导出', exact: true }))).height).toBeLessThan(40);
  expect((await box(page.locator('.topbar__unit'))).width).toBeGreaterThanOrEqual(120);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});

test('the first Tab on every page leads to the text', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name: '跳到正文' });
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('what was done is said for a while and goes by itself, what went wrong stays', async ({ page }) => {
  await page.clock.install();
  await openSample(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('region', { name: '导出' }).getByRole('button', { name: /项目文件/ }).first().click();
  await download;
  const said = page.getByRole('status').filter({ hasText: '已交给浏览器下载' });
  await expect(said).toBeVisible();
  await said.hover();
  await page.clock.runFor(20_000);
  await expect(said).toBeVisible();
  await page.mouse.move(5, 200);
  await page.clock.runFor(9_000);
  await expect(said).toBeHidden();
});
