// Documents out and back in: the draft in the Word and Excel file, 送审包, the printed pages.
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exported as download, goTo, open, openSample, saved } from './user.mjs';
import { partsOfZip, zipOf } from './zip.mjs';

// The test command builds it before these tests: a compiler has no place in a test's time limit.
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = 'src/samples/reference-2022.json';
const WITHOUT_BROWSER = join(ROOT, 'target/debug/examples/export');

const unit = (page) => page.getByLabel('单位全称');

async function exported(page, name) {
  const file = await download(page, name);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

async function choose(page, button, name, buffer) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).click()]);
  await chooser.setFiles({ name, mimeType: '', buffer });
}

/** A zip with one part changed, whichever name matches. */
function changed(bytes, name, change) {
  return zipOf(partsOfZip(bytes).map(([part, content]) => [part, part === name ? Buffer.from(change(content.toString('utf8'))) : content]));
}

test('the draft comes back from its Word and its Excel file', async ({ page, browser }) => {
  await openSample(page);
  await unit(page).fill('随文件走的单位');
  const files = [await exported(page, /^Word 文档/), await exported(page, /^Excel 工作簿/)];
  expect(files.map((file) => file.name)).toEqual([expect.stringMatching(/^随文件走的单位.*_草稿\.docx$/), expect.stringMatching(/_草稿\.xlsx$/)]);
  for (const file of files) {
    const other = await (await browser.newContext()).newPage();
    await open(other);
    await choose(other, '打开文件', file.name, file.bytes);
    await expect(unit(other)).toHaveValue('随文件走的单位');
    await expect(other.getByRole('dialog')).toHaveCount(0);
  }
});

test('the browser writes the same bytes as the program without a browser', async ({ page }) => {
  // The file itself and not the sample, which is marked as one where it is opened.
  await open(page);
  await choose(page, '打开文件', 'reference-2022.json', readFileSync(join(ROOT, SAMPLE)));
  const folder = mkdtempSync(join(tmpdir(), 'jiping-'));
  for (const [name, ending] of [[/^Word 文档/, 'docx'], [/^Excel 工作簿/, 'xlsx'], [/^送审包/, 'zip']]) {
    const { bytes } = await exported(page, name);
    const out = join(folder, `native.${ending}`);
    execFileSync(WITHOUT_BROWSER, [SAMPLE, out], { cwd: ROOT });
    expect(bytes.equals(readFileSync(out)), ending).toBe(true);
  }
});

test('what was changed in Excel is shown, row by row', async ({ page }) => {
  await openSample(page);
  const { bytes } = await exported(page, /^Excel 工作簿/);
  const edited = changed(bytes, 'xl/worksheets/sheet2.xml', (text) => text.replace('<v>14319.13</v>', '<v>14999</v>'));
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  await choose(page, '打开文件', '改过.xlsx', edited);
  const dialog = page.getByRole('dialog', { name: '文字和数据有不同' });
  await expect(dialog).toContainText('“改过.xlsx”导出后又在别的软件里改过，有 1 处');
  await expect(dialog.getByRole('row').nth(1)).toContainText('资金收支');
  await expect(dialog.getByRole('row').nth(1).getByRole('cell').nth(1)).toContainText('14999');
});

test('what was changed in Word is shown, place by place', async ({ page }) => {
  await openSample(page);
  const { bytes } = await exported(page, /^Word 文档/);
  const edited = changed(bytes, 'word/document.xml', (text) => text.replace('97.88%', '98.88%').replace('三、存在的主要问题', '三、主要问题'));
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  await choose(page, '打开文件', '改过.docx', edited);
  const dialog = page.getByRole('dialog', { name: '文字和数据有不同' });
  await expect(dialog).toContainText('“改过.docx”导出后又在别的软件里改过，有 2 处');
  const rows = dialog.getByRole('row');
  await expect(rows.nth(1)).toContainText('部门整体资金情况');
  await expect(rows.nth(1).getByRole('cell').nth(1)).toContainText('98.88%');
  await expect(rows.nth(2)).toContainText('三、存在的主要问题');
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
});

test('what was changed in Excel and Word is taken over, each or all, and can be undone', async ({ page }) => {
  await openSample(page);
  const excel = await exported(page, /^Excel 工作簿/);
  const word = await exported(page, /^Word 文档/);
  const workbook = changed(excel.bytes, 'xl/worksheets/sheet2.xml', (text) => text.replace('<v>14319.13</v>', '<v>14999</v>').replace('<v>0.9788</v>', '<v>0.99</v>'));
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  await choose(page, '打开文件', '改过.xlsx', workbook);
  const dialog = page.getByRole('dialog', { name: '文字和数据有不同' });
  await expect(dialog).toContainText('有 2 处和里面带的数据不一样');
  await expect(dialog.getByRole('row').nth(2)).toContainText('这是算出来的，改了相应的填写项会跟着变。');
  await dialog.getByRole('button', { name: /^带入\s*：一般公共预算的年初预算数$/ }).click();
  await expect(dialog.getByText('已带入')).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^全部带入/ })).toHaveCount(0);
  await dialog.getByRole('button', { name: '知道了' }).click();
  await goTo(page, '资金收支');
  const amount = page.getByLabel('一般公共预算，年初预算数（万元）');
  await expect(amount).toHaveValue(/14,?999/);
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(amount).toHaveValue(/14,?319\.13/);
  await page.getByRole('button', { name: /^重做：/ }).click();
  await saved(page);
  await page.getByRole('link', { name: /版本$/ }).click();
  // The state before was kept by itself already; the same state is not kept twice.
  await expect(page.getByText('第 1 次修改')).toBeVisible();

  const heading = '存在的主要问题';
  const report = changed(word.bytes, 'word/document.xml', (text) => text.replaceAll('白云湖街道', '黑云湖街道').replace(heading, '主要问题'));
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  await choose(page, '打开文件', '改过.docx', report);
  await dialog.getByRole('button', { name: /^全部带入/ }).click();
  await expect(dialog.getByText('已带入').first()).toBeVisible();
  await dialog.getByRole('button', { name: '知道了' }).click();
  await expect(unit(page)).toHaveValue(/黑云湖街道/);
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(dialog).toHaveCount(0);
});

