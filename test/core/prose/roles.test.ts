/** The prose is held against tables by their roles: an edition of a user's own is judged by those that it tells, whatever its ids. */
import { describe, expect, it } from 'vitest';
import { explain, type Finding, lint, NO_SIBLINGS, parse, targetAt } from '../../../server/src/core/index.ts';
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
