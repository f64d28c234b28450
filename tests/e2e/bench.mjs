// Measures the built file in the Chromium of this computer and prints a Markdown table.
// Run it by `cargo xtask bench`, which builds both files first: APP is the product, EMPTY_APP an empty Yew app.
//
// A row is { label, unit, samples } or { label, unit, value }. To measure more, write a function that
// gives rows and put it into `measures`.

import { chromium } from '@playwright/test';
import Decimal from 'decimal.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { documents } from './bench-documents.mjs';
import { CHROMIUM, FROM_DISK as address, addressOf } from './site.mjs';

const ROUNDS = 20;

const files = { app: process.env.APP, empty: process.env.EMPTY_APP };
for (const [name, path] of Object.entries(files)) {
  if (!path) throw new Error(`no path for ${name}; run \`cargo xtask bench\``);
}

/** How large the file is on the disk, and as a host sends it. */
function sizes() {
  return [
    ['jiping', files.app],
    ['empty Yew app', files.empty],
  ].flatMap(([name, path]) => {
    const bytes = readFileSync(path);
    return [
      { label: `file, ${name}`, unit: 'kB', value: bytes.length / 1000 },
      { label: `file gzipped, ${name}`, unit: 'kB', value: gzipSync(bytes, { level: 9 }).length / 1000 },
    ];
  });
}

/** From opening the file on disk to the frame that shows the main landmark; the two files take turns. */
async function starts(browser) {
  const samples = { app: [], empty: [] };
  const firstPaints = [];
  // The first round warms the disk and the browser and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of ['app', 'empty']) {
      const { usable, painted } = await start(browser, files[name]);
      if (round === 0) continue;
      samples[name].push(usable);
      if (name === 'app') firstPaints.push(painted);
    }
  }
  const ratio = percentile(samples.app, 0.5) / percentile(samples.empty, 0.5);
  return [
    { label: 'disk to first paint, jiping', unit: 'ms', samples: firstPaints },
    { label: 'disk to usable, jiping', unit: 'ms', samples: samples.app },
    { label: 'disk to usable, empty Yew app', unit: 'ms', samples: samples.empty },
    { label: 'disk to usable, jiping ÷ empty', unit: '×', value: ratio },
  ];
}

/** One start in a new profile, so that nothing is compiled or stored beforehand. */
async function start(browser, path) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      if (!document.querySelector('main')) return false;
      // The callback after the next frame runs when that frame has been made.
      requestAnimationFrame(() => setTimeout(() => (window.usable = performance.now()), 0));
      return true;
    };
    const observer = new MutationObserver(() => look() && observer.disconnect());
    observer.observe(document, { childList: true, subtree: true });
  });
  await page.goto(addressOf(path));
  await page.waitForFunction(() => window.usable !== undefined);
  const times = await page.evaluate(() => ({
    usable: window.usable,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? window.usable,
  }));
  await context.close();
  return times;
}

/** A project file of the sample's indicators, repeated to a number, weights adjusted to stay readable. */
function draftOf(count) {
  const project = JSON.parse(readFileSync(new URL('../../src/samples/reference-2022.json', import.meta.url), 'utf8'));
  const base = project.draft.indicators;
  let next = project.draft.next_id;
  const copy = (indicator) => ({
    ...indicator,
    id: ++next,
    measures: indicator.measures.map((measure) => ({ ...measure, id: ++next })),
    evidence: indicator.evidence.map((evidence) => ({ ...evidence, id: ++next })),
  });
  project.draft.indicators = Array.from({ length: count }, (_, i) => (i < base.length ? base[i] : copy(base[i % base.length])));
  // Small weights keep the sum below the part's 40 points, where a cap would hide the change.
  if (count > base.length) project.draft.indicators.forEach((indicator, i) => (indicator.weight = i ? '0.01' : '10'));
  project.draft.next_id = next;
  return JSON.stringify(project);
}

