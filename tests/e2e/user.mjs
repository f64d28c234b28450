// What a user does, in words of the user.
import { expect } from '@playwright/test';
import { FROM_DISK as address } from './site.mjs';

export async function open(page, where = address) {
  await page.goto(where);
  await expect(page.getByRole('heading', { level: 1, name: '部门整体支出绩效自评报告' })).toBeVisible();
}

export async function openSample(page, where = address) {
  await open(page, where);
  await page.getByRole('button', { name: '打开示例' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
}

/** A new report by what the page asks; without a scheme that is left for later. */
export async function begin(page, { kind = '部门整体支出绩效自评报告', scheme, unit, place, year } = {}) {
  await page.getByRole('link', { name: /^新建报告/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '新建报告' })).toBeVisible();
  for (const [label, text] of [['单位全称', unit], ['地区', place], ['年度', year]]) {
    if (text !== undefined) await page.getByLabel(label, { exact: true }).fill(text);
  }
  await page.getByRole('radio', { name: kind }).check();
  if (scheme) {
    const choice = page.getByRole('radio', { name: scheme });
    if (!(await choice.isVisible())) await page.getByText(/^别处的方案/).click();
    await choice.check();
  }
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
}

/** A new indicator, written in its row of the sheet. */
export async function writeIndicator(page, { name, place, target, actual, weight }) {
  await page.getByRole('button', { name: '添加指标' }).click();
  const own = page.getByLabel(/^第 \d+ 项，指标名称$/).last();
  await expect(own).toBeFocused();
  await own.fill(name);
  for (const [column, text] of [['指标值', target], ['实际完成值', actual], ['权重', weight]]) {
    await page.getByLabel(`${name}，${column}`).fill(text);
  }
  if (place) await page.getByLabel(`${name}，所属`).selectOption({ label: place });
}

export async function goTo(page, part) {
  await page.getByRole('navigation', { name: '报告各部分' }).getByRole('link', { name: part }).click();
  await expect(page.getByRole('heading', { level: 1, name: part })).toBeVisible();
}

/** Chooses an export; what the check finds is read and gone past, where it is said. */
export async function exported(page, name) {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('region', { name: '导出' }).getByRole('button', { name }).click();
  const question = page.getByRole('dialog', { name: '导出前核对' });
  await Promise.race([download, question.waitFor().catch(() => {})]);
  if (await question.isVisible()) await question.getByRole('button', { name: '继续导出' }).click();
  return download;
}

export function live(page) {
  return page.getByRole('complementary', { name: '实时数字与检查' });
}

export function figure(page, name) {
  return live(page).getByRole('button', { name: new RegExp(`，${name}怎么来的$`) });
}

export async function saved(page) {
  await expect(page.getByText(/^已保存/)).toBeVisible();
}
