// The documents in the browser: our wasm beside what else makes such files in a browser, in the same page and run.
//
// What the others write is read back from our own files, so that all write the same content: cells, formulas with
// their values, merged cells, widths and heights; exceljs also the formats, which SheetJS's free edition cannot write.
// Our time has everything in it: figures, checks, explanations, writing. Theirs is writing alone.

import ExcelJS from 'exceljs';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { partOfZip } from './zip.mjs';

const require = createRequire(import.meta.url);
const scripts = [require.resolve('exceljs/dist/exceljs.min.js'), require.resolve('xlsx/dist/xlsx.full.min.js'), join(require.resolve('docx'), '../index.iife.js')];

/** How often each is made; the first tenth warms up and is not counted. */
const ROUNDS = { 14: 40, 2000: 8 };

/** A workbook as plain data. */
async function contentOf(bytes) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  return workbook.worksheets.map((sheet) => {
    const cells = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: false }, (cell) => {
        const own = cell.type !== ExcelJS.ValueType.Merge;
        cells.push({ at: cell.address, value: own ? cell.value : null, style: cell.style });
      }),
    );
    const rows = Array.from({ length: sheet.rowCount }, (_, place) => sheet.getRow(place + 1).height);
    return { name: sheet.name, cells, rows, columns: sheet.columns.map((column) => column.width), merges: sheet.model.merges };
  });
}

/** A Word document as plain data: paragraphs, and tables of rows of cells. */
function wordsOf(bytes) {
  const xml = partOfZip(Buffer.from(bytes), 'word/document.xml');
  const text = (part) => [...part.matchAll(/<w:t[^>]*>([^<]*)/g)].map((found) => found[1]).join('');
  const blocks = [];
  for (const [whole] of xml.matchAll(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>/gs)) {
    if (whole.startsWith('<w:tbl>')) {
      const rows = [...whole.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => ({
          text: text(cell),
          across: Number(cell.match(/<w:gridSpan w:val="(\d+)"/)?.[1] ?? 1),
          merged: cell.match(/<w:vMerge(?: w:val="(\w+)")?/)?.[0],
        })),
      );
      blocks.push({ rows });
    } else blocks.push({ style: whole.match(/<w:pStyle w:val="(\w+)"/)?.[1] ?? 'Normal', text: text(whole) });
  }
  return blocks;
}

/** What runs in the page: each maker gives the bytes of its file. */
function makers() {
  const { ExcelJS, XLSX, docx } = window;
  const book = window.content;
  window.makers = {
    'excel, jiping': () => window.core.excel(),
    'excel, exceljs': async () => {
      const workbook = new ExcelJS.Workbook();
      for (const { name, cells, rows, columns, merges } of book) {
        const sheet = workbook.addWorksheet(name);
        columns.forEach((width, place) => (sheet.getColumn(place + 1).width = width));
        rows.forEach((height, place) => height && (sheet.getRow(place + 1).height = height));
        for (const { at, value, style } of cells) {
          const cell = sheet.getCell(at);
          if (value !== null) cell.value = value;
          cell.style = style;
        }
        for (const range of merges) sheet.mergeCells(range);
      }
      return new Uint8Array(await workbook.xlsx.writeBuffer());
    },
    'excel, SheetJS': () => {
      const workbook = XLSX.utils.book_new();
      for (const { name, cells, rows, columns, merges } of book) {
        const sheet = {};
        const last = { r: 0, c: 0 };
        for (const { at, value } of cells) {
          const place = XLSX.utils.decode_cell(at);
          last.r = Math.max(last.r, place.r);
          last.c = Math.max(last.c, place.c);
          if (value === null) continue;
          const plain = value.formula ? value.result : value;
          sheet[at] = { t: typeof plain === 'number' ? 'n' : 's', v: plain, ...(value.formula && { f: value.formula }) };
        }
        sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: last });
        sheet['!merges'] = merges.map(XLSX.utils.decode_range);
        sheet['!cols'] = columns.map((wch) => ({ wch }));
        sheet['!rows'] = rows.map((hpt) => ({ hpt }));
        XLSX.utils.book_append_sheet(workbook, sheet, name);
      }
      return new Uint8Array(XLSX.write(workbook, { type: 'array', bookType: 'xlsx', compression: true }));
    },
    'word, jiping': () => window.core.word(),
    'word, npm docx': async () => {
      const run = (text) => new docx.TextRun({ text, font: '仿宋_GB2312', size: 32 });
      const paragraph = ({ style, text }) => new docx.Paragraph({ style, indent: { firstLine: 640 }, children: [run(text)] });
      const merge = { '<w:vMerge w:val="restart"': docx.VerticalMergeType.RESTART, '<w:vMerge': docx.VerticalMergeType.CONTINUE };
      const cell = ({ text, across, merged }) =>
        new docx.TableCell({ columnSpan: across, verticalMerge: merge[merged], children: [paragraph({ style: 'TableText', text })] });
      const table = ({ rows }) => new docx.Table({ rows: rows.map((cells) => new docx.TableRow({ children: cells.map(cell) })) });
      const children = window.words.map((block) => (block.rows ? table(block) : paragraph(block)));
      const blob = await docx.Packer.toBlob(new docx.Document({ sections: [{ children }] }));
      return new Uint8Array(await blob.arrayBuffer());
    },
  };
}

