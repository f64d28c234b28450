// Scoring schemes: rules are changed and tried out, schemes are chosen, kept, handed on and taken in.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { begin, figure, goTo, open, openSample, saved, writeIndicator } from './user.mjs';

const chosen = (page, name) => page.getByRole('button', { name: `选用：${name}` });

test('a rule is changed in plain words, tried out, and undone', async ({ page }) => {
  await openSample(page);
  await goTo(page, '评分方案');
  await page.getByLabel('计分规则').selectOption({ label: '达到界限得满分，每差一档扣分' });
  await page.getByRole('textbox', { name: /^满分界限/ }).fill('100');
  await page.getByRole('textbox', { name: '每差几个百分点' }).fill('5');
  await page.getByRole('textbox', { name: /^扣几分/ }).fill('2');
  await page.getByLabel('不足一档的').selectOption({ label: '不足一档的按一档扣' });
  await expect(page.getByText('执行率达到 100% 得满分，每低 5 个百分点扣 2 分（不足一档的按一档扣），扣完为止。')).toBeVisible();
  // 97.88% is one started step below.
  await expect(figure(page, '部门支出进度')).toContainText('28');
  await expect(figure(page, '总分')).toContainText('98');
  await page.getByLabel(/^试算/).fill('89.9');
  await expect(page.getByText(/得 24 分。执行率 89.90%，差 3 档/)).toBeVisible();
  await expect(page.getByRole('img', { name: '执行率从 0 到 150% 的得分曲线' })).toBeVisible();
  await page.getByLabel(/^试算/).fill('很多');
  await expect(page.getByText('这里要填数字，例如 12。')).toBeVisible();
  await figure(page, '部门支出进度').click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('差 1 档');
  await expect(panel).toContainText('30 − 1 × 2');
  await page.keyboard.press('Escape');
  while ((await figure(page, '总分').textContent()) !== '99.37，总分怎么来的') await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(page.getByLabel('计分规则')).toHaveValue('proportional');
});

test('another scheme says beforehand what it does, keeps what was typed, and can be undone', async ({ page }) => {
  await openSample(page);
  await goTo(page, '评分方案');
  await page.getByText('换一个方案').click();
  await chosen(page, '湖南部门整体支出 10 / 60 / 30').click();
  await expect(page.getByText(/14 项指标在新方案里没有同名的归属/)).toBeVisible();
  await expect(page.getByText(/新方案没有这些评分内容：部门支出进度、年度目标、年度主要支出计划/)).toBeVisible();
  await page.getByRole('button', { name: '确定更换' }).click();
  await expect(page.getByLabel('方案名称')).toHaveValue('湖南部门整体支出 10 / 60 / 30');
  await page.getByRole('button', { name: '加入方案自带的 17 项指标' }).click();
  await goTo(page, '指标与评分');
  await expect(page.getByText(/^31 项，权重合计/)).toBeVisible();
  // A formula takes its numbers from the funds: 追加 37.09% is beyond every tier.
  await page.getByRole('button', { name: '展开填写：预算控制率' }).click();
  await expect(page.getByText('37.09%').first()).toBeVisible();
  await expect(page.getByText('按规则得 0 分', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(figure(page, '总分')).toContainText('99.37');
});

test('a scheme is kept, downloaded, taken in elsewhere, and used', async ({ page, browser }) => {
  await openSample(page);
  await goTo(page, '评分方案');
  await page.getByLabel('方案名称').fill('白云区 2026 年方案');
  await page.getByRole('button', { name: '存为我的方案' }).click();
  await expect(page.getByText('“白云区 2026 年方案”已存进“我的方案”')).toBeVisible();
  await page.getByText('换一个方案').click();
  await expect(chosen(page, '白云区 2026 年方案')).toBeVisible();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载方案文件' }).click()]);
  expect(file.suggestedFilename()).toBe('评分方案_白云区 2026 年方案.json');
  const text = readFileSync(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ kind: 'jiping-scheme', version: 1 });
  await page.getByRole('button', { name: '删除方案：白云区 2026 年方案' }).click();
  await expect(chosen(page, '白云区 2026 年方案')).toBeHidden();
  await page.getByRole('button', { name: '复制方案：湖南部门整体支出 10 / 60 / 30' }).click();
  await expect(chosen(page, '湖南部门整体支出 10 / 60 / 30（副本）')).toBeVisible();
  await saved(page);

  const other = await (await browser.newContext()).newPage();
  await openSample(other);
  await goTo(other, '评分方案');
  const take = async (name, body) => {
    const [chooser] = await Promise.all([other.waitForEvent('filechooser'), other.getByRole('button', { name: '导入方案文件' }).click()]);
    await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(body) });
  };
  await take('坏方案.json', text.replace('"rule": "progress"', '"rule": "魔法"'));
  await expect(other.getByText('“坏方案.json”打不开：方案里“parts[0].rule”这一处写得不对。请改正后再导入。')).toBeVisible();
  await take('新方案.json', text.replace('"version": 1', '"version": 9'));
  await expect(other.getByText(/更新版本的绩评存的方案/)).toBeVisible();
  await take('方案.json', text);
  await other.getByText('换一个方案').click();
  await chosen(other, '白云区 2026 年方案').click();
  await expect(other.getByText('14 项指标归入新方案的指标部分，名称、目标值和完成值不变。')).toBeVisible();
  await other.getByRole('button', { name: '确定更换' }).click();
  await expect(other.getByLabel('方案名称')).toHaveValue('白云区 2026 年方案');
  await expect(figure(other, '总分')).toContainText('99.37');
  await other.context().close();
});

