// A document as its reader sees it: printed by LibreOffice and held page by page against the pictures in `pages/`.
import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** So few dots to the inch that letters are grey and lines, columns and blanks are what is compared. */
const DOTS = '24';

/** The pages of a document as pictures; none where LibreOffice or poppler is not installed. */
function pictures(document, name) {
  const folder = test.info().outputPath(name);
  mkdirSync(folder, { recursive: true });
  const run = (program, ...words) => execFileSync(program, words, { cwd: folder, stdio: 'ignore' });
  try {
    run('soffice', '--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--convert-to', 'pdf', '--outdir', folder, document);
    run('pdftoppm', '-png', '-gray', '-r', DOTS, readdirSync(folder).find((file) => file.endsWith('.pdf')), 'page');
  } catch (fault) {
    if (fault.code !== 'ENOENT') throw fault;
    console.log(`${name}: pages are not compared, as ${fault.path} is not installed`);
    return null;
  }
  return readdirSync(folder).filter((file) => file.endsWith('.png')).sort().map((file) => readFileSync(join(folder, file)));
}

/**
 * Holds a document's pages against `pages/NAME-1.png` and so on. After a wanted change, look at the new pages and
 * take them over: `npx playwright test county -u`.
 */
export function expectPages(document, name, count) {
  const pages = pictures(document, name);
  if (!pages) return;
  expect(pages.length, 'pages').toBe(count);
  for (const [place, page] of pages.entries()) {
    // Another version of the printing program shifts greys a little; a row or column more is several times as much.
    expect.soft(page).toMatchSnapshot(`${name}-${place + 1}.png`, { threshold: 0.25, maxDiffPixelRatio: 0.015 });
  }
}
