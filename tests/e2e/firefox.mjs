// Opens the built file from disk in Firefox: it runs, keeps quiet, and a panic ends in a sentence.
// Playwright drives only a Firefox of its own making, so the one of this computer is driven from here.

import puppeteer from 'puppeteer-core';
import { FROM_DISK, prepareTrap, watch } from './site.mjs';

const PATIENCE = { timeout: 30_000 };

function expect(isSo, sentence) {
  if (!isSo) throw new Error(sentence);
}

async function check(page) {
  const seen = watch(page);
  await page.evaluateOnNewDocument(prepareTrap);
  await page.goto(FROM_DISK, PATIENCE);
  await page.waitForSelector('main', { visible: true, ...PATIENCE });
  const text = await page.evaluate(() => document.body.textContent);
  expect(!text.includes('正在打开'), 'the loading screen stayed');
  expect(seen.complaints.length === 0, `the page complained: ${seen.complaints.join('; ')}`);
  expect(seen.requests.length === 0, `the page asked the network for ${seen.requests.join(', ')}`);
  await page.evaluate(() => (window.trapNext = true));
  await page.click('button');
  await page.waitForSelector('[role=alert]', { visible: true, ...PATIENCE });
  const notice = await page.$eval('[role=alert]', (node) => node.textContent);
  expect(notice.includes('程序出错，停下来了'), `after a panic the page said: ${notice}`);
}

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
  headless: true,
});
try {
  await check(await browser.newPage());
  console.log(`ok: ${await browser.version()} opens the file from disk, and a panic ends in a sentence`);
} catch (error) {
  console.log(`FAILED in ${await browser.version()}: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
