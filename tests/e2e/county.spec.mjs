// A county that is not Baiyun, from the empty start page to the Word file of its place; what it takes is counted.
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { exported, goTo, live, open } from './user.mjs';
import { expectPages } from './pages.mjs';
import { partOfZip } from './zip.mjs';

/** Counts what a hand does: presses of the pointer, and keys besides the words that are typed. */
async function counting(page) {
  await page.addInitScript(() => {
    const count = (name) => sessionStorage.setItem(name, String(Number(sessionStorage.getItem(name) ?? 0) + 1));
    addEventListener('pointerdown', (event) => event.isTrusted && count('clicks'), true);
    addEventListener('keydown', (event) => event.isTrusted && !/^[\d.]$/.test(event.key) && count('keys'), true);
  });
  return async () => {
    const of = (name) => page.evaluate((name) => Number(sessionStorage.getItem(name) ?? 0), name);
    return { clicks: await of('clicks'), keys: await of('keys') };
  };
}

/** What the browser does for Ctrl+V with a table; the key is counted. */
async function paste(page, rows) {
  await page.getByRole('button', { name: '从表格导入', exact: true }).focus();
  await page.evaluate((text) => {
    sessionStorage.setItem('keys', String(Number(sessionStorage.getItem('keys') ?? 0) + 1));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, rows.map((row) => row.join('\t')).join('\n') + '\n');
  const sheet = page.getByRole('dialog', { name: /^从表格导入/ });
  await sheet.getByRole('button', { name: /^导入 \d+ 行/ }).click();
  await expect(sheet).toBeHidden();
}

/** Words that one has in another document and takes over by Ctrl+V. */
async function words(page, label, text, place = 0) {
  await page.getByRole('textbox', { name: label }).nth(place).click();
  await page.keyboard.insertText(text);
}

/** A new row takes the focus, so its words can be put in at once. */
async function added(page, button, label, text) {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('textbox', { name: label }).last()).toBeFocused();
  await page.keyboard.insertText(text);
}

const INDICATORS = [
  ['一级指标', '二级指标', '三级指标', '指标值', '计量单位', '权重', '实际完成值', '实现情况分析', '偏差原因'],
  ['产出指标', '数量指标', '新建校舍面积', '≥12000', '平方米', '8', '12350', '三所学校建成校舍12,350平方米。', ''],
  ['产出指标', '数量指标', '培训教师人次', '≥1500', '人次', '8', '1560', '全年办班26期，培训1,560人次。', ''],
  ['产出指标', '数量指标', '资助困难学生人数', '≥3200', '人', '8', '3268', '春秋两季资助3,268人。', ''],
  ['产出指标', '质量指标', '工程验收合格率', '≥95', '%', '8', '97.5', '40个单体中39个一次验收合格。', ''],
  ['产出指标', '质量指标', '教师培训合格率', '≥95', '%', '8', '98.2', '考核合格1,532人。', ''],
  ['产出指标', '时效指标', '资助资金按期发放率', '≥98', '%', '5', '99.1', '两季均在开学后30日内发放。', ''],
  ['产出指标', '成本指标', '校舍单位造价', '≤2600', '元/平方米', '5', '2585', '决算审定2,585元每平方米。', ''],
  ['效益指标', '经济效益指标', '节约采购资金', '≥80', '万元', '8', '86', '集中采购节约86万元。', ''],
  ['效益指标', '社会效益指标', '义务教育巩固率', '≥98', '%', '8', '98.6', '年末巩固率98.6%。', ''],
  ['效益指标', '社会效益指标', '大班额比例', '≤2', '%', '8', '1.8', '年末大班额比例1.8%。', ''],
  ['效益指标', '可持续影响指标', '教师流失率', '≤3', '%', '6', '3.2', '全年流失41人，流失率3.2%。', '两所乡村学校教师考入县城，缺编未及时补足。'],
  ['满意度指标', '服务对象满意度指标', '家长满意度', '≥90', '%', '10', '93.4', '12月在18所学校发放问卷1,200份，收回1,176份，满意1,098份，满意度93.4%。', ''],
];

