// The one file: from disk and from a server, without requests, and in words where it cannot run.
import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { file, page as address } from './place.mjs';

const isReady = (page) => expect(page.getByRole('button', { name: '打开示例' })).toBeVisible();

function watch(page) {
  const noise = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && noise.push(message.text()));
  page.on('pageerror', (error) => noise.push(error.message));
  page.on('request', (request) => request.url().startsWith('http') && noise.push(request.url()));
  return noise;
}

test('it opens from disk without a request, an error or a violated policy', async ({ page }) => {
  const noise = watch(page);
  await page.goto(address);
  await isReady(page);
  expect(noise).toEqual([]);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  for (const part of ["default-src 'none'", "connect-src 'none'", "require-trusted-types-for 'script'"]) expect(policy).toContain(part);
  expect(policy).not.toContain('unsafe-inline');
});

test('it opens from a server and asks for nothing but itself', async ({ page }) => {
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const own = `http://127.0.0.1:${server.address().port}/`;
  const noise = watch(page);
  await page.goto(own);
  await isReady(page);
  expect(noise).toEqual([own]);
  server.close();
});

test('without JavaScript it says so', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  // The driver's switch leaves <noscript> out, so this is the sentence that needs no parsing either.
  await expect(page.getByText('允许本页运行 JavaScript').first()).toBeVisible({ timeout: 10_000 });
  await context.close();
});

for (const missing of ['WebAssembly', 'DecompressionStream']) {
  test(`without ${missing} it names browsers that work`, async ({ page }) => {
    await page.addInitScript((name) => {
      delete globalThis[name];
    }, missing);
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText('这个浏览器太旧，打不开绩评');
    await expect(page.getByRole('alert')).toContainText('Edge');
  });
}

test('a file that was cut off says so', async ({ page }) => {
  await page.addInitScript(() => {
    const real = globalThis.Blob;
    globalThis.Blob = class extends real {
      constructor(parts, ...rest) {
        super([parts[0].subarray(0, 4000)], ...rest);
      }
    };
  });
  await page.goto(address);
  await expect(page.getByRole('alert')).toContainText('程序没有装载完整');
});

test('something is on the screen before the program runs', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.DecompressionStream = class {
      constructor() {
        return new TransformStream({ transform: () => new Promise(() => {}) });
      }
    };
  });
  await page.goto(address);
  await expect(page.getByRole('status')).toContainText('正在打开');
});

test('after a crash it says what is kept and offers to open again', async ({ page }) => {
  await page.goto(address);
  await isReady(page);
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
  });
  await expect(page.getByRole('alert')).toContainText('程序出错，停下来了');
  await page.getByRole('button', { name: '重新打开' }).click();
  await isReady(page);
});
