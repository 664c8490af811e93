/** Lines that were cut at a width are one paragraph again, and each place stays where it stands. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/index.ts';
import { proseOf } from '../../../server/src/core/prose/paragraphs.ts';
import { PROSE, renderReport } from '../../harness/reports.ts';

const reportWith = (overview: string): string => renderReport().replace(PROSE.overview as string, () => overview);

/** The paragraphs of section 一, without its heading. */
function paragraphsOf(overview: string): string[] {
  const document = parse(reportWith(overview));
  const [, ...paragraphs] = document.reports
    .flatMap((report) => proseOf(document, report))
    .flatMap(({ section, text }) => (section === 'overview' ? [text] : []));
  return paragraphs;
}

/** Longer than any other line of the report. */
const FULL = '我局健全审查机制并明确专人每月调度进展'.repeat(4);

describe('lines are one paragraph where', () => {
  it.each([
    ['a phrase goes on', ['2023年，我局共收到政府信', '息公开申请18件。']],
    ['a number is cut from its unit', ['全年共收到政府信息公开申请18', '件，办结14件。']],
    ['a number is cut in two', ['全年共收到政府信息公开申请1', '8件，办结14件。']],
    ['a comma stands at the end', ['我局高度重视政府信息公开工作，', '认真落实各项要求。']],
    ['the longest lines have one width', [FULL, FULL, FULL, '依据。']],
    ['the first is indented', ['　　2023年，我局共收到政府信', '息公开申请18件。']],
  ])('%s', (_, lines) => expect(paragraphsOf(lines.join('\n'))).toEqual([lines.join('').trim()]));
});

describe('lines are paragraphs of their own where', () => {
  it.each([
    ['a sentence ends', ['全年共收到政府信息公开申请。', '18件行政处罚已经公开。']],
    ['a number opens the next', ['我局高度重视政府信息公开工作，', '（一）主动公开']],
    ['the next is indented', ['2023年，我局共收到政府信', '　　息公开申请18件。']],
    ['an empty line stands between', ['2023年，我局共收到政府信', '', '息公开申请18件。']],
    ['the first is a heading', ['（一）我局主动公开政府信', '息公开申请18件。']],
    ['the first is short', ['收到政府信', '息公开申请18件。']],
    ['nothing goes on', ['我局健全审查机制并明确专人', '负责每月调度进展。']],
    ['only two lines are as long', [FULL, FULL, '依据。']],
    ['a date stands alone', ['青禾县水务局政务公开办公室，', '2024年1月15日']],
  ])('%s', (_, lines) => expect(paragraphsOf(lines.join('\n'))).toEqual(lines.map((line) => line.trim()).filter(Boolean)));
});

it('a place in such a paragraph is that of the text', () => {
  const text = reportWith('2023年，我局共收到政府信\n息公开申请18件。');
  const document = parse(text);
  const prose = document.reports.flatMap((report) => proseOf(document, report)).find((one) => one.text.includes('申请18件'));
  const spanOf = (words: string): string => {
    const at = prose?.text.indexOf(words) ?? -1;
    const { start, end } = prose?.spanOf(at, at + words.length) ?? { start: 0, end: 0 };
    return text.slice(start, end);
  };
  expect(spanOf('18')).toBe('18');
  expect(spanOf('政府信息公开')).toBe('政府信\n息公开');
});

it('traditional characters are read as simplified ones', () => {
  expect(paragraphsOf('剩餘2件結轉下年度，繼續辦理。')).toEqual(['剩余2件结转下年度，继续办理。']);
});
