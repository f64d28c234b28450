// The first hour of an office: a report by its own scheme from the empty start page, and last year's words.
import { expect, test } from '@playwright/test';
import { begin, exported, figure, goTo, live, open, openSample, saved, writeIndicator } from './user.mjs';
import { readFileSync } from 'node:fs';
import { partOfZip } from './zip.mjs';

const tasks = (page) => page.getByRole('navigation', { name: '报告各部分' });

test('a county begins with its own name, year, place and scheme, and is asked only once', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: /^新建报告/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '新建报告' })).toBeFocused();
  const due = String(new Date().getFullYear() - 1);
  await expect(page.getByLabel('年度', { exact: true })).toHaveValue(due);
  await page.getByLabel('单位全称', { exact: true }).fill('某某县教育局');
  await page.getByLabel('地区', { exact: true }).fill('四川省');
  // Those of the place stand first, each with where it comes from and what bears it out.
  const groups = page.getByRole('radiogroup', { name: '按哪个评分方案' }).getByRole('heading', { level: 3 });
  await expect(groups.first()).toHaveText('本地的');
  await expect(page.getByRole('radio', { name: /^四川部门整体支出 25/ })).toBeVisible();
  await expect(page.getByText('参考：没有公布的办法逐条印证，请对照本地通知。').first()).toBeVisible();
  await expect(page.getByRole('radio', { name: /^以后再选/ })).toBeChecked();
  // The other document has other schemes.
  await page.getByRole('radio', { name: /^项目支出绩效自评表/ }).check();
  await expect(page.getByRole('radio', { name: /^四川项目支出 20/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^四川部门整体/ })).toHaveCount(0);
  await page.getByRole('radio', { name: /^部门整体支出绩效自评报告/ }).check();
  await page.getByRole('radio', { name: /^四川部门整体支出 25/ }).check();
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  await expect(page.getByLabel('单位全称', { exact: true })).toHaveValue('某某县教育局');
  await expect(tasks(page).getByRole('link', { name: /^评分方案\s*，已填完/ })).toBeVisible();
  await saved(page);
  // Next time it is all there.
  await open(page);
  await page.getByRole('link', { name: /^新建报告/ }).click();
  await expect(page.getByLabel('单位全称', { exact: true })).toHaveValue('某某县教育局');
  await expect(page.getByRole('radio', { name: /^四川部门整体支出 25/ })).toBeChecked();
});

test('without a choice the scheme has no tick until it is settled', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某某县教育局', year: '2025' });
  await expect(tasks(page).getByRole('link', { name: /^评分方案\s*，还差几项/ })).toBeVisible();
  await goTo(page, '评分方案');
  await page.getByRole('button', { name: '就用这个方案' }).click();
  await expect(tasks(page).getByRole('link', { name: /^评分方案\s*，已填完/ })).toBeVisible();
  await page.getByRole('button', { name: /^撤销：/ }).click();
  await expect(page.getByRole('button', { name: '就用这个方案' })).toBeVisible();
});

test('a scheme of elsewhere is a finding, and only schemes of the same document are offered', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '成都市武侯区教育局', year: '2025', scheme: /^白云区/ });
  await goTo(page, '评分方案');
  await expect(page.getByText('“白云区 30 / 30 / 40”是广东省广州市白云区的方案，本单位是“成都市武侯区教育局”。').first()).toBeVisible();
  await page.getByText('换一个方案').click();
  const offered = page.getByRole('list', { name: '可选的评分方案' });
  await expect(offered.getByRole('button', { name: /^选用：四川部门整体/ })).toBeVisible();
  await expect(offered.getByRole('button', { name: /^选用：国家项目支出/ })).toHaveCount(0);
  // Another document is a step of its own.
  await page.getByText('改写成项目支出绩效自评表').click();
  await expect(page.getByText('不再显示这些部分：部门概况、年度工作、运行监控、重点项目、成效与完成情况、问题与改进。')).toBeVisible();
  await page.getByRole('button', { name: '确定改成项目支出绩效自评表' }).click();
  await expect(tasks(page)).toContainText('/ 5');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect(tasks(page)).toContainText('/ 11');
});

test('the form with the columns of the national one is an annex of the report', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某某县教育局', year: '2025', scheme: /^部门整体支出 10/ });
  await goTo(page, '资金收支');
  for (const [column, amount] of [['年初预算数', '1000'], ['调整预算数', '1000'], ['执行数', '955']]) {
    await page.getByLabel(`合计，${column}（万元）`).fill(amount);
  }
  await expect(figure(page, '预算执行率')).toContainText('9.55');
  await goTo(page, '指标与评分');
  for (const [place, weight] of [['产出指标：数量指标', '50'], ['效益指标：社会效益指标', '30'], ['满意度指标：服务对象满意度指标', '10']]) {
    await writeIndicator(page, { name: `某项${weight}`, place, target: '100', actual: '100', weight });
  }
  await expect(figure(page, '总分')).toContainText('99.55');
  const word = await exported(page, /^Word 文档/);
  const text = partOfZip(readFileSync(await word.path()), 'word/document.xml').replace(/<[^>]+>/g, '');
  for (const words of ['部门整体支出绩效自评表', '一级指标', '二级指标', '产出指标（50分）', '社会效益指标', '全年预算数（A）', '99.55']) {
    expect(text).toContain(words);
  }
});

