/** Laws of the grammar: no rule that nothing wakes, and no line that it chokes on. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { LAYOUTS, LOSSY } from '../harness/layouts.ts';
import { forms, renderReport } from '../harness/reports.ts';

const PATH = 'syntaxes/disclosure-report.tmLanguage.json';
const { repository, patterns } = JSON.parse(readFileSync(PATH, 'utf8')) as {
  repository: Record<string, { name: string }>;
  patterns: { include: string }[];
};
let grammar: IGrammar;

beforeAll(async () => {
  await loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(PATH, 'utf8'), PATH),
  });
  grammar = (await registry.loadGrammar('text.disclosure-report')) as IGrammar;
});

const scopesOf = (line: string): string[] => grammar.tokenizeLine(line, null).tokens.flatMap(({ scopes }) => scopes.slice(1));

describe('every rule', () => {
  it('of the repository is included, once', () => {
    expect(patterns.map(({ include }) => include.slice(1)).sort()).toEqual(Object.keys(repository).sort());
  });

  it('has a name of its own, and a line of some report that it colours', () => {
    const names = Object.values(repository).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const texts = [...LAYOUTS, ...LOSSY].flatMap((layout) =>
      (['2019', '2021'] as const).map((edition) => renderReport({ edition, layout })),
    );
    // What converters leave behind stands in no drawn report.
    const lines = new Set([...texts.join('\n').split('\n'), '\t[bookmark: _GoBack]0']);
    const woken = new Set([...lines].flatMap(scopesOf));
    expect(names.filter((name) => !woken.has(name))).toEqual([]);
  });
});

it('every scope names its language', () => {
  const names = Object.values(repository).map(({ name }) => name);
  expect(names.filter((name) => !name.endsWith('.disclosure-report'))).toEqual([]);
});

describe.each(['2019', '2021'] as const)('a report in the form of %s', (edition) => {
  it.each(['cell-lines', 'trailing-pipes', 'tsv', 'markdown', 'bare-lines'] as const)('%s: its headings, labels and numbers', (layout) => {
    const text = renderReport({ edition, layout });
    const coloured = (name: string): string[] =>
      text.split('\n').flatMap((line) =>
        grammar
          .tokenizeLine(line, null)
          .tokens.filter(({ scopes }) => scopes.at(-1) === repository[name]?.name)
          .map(({ startIndex, endIndex }) => line.slice(startIndex, endIndex).trim()),
      );
    expect(coloured('heading')).toHaveLength(6);
    expect(coloured('number')).toHaveLength(forms[edition].tables.reduce((count, { cells }) => count + cells.length, 0));
    // Some labels are rows in one edition and groups of rows in the other.
    const rows = new Set([...coloured('row'), ...coloured('group')]);
    const labels = forms[edition].tables.flatMap(({ rows }) => rows.filter(({ labelled }) => labelled).map(({ label }) => label));
    expect(labels.filter((label) => text.includes(label) && !rows.has(label))).toEqual([]);
    expect(coloured('group')).toContain('三、本年度办理结果');
    expect(coloured('column')).toContain('科研机构');
  });
});

it.each([
  '本年度，青禾县水务局扎实做好主动公开、依申请公开各项工作，2023年共公开信息12条。',
  '收到申请3件，总计答复3件，其中予以公开2件。',
  '规章制度进一步健全，行政许可事项全部网上办理。',
  '共有自然人、商业企业等申请人20人次，结果维持2件，其他结果1件。',
])('prose stays plain: %s', (line) => {
  expect(scopesOf(line)).toEqual([]);
});

describe('a line of 100 000', () => {
  it.each([
    ['spaces', ' '],
    ['ideographic spaces', '　'],
    ['tabs', '\t'],
    ['pipes', '|'],
    ['pipes and blanks', '| '],
    ['digits', '1'],
    ['digits and commas', '1,'],
    ['full-width digits', '１'],
    ['brackets', '（'],
    ['stars', '*'],
    ['square brackets', '[image'],
    ['row labels', '部分公开'],
    ['labels that end too late', '\t1.申请人'],
    ['column labels', '本年收费金额'],
  ])('%s is read to its end', (_, piece) => {
    const line = piece.repeat(100_000 / piece.length);
    const { tokens, stoppedEarly } = grammar.tokenizeLine(line, null, 10_000);
    expect(stoppedEarly).toBe(false);
    expect(tokens.at(-1)?.endIndex).toBeGreaterThanOrEqual(line.length);
  });
});
