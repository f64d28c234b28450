// Last year's report: read, decided on item by item, and gone on from.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { begin, exported, goTo, open, openSample, saved } from './user.mjs';
import { partsOfZip, zipOf } from './zip.mjs';

const FIXTURE = readFileSync(new URL('../fixtures/intake-2022.txt', import.meta.url), 'utf8');

/** Takes over everything that is sure, and then, one by one, what is not. */
async function takeAll(page) {
  await page.getByRole('button', { name: /^把握大的 \d+ 项全部采用/ }).click();
  const left = page.getByRole('button', { name: /^采用 ?：/ });
  for (let count = await left.count(); count > 0; count--) await left.first().click();
}

async function pasted(page) {
  await open(page);
  await page.getByRole('link', { name: '用去年的报告开头' }).or(page.getByRole('button', { name: '用去年的报告开头' })).first().click();
  await page.getByLabel('去年报告的全文').fill(FIXTURE);
  await page.getByRole('button', { name: '开始识别' }).click();
  await expect(page.getByText(/^认出 \d+ 项/)).toBeVisible();
}

test('pasted text becomes this year’s draft, as decided', async ({ page }) => {
  await pasted(page);
  // What is sure is folded, with what bears it out, until it is asked for.
  await expect(page.getByRole('button', { name: /^不采用 ?：单位简称/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^把握大的 \d+ 项.*：基本信息/ }).click();
  await page.getByRole('button', { name: /^不采用 ?：单位简称/ }).click();
  await page.getByRole('button', { name: /^修改 ?：单位全称/ }).click();
  await page.getByRole('textbox', { name: /单位全称/ }).fill('改过名的街道办事处');
  await page.getByRole('button', { name: '改好，采用' }).click();
  await takeAll(page);
  await page.getByRole('button', { name: '生成今年的草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  await expect(page.getByLabel('单位全称')).toHaveValue('改过名的街道办事处');
  await expect(page.getByLabel('单位简称')).toHaveValue('');
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue('2023');
  await goTo(page, '资金收支');
  const previous = page.getByRole('table', { name: '去年的数' });
  for (const figure of ['14,319.13', '1,010.22', '15,329.35', '21,015.64', '19,783.69', '787.42', '20,571.11']) {
    await expect(previous).toContainText(figure);
  }
  await goTo(page, '重点项目');
  await expect(page.getByText('3 个', { exact: false }).first()).toBeVisible();
  await saved(page);
});

test('last year’s report opens as it was', async ({ page }) => {
  await pasted(page);
  await takeAll(page);
  await page.getByRole('button', { name: '作为去年的报告打开' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue('2022');
  await expect(page.getByRole('complementary', { name: '实时数字与检查' }).getByText('97.88%')).toBeVisible();
  await goTo(page, '资金收支');
  await expect(page.getByLabel('一般公共预算，执行数（万元）')).toHaveValue('19,783.69');
});

test('what was decided survives a reload, and nothing is taken over without a decision', async ({ page }) => {
  await pasted(page);
  await page.getByRole('button', { name: /^把握大的 \d+ 项.*：基本信息/ }).click();
  await page.getByRole('button', { name: /^采用 ?：单位全称/ }).click();
  await expect(page.getByText(/采用 1，不采用 0/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/采用 1，不采用 0/)).toBeVisible();
});

test('a Word file of another program is read', async ({ page }) => {
  await openSample(page);
  const file = await exported(page, /^Word 文档/);
  const parts = partsOfZip(readFileSync(await file.path())).filter(([name]) => !name.startsWith('customXml'));
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
  await chooser.setFiles({ name: '去年的报告.docx', mimeType: '', buffer: zipOf(parts) });
  await expect(page.getByRole('heading', { level: 1, name: '用去年的报告开头' })).toBeVisible();
  await expect(page.getByText('去年的报告.docx').first()).toBeVisible();
  await takeAll(page);
  await page.getByRole('button', { name: '生成今年的草稿' }).click();
  await goTo(page, '资金收支');
  await expect(page.getByRole('table', { name: '去年的数' })).toContainText('20,571.11');
});

test('decisions by key, the filter, the original beside, and the draft in reach', async ({ page }) => {
  await pasted(page);
  await expect(page.getByRole('button', { name: '生成今年的草稿' })).toBeInViewport();
  const fold = page.getByRole('button', { name: /^把握大的 \d+ 项.*：基本信息/ });
  await fold.click();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^(采用|重新决定) ?：/ }) });
  await rows.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/采用 1，不采用 0/)).toBeVisible();
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByText(/采用 1，不采用 1/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect(page.getByRole('button', { name: '改好，采用' })).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('checkbox', { name: '只看未决定的' }).check();
  await expect(page.getByRole('button', { name: /^重新决定/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^看前后文/ }).first().click();
  await expect(page.getByRole('region', { name: '前后文' }).locator('mark').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '生成今年的草稿' })).toBeInViewport();
  await page.getByRole('button', { name: '生成今年的草稿' }).click();
  await expect(page.getByRole('alert')).toContainText('没有决定');
  await expect(page.getByRole('alert')).toBeFocused();
});

