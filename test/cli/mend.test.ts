/** Fixing to the end: what is unique is corrected, what is a choice is left, and nothing gets worse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../../server/src/cli/mend.ts';
import { applyEdits, type Fix, lint, parse, type Rule, rules, say } from '../../server/src/core/index.ts';
import { LAYOUTS } from '../harness/layouts.ts';
import { arbitraryReport, drawnValues, renderReport } from '../harness/reports.ts';
import { ambiguous, blank, blankValue, correct, crlf, rightTotal, WRONG_CELL, wrong } from './samples.ts';

const SAFE = new Set(['safe'] as const);
const VALUES = new Set(['safe', 'value'] as const);
const errorsIn = (text: string): number => lint(parse(text)).filter(({ severity }) => severity === 'error').length;

/** A rule that finds `old` and replaces it. */
const replacing = (old: string, newText: string, kind: Partial<Pick<Fix, 'class' | 'preferred' | 'edits'>> = {}): Rule => ({
  meta: { id: `no-${old}`, severity: 'hint', fixable: ['safe'], summary: say('', ''), basis: say('', ''), since: '0.1.0' },
  *check({ document: { text } }) {
    for (let at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + 1))
      yield { span: { start: at, end: at + old.length }, message: say(old, old), cells: [] };
  },
  fixes: (_, { span }) => [
    { title: say(`改 ${old}`, `Change ${old}`), class: 'safe', preferred: true, breaks: 0, edits: [{ span, newText }], ...kind },
  ],
});

describe('mend', () => {
  it('changes no number unless told', () => {
    expect(mend(wrong, SAFE)).toMatchObject({ patches: [], document: { text: wrong } });
  });

  it('corrects a total', () => {
    const { document, findings, patches } = mend(wrong, VALUES);
    expect(document.text).toBe(correct);
    expect(findings).toEqual([]);
    expect(patches.map(({ newText, notes }) => [newText, notes.map(({ cell }) => cell)])).toEqual([[String(rightTotal), [WRONG_CELL]]]);
  });

  it('fills a blank that the sums determine', () => {
    const { document, patches } = mend(blank, VALUES);
    expect(document.text).toBe(correct);
    expect(patches.map(({ newText }) => newText)).toEqual([String(blankValue)]);
  });

  it('leaves a choice to a person', () => {
    const { document, patches, findings } = mend(ambiguous, VALUES);
    expect(patches).toEqual([]);
    expect(document.text).toBe(ambiguous);
    expect(findings.map(({ rule }) => rule)).toContain('balance-mismatch');
  });

  it('applies all safe fixes, in as many rounds as they need', () => {
    const { document, patches } = mend(correct, SAFE, { rules: [replacing('青禾县', '青苗县'), replacing('青苗县', '青苗市')] });
    expect(document.text).toBe(correct.replaceAll('青禾县', '青苗市'));
    expect(applyEdits(correct, patches)).toBe(document.text);
  });

  it('ends although fixes undo one another', () => {
    const text = mend(correct, SAFE, { rules: [replacing('青禾县', '青苗县'), replacing('青苗县', '青禾县')] }).document.text;
    expect([correct, correct.replaceAll('青禾县', '青苗县')]).toContain(text);
  });

  it('does not make a fix that brings an error', () => {
    const breaking = replacing('青禾县', '青苗县', { edits: [cellEdit(correct, WRONG_CELL, '99')] });
    expect(mend(correct, SAFE, { rules: [...rules, breaking] })).toMatchObject({ patches: [], document: { text: correct } });
  });

  it('does not apply a value fix that is not preferred, nor a manual one', () => {
    const edits = [cellEdit(correct, WRONG_CELL, '99')];
    for (const kind of [
      { class: 'value', preferred: false, edits },
      { class: 'manual', preferred: true, edits },
    ] as const)
      expect(mend(correct, VALUES, { rules: [replacing('青禾县', '', kind)] }).patches).toEqual([]);
  });

  it('writes CRLF into a file of CRLF', () => {
    const { document } = mend(crlf(correct), SAFE, { rules: [replacing('青禾县', '青禾\n市')] });
    expect(document.text).toBe(crlf(correct.replaceAll('青禾县', '青禾\n市')));
  });

  it('mends each of several reports', () => {
    expect(mend(wrong + wrong + correct, VALUES).document.text).toBe(correct + correct + correct);
  });

  it('never adds an error, in any layout, and what it did is its patches', () => {
    fc.assert(
      fc.property(
        arbitraryReport,
        fc.constantFrom(...LAYOUTS),
        fc.array(fc.tuple(fc.nat(400), fc.constantFrom('', '3', '17')), { maxLength: 4 }),
        (drawn, layout, slips) => {
          const values = new Map<string, number | string>(drawnValues(drawn));
          const keys = [...values.keys()];
          for (const [at, value] of slips) values.set(keys[at % keys.length] as string, value);
          const text = renderReport({ edition: drawn.edition, layout, values });
          const { document, patches } = mend(text, VALUES);
          expect(errorsIn(document.text)).toBeLessThanOrEqual(errorsIn(text));
          expect(applyEdits(text, patches)).toBe(document.text);
          // Nothing is left to do.
          expect(mend(document.text, VALUES).patches).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function cellEdit(text: string, key: string, newText: string): Fix['edits'][number] {
  const cells = parse(text).reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
  const cell = cells.find((one) => one?.spec.key === key);
  if (!cell) throw new Error(`no cell ${key}`);
  return { span: cell.span, newText };
}