test('a county’s report of twelve indicators from the empty start page to the Word file of its place', async ({ page }) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(10_000);
  await page.clock.setFixedTime(new Date('2026-03-18T10:00:00+08:00'));
  const taken = await counting(page);
  await open(page);
  await page.getByRole('link', { name: /^新建报告/ }).click();
  await words(page, '单位全称', '某某县教育局');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('江西省');
  await page.getByRole('radio', { name: /^部门整体支出 10/ }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '基本信息' })).toBeVisible();
  const year = Number(await page.getByLabel('年度', { exact: true }).inputValue());
  await words(page, '报告日期', `${year + 1}-03-18`);

  await goTo(page, '部门概况');
  await words(page, '主要职能', '负责全县教育事业的规划、管理和督导，实施义务教育、学前教育和高中教育。');
  await goTo(page, '年度工作');
  await words(page, '年度总体工作', `${year}年，围绕办学条件、教师队伍和学生资助三件事安排工作，各项任务完成较好。`);
  await goTo(page, '资金收支');
  await paste(page, [
    ['单位：万元', '', '', ''],
    ['资金来源', '年初预算数', '调整预算数', '执行数'],
    ['一般公共预算', '18200', '18650', '18310'],
    ['政府性基金', '1200', '1200', '1180'],
    ['其他资金', '300', '300', '292'],
  ]);
  await goTo(page, '绩效目标');
  await words(page, '总体目标', '改善办学条件，提高教师素质，应助尽助，办好人民满意的教育。');
  await words(page, '实际完成情况', '三所学校改扩建完成，教师培训和学生资助均超过计划，家长满意度93.4%。');
  await added(page, '添加年度目标', /^年度目标/, '完成三所学校改扩建，新建校舍不少于12,000平方米');
  await goTo(page, '指标与评分');
  await paste(page, INDICATORS);
  await goTo(page, '运行监控');
  await words(page, '运行监控情况', '9月对预算执行和绩效目标作了监控，校舍项目因雨季推迟，已调整工期，12月完工。');
  await goTo(page, '重点项目');
  await paste(page, [
    ['单位：万元', '', '', '', '', ''],
    ['主要任务', '项目名称', '年初预算数', '调整预算数', '执行数', '完成情况'],
    ['改善办学条件', '校舍改扩建', '3200', '3260', '3192.5', '三所学校建成校舍12,350平方米。'],
    ['教师队伍建设', '教师培训', '480', '480', '468', '办班26期，培训1,560人次。'],
    ['学生资助', '困难学生资助', '640', '660', '653.6', '资助3,268人。'],
  ]);
  await goTo(page, '成效与完成情况');
  await added(page, '添加工作任务完成情况', '标题', '学校改扩建');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('三所学校建成校舍12,350平方米，秋季学期投入使用。');
  await words(page, '主要工作成效', '新增学位1,350个，大班额比例降到1.8%。');
  await goTo(page, '问题与改进');
  await added(page, '添加存在的问题', /^存在的问题/, '乡村学校教师流失率3.2%，高于3%的目标。');
  await added(page, '添加改进措施', /^改进措施/, '人事股每年8月前完成缺编补充，乡村教师岗位津贴提高一档。');

  await goTo(page, '检查');
  const listed = await page.getByRole('main').innerText();
  await expect(page.getByText(/\d+ 个错误|错误 \d+ 条/).first(), listed).toHaveCount(0);
  await expect(live(page).getByText(/\/ 100/).first()).toBeVisible();
  const file = await exported(page, /^Word 文档/);
  const { clicks, keys } = await taken();
  console.log(`county, twelve indicators, three pasted tables: ${clicks} clicks, ${keys} keys besides what is typed`);
  expect(file.suggestedFilename()).not.toContain('草稿');
  const document = partOfZip(readFileSync(await file.path()), 'word/document.xml');
  const text = document.replace(/<[^>]+>/g, '');
  // The form of its place: money by source, goal beside result, three levels, points and scores.
  const order = ['部门整体支出绩效自评表', '某某县教育局', '年初预算数', '全年预算数（A）', '19,700.00', '20,150.00', '年度总体目标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '产出指标', '总分'];
  let at = text.lastIndexOf('部门整体支出绩效自评表');
  for (const words of order.slice(1)) {
    const next = text.indexOf(words, at);
    expect(next, `${words} after ${text.slice(at, at + 20)}`).toBeGreaterThan(0);
  }
  for (const [, , name] of INDICATORS.slice(1)) expect(text.slice(at)).toContain(name);
  // Nothing of Baiyun's tables, and the projects with the money that the place asks for.
  for (const words of ['任务的关键性指标', '年度主要支出计划', '任务涉及重点项目金额']) expect(text).not.toContain(words);
  for (const words of ['调整预算数', '执行率', '校舍改扩建', '3,192.50', '97.93%']) expect(text).toContain(words);
  expect(clicks).toBeLessThanOrEqual(45);
  expectPages(await file.path(), 'county', 4);
});