test('a package is checked: as it was exported, or with the file that was changed', async ({ page }) => {
  await openSample(page);
  const { name, bytes } = await exported(page, /^送审包/);
  expect(name).toMatch(/_送审包_草稿\.zip$/);
  await page.getByRole('link', { name: '全部报告', exact: true }).click();
  await page.getByRole('link', { name: '校验送审包' }).click();
  await choose(page, '选择送审包', name, bytes);
  await expect(page.getByRole('status').filter({ hasText: name })).toContainText('没有被改过');
  await expect(page.getByRole('row')).toHaveCount(6);
  await expect(page.getByText('97.88%')).toBeVisible();

  const edited = changed(bytes, '项目文件.json', (text) => text.replace('白云湖街', '黑云湖街'));
  await choose(page, '换一个送审包', '改过的.zip', edited);
  await expect(page.getByRole('row', { name: /^项目文件\.json/ })).toContainText('改过');
  await expect(page.getByText('校验只能说明包里的文件互相对得上')).toBeVisible();
  await expect(page.getByText('“自评报告.docx”里带的数据和“项目文件.json”不是同一份')).toBeVisible();
  await page.getByRole('button', { name: '另存为新报告打开' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  await saved(page);
});

test('files that cannot be opened say why, and nothing changes', async ({ page }) => {
  await open(page);
  const whole = zipOf([['word/document.xml', '<w:document xmlns:w="w"><w:body/></w:document>']]);
  for (const [name, bytes, words] of [
    ['旧的.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧格式'],
    ['断了.docx', whole.subarray(0, 60), '不完整或已损坏'],
    ['宏.docx', zipOf([['word/document.xml', '<a/>'], ['word/vbaProject.bin', 'x']]), '带宏'],
    ['实体.docx', zipOf([['word/document.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a/>']]), '内部结构不正常'],
    ['照片.zip', zipOf([['照片.jpg', 'x']]), '不是绩评的送审包'],
  ]) {
    await choose(page, '打开文件', name, bytes);
    await expect(page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: `“${name}”打不开` })).toContainText(words);
  }
  await expect(page.getByRole('heading', { name: '这台电脑上的报告' })).toHaveCount(0);
});

test('the printed pages are those of the preview, with cover, contents and a wide annex', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('封面').selectOption('要');
  await page.getByLabel('目录').selectOption('要');
  await goTo(page, '评分方案');
  await page.getByLabel('指标和得分的表样').selectOption('重庆表样，年初和调整指标值、得分系数');
  await goTo(page, '预览与导出');
  await expect(page.getByText(/^共 \d+ 页$/)).toBeVisible();
  const count = Number((await page.getByText(/^共 \d+ 页$/).textContent()).match(/\d+/)[0]);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => (Number(width) < Number(height) ? 'upright' : 'wide'));
  expect(boxes.length).toBe(count);
  expect(boxes.filter((box) => box === 'wide').length).toBeGreaterThan(0);
  // Cover and contents have no numbers; what comes after begins with 1.
  const contents = page.getByRole('region', { name: '报告预览' }).getByRole('listitem').filter({ hasText: '部门整体支出绩效自评表' });
  await expect(contents.first()).toContainText(String(count - 2 - boxes.filter((box) => box === 'wide').length + 1));
});

test('附图: charts of scores and money, in the preview and in Word', async ({ page }) => {
  await openSample(page);
  await page.getByLabel(/^附图/).selectOption({ label: '要' });
  await goTo(page, '预览与导出');
  const charts = page.getByRole('img', { name: /^图\d / });
  await expect(charts.first()).toHaveAccessibleName(/^图1 白云湖街各项资金的预算与执行（万元）：一般公共预算，预算数14,319\.13，执行数19,783\.69；/);
  await expect(charts.last()).toHaveAccessibleName(/^图2 白云湖街各部分得分与权重：部门支出进度，权重30，得分29\.37；/);
  const word = await exported(page, /^Word 文档/);
  const names = partsOfZip(word.bytes).map(([name]) => name);
  for (const name of ['word/charts/chart1.xml', 'word/charts/chart2.xml', 'word/embeddings/chart1.xlsx', 'word/embeddings/chart2.xlsx']) {
    expect(names).toContain(name);
  }
});
