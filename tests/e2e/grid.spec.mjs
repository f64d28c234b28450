// Tables filled in as in Excel: by keys alone, with an input method, by clipboard, each step taken back by one undo.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { begin, goTo, open, openSample } from './user.mjs';

const focused = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
};
// What is written in each row of the only table of the page's section.
const rows = (section) =>
  section
    .getByRole('row')
    .filter({ has: section.page().getByRole('gridcell') })
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('input, textarea')].map((cell) => cell.value).join('|')));

const paste = (page, text) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    return !document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

const copy = (page, kind = 'copy') =>
  page.evaluate((kind) => {
    const clipboardData = new DataTransfer();
    document.activeElement.dispatchEvent(new ClipboardEvent(kind, { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData('text/plain');
  }, kind);

async function compose(page, steps, text) {
  const session = await page.context().newCDPSession(page);
  for (const step of steps) {
    await session.send('Input.imeSetComposition', { text: step, selectionStart: step.length, selectionEnd: step.length });
  }
  await session.send('Input.insertText', { text });
}

test('the funds are typed by keys alone: arrows, Enter, Tab, replacing, giving back, calculations', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某局', year: '2023' });
  await goTo(page, '资金收支');
  const table = page.getByRole('grid', { name: '资金来源与执行' });
  const cell = (row, column) => table.getByLabel(`${row}，${column}（万元）`);
  await cell('一般公共预算', '年初预算数').focus();
  await page.keyboard.type('=38000+500');
  await press(page, 'Enter');
  await page.keyboard.type('1.2亿');
  await press(page, 'Enter');
  await page.keyboard.type('０');
  await expect(cell('一般公共预算', '年初预算数')).toHaveValue('38,500.00');
  await expect(table.getByText('=38000+500')).toBeVisible();
  await expect(cell('政府性基金', '年初预算数')).toHaveValue('12,000.00');
  // The sum is computed now, so Enter ends at the last source and makes none in passing.
  await press(page, 'Enter');
  expect(await focused(page)).toBe('其他资金，年初预算数（万元）');
  await press(page, 'ArrowUp', 'ArrowUp', 'Tab');
  expect(await focused(page)).toBe('一般公共预算，调整预算数（万元）');
  // What was typed over a calculation is given back as its value.
  await press(page, 'Shift+Tab');
  expect(await focused(page)).toBe('一般公共预算，年初预算数（万元）');
  await page.keyboard.type('9');
  await press(page, 'Escape');
  await expect(cell('一般公共预算', '年初预算数')).toHaveValue('38,500.00');
  await expect(table.getByText('=38000+500')).toBeVisible();
  await press(page, 'Tab');
  await page.keyboard.type('7');
  // Typed into a cell that was rested on, the caret is at the end: the arrow to the right leaves, that to the left does not.
  await press(page, 'ArrowLeft');
  expect(await focused(page)).toBe('一般公共预算，调整预算数（万元）');
  await press(page, 'End', 'ArrowRight');
  expect(await focused(page)).toBe('一般公共预算，执行数（万元）');
  await press(page, 'Shift+Tab');
  await page.keyboard.type('999');
  await press(page, 'Escape');
  await expect(cell('一般公共预算', '调整预算数')).toHaveValue('7.00');
  await press(page, 'F2');
  await page.keyboard.type('5');
  await press(page, 'Enter');
  await expect(cell('一般公共预算', '调整预算数')).toHaveValue('7.005');
  expect(await focused(page)).toBe('政府性基金，调整预算数（万元）');
  // From the last cell an arrow leads to what stands beside it.
  await press(page, 'End', 'ArrowRight');
  await expect(page.getByRole('button', { name: /政府性基金的执行率/ })).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(page.getByRole('button', { name: '删除政府性基金' })).toBeFocused();
});

test('a list of divisions is typed without the mouse, moved in, filled down, and taken back', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某局', year: '2023' });
  await goTo(page, '部门概况');
  const section = page.getByRole('region', { name: '内设机构' });
  await section.getByRole('button', { name: '添加内设机构' }).press('Enter');
  for (const [name, second] of [['办公室', '信访办'], ['财务科', ''], ['业务科', '']]) {
    await page.keyboard.type(name);
    await press(page, 'Tab');
    if (second) await page.keyboard.type(second);
    await press(page, 'Enter');
  }
  expect(await rows(section)).toEqual(['办公室|信访办', '财务科|', '业务科|', '|']);
  // A last row that is still blank is not followed by another.
  await press(page, 'Enter');
  expect(await rows(section)).toHaveLength(4);
  await press(page, 'ArrowRight', 'Control+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown');
  await expect(section.getByText('选中 3 行 1 列')).toBeVisible();
  await expect(section.getByRole('gridcell', { selected: true })).toHaveCount(3);
  await press(page, 'Control+d');
  expect(await rows(section)).toEqual(['办公室|信访办', '财务科|信访办', '业务科|信访办', '|']);
  await press(page, 'Control+z');
  expect(await rows(section)).toEqual(['办公室|信访办', '财务科|', '业务科|', '|']);
  await section.getByRole('textbox', { name: '机构名称' }).nth(1).focus();
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+Delete');
  expect(await rows(section)).toEqual(['办公室|信访办']);
  await press(page, 'Control+z');
  expect(await rows(section)).toHaveLength(4);
  await section.getByRole('textbox', { name: '机构名称' }).first().focus();
  await press(page, 'Control+a', 'Control+a');
  await expect(section.getByText('选中 4 行 2 列')).toBeVisible();
  await press(page, 'Delete');
  expect(await rows(section)).toEqual(['|', '|', '|', '|']);
  await press(page, 'Escape');
  await expect(section.getByText(/^选中/)).toBeHidden();
});

test('blocks are copied and pasted where the caret stands; lines become rows', async ({ page }) => {
  await openSample(page);
  await goTo(page, '重点项目');
  const section = page.getByRole('region', { name: '重点项目支出' });
  const before = await rows(section);
  expect(before).toHaveLength(3);
  await section.getByRole('textbox', { name: '项目名称', exact: true }).first().focus();
  await press(page, 'Control+Shift+ArrowRight', 'Shift+ArrowDown');
  const block = await copy(page);
  expect(block.split('\r\n').slice(0, 2).map((line) => line.split('\t').length)).toEqual([3, 3]);
  await section.getByRole('textbox', { name: '项目名称', exact: true }).nth(2).focus();
  expect(await paste(page, block)).toBe(true);
  await expect(page.getByText('已粘贴 2 行，其中新增 1 行。')).toBeVisible();
  const after = await rows(section);
  expect(after).toHaveLength(4);
  expect(after[3].split('|').slice(1)).toEqual(before[1].split('|').slice(1));
  await press(page, 'Control+z');
  expect(await rows(section)).toEqual(before);
  // Its own heads tell the columns.
  await section.getByRole('textbox', { name: '项目名称', exact: true }).nth(2).focus();
  expect(await paste(page, '项目金额（万元）\t项目名称\r\n5\t口袋公园\r\n')).toBe(true);
  expect((await rows(section))[2].split('|').slice(1)).toEqual(['口袋公园', before[2].split('|')[2], '5.00']);
  await goTo(page, '部门概况');
  const units = page.getByRole('region', { name: '下属单位' });
  await units.getByRole('button', { name: '添加下属单位' }).focus();
  expect(await paste(page, '1、文化站\n2、敬老院\n3、环卫所')).toBe(true);
  expect((await rows(units)).slice(-3)).toEqual(['文化站', '敬老院', '环卫所']);
  await goTo(page, '问题与改进');
  const problem = page.getByRole('textbox', { name: /^存在的问题/ }).first();
  await problem.fill('');
  const count = await page.getByRole('textbox', { name: /^存在的问题/ }).count();
  expect(await paste(page, '（一）预算编制不细。\n（二）支出偏慢。')).toBe(true);
  await expect(problem).toHaveValue('预算编制不细。');
  await expect(page.getByRole('textbox', { name: /^存在的问题/ })).toHaveCount(count + 1);
});

test('an input method has its keys to itself', async ({ page }) => {
  await openSample(page);
  await goTo(page, '部门概况');
  const names = page.getByRole('region', { name: '内设机构' }).getByRole('textbox', { name: '机构名称' });
  await names.first().focus();
  await compose(page, ['b', 'ban', 'ban gong'], '办公室');
  await expect(names.first()).toHaveValue('办公室');
  // What a composing method sends for the keys that choose a word: none of them moves anything.
  const taken = await names.first().evaluate((input) =>
    ['ArrowDown', 'ArrowRight', 'Enter', 'Tab', 'Escape', 'Delete'].map((key) => {
      const event = new KeyboardEvent('keydown', { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true });
      return !input.dispatchEvent(event);
    }),
  );
  expect(taken).toEqual(Array(6).fill(false));
  await expect(names.first()).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(names.nth(1)).toBeFocused();
});

test('the tables are grids for screen readers, without faults', async ({ page }) => {
  await openSample(page);
  for (const [part, name] of [['资金收支', '资金来源与执行'], ['部门概况', '内设机构'], ['绩效目标', '年度目标'], ['重点项目', '重点项目支出'], ['指标与评分', '指标']]) {
    await goTo(page, part);
    const grid = page.getByRole('grid', { name });
    await expect(grid.getByRole('row').first().getByRole('columnheader').first()).toBeAttached();
    await expect(grid.getByRole('gridcell').first()).toBeAttached();
    await grid.getByRole('textbox').first().focus();
    await press(page, 'Shift+ArrowDown');
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations, part).toEqual([]);
  }
});

