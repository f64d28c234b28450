import { defineConfig } from '@playwright/test';
import { browser } from './place.mjs';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.mjs',
  workers: 2,
  timeout: 60_000,
  reporter: [['list']],
  use: { locale: 'zh-CN', timezoneId: 'Asia/Shanghai', launchOptions: browser, viewport: { width: 1366, height: 768 } },
});
