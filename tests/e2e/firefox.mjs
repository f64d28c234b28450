// Opens the built file from disk in Firefox: it runs, keeps quiet, keeps what is typed, and a panic ends in a sentence.
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
  // What was typed is there after a reload, and also when one of the two stores has been emptied.
  const UNIT = '::-p-aria([name="单位全称"][role="textbox"])';
  const unit = async () => (await page.waitForSelector(UNIT, PATIENCE)).evaluate((field) => field.value);
  await page.locator('::-p-text(打开示例)').click();
  await page.waitForSelector(UNIT, PATIENCE);
  await page.locator(UNIT).click({ count: 3 });
  await page.keyboard.type('kept by firefox');
  await page.waitForSelector('::-p-text(已保存)', PATIENCE);
  await page.reload();
  expect((await unit()) === 'kept by firefox', `after a reload the unit was ${await unit()}`);
  const draft = page.url();
  await page.goto(`${FROM_DISK}#/`);
  await page.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.removeItem(key)));
  await page.reload();
  await page.waitForSelector('::-p-text(已从编辑日志找回)', PATIENCE);
  await page.goto(draft, PATIENCE);
  expect((await unit()) === 'kept by firefox', `from the journal alone the unit was ${await unit()}`);
  await page.goto(`${FROM_DISK}#/`);
  await page.waitForSelector('::-p-text(打开示例)', PATIENCE);
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
  console.log(`ok: ${await browser.version()} opens the file from disk, keeps what is typed, and a panic ends in a sentence`);
} catch (error) {
  console.log(`FAILED in ${await browser.version()}: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