test('results are typed down the list of indicators; groups, filters and several at once', async ({ page }) => {
  await openSample(page);
  await goTo(page, '指标与评分');
  const list = page.getByRole('grid', { name: '指标' });
  const results = list.getByRole('textbox', { name: /实际完成值$/ });
  await results.first().focus();
  await page.keyboard.type('1');
  await press(page, 'Enter');
  await expect(results.nth(1)).toBeFocused();
  await page.keyboard.type('2');
  await press(page, 'ArrowDown');
  await expect(results.nth(2)).toBeFocused();
  await expect(results.nth(0)).toHaveValue('1');
  await expect(results.nth(1)).toHaveValue('2');
  // Points are lost now, so the row asks for the reason.
  const reason = list.getByRole('textbox', { name: /偏差原因$/ }).first();
  await reason.fill('年中调整');
  await press(page, 'Control+z', 'Control+z');
  await expect(results.nth(1)).not.toHaveValue('2');
  await expect(page.getByRole('textbox', { name: '绩效目标' })).toHaveCount(0);
  const view = page.getByRole('group', { name: '只看' });
  await view.getByRole('button', { name: /^扣分/ }).click();
  await expect(list.getByRole('rowheader')).toHaveCount(1);
  await view.getByRole('button', { name: /^全部/ }).click();
  await expect(list.getByRole('rowheader')).toHaveCount(14);
  await page.getByLabel('排序').selectOption('权重从大到小');
  await expect(list.getByRole('row').nth(1).getByRole('gridcell').nth(3)).toHaveText('4');
  await page.getByLabel('排序').selectOption('按表样');
  await results.first().focus();
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown');
  const bulk = page.getByRole('group', { name: /^选中的 \d+ 项指标$/ });
  await bulk.getByLabel('选中指标的权重').fill('5');
  await bulk.getByRole('button', { name: '设权重' }).click();
  await expect(list.getByRole('row').nth(1).getByRole('gridcell').nth(3)).toHaveText('5');
  await expect(list.getByRole('row').nth(2).getByRole('gridcell').nth(3)).toHaveText('5');
  await page.getByRole('button', { name: /^撤销：修改 \d+ 项指标的权重/ }).click();
  await expect(list.getByRole('row').nth(1).getByRole('gridcell').nth(3)).not.toHaveText('5');
  // Opening lands in what is asked most.
  await page.getByRole('button', { name: '展开填写：继续推进垃圾分类工作' }).click();
  await expect(page.getByLabel('第 2 行，实际完成值')).toBeFocused();
});