test('items, weights and levels that are wrong are told at their place', async ({ page }) => {
  await openSample(page);
  await goTo(page, '评分方案');
  await page.getByLabel('计分规则').selectOption({ label: '分档得分' });
  await page.getByRole('button', { name: '添加分档' }).click();
  await page.getByRole('textbox', { name: /^界限/ }).fill('95');
  await page.getByRole('textbox', { name: /^得分/ }).fill('30');
  await expect(figure(page, '部门支出进度')).toContainText('30');
  await page.getByRole('button', { name: '添加分档' }).click();
  await page.getByRole('textbox', { name: /^界限/ }).nth(1).fill('96');
  await page.getByRole('textbox', { name: /^得分/ }).nth(1).fill('20');
  await page.getByLabel('方案名称').focus();
  await expect(page.getByText('“部门支出进度”第 2 档的界限 96% 与前一档 95% 重叠，应低于前一档。').first()).toBeVisible();
});

test('an indicator is found in the library by its initials and inserted', async ({ page }) => {
  await openSample(page);
  await goTo(page, '指标与评分');
  await page.getByText('从指标库添加').click();
  await page.getByLabel(/^查找指标/).fill('jmmyd');
  await expect(page.getByText('找到 1 项。')).toBeVisible();
  await page.getByRole('button', { name: '添加：居民满意度' }).click();
  await expect(page.getByText(/^15 项，权重合计/)).toBeVisible();
  await expect(page.getByRole('button', { name: '收起：居民满意度' })).toBeVisible();
  await expect(page.getByLabel('第 1 行，指标值')).toHaveValue('90');
  await expect(page.getByText('通常有：满意度调查问卷和统计表')).toBeVisible();
  await page.getByLabel(/^查找指标/).fill('火星');
  await expect(page.getByText('没有找到。换个说法试试，也可以直接添加指标。')).toBeVisible();
});

test('the outline orders the report', async ({ page }) => {
  await openSample(page);
  await goTo(page, '评分方案');
  const outline = page.getByRole('region', { name: '报告提纲' });
  await outline.getByRole('textbox', { name: '标题' }).nth(1).fill('单位概况');
  await outline.getByRole('button', { name: '添加提纲' }).click();
  await outline.getByRole('textbox', { name: '标题' }).last().fill('自评工作组织情况');
  await outline.getByRole('textbox', { name: '正文' }).fill('成立自评小组，逐项核对。');
  await goTo(page, '预览与导出');
  await expect(page.getByRole('heading', { name: '（一）单位概况' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '（一）自评工作组织情况' })).toBeVisible();
  await expect(page.getByText('成立自评小组，逐项核对。').first()).toBeVisible();
});

test('the form of a project is filled in and shown in its official layout', async ({ page }) => {
  await open(page);
  await begin(page, { kind: '项目支出绩效自评表', scheme: /^国家项目支出 10/, unit: '某某县水利局' });
  await expect(page.getByRole('navigation', { name: '报告各部分' }).getByText('已填完 1 / 5')).toBeVisible();
  await page.getByLabel('项目全称').fill('老旧小区微改造');
  await page.getByLabel('主管部门').fill('区住房和城乡建设局');
  await page.getByLabel('实施单位').fill('某某街道办事处');
  await page.getByLabel('年度', { exact: true }).fill('2022');
  await goTo(page, '资金收支');
  await page.getByLabel(/^当年财政拨款.*年初预算数/).fill('200');
  await page.getByLabel(/^当年财政拨款.*调整预算数/).fill('200');
  await page.getByLabel(/^当年财政拨款.*执行数/).fill('195.5');
  await expect(figure(page, '预算执行率')).toContainText('9.78');
  await goTo(page, '指标与评分');
  await writeIndicator(page, { name: '改造小区数量', place: '产出指标：数量指标', target: '3', actual: '3', weight: '50' });
  await expect(figure(page, '产出指标')).toContainText('50');
  await goTo(page, '预览与导出');
  await expect(page.getByText('2022年度项目支出绩效自评表', { exact: true }).first()).toBeVisible();
  await page.screenshot({ path: process.env.SHOT ?? test.info().outputPath('form.png'), fullPage: true });
  const paper = page.getByRole('main');
  for (const words of ['老旧小区微改造', '区住房和城乡建设局', '97.75%', '产出指标（50分）', '数量指标', '改造小区数量']) {
    await expect(paper.getByText(words, { exact: true }).first()).toBeVisible();
  }
});

test('a report holds the forms of several projects as annexes', async ({ page }) => {
  await openSample(page);
  await goTo(page, '重点项目');
  for (const name of ['道路综合整治', '民生实事']) {
    await page.getByRole('button', { name: '添加项目自评表' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
    await page.getByLabel('项目全称').fill(name);
    await expect(page.getByText(`正在填项目自评表：${name}`)).toBeVisible();
    await page.getByRole('button', { name: '返回报告' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '重点项目' })).toBeVisible();
  }
  await expect(figure(page, '总分')).toContainText('99.37');
  await page.getByRole('button', { name: '填写：道路综合整治' }).click();
  await goTo(page, '资金收支');
  await page.getByLabel(/^当年财政拨款.*调整预算数/).fill('947.85');
  await page.getByLabel(/^当年财政拨款.*执行数/).fill('947.85');
  await expect(figure(page, '预算执行率')).toContainText('10');
  await saved(page);
  // A reload leads back to the report, with both forms in it.
  await page.reload();
  await goTo(page, '重点项目');
  await expect(page.getByText('总分 缺指标，执行率 100.00%')).toBeVisible();
  if (process.env.SHOT) await page.screenshot({ path: process.env.SHOT, fullPage: true });
  await page.getByRole('button', { name: '删除：民生实事' }).click();
  await goTo(page, '预览与导出');
  await expect(page.getByText('项目支出绩效自评表：道路综合整治').first()).toBeAttached();
});
