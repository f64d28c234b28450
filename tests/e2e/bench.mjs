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
import { draftOf, withProse } from './bench-drafts.mjs';
import { growth } from './bench-growth.mjs';
import { percentile, shown } from './bench-numbers.mjs';
import { palette } from './bench-palette.mjs';
import { typing } from './bench-typing.mjs';
import { reactForm } from './peers/react-form.mjs';
import { CHROMIUM, addressOf } from './site.mjs';

const ROUNDS = 20;

const files = { app: process.env.APP, empty: process.env.EMPTY_APP, react: await reactForm() };
for (const [name, path] of Object.entries(files)) {
  if (!path) throw new Error(`no path for ${name}; run \`cargo xtask bench\``);
}

/** How large the file is on the disk, and as a host sends it. */
function sizes() {
  return [
    ['jiping', files.app],
    ['empty Yew app', files.empty],
    ['React form', files.react],
  ].flatMap(([name, path]) => {
    const bytes = readFileSync(path);
    return [
      { label: `file, ${name}`, unit: 'kB', value: bytes.length / 1000 },
      { label: `file gzipped, ${name}`, unit: 'kB', value: gzipSync(bytes, { level: 9 }).length / 1000 },
    ];
  });
}

/** From opening the file on disk to the frame that shows the main landmark; the files take turns. */
async function starts(browser) {
  const samples = { app: [], empty: [], react: [] };
  const firstPaints = [];
  // The first round warms the disk and the browser and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const name of Object.keys(samples)) {
      const { usable, painted } = await start(browser, files[name]);
      if (round === 0) continue;
      samples[name].push(usable);
      if (name === 'app') firstPaints.push(painted);
    }
  }
  const times = (other) => percentile(samples.app, 0.5) / percentile(samples[other], 0.5);
  return [
    { label: 'disk to first paint, jiping', unit: 'ms', samples: firstPaints },
    { label: 'disk to usable, jiping', unit: 'ms', samples: samples.app },
    { label: 'disk to usable, empty Yew app', unit: 'ms', samples: samples.empty },
    { label: 'disk to usable, React form of 14 rows', unit: 'ms', samples: samples.react },
    { label: 'disk to usable, jiping ÷ empty', unit: '×', value: times('empty') },
    { label: 'disk to usable, jiping ÷ React form', unit: '×', value: times('react') },
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

function table(rows) {
  const lines = rows.map(({ label, unit, samples, value }) => {
    const median = samples ? percentile(samples, 0.5) : value;
    const p95 = samples ? shown(percentile(samples, 0.95)) : '–';
    return `| ${label} | ${shown(median)} | ${p95} | ${unit} |`;
  });
  return ['| measure | median | p95 | unit |', '|---|---:|---:|---|', ...lines].join('\n');
}

const measures = {
  sizes,
  evaluation,
  documents: (browser) => documents(browser, draftOf),
  starts,
  typing: () => typing(files),
  palette: () => palette(files.app),
  growth: () => growth(files.app),
};
// `cargo xtask bench typing starts` measures these alone.
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in measures));
if (unknown.length) throw new Error(`there is no measure ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}`);

const browser = await chromium.launch(CHROMIUM);
try {
  const rows = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (!wanted.length || wanted.includes(name)) rows.push(...(await measure(browser)));
  }
  const date = new Date().toISOString().slice(0, 10);
  console.log(`\n${date}, Chromium ${browser.version()} headless, ${cpus().length} × ${cpus()[0].model}, ${ROUNDS} rounds\n`);
  console.log(table(rows));
} finally {
  await browser.close();
}
