// Working findings off: the summary, filters, reasons, the keys, the last look, and the question before an export.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { exported, goTo, live, openSample } from './user.mjs';
import { partOfZip } from './zip.mjs';

const summary = (page) => page.getByRole('region', { name: /^送审前要改的 \d+ 个错误$/ });
const list = (page) => page.getByRole('region', { name: '逐条处理' });
const aside = (page) => page.getByRole('region', { name: /^不处理的 \d+ 条$/ });
const stepper = (page) => page.getByRole('navigation', { name: '逐条处理' });
const A4 = /预算调整率 37\.09%，超过 30%/;

test('the summary takes the focus, filters narrow the list, and a link leads to its field', async ({ page }) => {
  await openSample(page);
  await goTo(page, '检查');
  await expect(summary(page)).toBeFocused();
  await list(page).getByRole('heading', { name: '逐条处理' }).click();
  await page.getByRole('navigation', { name: '报告各部分' }).getByRole('link', { name: '检查' }).click();
  await expect(summary(page)).toBeFocused();
  await list(page).getByRole('button', { name: /^资金 \d/ }).click();
  await expect(list(page).getByRole('link', { name: A4 })).toBeVisible();
  await expect(list(page).getByRole('region', { name: /^指标与评分/ })).toHaveCount(0);
  await list(page).getByRole('button', { name: /^满分存疑/ }).click();
  await expect(page.getByText('这样筛选没有结果。')).toBeVisible();
  await list(page).getByRole('button', { name: '看全部' }).first().click();
  await page.getByRole('button', { name: /^只看资金收支的错误/ }).click();
  await expect(list(page).getByRole('region')).toHaveCount(1);
  await list(page).getByRole('link', { name: A4 }).click();
  const reason = page.getByLabel('预算调整超过 30% 的原因');
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAccessibleDescription(A4);
  await expect(stepper(page)).toContainText(/第 \d+ \/ \d+ 条/);
});

test('a finding is set aside with a reason, stands in the list on paper, and comes back when the number changes', async ({ page }) => {
  // The browser's own print dialog would stop the test.
  await page.addInitScript(() => (window.print = () => (document.title = '打印了')));
  await openSample(page);
  await goTo(page, '检查');
  const button = list(page).getByRole('button', { name: /^不处理 ?：预算调整率/ });
  await button.click();
  await expect(page.getByLabel('不处理的理由')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await button.click();
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('alert')).toContainText('还没有写理由');
  await page.getByLabel('不处理的理由').fill('区财政追加，文号待补');
  await page.getByRole('button', { name: '确定' }).click();
  await expect(aside(page)).toContainText('预算调整率 37.09%');
  await expect(list(page).getByRole('link', { name: A4 })).toHaveCount(0);
  await expect(list(page).getByRole('link').first()).toBeFocused();
  await page.getByRole('button', { name: '打印清单' }).click();
  await expect(page.getByText('不处理的检查结果').first()).toBeAttached();
  await expect(page).toHaveTitle('打印了');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].length).toBeGreaterThan(0);
  const words = partOfZip(readFileSync(await (await exported(page, /^复核清单/)).path()), 'word/document.xml').replace(/<[^>]+>/g, '');
  expect(words).toContain('不处理的检查结果');
  expect(words).toContain('区财政追加，文号待补');
  await goTo(page, '资金收支');
  await page.getByLabel('合计，调整预算数（万元）').fill('22000');
  await page.getByLabel('合计，调整预算数（万元）').blur();
  await goTo(page, '检查');
  await expect(list(page).getByRole('link', { name: /预算调整率 43\.52%/ })).toBeVisible();
  await expect(aside(page)).toContainText('已变化，重新列出');
});

