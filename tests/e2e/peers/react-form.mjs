// Makes one file of the React form, as ours is one file.

import { build } from 'esbuild';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const STYLE = `body{font:15px/1.5 sans-serif;margin:0;padding-right:220px}main{padding:16px}
.row{display:grid;grid-template-columns:3rem 1fr 6rem 6rem 6rem 5rem;gap:8px;align-items:center;border-bottom:1px solid #ccc}
input{width:100%;box-sizing:border-box}aside{position:fixed;top:0;right:0;width:200px;padding:16px}`;

/** Bundles it for production and gives the path of the file. */
export async function reactForm() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('react-form.jsx', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    jsx: 'automatic',
    target: 'chrome109',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = outputFiles[0].text.replaceAll('</script', '<\\/script');
  const path = join(mkdtempSync(join(tmpdir(), 'react-form-')), 'index.html');
  const page = `<!doctype html><meta charset="utf-8"><title>React</title><style>${STYLE}</style><div id="root"></div><script>${script}</script>`;
  writeFileSync(path, page);
  return path;
}