/** Makes every file in turn, so that all meet the same moods of the machine. */
async function race(rounds) {
  const times = {};
  const sizes = {};
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    for (const [name, make] of Object.entries(window.makers)) {
      const start = performance.now();
      const bytes = await make();
      if (round >= 0) (times[name] ??= []).push(performance.now() - start);
      sizes[name] = bytes.length;
    }
  }
  // The memory of a program only grows, so what it has is the most that it ever had.
  return { times, sizes, memory: window.memory.buffer.byteLength };
}

const median = (samples) => [...samples].sort((one, other) => one - other)[Math.floor((samples.length - 1) / 2)];

/** The rows of the benchmark's table. */
export async function documents(browser, draftOf) {
  const folder = process.env.CORE_OF_PAGE;
  const { Core } = require(process.env.CORE);
  const rows = [];
  for (const [count, rounds] of Object.entries(ROUNDS)) {
    const draft = draftOf(Number(count));
    const core = Core.open(draft);
    const page = await browser.newPage();
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto('http://localhost/');
    for (const path of [...scripts, join(folder, 'core.js')]) await page.addScriptTag({ path });
    const wasm = readFileSync(join(folder, 'core_bg.wasm')).toString('base64');
    await page.evaluate(
      ([wasm, draft, content, words]) => {
        const bytes = Uint8Array.from(atob(wasm), (c) => c.charCodeAt(0));
        window.memory = wasm_bindgen.initSync({ module: bytes }).memory;
        window.core = wasm_bindgen.Core.open(draft);
        Object.assign(window, { content, words });
      },
      [wasm, draft, await contentOf(core.excel()), wordsOf(core.word())],
    );
    await page.evaluate(makers);
    const { times, sizes, memory } = await page.evaluate(race, rounds);
    for (const [name, samples] of Object.entries(times)) {
      rows.push({ label: `${name}, ${count} indicators`, unit: 'ms', samples });
      rows.push({ label: `${name}, ${count} indicators, file`, unit: 'kB', value: sizes[name] / 1000 });
    }
    const ratio = (one, other) => median(times[one]) / median(times[other]);
    rows.push({ label: `exceljs ÷ jiping, ${count} indicators`, unit: '×', value: ratio('excel, exceljs', 'excel, jiping') });
    rows.push({ label: `SheetJS ÷ jiping, ${count} indicators`, unit: '×', value: ratio('excel, SheetJS', 'excel, jiping') });
    rows.push({ label: `npm docx ÷ jiping, ${count} indicators`, unit: '×', value: ratio('word, npm docx', 'word, jiping') });
    rows.push({ label: `most wasm memory for the documents, ${count} indicators`, unit: 'MB', value: memory / 1e6 });
    await page.close();
  }
  return rows;
}
