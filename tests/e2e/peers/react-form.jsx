// The yardstick of typing: a form of indicators in React, windowed, with a total that follows each key. It has what any
// such form has and nothing more: no checks, no explanations, no saving, no undo.

import { memo, useCallback, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { List } from 'react-window';

const COUNT = Number(new URLSearchParams(location.search).get('rows') ?? 14);

const score = ({ target, actual, weight }) => {
  const share = Number(actual) / Number(target);
  return Number.isFinite(share) ? Math.round(Math.min(share, 1) * Number(weight) * 100) / 100 : 0;
};

const first = () =>
  Array.from({ length: COUNT }, (_, i) => ({
    id: i + 1,
    name: `指标 ${i + 1}`,
    target: '300',
    actual: i ? '300' : '1',
    weight: i ? '0.01' : '10',
  }));

const Row = memo(function Row({ index, style, rows, change }) {
  const row = rows[index];
  const field = (part, word) => (
    <input
      aria-label={`第 ${row.id} 行，${word}`}
      value={row[part]}
      inputMode="decimal"
      onChange={(event) => change(index, part, event.target.value)}
    />
  );
  return (
    <div className="row" style={style} role="row">
      <span>{row.id}</span>
      <span>{row.name}</span>
      {field('target', '指标值')}
      {field('actual', '实际完成值')}
      {field('weight', '权重')}
      <span>{score(row).toFixed(2)}</span>
    </div>
  );
});

function Form() {
  const [rows, setRows] = useState(first);
  const change = useCallback((index, part, text) => {
    setRows((rows) => rows.map((row, i) => (i === index ? { ...row, [part]: text } : row)));
  }, []);
  const total = rows.reduce((sum, row) => sum + score(row), 0);
  const props = useMemo(() => ({ rows, change }), [rows, change]);
  return (
    <>
      <main>
        <h1>指标</h1>
        <div style={{ height: 600 }}>
          <List rowComponent={Row} rowCount={rows.length} rowHeight={40} rowProps={props} />
        </div>
      </main>
      <aside>
        总分 <strong className="score__total">{total.toFixed(2)}</strong>
      </aside>
    </>
  );
}

createRoot(document.getElementById('root')).render(<Form />);
