// The main job: open the sample, see the figures, change them, restart, take the Word document away.
import { chromium, expect, test } from '@playwright/test';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM as options, FROM_DISK as address } from './site.mjs';
import { partOfZip } from './zip.mjs';
import { begin, exported, figure, goTo, live, open, openSample, saved, writeIndicator } from './user.mjs';

test('the sample shows its figures, and they follow each change', async ({ page }) => {
  await openSample(page);
  await expect(figure(page, '执行率')).toHaveText(/^97\.88%/);
  await expect(figure(page, '预算调整率')).toHaveText(/^37\.09%/);
  await expect(figure(page, '部门支出进度')).toHaveText(/^29\.37/);
  await expect(figure(page, '总分')).toHaveText(/^99\.37/);
  await expect(live(page).getByText('等级：优')).toBeVisible();

  await goTo(page, '资金收支');
  const executed = page.getByLabel('一般公共预算，执行数（万元）');
  await executed.fill('15000');
  await expect(figure(page, '执行率')).toHaveText(/^75\.12%/);
  await expect(figure(page, '总分')).toHaveText(/^92\.54/);
  await executed.blur();
  await expect(executed).toHaveValue('15,000.00');
  await page.keyboard.press('Control+z');
  await expect(executed).toHaveValue('19,783.69');
  await expect(figure(page, '总分')).toHaveText(/^99\.37/);
  await page.keyboard.press('Control+Shift+Z');
  await expect(figure(page, '总分')).toHaveText(/^92\.54/);
  await page.getByRole('button', { name: /^撤销：修改一般公共预算的执行数/ }).click();
  await expect(figure(page, '总分')).toHaveText(/^99\.37/);
});

test('a figure explains itself, and its inputs lead to their fields', async ({ page }) => {
  await openSample(page);
  await figure(page, '部门支出进度').click();
  const dialog = page.getByRole('dialog', { name: '部门支出进度得分是怎么来的' });
  await expect(dialog).toBeFocused();
  await expect(dialog).toContainText('30 × 97.884765822…%');
  await expect(dialog).toContainText('29.36');
  await dialog.getByRole('button', { name: '97.88%' }).click();
  const rate = page.getByRole('dialog', { name: '执行率是怎么来的' });
  await expect(rate).toContainText('20,571.11 ÷ 21,015.64');
  await rate.getByRole('button', { name: '21,015.64' }).click();
  await page.getByRole('dialog', { name: '调整预算数合计是怎么来的' }).getByRole('link', { name: '21,015.64' }).click();
  await expect(page.getByLabel('合计，调整预算数（万元）')).toBeFocused();
  await figure(page, '总分').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('findings lead to their fields and go when the fault is gone', async ({ page }) => {
  await openSample(page);
  await goTo(page, '检查');
  const errors = (count) => page.getByRole('region', { name: `送审前要改的 ${count} 个错误` });
  await errors(6).getByRole('link', { name: '预算调整率 37.09%' }).click();
  const reason = page.getByLabel('预算调整超过 30% 的原因');
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription(/预算调整率 37\.09%，超过 30%，还没有写调整原因/);
  await reason.fill('年中追加疫情防控和城市维护资金');
  await reason.blur();
  await page.getByLabel('一般公共预算执行偏差的原因').fill('年中追加后按进度支付');
  await page.getByLabel('政府性基金执行偏差的原因').fill('两个项目结算推迟到次年');
  await page.getByLabel('政府性基金执行偏差的原因').blur();
  await expect(live(page).getByText('没有发现问题。')).toBeVisible();
  await goTo(page, '检查');
  await errors(5).getByRole('link', { name: /“继续推进垃圾分类工作”得了满分，却没有填/ }).click();
  await expect(page.getByLabel('第 2 行，实际完成值')).toBeFocused();
});

test('rows are added, moved and removed by button and keyboard', async ({ page }) => {
  await openSample(page);
  await goTo(page, '问题与改进');
  const problems = page.getByRole('region', { name: '存在的主要问题' });
  await problems.getByRole('button', { name: '添加存在的问题' }).click();
  const rows = problems.getByRole('textbox');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.type('新写的问题');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rows.nth(2)).toHaveValue('新写的问题');
  await problems.getByRole('button', { name: '下移第 3 条存在的问题' }).click();
  await expect(rows.nth(3)).toHaveValue('新写的问题');
  await problems.getByRole('button', { name: '删除第 4 条存在的问题' }).click();
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(rows.nth(3)).toHaveValue('新写的问题');
});

test('the draft is there after a reload and after a restart of the browser', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'jiping-'));
  const start = () => chromium.launchPersistentContext(profile, options);
  let context = await start();
  let page = await context.newPage();
  await openSample(page);
  await goTo(page, '资金收支');
  await page.getByLabel('一般公共预算，执行数（万元）').fill('19,000');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('一般公共预算，执行数（万元）')).toHaveValue('19,000.00');
  // An edit whose time to save has not come is saved when the page goes.
  await page.getByLabel('政府性基金，执行数（万元）').fill('700');
  await page.goto('about:blank');
  await context.close();

  context = await start();
  page = await context.newPage();
  await page.goto(address);
  const line = page.getByRole('row', { name: /白云湖街道办事处/ });
  await expect(line).toContainText('2022');
  await line.getByRole('link').click();
  await goTo(page, '资金收支');
  await expect(page.getByLabel('一般公共预算，执行数（万元）')).toHaveValue('19,000.00');
  await expect(page.getByLabel('政府性基金，执行数（万元）')).toHaveValue('700.00');
  await context.close();
});

