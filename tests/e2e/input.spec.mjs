// Chinese through an input method: what is composed stays whole, and shortcuts wait.
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
