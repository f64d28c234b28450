// End-to-end tests drive the Chromium of this computer on the built file. The tests of the boot run a
// second time in Chromium 109, the last one for Windows 7 and the oldest that the file must run in.
import { defineConfig } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';
import { CHROMIUM } from './site.mjs';

const projects = [
  {
    name: 'chromium',
    use: { launchOptions: CHROMIUM },
  },
];

// The npm package holds this browser for one kind of computer only.
if (process.platform === 'linux' && process.arch === 'x64') {
  projects.push({
    name: 'chromium-109',
    testMatch: 'boot.spec.mjs',
    use: {
      launchOptions: { ...CHROMIUM, executablePath: await sparticuz.executablePath(), args: [...CHROMIUM.args, '--disable-gpu', '--no-zygote'] },
    },
  });
} else {
  console.log('chromium-109 is left out: it is packed for Linux on x64 only.');
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  outputDir: 'test-results',
  snapshotPathTemplate: '{testDir}/pages/{arg}{ext}',
  // A stray `test.only` must not make the run pass.
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // What fails once and passes then is named as flaky in the closing lines: a machine at work is no fault of the page.
  retries: 1,
  // A shared machine may be several times as slow as a quiet one; what is waited for comes all the same.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // A trace of each step takes a third of the time: only where somebody looks for a fault.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
  projects,
});
