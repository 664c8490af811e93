/** Fixing to the end: what is unique is corrected, what is a choice is left, and nothing gets worse. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mend } from '../../../server/src/cli/commands/mend.ts';
import { writeCell, writeCells } from '../../../server/src/core/fix/write-cell.ts';
import {
  applyEdits,
  type BoundCell,
  type Document,
  type Edit,
  type Fix,
  lint,
  parse,
  type Rule,
  rules,
  say,
} from '../../../server/src/core/index.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { arbitraryReport, drawnValues, renderReport } from '../../harness/reports.ts';
import { ambiguous, blank, blankValue, correct, crlf, rightValue, SUSPECT_CELL, suspect } from '../samples.ts';

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
    expect(mend(suspect, SAFE)).toMatchObject({ patches: [], document: { text: suspect } });
  });

  it('corrects a total', () => {
    const { document, findings, patches } = mend(suspect, VALUES);
    expect(document.text).toBe(correct);
    expect(findings).toEqual([]);
    expect(patches.map(({ newText, notes }) => [newText, notes.map(({ cell }) => cell)])).toEqual([[String(rightValue), [SUSPECT_CELL]]]);
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
    const title = '青苗县水务局2023年';
    const { document, patches } = mend(correct, SAFE, { rules: [replacing('青禾县', '青苗县'), replacing(title, '青苗市2023年')] });
    expect(document.text).toBe(correct.replaceAll('青禾县', '青苗县').replace(title, '青苗市2023年'));
    expect(applyEdits(correct, patches)).toBe(document.text);
  });

  it('makes no fixes that undo one another', () => {
    const text = mend(correct, SAFE, { rules: [replacing('青禾县', '青苗县'), replacing('青苗县', '青禾县')] }).document.text;
    expect(text).toBe(correct);
  });

  it('does not make a fix that brings an error', () => {
    const breaking = replacing('青禾县', '青苗县', { edits: [cellEdit(correct, SUSPECT_CELL, '99')] });
    expect(mend(correct, SAFE, { rules: [...rules, breaking] })).toMatchObject({ patches: [], document: { text: correct } });
  });

  it('does not apply a value fix that is not preferred, nor a manual one', () => {
    const edits = [cellEdit(correct, SUSPECT_CELL, '99')];
    for (const kind of [
      { class: 'value', preferred: false, edits },
      { class: 'manual', preferred: true, edits },
    ] as const)
      expect(mend(correct, VALUES, { rules: [replacing('青禾县', '', kind)] }).patches).toEqual([]);
  });

  it('makes a fix of many cells whole, cell by cell in its notes, in columns told by their place too', () => {
    for (const layout of ['cell-lines', 'grid'] as const) {
      const text = renderReport({ layout });
      const [first, second] = ['disputes.reconsideration.upheld', 'disputes.reconsideration.total'];
      const many: Rule = {
        ...replacing('', ''),
        *check({ document }) {
          if (valueAt(document, first) !== 120) yield { span: cellOf(document, first).span, message: say('', ''), cells: [first] };
        },
        fixes: ({ document }) => {
          const written = writeCells([first, second].map((key) => [cellOf(document, key), 120]));
          return [{ title: say('', ''), class: 'value', preferred: true, breaks: 0, ...written }];
        },
      };
      const { document, patches } = mend(text, VALUES, { rules: [many] });
      expect(patches.map(({ notes }) => notes.map(({ cell }) => cell))).toEqual([[first], [second]]);
      expect([valueAt(document, first), valueAt(document, second)]).toEqual([120, 120]);
    }
  });

  it('leaves a fix of many cells whole where one of its cells may not be written', () => {
    const key = 'applications.granted.naturalPerson';
    const harmful = replacing('青禾县', '', {
      class: 'value',
      edits: [...cellEdits(correct, SUSPECT_CELL, rightValue + 3), ...cellEdits(correct, key, blankValue)],
    });
    expect(mend(correct, VALUES, { rules: [...rules, harmful] })).toMatchObject({ patches: [], document: { text: correct } });
  });

  it('writes CRLF into a file of CRLF', () => {
    const { document } = mend(crlf(correct), SAFE, { rules: [replacing('青禾县', '青禾\n市')] });
    expect(document.text).toBe(crlf(correct.replaceAll('青禾县', '青禾\n市')));
  });

  it('mends each of several reports', () => {
    expect(mend(suspect + suspect + correct, VALUES).document.text).toBe(correct + correct + correct);
  });

  it('never adds an error, in any layout, and what it did is its patches', () => {
    let made = 0;
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
          made += patches.length;
          expect(errorsIn(document.text)).toBeLessThanOrEqual(errorsIn(text));
          expect(applyEdits(text, patches)).toBe(document.text);
          // Nothing is left to do.
          expect(mend(document.text, VALUES).patches).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
    expect(made).toBeGreaterThan(0);
  });
});

function cellOf({ reports }: Pick<Document, 'reports'>, key: string): BoundCell {
  const cells = reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
  const cell = cells.find((one) => one?.spec.key === key);
  if (!cell) throw new Error(`no cell ${key}`);
  return cell;
}

const valueAt = (document: Document, key: string): number | null => cellOf(document, key).value;
const cellEdits = (text: string, key: string, value: number): readonly Edit[] => writeCell(cellOf(parse(text), key), value);
const cellEdit = (text: string, key: string, newText: string): Edit => ({ span: cellOf(parse(text), key).span, newText });