/** The same draft with at least so many characters of prose: sections that speak of counts, shares, money, lists. */
function withProse(text, characters) {
  const project = JSON.parse(text);
  let next = project.draft.next_id;
  const sections = [];
  for (let length = 0, i = 0; length < characters; i += 1) {
    const paragraphs = [
      `${i}月至年末，各社区开展环境整治${i + 3}次，清理卫生死角${i * 7 + 12}处，投入资金${i + 20}.${(i * 37) % 90 + 10}万元，群众满意率${90 + (i % 10)}.${i % 9}%。`,
      `围绕第${i}项任务，召开专题会议${(i % 12) + 2}次，走访企业${i * 3 + 8}家，协调解决问题${i + 5}个（安全类${i}个，环保类5个），办结率100%。`,
      `一是完善制度，修订管理办法${(i % 4) + 2}项；二是加强培训，全年培训${i + 6}场次，参训${i * 11 + 40}人次；三是严格考核，按季度通报进度。`,
    ];
    const body = paragraphs.join('\n');
    length += body.length;
    sections.push({ id: ++next, heading: `推进第${i}项工作`, text: body, sections: [] });
  }
  project.draft.work.sections = sections;
  project.draft.next_id = next;
  return JSON.stringify(project);
}

/** From a key to the frame that shows the new total. */
async function keys(page, count) {
  await page.goto(address);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
  await chooser.setFiles({ name: `${count}.json`, mimeType: 'application/json', buffer: Buffer.from(draftOf(count)) });
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
  await page.goto(page.url().replace('basics', 'indicators'));
  await page.getByRole('button', { name: /^展开填写：完成阵地建设/ }).first().click();
  // Far below its target, so that each digit changes the score, the total and a finding.
  await page.getByLabel('第 1 行，指标值').fill('300');
  const field = page.getByLabel('第 1 行，实际完成值');
  await field.fill('1');
  await page.evaluate(() => {
    window.times = [];
    let start = 0;
    const total = () => document.querySelector('aside .score__total').textContent;
    let before = total();
    document.addEventListener('keydown', () => {
      start = performance.now();
      before = total();
    }, true);
    const channel = new MessageChannel();
    // The message arrives after the frame that the callback before it belongs to.
    channel.port1.onmessage = () => {
      if (start && total() !== before) {
        window.times.push(performance.now() - start);
        start = 0;
      } else if (start) requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    document.addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
  });
  await field.focus();
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(i % 2 ? 'Backspace' : '2');
    await page.waitForTimeout(25);
  }
  const times = (await page.evaluate(() => window.times)).slice(20);
  const session = await page.context().newCDPSession(page);
  // The backing stores hold the program's own memory.
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  const heap = usedSize + backingStorageSize;
  return { times, heap, ...(await inGrid(page)) };
}

/** In the rows of the list, without an editor: from an arrow to the focus in the next cell, and from a digit to its frame. */
async function inGrid(page) {
  await page.getByRole('button', { name: /^收起/ }).click();
  await page.getByRole('grid', { name: '指标' }).getByRole('textbox').nth(4).focus();
  await page.evaluate(() => {
    window.moves = [];
    window.typed = [];
    let start = 0;
    document.addEventListener('keydown', () => (start = performance.now()), true);
    document.addEventListener('focusin', () => window.moves.push(performance.now() - start), true);
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.typed.push(performance.now() - start);
    document.addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
  });
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(10);
  }
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press(i % 2 ? 'Backspace' : '2');
    await page.waitForTimeout(25);
  }
  return page.evaluate(() => ({ moves: window.moves.slice(10), typed: window.typed.slice(10) }));
}

/** From pressing the button to the notice that the file was handed over. */
async function exports(page) {
  await page.goto(address);
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
  // What the check finds is said once, before the first.
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('button', { name: /Word 文档/ }).click();
  await page.getByRole('button', { name: '继续导出' }).click();
  const times = [];
  for (let i = 0; i < 12; i++) {
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const button = page.getByRole('button', { name: /Word 文档/ });
    await button.waitFor();
    times.push(
      await button.evaluate(
        (button) =>
          new Promise((done) => {
            const start = performance.now();
            new MutationObserver((_, observer) => {
              if (!document.querySelector('.toast')?.textContent.includes('.docx')) return;
              observer.disconnect();
              done(performance.now() - start);
            }).observe(document.body, { childList: true, subtree: true });
            button.click();
          }),
      ),
    );
    await page.getByRole('button', { name: '关闭', exact: true }).click();
  }
  return times.slice(2);
}