test('twelve projects are typed with no more keys between the cells than in Excel', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某局', year: '2023' });
  await goTo(page, '重点项目');
  const section = page.getByRole('region', { name: '重点项目支出' });
  await section.getByRole('button', { name: '添加重点项目' }).press('Enter');
  let keys = 0;
  const typed = [];
  for (let row = 1; row <= 12; row++) {
    const cells = [`任务${row}`, `项目${row}`, `${row}0`, `${row}0`, `${row}.5`, `完成${row}`];
    typed.push(`任务${row}|项目${row}|${row}0.00|${row}0.00|${row}.50|完成${row}`);
    for (const [column, text] of cells.entries()) {
      await page.keyboard.type(text);
      if (row === 12 && column === 5) continue;
      await press(page, column === 5 ? 'Enter' : 'Tab');
      keys += 1;
    }
  }
  await press(page, 'F2', 'Home');
  await section.getByRole('textbox', { name: '主要任务' }).first().focus();
  expect(await rows(section)).toEqual(typed);
  expect(keys).toBeLessThanOrEqual(12 * 6);
});

test('twelve indicators are typed in their rows without the mouse, each below the one before', async ({ page }) => {
  await open(page);
  await begin(page, { unit: '某某县教育局', year: '2025', scheme: /^部门整体支出 10/ });
  await goTo(page, '指标与评分');
  let keys = 0;
  const counted = async (...pressed) => {
    keys += pressed.length;
    await press(page, ...pressed);
  };
  // Name, target with sign and unit, weight, result, and how many levels further down it belongs than the one before.
  const ROWS = [
    ['新建校舍面积', '≥12000平方米', '8', '12350', 1],
    ['培训教师人次', '≥1500人次', '8', '1560', 0],
    ['资助困难学生', '≥3200人', '8', '3268', 0],
    ['工程验收合格率', '≥95%', '8', '97.5', 1],
    ['教师培训合格率', '≥95%', '8', '98.2', 0],
    ['资助按期发放率', '≥98%', '5', '99.1', 1],
    ['校舍单位造价', '≤2600元/平方米', '5', '2585', 1],
    ['节约采购资金', '≥80万元', '8', '86', 1],
    ['义务教育巩固率', '≥98%', '8', '98.6', 1],
    ['大班额比例', '≤2%', '8', '1.8', 0],
    ['教师流失率', '≤3%', '6', '2.9', 2],
    ['家长满意度', '≥90%', '10', '93.4', 1],
  ];
  await page.getByRole('button', { name: '添加指标' }).focus();
  for (const [name, target, weight, actual, further] of ROWS) {
    await counted('Enter');
    await expect.poll(() => focused(page)).toMatch(/^第 \d+ 项，指标名称$/);
    await page.keyboard.insertText(name);
    await counted('Tab', 'Tab');
    await page.keyboard.insertText(target);
    await counted('Tab', 'Tab');
    await page.keyboard.type(weight);
    await counted('Tab');
    await page.keyboard.type(actual);
    if (further > 0) {
      await counted('Tab');
      for (let step = 0; step < further; step++) {
        // The row goes to its level, and the focus with it.
        await counted('F2', 'ArrowDown');
        await expect.poll(() => focused(page)).toBe(`${name}，所属`);
      }
    }
  }
  console.log(`twelve indicators typed in the sheet: ${keys} keys between the cells, 84 cells in Excel`);
  expect(keys).toBeLessThanOrEqual(100);
  const table = page.getByRole('grid', { name: '指标', exact: true });
  // The heads of the levels are rows, too.
  const written = (await rows(table)).filter(Boolean);
  expect(written).toHaveLength(12);
  expect(written[0]).toBe('新建校舍面积|12000|平方米|8|12350');
  expect(written[6]).toBe('校舍单位造价|2600|元/平方米|5|2585');
  await expect(table.getByLabel('校舍单位造价，符号')).toHaveValue('at_most');
  await expect(table.getByRole('rowheader', { name: '满意度指标', exact: true })).toBeVisible();
  await expect(page.getByText('12 项，权重合计 90')).toBeVisible();
  // What was typed in a row is taken back there.
  await press(page, 'Control+z');
  await expect(table.getByLabel('家长满意度，所属')).toBeFocused();
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map((fault) => fault.id)).toEqual([]);
});

