// Tables of colleagues: a file is chosen, looked through, taken in one step and taken back; a table is pasted.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { goTo, openSample } from './user.mjs';

const sheet = (page) => page.getByRole('dialog', { name: /^从表格导入/ });

async function choose(page, name, content) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '从表格导入', exact: true }).click()]);
  await chooser.setFiles({ name, mimeType: '', buffer: Buffer.from(content) });
}

// What the browser fires for Ctrl+V, with the clipboard of Excel.
const paste = (page, html, text) =>
  page.evaluate(
    ([html, text]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      return !document.activeElement.dispatchEvent(event);
    },
    [html, text],
  );

test('the blank table comes back with figures, a column is given another meaning, undo takes all back', async ({ page }) => {
  await openSample(page);
  await goTo(page, '重点项目');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载空白表' }).click()]);
  expect(download.suggestedFilename()).toMatch(/^填报表_.*\.xlsx$/);
  await choose(page, '填报表.xlsx', readFileSync(await download.path()));
  await expect(sheet(page)).toBeVisible();
  await expect(sheet(page).getByLabel('工作表')).toHaveValue('3');
  await expect(sheet(page).getByText('更新 3 行。')).toBeVisible();
  await sheet(page).getByRole('button', { name: '导入 3 行' }).click();
  await expect(page.getByText('表里的内容和报告里的一样，没有改动。')).toBeVisible();

  const csv = '街道重点项目\n项目名称,承办,金额\n新建口袋公园,城管办,约三百万\n道路微改造,建设办,1200000\n合计,,4200000\n';
  await choose(page, '项目.csv', csv);
  await expect(sheet(page).getByText('表里没有写明金额单位，请先选单位。')).toBeVisible();
  await expect(sheet(page).getByRole('button', { name: '导入 2 行' })).toBeDisabled();
  await sheet(page).getByLabel('金额单位').selectOption({ label: '元' });
  await sheet(page).getByLabel('B 列 承办').selectOption({ label: '主要任务' });
  await expect(sheet(page).getByText('新增 2 行，不导入 1 行，1 格读不出，没有填。')).toBeVisible();
  await expect(sheet(page).getByText('第 3 行“项目金额”：“约三百万”不是数字，这一格不导入。')).toBeVisible();
  await expect(sheet(page).getByText('不导入：合计行，由绩评自己加')).toBeVisible();
  await sheet(page).getByRole('button', { name: '导入 2 行' }).click();
  await expect(page.getByText('已导入重点项目：新增 2 行，不导入 1 行，1 格读不出，没有填。')).toBeVisible();
  await expect(page.getByRole('button', { name: '从表格导入', exact: true })).toBeFocused();
  const names = page.getByRole('textbox', { name: '项目名称', exact: true });
  await expect(names).toHaveCount(5);
  await expect(page.getByRole('textbox', { name: /^项目金额/ }).nth(4)).toHaveValue('120.00');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(names).toHaveCount(3);
});

test('a table copied in Excel is pasted into the page; a single cell goes where the focus is', async ({ page }) => {
  await openSample(page);
  await goTo(page, '资金收支');
  const html =
    '<html><head><style><!-- td {mso-number-format:General;} --></style></head><body><table>' +
    '<tr><td colspan=4>单位：元</td></tr><tr><td>资金来源</td><td>年初预算数</td><td>全年预算数</td><td>执行数</td></tr>' +
    '<tr><td>单位资金</td><td x:num>1,234,500.00</td><td>1,300,000</td><td>1,200,000</td></tr></table></body></html>';
  const text = '单位：元\n资金来源\t年初预算数\t全年预算数\t执行数\n单位资金\t1,234,500.00\t1,300,000\t1,200,000\n';
  const field = page.getByLabel(/^一般公共预算.*年初预算数/);
  await field.focus();
  expect(await paste(page, '<table><tr><td>12</td></tr></table>', '12\n')).toBe(false);
  await page.getByRole('button', { name: '从表格导入', exact: true }).focus();
  expect(await paste(page, html, text)).toBe(true);
  await expect(sheet(page).getByText('新增 1 行。')).toBeVisible();
  await expect(sheet(page).getByLabel('金额单位')).toHaveValue('yuan');
  await sheet(page).getByRole('button', { name: '导入 1 行' }).click();
  await expect(page.getByLabel(/^单位资金.*年初预算数/)).toHaveValue('123.45');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(page.getByLabel(/^单位资金.*年初预算数/)).toHaveCount(0);
  // Escape leaves everything as it was; a broken file says what is wrong.
  expect(await paste(page, '', text)).toBe(true);
  await expect(sheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await choose(page, '坏.xlsx', 'PK\u0003\u0004 broken');
  await expect(page.getByText('“坏.xlsx”打不开：文件不完整或已损坏。请重新取得这个文件，或在 Word、Excel、WPS 里打开后另存再试。')).toBeVisible();
});

test('units come from a wider table by their names; the focus goes back to the button', async ({ page }) => {
  await openSample(page);
  await goTo(page, '部门概况');
  const units = page.getByRole('region', { name: '下属单位' });
  const csv = '序号,单位名称,编制数\n1,街道文化站,6\n2,街道水务所,9\n合计,,15\n';
  const button = units.getByRole('button', { name: /^从表格导入/ });
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await chooser.setFiles({ name: '单位.csv', mimeType: '', buffer: Buffer.from(csv) });
  await expect(page.getByRole('dialog', { name: '从表格导入下属单位' }).getByText('新增 2 行，不导入 1 行。')).toBeVisible();
  await sheet(page).getByRole('button', { name: '导入 2 行' }).click();
  await expect(units.getByRole('textbox').last()).toHaveValue('街道水务所');
  await expect(button).toBeFocused();
  // Two columns are pasted where there is one: the names are taken on the same sheet.
  await units.getByRole('textbox').first().focus();
  await paste(page, '', '甲站\t12\n乙站\t8\n');
  await expect(sheet(page).getByText('新增 2 行。')).toBeVisible();
  await sheet(page).getByRole('button', { name: '导入 2 行' }).click();
  await expect(units.getByRole('textbox').last()).toHaveValue('乙站');
});
