// Measures dist/index.html in headless Chromium and prints a Markdown table: `cargo xtask bench`.
import { chromium } from '@playwright/test';
import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { browser as options, file, page as address } from './place.mjs';

const rows = [];
const row = (what, median, p95, unit) => rows.push([what, median, p95 ?? '', unit]);
const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const p95 = (values) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * 0.95))];
const round = (value) => Math.round(value * 10) / 10;

// Frames come as fast as they can be made: what is measured is work, not waiting for the next refresh.
const launch = { ...options, args: [...options.args, '--disable-frame-rate-limit', '--disable-gpu-vsync'] };

/** From opening the file to the first frame with the program's own heading, alternating two files. */
async function starts(pages, runs) {
  const times = pages.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [place, where] of pages.entries()) {
      const browser = await chromium.launch(launch);
      const page = await browser.newPage();
      await page.addInitScript(() => {
        const look = () => {
          if (document.querySelector('main h1')) requestAnimationFrame(() => (window.usable = performance.now()));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
      await page.goto(where);
      times[place].push(await page.waitForFunction(() => window.usable).then((handle) => handle.jsonValue()));
      await browser.close();
    }
  }
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
  const heap = await page.evaluate(() => performance.memory?.usedJSHeapSize);
  return { times, heap };
}

/** From pressing the button to the notice that the file was handed over. */
async function exports(page) {
  await page.goto(address);
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
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

const page = readFileSync(file);
row('size of the file', round(statSync(file).size / 1000), '', 'kB');
row('size of the file, gzip', round(gzipSync(page, { level: 9 }).length / 1000), '', 'kB');
const [own, empty] = await starts([address, pathToFileURL(process.env.EMPTY_APP).href], 7);
row('start from disk to usable', round(median(own)), round(p95(own)), 'ms');
row('the same, empty Yew app', round(median(empty)), round(p95(empty)), 'ms');
row('ratio', round(median(own) / median(empty)), '', '×');
console.log(rows); process.exit();
