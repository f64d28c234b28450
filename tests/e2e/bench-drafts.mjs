// Drafts of any length to measure with, made of the sample.

import { readFileSync } from 'node:fs';

/** A project file of the sample's indicators, repeated to a number, weights adjusted to stay readable. */
export function draftOf(count) {
  const project = JSON.parse(readFileSync(new URL('../../src/samples/reference-2022.json', import.meta.url), 'utf8'));
  const base = project.draft.indicators;
  let next = project.draft.next_id;
  const copy = (indicator) => ({
    ...indicator,
    id: ++next,
    measures: indicator.measures.map((measure) => ({ ...measure, id: ++next })),
    evidence: indicator.evidence.map((evidence) => ({ ...evidence, id: ++next })),
  });
  project.draft.indicators = Array.from({ length: count }, (_, i) => (i < base.length ? base[i] : copy(base[i % base.length])));
  // Small weights keep the sum below the part's 40 points, where a cap would hide the change.
  if (count > base.length) project.draft.indicators.forEach((indicator, i) => (indicator.weight = i ? '0.01' : '10'));
  project.draft.next_id = next;
  return JSON.stringify(project);
}

/** The same draft with at least so many characters of prose: sections that speak of counts, shares, money, lists. */
export function withProse(text, characters) {
  const project = JSON.parse(text);
  let next = project.draft.next_id;
  const sections = [];
  for (let length = 0, i = 0; length < characters; i += 1) {
    const paragraphs = [
      `${i}月至年末，各社区开展环境整治${i + 3}次，清理卫生死角${i * 7 + 12}处，投入资金${i + 20}.${(i * 37) % 90 + 10}万元，群众满意率${90 + (i % 10)}.${i % 9}%。`,
      `围绕第${i}项任务，召开专题会议${(i % 12) + 2}次，走访企业${i * 3 + 8}家，协调解决问题${i + 5}个（安全类${i}个，环保类5个），办结率100%。`,
      `一是完善制度，修订管理办法${(i % 4) + 2}项；二是加强培训，全年培训${i + 6}场次，参训${i * 11 + 40}人次；三是严格考核，按季度通报进度。`,
    ];
    const body = paragraphs.join('\n');
    length += body.length;
    sections.push({ id: ++next, heading: `推进第${i}项工作`, text: body, sections: [] });
  }
  project.draft.work.sections = sections;
  project.draft.next_id = next;
  return JSON.stringify(project);
}

/** The sample with one text field of at least so many characters. */
export function withNarrative(characters) {
  const project = JSON.parse(draftOf(14));
  let text = '';
  for (let i = 0; text.length < characters; i += 1) {
    text += `${(i % 12) + 1}月至年末，各社区开展环境整治${i + 3}次，清理卫生死角${i * 7 + 12}处，群众满意率${90 + (i % 10)}.${i % 9}%。`;
    if (i % 4 === 3) text += '\n';
  }
  project.draft.results.achievements = text;
  return JSON.stringify(project);
}
