// Numbers of the benchmark.

/** The nearest-rank percentile. */
export function percentile(samples, part) {
  const sorted = [...samples].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

/** Three digits that count are enough for any of these. */
export function shown(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How long the main thread worked while something was done, in milliseconds. */
export async function worked(session, act) {
  const total = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  await session.send('Performance.enable');
  const before = await total();
  await act();
  return (await total()) - before;
}