test('on a phone the sheet of indicators has a name as wide as the page, and messages that can be read', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page);
  await page.getByRole('button', { name: '报告各部分' }).click();
  await goTo(page, '指标与评分');
  await page.getByRole('button', { name: '填整张表' }).click();
  const name = page.getByRole('textbox', { name: '统计数据上报完成率，指标名称' });
  expect((await name.boundingBox()).width).toBeGreaterThan(240);
  await page.getByRole('textbox', { name: '统计数据上报完成率，指标值' }).fill('约95');
  await page.keyboard.press('Tab');
  const said = page.getByRole('grid', { name: '指标', exact: true }).getByText(/的指标值填的“约95”读不出来/);
  expect((await said.boundingBox()).width).toBeGreaterThan(200);
});

test('more columns are chosen, filled by keys, and gone to from row to row', async ({ page }) => {
  await openSample(page);
  await goTo(page, '指标与评分');
  await page.getByText('更多列', { exact: true }).click();
  await page.getByRole('checkbox', { name: '实现情况分析' }).check();
  await page.getByRole('checkbox', { name: '责任科室' }).check();
  const rows = page.getByRole('grid', { name: '指标' });
  const told = rows.getByLabel('市政工程项目数量，实现情况分析');
  await expect(told).not.toHaveValue('');
  const division = rows.getByLabel('市政工程项目数量，责任科室');
  await division.focus();
  await page.keyboard.type('城管办');
  await press(page, 'ArrowDown');
  expect(await focused(page)).toBe('开展“乐融白云”主题活动数量，责任科室');
  await press(page, 'Control+d');
  await expect(rows.getByLabel('开展“乐融白云”主题活动数量，责任科室')).toHaveValue('城管办');
  await page.getByRole('checkbox', { name: '责任科室' }).uncheck();
  await expect(division).toHaveCount(0);
  await page.getByRole('checkbox', { name: '责任科室' }).check();
  await expect(division).toHaveValue('城管办');
});
