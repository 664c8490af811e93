/** A report to begin with: nothing in it is wrong, and everything that is still to be written is named. */
import { describe, expect, it } from 'vitest';
import { digestsOf, formFor, newReport, parse } from '../../../server/src/core/index.ts';
import type { WrittenLayout } from '../../../server/src/core/layout/layouts.ts';
import { check } from '../../harness/check.ts';
import { renderReport, zeros } from '../../harness/reports.ts';

const LAYOUTS: readonly WrittenLayout[] = ['markdown', 'tsv', 'cell-lines', 'html'];
const UNIT = '青禾县水务局';

function created(layout: WrittenLayout, year: number, lastYear: string | null = null): string {
  const form = formFor(year);
  if (!form) throw new Error(`no form for ${year}`);
  const previous = lastYear ? (digestsOf(parse(lastYear), 'last.txt')[0] ?? null) : null;
  return newReport({ form, unit: UNIT, year, layout, previous });
}

describe.each(LAYOUTS)('in %s', (layout) => {
  it.each([2020, 2025])('for %i: every cell is blank, and nothing else is to be said but what must be written', (year) => {
    const { document, findings } = check(created(layout, year));
    expect(document.reports).toHaveLength(1);
    expect(document.reports[0]).toMatchObject({ unit: UNIT, reportingYear: year, form: { id: year === 2020 ? '2019' : '2021' } });
    const states = new Set(document.reports[0]?.tables.flatMap(({ cells }) => cells.map((cell) => cell?.state)));
    expect([...states]).toEqual(['blank']);
    expect(document.reports[0]?.sections).toHaveLength(6);
    expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual(['blank-cell', 'empty-section', 'relation-not-checked']);
  });

  it('takes over what last year carried forward', () => {
    const values = zeros('2021')
      .set('applications.received.naturalPerson', 3)
      .set('applications.received.total', 3)
      .set('applications.carriedForward.naturalPerson', 3)
      .set('applications.carriedForward.total', 3);
    const text = created(layout, 2024, renderReport({ values, unit: UNIT, year: 2023 }));
    const cells = check(text).document.reports[0]?.tables.flatMap((table) => table.cells) ?? [];
    const numbers = cells.flatMap((cell) =>
      cell?.state === 'number' ? [`${cell.spec.key.slice('applications.'.length)} ${cell.value}`] : [],
    );
    expect(numbers).toEqual([
      'carriedOver.naturalPerson 3',
      'carriedOver.commercialEnterprise 0',
      'carriedOver.researchInstitution 0',
      'carriedOver.publicWelfareOrganization 0',
      'carriedOver.legalServiceOrganization 0',
      'carriedOver.otherOrganization 0',
      'carriedOver.total 3',
    ]);
  });
});

// As markdownlint’s MD060 wants tables, which is on in the editor’s extension for Markdown.
it('sets one space into an empty cell of a Markdown table', () => expect(created('markdown', 2025)).not.toMatch(/\|(?:\|| {2})/));

it('there is none for a year without a form', () => expect(formFor(2017)).toBeUndefined());