test('empty input says so', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: '用去年的报告开头' }).click();
  await page.getByRole('button', { name: '开始识别' }).click();
  await expect(page.getByText('还没有文字。')).toBeVisible();
  await expect(page.getByLabel('去年报告的全文').or(page.getByLabel('去年的报告的全文'))).toBeFocused();
});

const DECLARATION = readFileSync(new URL('../fixtures/foreign/reading/23-zhujian-dept-declaration.txt', import.meta.url), 'utf8');

test('a declaration becomes the year’s draft, and what differs from it later is an error', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: '用申报表建报告' }).click();
  await page.getByLabel('申报表的全文').fill(DECLARATION);
  await page.getByRole('button', { name: '开始识别' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '用申报表建报告' })).toBeVisible();
  await takeAll(page);
  await page.getByRole('button', { name: '生成今年的草稿' }).click();
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue('2024');
  await expect(page.getByRole('region', { name: '申报表' })).toContainText('新增道路照明灯杆');
  await goTo(page, '重点项目');
  await page.getByLabel('项目预算数').first().fill('2000');
  await page.keyboard.press('Tab');
  await goTo(page, '检查');
  const finding = page.getByRole('link', { name: '“城市照明提升”的预算数是 2,000.00 万元，申报表上是 2,460.00 万元。' });
  await expect(finding.first()).toBeVisible();
  await finding.first().click();
  await expect(page.getByRole('heading', { level: 1, name: '重点项目' })).toBeVisible();
});

for (const [name, width] of [['wide', 1366], ['phone', 390]]) {
  test(`the page has no violation: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await pasted(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
  });
}

test('an office that is known here goes on with its own place and scheme', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某某县水利局', place: '湖南省某某县', year: '2023', scheme: /^湖南部门整体支出/ });
  await saved(page);
  await open(page);
  await page.getByRole('link', { name: '用去年的报告开头' }).or(page.getByRole('button', { name: '用去年的报告开头' })).first().click();
  const text = '某某县水利局2024年度部门整体支出绩效自评报告\n一、部门概况\n我局内设办公室、财务股2个股室。\n二、资金情况\n年初预算数100万元，调整预算数120万元，执行数118万元。';
  await page.getByLabel('去年报告的全文').fill(text);
  await page.getByRole('button', { name: '开始识别' }).click();
  await expect(page.getByText(/^认出 \d+ 项/)).toBeVisible();
  await takeAll(page);
  await page.getByRole('button', { name: '生成今年的草稿' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue('2025');
  await expect(page.getByLabel('地区')).toHaveValue('湖南省某某县');
  await expect(page.getByText('报告没写的地区、评分方案照本单位最近的一份填上了，请核对。')).toBeVisible();
  await goTo(page, '评分方案');
  await expect(page.getByLabel('方案名称')).toHaveValue('湖南部门整体支出 10 / 60 / 30');
  await expect(page.getByRole('button', { name: '就用这个方案' })).toBeVisible();
});