test('last year’s words are marked until each is settled', async ({ page }) => {
  await openSample(page);
  await saved(page);
  await open(page);
  await expect(page.getByRole('row', { name: /白云湖/ })).toContainText('示例');
  await page.getByRole('button', { name: /^更多操作：/ }).click();
  await page.getByRole('button', { name: '转为下一年度' }).click();
  const next = page.getByRole('row', { name: /2023/ });
  await expect(next).not.toContainText('示例');
  await next.getByRole('link').click();
  await goTo(page, '成效与完成情况');
  const achievements = page.getByRole('textbox', { name: '主要工作成效' });
  const settle = page.getByRole('button', { name: /：主要工作成效$/ }).filter({ hasText: /仍然适用|改好了/ });
  await expect(settle).toContainText('仍然适用');
  await achievements.fill('2023年，各项工作平稳推进。');
  await expect(page.getByText('去年的文字，正在改')).toBeVisible();
  await expect(settle).toContainText('改好了');
  await settle.click();
  await expect(achievements).toBeFocused();
  await expect(page.getByText('去年的文字，正在改')).toBeHidden();
  await goTo(page, '年度工作');
  await expect(page.getByText('去年的文字，待改').first()).toBeVisible();
  await expect(live(page).getByText(/去年的文字/).first()).toBeVisible();
});

test('a project of 20 / 80 is printed in the form of its place, which can be changed where one sees it', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: /^新建报告/ }).click();
  await page.getByLabel('单位全称', { exact: true }).fill('某某县第一小学');
  await page.getByLabel('地区', { exact: true }).fill('湖北省');
  await page.getByRole('radio', { name: /^项目支出绩效自评表/ }).check();
  await page.getByRole('radio', { name: /^湖北 20/ }).check();
  const forms = page.getByRole('radiogroup', { name: '表样' });
  await expect(forms.getByRole('radio', { name: /^湖北表样/ })).toBeChecked();
  await expect(forms.locator('svg')).toHaveCount(9);
  await page.getByRole('button', { name: '开始填写' }).click();
  await goTo(page, '资金收支');
  for (const [column, amount] of [['年初预算数', '200'], ['调整预算数', '200'], ['执行数', '195.5']]) {
    await page.getByLabel(`合计，${column}（万元）`).fill(amount);
  }
  await goTo(page, '指标与评分');
  await writeIndicator(page, { name: '维修栋数', target: '3', actual: '3', weight: '80' });
  await goTo(page, '预览与导出');
  const word = async () => partOfZip(readFileSync(await (await exported(page, /^Word 文档/)).path()), 'word/document.xml').replace(/<[^>]+>/g, '');
  const hubei = await word();
  for (const words of ['得分（20分×执行率）', '19.55', '年初目标值（A）', '总分（优）', '99.55']) {
    expect(hubei).toContain(words);
  }
  expect(hubei).not.toContain('偏差原因');
  await page.getByText(/^表样：湖北表样/).click();
  await forms.getByRole('radio', { name: /^云南表样/ }).check();
  await expect(page.locator('.paper').first()).toContainText('度量单位');
  expect(await word()).toContain('度量单位');
  // What stands in the table leads to where it is filled in.
  await page.locator('.paper-pages').getByText('维修栋数', { exact: true }).click();
  await expect(page.getByLabel('指标名称', { exact: true })).toBeFocused();
});

test('what the check says at a field stands below it and moves nothing', async ({ page }) => {
  await openSample(page);
  const date = page.getByLabel('报告日期');
  const places = () => page.getByRole('main').getByRole('textbox').evaluateAll((fields) => fields.map((field) => Math.round(field.getBoundingClientRect().top + scrollY)));
  const before = await places();
  await date.fill('三月');
  await page.keyboard.press('Tab');
  const said = page.getByRole('main').getByText('这里要填日期').first();
  await expect(said).toBeVisible();
  expect(await places()).toEqual(before);
  const [field, message] = [await date.boundingBox(), await said.boundingBox()];
  // The box of a line is a little higher than its characters.
  expect(message.y).toBeGreaterThanOrEqual(field.y + field.height - 3);
  // All of it can be read where one is at work.
  await date.focus();
  await expect(said).toBeVisible();
  expect(await places()).toEqual(before);
});

test('a deletion says so with the way back, and what was said does not go along over several pages', async ({ page }) => {
  await openSample(page);
  await goTo(page, '问题与改进');
  const problems = page.getByRole('textbox', { name: /^存在的问题/ });
  const count = await problems.count();
  await page.getByRole('button', { name: /^删除第 1 条存在的问题/ }).click();
  await expect(problems).toHaveCount(count - 1);
  const said = page.getByRole('status').filter({ hasText: '已删除“存在的问题”里的一行。' });
  await said.getByRole('button', { name: '撤销' }).click();
  await expect(problems).toHaveCount(count);
  await page.getByRole('button', { name: /^删除第 1 条存在的问题/ }).click();
  await goTo(page, '资金收支');
  await goTo(page, '绩效目标');
  await expect(said).toBeHidden();
});
