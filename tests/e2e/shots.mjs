// Takes pictures of every page, wide and narrow, light and dark, for looking at: `node shots.mjs [folder]`.
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHROMIUM as options, FROM_DISK as address } from './site.mjs';

const folder = process.argv[2] ?? fileURLToPath(new URL('./shots', import.meta.url));
mkdirSync(folder, { recursive: true });
const pages = ['basics', 'department', 'work', 'budget', 'objectives', 'scheme', 'indicators', 'monitoring', 'projects', 'results', 'problems', 'checks', 'preview'];
const only = process.argv[3]?.split(',');
const browser = await chromium.launch(options);
for (const [name, viewport, colorScheme] of [
  ['wide', { width: 1366, height: 768 }, 'light'],
  ['wide-dark', { width: 1366, height: 768 }, 'dark'],
  ['phone', { width: 390, height: 844 }, 'light'],
  ['phone-dark', { width: 390, height: 844 }, 'dark'],
]) {
  const context = await browser.newContext({ viewport, colorScheme });
  const page = await context.newPage();
  page.on('console', (message) => message.type() === 'error' && console.log(name, message.text()));
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.screenshot({ path: `${folder}/start-empty-${name}.png` });
  await page.getByRole('button', { name: '打开示例' }).click();
  await page.getByRole('heading', { level: 1, name: '基本信息' }).waitFor();
  const base = page.url().replace(/[a-z]+$/, '');
  for (const code of pages.filter((code) => !only || only.includes(code))) {
    await page.goto(base + code);
    await page.waitForTimeout(code === 'preview' ? 600 : 150);
    await page.screenshot({ path: `${folder}/${code}-${name}.png`, fullPage: code !== 'preview' });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (sideways > 0) console.log(`${code} ${name}: ${sideways} px too wide`);
  }
  await page.waitForTimeout(700);
  await page.goto(address);
  await page.getByRole('table').waitFor();
  await page.screenshot({ path: `${folder}/start-${name}.png` });
  await context.close();
}
await browser.close();