/** Frames come as fast as they can be made: what is measured is work, not waiting for the next refresh. */
async function typing() {
  const unbound = await chromium.launch({
    ...CHROMIUM,
    args: [...CHROMIUM.args, '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const rows = [];
  for (const count of [14, 300, 2000]) {
    const context = await unbound.newContext({ viewport: { width: 1366, height: 768 } });
    const { times, heap, moves, typed } = await keys(await context.newPage(), count);
    rows.push({ label: `key to frame with the new total, ${count} indicators`, unit: 'ms', samples: times });
    rows.push({ label: `arrow to the next cell of the list, ${count} indicators`, unit: 'ms', samples: moves });
    rows.push({ label: `digit in a row to its frame, ${count} indicators`, unit: 'ms', samples: typed });
    rows.push({ label: `memory of the page then, ${count} indicators`, unit: 'MB', value: heap / 1e6 });
    await context.close();
  }
  const page = await (await unbound.newContext()).newPage();
  rows.push({ label: 'Word document of the sample, press to download', unit: 'ms', samples: await exports(page) });
  await unbound.close();
  return rows;
}

/** The core in Node.js: a draft of 2,000 indicators evaluated whole, beside decimal.js doing scores and sums alone. */
async function evaluation() {
  const { Core } = createRequire(import.meta.url)(process.env.CORE);
  const text = draftOf(2000);
  const core = Core.open(text);
  const written = Core.open(withProse(text, 50_000));
  const KEYS = 20;
  const rows = JSON.parse(text).draft.indicators.map((indicator) => ({
    weight: new Decimal(indicator.weight),
    measures: indicator.measures.map(({ target, actual, comparator }) => ({
      target: new Decimal(target || '1'),
      actual: new Decimal(actual || '1'),
      less: comparator === 'at_most',
    })),
  }));
  const one = new Decimal(1);
  const byDecimalJs = () => {
    let total = new Decimal(0);
    for (const { weight, measures } of rows) {
      let sum = new Decimal(0);
      for (const { target, actual, less } of measures) {
        const share = less ? target.div(actual) : actual.div(target);
        sum = sum.plus(Decimal.min(share, one));
      }
      const mean = measures.length ? sum.div(measures.length) : one;
      total = total.plus(weight.times(mean).toDecimalPlaces(2, Decimal.ROUND_HALF_UP));
    }
    return total;
  };
  const timed = (work) => {
    for (let i = 0; i < 50; i += 1) work();
    return Array.from({ length: 200 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
  };
  // What the first check costs is there in both, and goes with the difference.
  const perKey = (core) => {
    const once = percentile(timed(() => core.typed(0)), 0.5);
    return (percentile(timed(() => core.typed(KEYS)), 0.5) - once) / KEYS;
  };
  return [
    { label: 'evaluation, 2000 indicators', unit: 'ms', samples: timed(() => core.total()) },
    { label: 'evaluation and all checks, 2000 indicators', unit: 'ms', samples: timed(() => core.findings()) },
    { label: 'the same with 50,000 characters of prose', unit: 'ms', samples: timed(() => written.findings()) },
    { label: 'the same after a key in the prose', unit: 'ms', value: perKey(written) },
    { label: 'decimal.js, scores and sums of the same', unit: 'ms', samples: timed(byDecimalJs) },
  ];
}

/** The nearest-rank percentile. */
function percentile(samples, part) {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

/** Three digits that count are enough for any of these. */
function shown(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(rows) {
  const lines = rows.map(({ label, unit, samples, value }) => {
    const median = samples ? percentile(samples, 0.5) : value;
    const p95 = samples ? shown(percentile(samples, 0.95)) : '–';
    return `| ${label} | ${shown(median)} | ${p95} | ${unit} |`;
  });
  return ['| measure | median | p95 | unit |', '|---|---:|---:|---|', ...lines].join('\n');
}

const measures = [sizes, evaluation, (browser) => documents(browser, draftOf), starts, typing];

const browser = await chromium.launch(CHROMIUM);
try {
  const rows = [];
  for (const measure of measures) rows.push(...(await measure(browser)));
  const date = new Date().toISOString().slice(0, 10);
  console.log(`\n${date}, Chromium ${browser.version()} headless, ${cpus().length} × ${cpus()[0].model}, ${ROUNDS} rounds\n`);
  console.log(table(rows));
} finally {
  await browser.close();
}
