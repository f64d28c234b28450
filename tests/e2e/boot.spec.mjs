// The one file opens from disk and from a server, keeps to itself, and says plainly when it cannot run.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { FILE, FROM_DISK, addressOf, prepareTrap, serve, watch } from './site.mjs';

let site;
test.beforeAll(async () => {
  site = await serve();
});
test.afterAll(() => site.close());

test('the browser is the one meant', ({ browser }, info) => {
  const major = Number(browser.version().split('.')[0]);
  if (info.project.name === 'chromium-109') expect(major).toBe(109);
  else expect(major).toBeGreaterThan(109);
});

for (const [where, address] of [
  ['from disk', () => FROM_DISK],
  ['from a server', () => site.address],
]) {
  test.describe(where, () => {
    test('shows the program without complaint or request', async ({ page }) => {
      const seen = watch(page);
      await page.goto(address());
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.getByText('正在打开……')).toHaveCount(0);
      await expect(page).toHaveTitle(/绩评/);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(seen).toEqual({ complaints: [], requests: [] });
    });

    test('a panic ends in a sentence, and the program is not called again', async ({ page }) => {
      await page.addInitScript(prepareTrap);
      await page.goto(address());
      await expect(page.getByRole('main')).toBeVisible();
      // Whatever calls the program next falls into the trap: the press, or a clock that is faster.
      await page.evaluate(() => (window.trapNext = true));
      await page.getByRole('button').first().click({ timeout: 2_000 }).catch(() => {});
      const notice = page.getByRole('alert');
      await expect(notice).toContainText('程序出错，停下来了');
      await expect(notice).toContainText('已经保存的内容还在这个浏览器里');
      const reopen = page.getByRole('button', { name: '重新打开' });
      await expect(reopen).toBeFocused();
      const calls = await page.evaluate(() => window.calls);
      expect(calls).toBeGreaterThan(0);
      await page.evaluate(() => {
        for (const type of ['pagehide', 'beforeunload', 'hashchange', 'resize']) window.dispatchEvent(new Event(type));
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      });
      await page.keyboard.press('a');
      await page.waitForTimeout(1200);
      expect(await page.evaluate(() => window.calls)).toBe(calls);
      await reopen.click();
      await expect(page.getByRole('main')).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    });

    test('a panic at the start ends in a sentence', async ({ page }) => {
      await page.addInitScript(prepareTrap);
      await page.addInitScript(() => (window.trapNext = true));
      await page.goto(address());
      await expect(page.getByRole('alert')).toContainText('程序出错，停下来了');
      await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible();
    });

    test('the policy holds', async ({ page }) => {
      await page.goto(address());
      await expect(page.getByRole('main')).toBeVisible();
      const results = await page.evaluate(async (other) => {
        const attempt = async (action) => {
          try {
            await action();
            return 'happened';
          } catch (error) {
            return error.name;
          }
        };
        const image = (source) =>
          new Promise((resolve, reject) => {
            const picture = new Image();
            picture.onload = resolve;
            picture.onerror = () => reject(new TypeError('blocked'));
            picture.src = source;
          });
        return {
          fetch: await attempt(() => fetch(other)),
          image: await attempt(() => image(other)),
          markup: await attempt(() => (document.createElement('p').innerHTML = '<b>x</b>')),
          code: await attempt(() => new Function('return 1')()),
        };
      }, `${site.address}index.html`);
      expect(results).toEqual({ fetch: 'TypeError', image: 'TypeError', markup: 'TypeError', code: 'EvalError' });
    });
  });
}

test('the policy names hashes and allows no other place', () => {
  const page = readFileSync(FILE, 'utf8');
  const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)[1];
  const directives = Object.fromEntries(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]));
  expect(directives['script-src'].filter((source) => !source.startsWith("'sha256-"))).toEqual(["'wasm-unsafe-eval'"]);
  expect(directives['style-src'].every((source) => source.startsWith("'sha256-"))).toBe(true);
  for (const name of ['default-src', 'connect-src', 'worker-src', 'frame-src', 'object-src', 'form-action', 'base-uri']) {
    expect(directives[name], name).toEqual(["'none'"]);
  }
  expect(directives['require-trusted-types-for']).toEqual(["'script'"]);
  expect(page).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="(?!data:)/);
});

test('without JavaScript there is a sentence', async ({ playwright, launchOptions }) => {
  // Playwright's own switch leaves <noscript> unread; this one does what the browser's settings do.
  const args = [...launchOptions.args, '--blink-settings=scriptEnabled=false'];
  const browser = await playwright.chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage();
  await page.goto(FROM_DISK);
  const sentence = page.locator('noscript').getByRole('heading');
  await expect(sentence).toBeVisible();
  await expect(sentence).toHaveText('浏览器禁用了 JavaScript，打不开绩评');
  // The sentence covers the words about opening, which would wait for ever.
  const onTop = await page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('noscript') !== null);
  expect(onTop).toBe(true);
  await browser.close();
});

for (const [missing, remove] of [
  ['DecompressionStream', () => delete window.DecompressionStream],
  ['WebAssembly', () => delete window.WebAssembly],
]) {
  test(`without ${missing} there is a sentence that names browsers`, async ({ page }) => {
    const seen = watch(page);
    await page.addInitScript(remove);
    await page.goto(FROM_DISK);
    await expect(page.getByRole('alert')).toContainText('这个浏览器打不开绩评');
    await expect(page.getByRole('alert')).toContainText('Chrome');
    await expect(page.getByText('正在打开……')).toHaveCount(0);
    expect(seen.complaints).toEqual([]);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
    expect(violations.map((violation) => violation.id)).toEqual([]);
  });
}

test('a file with a damaged program says so', async ({ page }, info) => {
  const damaged = info.outputPath('damaged.html');
  const text = readFileSync(FILE, 'utf8');
  const start = text.indexOf('id="program">') + 'id="program">'.length;
  writeFileSync(damaged, text.slice(0, start + 20_000) + text.slice(start + 24_000));
  await page.goto(addressOf(damaged));
  await expect(page.getByRole('alert')).toContainText('这个文件不完整');
});

test('a file cut off half way says so after a while', async ({ page }, info) => {
  const cut = info.outputPath('cut.html');
  const text = readFileSync(FILE, 'utf8');
  writeFileSync(cut, text.slice(0, text.length / 2));
  await page.goto(addressOf(cut));
  await expect(page.getByText('正在打开……')).toBeVisible();
  const late = page.getByText('这个文件可能不完整');
  await expect(late).toBeHidden();
  await late.evaluate((node) => node.getAnimations().forEach((animation) => animation.finish()));
  await expect(late).toBeVisible();
});

test('something is on screen before the program runs', async ({ page }) => {
  // The program is held back: what is seen then is what a slow computer shows meanwhile.
  await page.addInitScript(() => {
    WebAssembly.instantiateStreaming = () => new Promise(() => {});
  });
  await page.goto(FROM_DISK);
  await expect(page.getByRole('status')).toContainText('正在打开……');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map((violation) => violation.id)).toEqual([]);
});