test('Word, Excel and project file are downloaded; the project file opens again', async ({ page }) => {
  await openSample(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByText(/^还有 .*，可以导出/)).toBeVisible();
  await page.keyboard.press('Escape');
  const word = await exported(page, /^Word 文档/);
  expect(word.suggestedFilename()).toBe('广州市白云区人民政府白云湖街道办事处2022年度部门整体支出绩效自评报告_草稿.docx');
  const text = partOfZip(readFileSync(await word.path()), 'word/document.xml').replace(/<[^>]+>/g, '');
  for (const words of ['一、基本情况', '20,571.11万元', '总体支出执行率为97.88%', '自评总分为99.37分', '四、改进措施及相关建议']) {
    expect(text).toContain(words);
  }
  const book = await exported(page, /^Excel 工作簿/);
  expect(book.suggestedFilename()).toBe('广州市白云区人民政府白云湖街道办事处2022年度部门整体支出绩效自评报告_草稿.xlsx');
  const money = partOfZip(readFileSync(await book.path()), 'xl/worksheets/sheet2.xml');
  expect(money).toContain('<f>SUM(D4:D6)</f><v>20571.11</v>');
  const file = await exported(page, /^项目文件/);
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  await open(page);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
  await chooser.setFiles(await file.path());
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  await expect(figure(page, '总分')).toHaveText(/^99\.37/);
});

test('a new report is written from nothing to a grade', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某某局', year: '2024', scheme: /^白云区/ });
  await expect(figure(page, '总分')).toHaveText(/^缺/);
  await goTo(page, '资金收支');
  await page.getByLabel('合计，年初预算数（万元）').fill('100');
  await page.getByLabel('合计，调整预算数（万元）').fill('100');
  await page.getByLabel('合计，执行数（万元）').fill('９５．５');
  await expect(figure(page, '执行率')).toHaveText(/^95\.50%/);
  await goTo(page, '绩效目标');
  await page.getByRole('textbox', { name: /^评定得分/ }).fill('30');
  await goTo(page, '指标与评分');
  await writeIndicator(page, { name: '办结率', target: '100', actual: '90', weight: '40' });
  await expect(figure(page, '总分')).toHaveText(/^94\.65/);
  await expect(live(page).getByText('等级：优')).toBeVisible();
  await expect(live(page).getByText('实际完成 90，低于指标值 100，还没有写偏差原因')).toBeVisible();
});

test('the preview is the paper, page by page', async ({ page }) => {
  await openSample(page);
  await goTo(page, '预览与导出');
  await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
  await expect(page.getByText('— 1 —')).toBeVisible();
  const pages = Number((await page.getByText(/^共 \d+ 页$/).textContent()).match(/\d+/)[0]);
  expect(pages).toBeGreaterThan(6);
  await expect(page.getByText(`— ${pages} —`)).toBeAttached();
});
