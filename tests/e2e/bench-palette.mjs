// 查找: from Ctrl+K to the list, and from each key to the frame that shows what it finds.

import { chromium } from '@playwright/test';
import { draftOf } from './bench-drafts.mjs';
import { CHROMIUM, addressOf } from './site.mjs';

const ROUNDS = 5;
const TYPED = ['zhixinglv', 'jdjs', 'qunzhong', 'wcqkdzzcl', 'bumenzhichu'];

async function measured(page) {
  await page.evaluate(() => {
    window.keys = [];
    window.opened = [];
    let start = 0;
    const channel = new MessageChannel();
    // The message arrives after the frame that the callback before it belongs to.
    channel.port1.onmessage = () => window.keys.push(performance.now() - start);
    document.addEventListener('keydown', () => (start = performance.now()), true);
    document.addEventListener('input', () => requestAnimationFrame(() => channel.port2.postMessage(0)), true);
    document.addEventListener('focusin', ({ target }) => target.matches('[role=combobox]') && window.opened.push(performance.now() - start), true);
  });
  for (const typed of TYPED) {
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(60);
    for (const key of typed) {
      await page.keyboard.press(key);
      await page.waitForTimeout(40);
    }
    await page.keyboard.press('Escape');
    await page.waitForTimeout(60);
  }
  return page.evaluate(() => ({ keys: window.keys, opened: window.opened }));
}

/** Rows of the table, by how many indicators the draft has. */
export async function palette(file) {
  const browser = await chromium.launch({ ...CHROMIUM, args: [...CHROMIUM.args, '--disable-frame-rate-limit', '--disable-gpu-vsync'] });
  const rows = [];
  for (const count of [14, 300, 2000]) {
    const found = { keys: [], opened: [] };
    for (let i = 0; i < ROUNDS; i += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      const page = await context.newPage();
      await page.goto(addressOf(file));
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '打开文件' }).click()]);
      await chooser.setFiles({ name: '报告.json', mimeType: 'application/json', buffer: Buffer.from(draftOf(count)) });
      await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
      const { keys, opened } = await measured(page);
      found.keys.push(...keys);
      found.opened.push(...opened);
      await context.close();
    }
    rows.push({ label: `Ctrl+K to the box, ${count} rows`, unit: 'ms', samples: found.opened });
    rows.push({ label: `key in 查找 to its frame, ${count} rows`, unit: 'ms', samples: found.keys });
  }
  await browser.close();
  return rows;
}