test('the keys lead from finding to finding, and the next look tells what was worked off', async ({ page }) => {
  await openSample(page);
  await goTo(page, '检查');
  const last = summary(page).getByRole('link', { name: A4 });
  await expect(last).toBeVisible();
  await goTo(page, '资金收支');
  await page.keyboard.press('F8');
  const reason = page.getByLabel('预算调整超过 30% 的原因');
  await expect(reason).toBeFocused();
  await page.keyboard.type('年中追加');
  // A hand presses slowly: what is said of the field that is left must not move the button from under it.
  await stepper(page).getByRole('button', { name: '下一条' }).hover();
  await page.mouse.down();
  await page.waitForTimeout(250);
  await page.mouse.up();
  await expect(page.getByLabel('政府性基金执行偏差的原因')).toBeFocused();
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(page.getByRole('heading', { level: 1, name: '资金收支' })).toHaveCount(0);
  await page.keyboard.press('Shift+F8');
  await expect(page.getByLabel('一般公共预算执行偏差的原因')).toBeFocused();
  await page.reload();
  await goTo(page, '检查');
  await expect(page.getByText(/^上次看有 \d+ 条：改好了 1 条/)).toBeVisible();
  await goTo(page, '资金收支');
  await reason.fill('');
  await reason.blur();
  await goTo(page, '检查');
  await expect(list(page).getByRole('listitem').filter({ hasText: A4 })).toContainText('新');
});

test('a press on what lies below a field is not lost when the field is left with a fault', async ({ page }) => {
  await openSample(page);
  await goTo(page, '基本信息');
  const year = page.getByLabel('年度', { exact: true });
  await year.fill('二〇二X');
  const next = page.getByRole('navigation', { name: '前后部分' }).getByRole('link').last();
  await next.hover();
  await page.mouse.down();
  await page.waitForTimeout(250);
  await page.mouse.up();
  await expect(page.getByRole('heading', { level: 1, name: '部门概况' })).toBeVisible();
  await goTo(page, '基本信息');
  await expect(year).toHaveAttribute('aria-invalid', 'true');
});

test('rules of review are those that the scheme says', async ({ page }) => {
  await openSample(page);
  await goTo(page, '检查');
  const panel = page.getByRole('region', { name: '复核预计得分' });
  await expect(panel).toContainText('参考成都市一区 2026 年公布的绩效自评复核规则，本地有规定的请换上。');
  await expect(panel).toContainText('缺 12 份材料，约失 34 分');
  await panel.getByRole('link', { name: '改口径' }).click();
  await page.getByLabel('复核口径的来源').fill('本区绩效评价复核办法');
  await page.getByLabel('没有佐证材料的，留分').fill('50');
  await goTo(page, '检查');
  await expect(panel).toContainText('按本区绩效评价复核办法。');
  await expect(panel).toContainText('复核预计 80.37 分，约失 19 分');
});

test('a survey is asked of a satisfaction and held against itself', async ({ page }) => {
  await openSample(page);
  await goTo(page, '指标与评分');
  await page.getByRole('button', { name: '展开填写：退役军人服务满意度' }).click();
  const survey = page.getByRole('group', { name: '满意度调查' });
  await survey.getByLabel('调查时间').fill('2022年12月');
  await survey.getByLabel('调查人数或份数').fill('60');
  await survey.getByLabel('收回份数').fill('75');
  await survey.getByLabel('收回份数').blur();
  await expect(page.getByText('“退役军人服务满意度”的调查收回 75 份，比发放的 60 份多。').first()).toBeVisible();
});

test('errors are said once before an export, which goes on all the same', async ({ page }) => {
  await openSample(page);
  const press = async () => {
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByRole('button', { name: /^Word 文档/ }).click();
  };
  const question = page.getByRole('dialog', { name: '导出前核对' });
  await press();
  await expect(question.getByRole('button', { name: '继续导出' })).toBeFocused();
  // The keys of the page rest while a question is open.
  await page.keyboard.press('F8');
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeFocused();
  await press();
  await question.getByRole('link', { name: A4 }).click();
  await expect(page.getByLabel('预算调整超过 30% 的原因')).toBeFocused();
  await press();
  await question.getByRole('button', { name: '去检查' }).click();
  await expect(summary(page)).toBeFocused();
  await press();
  const [file] = await Promise.all([page.waitForEvent('download'), question.getByRole('button', { name: '继续导出' }).click()]);
  expect(file.suggestedFilename()).toMatch(/_草稿\.docx$/);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Excel 工作簿/ }).click()]);
  await expect(live(page)).toBeVisible();
});
