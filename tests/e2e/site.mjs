// What the tests share: the built file, a server for it on a loopback port, and a watch over a page.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

/** The built file. */
export const FILE = new URL('../../dist/index.html', import.meta.url);

/** The built file's address on the disk. */
export const FROM_DISK = FILE.href;

/** The address on the disk of any other file. */
export const addressOf = (path) => pathToFileURL(path).href;

/** How this computer's Chromium is started. Its sandbox does not start for root, and containers have little shared memory. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
  // Without a locale that knows Chinese, Chromium calls every downloaded file "download".
  env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
};

/** Serves the built file on a free loopback port until `close` is called. */
export async function serve() {
  const page = readFileSync(FILE);
  const server = createServer((request, response) => {
    const known = ['/', '/index.html'].includes(request.url.split('?')[0]);
    response.writeHead(known ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(known ? page : '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

/** Collects what a page complains about and what it asks the network for, apart from itself. */
export function watch(page) {
  const seen = { complaints: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warning', 'warn'].includes(message.type())) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(String(error)));
  page.on('request', (request) => {
    const isThePage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const isInside = /^(data|blob):/.test(request.url());
    if (!isThePage && !isInside) seen.requests.push(request.url());
  });
  return seen;
}

/**
 * Runs in a page before its own scripts: counts the calls into the program, and once `trapNext` is set
 * lets the next call trap inside WebAssembly, uncaught, as a panic does. The bytes are the smallest
 * module with a function `f` that does nothing but `unreachable`.
 */
export function prepareTrap() {
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11,
  ];
  const { instantiateStreaming } = WebAssembly;
  window.calls = 0;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const { instance, module } = await instantiateStreaming.call(WebAssembly, source, imports);
    const { f: trap } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
    const watched = Object.entries(instance.exports).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value];
      const call = (...values) => {
        window.calls += 1;
        return window.trapNext ? trap() : value(...values);
      };
      return [name, call];
    });
    return { module, instance: { exports: Object.fromEntries(watched) } };
  };
}
