// 指标体检: an indicator is looked over, better words are taken, a compound one is split and put together again.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { goTo, openSample } from './user.mjs';

const NAME = '羊城家政基层服务站开展公益性家政培训、宣传活动的数量';
const line = (page, name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

async function openIndicator(page, name) {
  await openSample(page);
  await goTo(page, '指标与评分');
  await page.getByRole('button', { name: `展开填写：${name}` }).click();
}

test('an indicator with two demands is split, and one undo puts it together again', async ({ page }) => {
  await openIndicator(page, NAME);
  const summary = page.getByText('7 项里 4 项达到，缺 1 项');
  await expect(page.getByRole('button', { name: '拆成两项指标' })).toBeHidden();
  await summary.click();
  const checkup = page.getByRole('list', { name: '指标体检' });
  await expect(checkup.getByRole('listitem').filter({ hasText: '可量化' })).toContainText('达到');
  const oneThing = checkup.getByRole('listitem').filter({ hasText: '只管一件事' });
  await expect(oneThing).toContainText('缺');
  await expect(oneThing).toContainText('“羊城家政基层服务站开展公益性家政培训的数量”（权重 1）');
  await expect(oneThing).toContainText('“羊城家政基层服务站开展宣传活动的数量”（权重 1）');
  await expect(oneThing).toContainText('得分现在是 2 分，拆开后是 1 分和 1 分。');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, help }) => `${id} ${help}`)).toEqual([]);

  await page.getByRole('button', { name: '拆成两项指标' }).click();
  for (const part of ['公益性家政培训', '宣传活动']) {
    const row = line(page, `羊城家政基层服务站开展${part}的数量`);
    await expect(row.getByRole('gridcell').nth(3)).toHaveText('1');
  }
  await expect(page.getByText('15 项，权重合计 40')).toBeVisible();
  await expect(page.getByRole('grid', { name: '指标' }).getByRole('button', { name: /，总分怎么来的$/ })).toHaveText(/^99\.37/);
  await expect(page.getByRole('textbox', { name: '绩效目标' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: '绩效目标' })).toHaveValue('完成年度开展宣传活动不少于45场次。');

  await page.getByRole('button', { name: `撤销：拆分指标“${NAME}”` }).click();
  await expect(line(page, NAME).getByRole('gridcell').nth(3)).toHaveText('2');
  await expect(page.getByText('14 项，权重合计 40')).toBeVisible();
});

test('words are taken over by a button only, as one step', async ({ page }) => {
  await openIndicator(page, '交通安全劝导工作');
  const goal = page.getByRole('textbox', { name: '绩效目标' });
  const before = await goal.inputValue();
  await page.getByText(/^指标体检/).click();
  await expect(goal).toHaveValue(before);
  await page.getByRole('button', { name: '可量化：填入绩效目标' }).click();
  await expect(goal).toHaveValue('全年开展重点车辆治理及宣传教育不少于（　）次、预防道路交通事故。');
  await expect(goal).toBeFocused();
  await expect(page.getByRole('list', { name: '指标体检' }).getByRole('listitem').filter({ hasText: '有时限' })).toContainText('写了“全年”');
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(goal).toHaveValue(before);
});