test('a project form of 20 / 80 from the empty start page to the Word file of its place', async ({ page }) => {
  page.setDefaultTimeout(10_000);
  await page.clock.setFixedTime(new Date('2026-03-18T10:00:00+08:00'));
  const taken = await counting(page);
  await open(page);
  await page.getByRole('link', { name: /^新建报告/ }).click();
  await words(page, '单位全称', '某某县水利和湖泊局');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('湖北省');
  await page.getByRole('radio', { name: /^项目支出绩效自评表/ }).click();
  await page.getByRole('radio', { name: /^湖北 20/ }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await words(page, '项目全称', '中小河流治理');
  await words(page, '主管部门', '某某县水利和湖泊局');
  await page.getByLabel('实施单位').fill('某某县河道堤防管理所');
  await goTo(page, '资金收支');
  await paste(page, [
    ['单位：万元', '', '', ''],
    ['资金来源', '年初预算数', '调整预算数', '执行数'],
    ['当年财政拨款', '1200', '1350', '1296'],
    ['上年结转资金', '150', '150', '150'],
    ['其他资金', '0', '0', '0'],
  ]);
  await goTo(page, '绩效目标');
  await words(page, '预期目标', '治理重点河段8公里，保护沿岸1.2万人防洪安全。');
  await words(page, '实际完成情况', '治理河段8.4公里，汛前完工，沿岸未发生漫堤。');
  await goTo(page, '指标与评分');
  await paste(page, [
    ['一级指标', '二级指标', '三级指标', '指标值', '计量单位', '权重', '实际完成值'],
    ['产出指标', '数量指标', '治理河段长度', '≥8', '公里', '15', '8.4'],
    ['产出指标', '质量指标', '单元工程合格率', '100', '%', '10', '100'],
    ['产出指标', '时效指标', '汛前完工率', '100', '%', '10', '100'],
    ['产出指标', '成本指标', '每公里治理成本', '≤180', '万元', '5', '172'],
    ['效益指标', '社会效益指标', '受保护人口', '≥12000', '人', '15', '12400'],
    ['效益指标', '生态效益指标', '生态护岸比例', '≥60', '%', '15', '57'],
    ['满意度指标', '服务对象满意度指标', '沿岸群众满意度', '≥90', '%', '10', '93.5'],
  ]);
  await expect(live(page).getByText(/\/ 100/).first()).toBeVisible();
  const file = await exported(page, /^Word 文档/);
  const { clicks, keys } = await taken();
  console.log(`project form, seven indicators, two pasted tables: ${clicks} clicks, ${keys} keys besides what is typed`);
  expect(clicks).toBeLessThanOrEqual(24);
  expectPages(await file.path(), 'project-20-80', 1);
});

test('from an indicator’s first field to its weight', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: '打开示例' }).click();
  await goTo(page, '指标与评分');
  await page.getByRole('button', { name: '展开填写：继续推进垃圾分类工作' }).click();
  const weight = page.getByLabel('权重', { exact: true }).last();
  await page.getByLabel(/^任务的绩效目标|^绩效目标/).last().focus();
  let tabs = 0;
  while (tabs < 30 && !(await weight.evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press('Tab');
    tabs += 1;
  }
  console.log(`from an indicator's first field to its weight: ${tabs} tabs`);
  expect(tabs).toBeLessThanOrEqual(3);
});
