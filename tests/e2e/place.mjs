// Where the built file lies and how the browser is started.
import { fileURLToPath, pathToFileURL } from 'node:url';

export const file = fileURLToPath(new URL('../../dist/index.html', import.meta.url));
export const page = pathToFileURL(file).href;
export const browser = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // Root has no sandbox of its own, and no test needs anything from outside.
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
};
