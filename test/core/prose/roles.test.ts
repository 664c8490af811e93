/** The prose is held against tables by their roles: an edition of a user's own is judged by those that it tells, whatever its ids. */
import { describe, expect, it } from 'vitest';
import { explain, type Finding, lint, lintText, NO_SIBLINGS, parse, targetAt } from '../../../server/src/core/index.ts';
import { parse as read } from '../../../server/src/core/report/parse.ts';
import { sentencesOf } from '../../harness/claims.ts';
import { ownKey, ownLexicons, ownTable } from '../../harness/own-edition.ts';
import { renderReport } from '../../harness/reports.ts';

const PROSE = /^prose-|^internal-error/;
const told = ({ rule, severity, span, message, cells, table, expected, actual }: Finding) => ({
  rule,
  severity,
  span,
  message,
  cells,
  table,
  expected,
  actual,
});
const builtIn = (text: string): Finding[] => lint(parse(text)).filter(({ rule }) => PROSE.test(rule));
const owned = (text: string, roles: keyof typeof ownLexicons): Finding[] =>
  lint(read(text, ownLexicons[roles])).filter(({ rule }) => PROSE.test(rule));
const renamed = ({ cells, table, ...finding }: Finding) => ({
  ...told({ ...finding, cells: cells.map(ownKey) }),
  table: table === undefined ? undefined : ownTable(table),
});

describe('an edition of a user’s own, with the words of 2021 and other ids', () => {
  const texts = sentencesOf('tuned')
    .filter(({ due }) => due.length > 0)
    .map(({ report }) => report)
    .filter((text) => parse(text).reports[0]?.form?.id === '2021');

  it('has the same findings about its prose under its own keys, if it tells the roles', () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const text of texts) expect(owned(text, 'roles').map(told)).toEqual(builtIn(text).map(renamed));
  });

  it('has none that its tables would have to bear out, if it tells none', () => {
    const sums = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === 'prose-sum-mismatch').map(told);
    for (const text of texts) expect(owned(text, 'no roles').map(told)).toEqual(sums(builtIn(text)));
  });

  it('has its numbers explained by their roles', () => {
    const text = renderReport({ layout: 'tsv' });
    const notes = (roles: keyof typeof ownLexicons) => {
      const document = read(text, ownLexicons[roles]);
      const target = targetAt(document, text.indexOf('\t0', text.indexOf('一、本年新收')) + 1);
      return target && explain(target, NO_SIBLINGS)?.notes.map(({ en }) => en);
    };
    expect(notes('roles')).toEqual(['Requests received from 1 January to 31 December', expect.any(String)]);
    expect(notes('no roles')).toEqual([]);
  });
});

describe('an annex that tells some roles', () => {
  const annex = {
    id: 'annex',
    years: { from: 2021 },
    sections: [],
    tables: [
      {
        id: '争议表',
        role: 'disputes',
        section: 'other',
        title: { 'zh-cn': '争议案件情况表', en: 'disputes' },
        labelColumns: 1,
        headers: [{ label: '案件类别' }],
        blocks: [
          {
            columns: [
              { key: '维持数', role: 'upheld', label: '维持原决定数' },
              { key: '合计数', role: 'total', label: '各类案件合计数' },
            ],
            rows: [
              { key: '复议', role: 'reconsideration', label: '政务公开复议案件' },
              { key: '诉讼', label: '政务公开诉讼案件' },
            ],
          },
        ],
        relations: [],
      },
    ],
  };
  const table = '案件类别\t维持原决定数\t各类案件合计数\n政务公开复议案件\t1\t2\n政务公开诉讼案件\t3\t4\n';
  const prose = { overview: '本年度发生政府信息公开行政复议3件、行政诉讼9件。' };
  const found = (without: readonly string[]) =>
    lintText(`${renderReport({ layout: 'tsv', prose, withoutSections: new Set(without) })}\n${table}`, { editions: [annex] })
      .findings.filter(({ rule }) => PROSE.test(rule))
      .map(({ rule, cells }) => [rule, cells]);

  it('is asked about what it tells, and about nothing else', () =>
    expect(found(['disputes'])).toEqual([['prose-count-mismatch', ['争议表.复议.合计数']]]));

  it('is not asked where the form has a table with the same role: nobody can say which is meant', () => expect(found([])).toEqual([]));
});
