/** Laws of the grammar: no rule that nothing wakes, and no line that it chokes on. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { LAYOUTS, LOSSY } from '../harness/layouts.ts';
import { renderReport } from '../harness/reports.ts';

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
