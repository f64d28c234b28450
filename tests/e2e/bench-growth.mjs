// How work and memory grow with the draft: opening, pages, 检查, preview, saving, exports, at 200, 2,000 and 5,000 rows.

import { chromium } from '@playwright/test';
import { draftOf } from './bench-drafts.mjs';
import { worked } from './bench-numbers.mjs';
import { CHROMIUM, addressOf } from './site.mjs';

/** Until what follows by itself is done: checks, both ways of saving, pages that are cut in slices. */
const REST = 2_500;

/** What is done one after the other with one open draft. */
const STEPS = {
  opening: async (page, text) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
    await chooser.setFiles({ name: '报告.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
  },
  'the page of indicators': async (page) => {
    await page.getByRole('link', { name: /^指标与评分/ }).click();
    await page.getByRole('table', { name: '指标' }).waitFor();
  },
  'a key there, with saving': async (page) => {
    await page.getByRole('button', { name: /^展开填写：完成阵地建设/ }).first().click();
    await page.getByLabel('第 1 行，实际完成值').fill('7');
  },
  检查: async (page) => {
    await page.getByRole('link', { name: /^检查/ }).click();
    await page.getByRole('heading', { level: 1, name: /检查/ }).waitFor();
  },
  preview: async (page) => {
    await page.getByRole('link', { name: /^预览与导出/ }).click();
    await page.getByRole('heading', { level: 1, name: /预览/ }).waitFor();
  },
  Word: (page) => exported(page, /Word 文档/, '.docx'),
  Excel: (page) => exported(page, /Excel 工作簿/, '.xlsx'),
};

async function exported(page, name, ending) {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  // The page of the preview has the same ways out.
  await page.getByRole('region', { name: '导出', exact: true }).getByRole('button', { name }).click();
  const go = page.getByRole('button', { name: '继续导出' });
  const told = page.getByText(new RegExp(`已交给浏览器下载.*${ending}`));
  await go.or(told).first().waitFor();
  if (await go.isVisible()) await go.click();
  await told.waitFor({ timeout: 120_000 });
}

/** Rows of the table. */
export async function growth(file, counts = [200, 2000, 5000]) {
  const browser = await chromium.launch(CHROMIUM);
  const rows = [];
  for (const count of counts) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    const session = await context.newCDPSession(page);
    const text = draftOf(count);
    await page.goto(addressOf(file));
    for (const [name, act] of Object.entries(STEPS)) {
      let shown = 0;
      const value = await worked(session, async () => {
        const start = performance.now();
        await act(page, text);
        shown = performance.now() - start;
        await page.waitForTimeout(REST);
      });
      rows.push({ label: `${name}, ${count} rows, main thread`, unit: 'ms', value });
      rows.push({ label: `${name}, ${count} rows, until it is shown`, unit: 'ms', value: shown });
      if (name === 'the page of indicators' || name === 'Excel') {
        const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
        rows.push({ label: `memory after ${name}, ${count} rows`, unit: 'MB', value: (usedSize + backingStorageSize) / 1e6 });
      }
    }
    await context.close();
  }
  await browser.close();
  return rows;
}
