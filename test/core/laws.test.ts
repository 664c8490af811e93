/** Laws that hold for every report, fixture and layout: spans, convergence, line ends, loss that is named. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../server/src/core/finding/rule.ts';
import { applyEdits, type Document, type Finding, type Fix, fixesOf, joinFixes, lint, parse, rules } from '../../server/src/core/index.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY } from '../harness/layouts.ts';
import { describeReal, realReports } from '../harness/real-reports.ts';
import { consistentValues, type EditionId, renderReport, seeded, zeros } from '../harness/reports.ts';

interface Sample {
  readonly name: string;
  readonly text: string;
}

const examples: Sample[] = readdirSync('examples')
  .filter((name) => name !== 'README.md')
  .map((name) => ({ name, text: readFileSync(path.join('examples', name), 'utf8') }));

const rendered: Sample[] = [...LAYOUTS, ...DRAWN, ...LOSSY, ...GLUED].flatMap((layout) =>
  (['2019', '2021'] as EditionId[]).map((edition) => ({
    name: `${layout} ${edition}`,
    text: renderReport({ layout, edition, values: consistentValues(edition, seeded(11)) }),
  })),
);
/** Every number of the last table one too high, and a blank: many findings at once. */
const faulty: Sample[] = LAYOUTS.map((layout) => {
  const values: Map<string, number> = consistentValues('2021', seeded(5));
  for (const [key, value] of values) if (/^(?:disputes|applications\.(?:granted|total))\./.test(key)) values.set(key, value + 1);
  values.delete('applications.denied.stateSecret.naturalPerson');
  return { name: `faulty ${layout}`, text: renderReport({ layout, values, without: new Set(['applications.carriedOver']) }) };
});
/** One number wrong and one blank, each with a single answer: fixes that are preferred. */
const mendable: Sample[] = LAYOUTS.map((layout) => {
  const values: Map<string, number> = consistentValues('2021', seeded(5));
  values.set('applications.granted.total', (values.get('applications.granted.total') ?? 0) + 1);
  values.delete('disputes.reconsideration.total');
  return { name: `mendable ${layout}`, text: renderReport({ layout, values }) };
});
/** Blanks at the ends of rows and in the middle of one, with the white space behind each line trimmed, as editors do when they save. */
const trimmed: Sample[] = [...LAYOUTS, ...DRAWN].map((layout) => {
  const values: Map<string, number> = consistentValues('2021', seeded(7));
  for (const column of ['otherOrganization', 'total']) {
    values.delete(`applications.denied.stateSecret.${column}`);
    values.delete(`applications.carriedForward.${column}`);
  }
  values.delete('applications.granted.naturalPerson');
  values.delete('disputes.litigationAfterReconsideration.total');
  return { name: `trimmed ${layout}`, text: renderReport({ layout, values }).replace(/[ \t]+$/gm, '') };
});

/** A form has 198 cells or 200; the samples that are damaged lack the most. */
const FEWEST_CELLS = 150;

const check = (text: string): { document: ReturnType<typeof parse>; findings: Finding[] } => {
  const document = parse(text);
  return { document, findings: lint(document) };
};

/** How many cells of each report are read. */
const sizesOf = ({ reports }: Document): number[] =>
  reports.map(
    ({ tables }) => tables.flatMap(({ cells }) => cells.filter((cell) => cell?.state === 'number' || cell?.state === 'blank')).length,
  );

function holdLaws({ text }: Sample): void {
  const { document, findings } = check(text);
  const fixes = findings.flatMap((finding) => fixesOf(document, finding).map((fix) => ({ finding, fix })));

  // Of a text in which nothing is recognised every law holds.
  it('is one report, and most of its cells are read', () => {
    const [size, ...more] = sizesOf(document);
    expect(more).toEqual([]);
    expect(size).toBeGreaterThan(FEWEST_CELLS);
  });

  it('says nothing that its description does not announce', () => {
    const known = new Map(rules.map(({ meta }) => [meta.id, meta]));
    for (const { rule, severity, span, related } of findings) {
      const meta = known.get(rule);
      expect([meta?.severity, meta?.weakened]).toContain(severity);
      for (const place of [span, ...related.flatMap((one) => (one.path === undefined ? one.span : []))]) {
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThanOrEqual(place.start);
        expect(place.end).toBeLessThanOrEqual(text.length);
      }
    }
    for (const { finding, fix } of fixes) expect(known.get(finding.rule)?.fixable).toContain(fix.class);
  });

  it('says the same with CRLF', () => {
    const crlf = check(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'));
    const told = (all: readonly Finding[]): string[] => all.map((finding) => `${finding.rule} ${finding.message['zh-cn']}`);
    expect(told(crlf.findings)).toEqual(told(findings));
  });

  it('changes nothing outside the cells that a fix is about', () => {
    for (const { fix } of fixes) {
      const after = applyEdits(text, fix.edits);
      const kept = (source: string, spans: readonly { start: number; end: number }[]): string =>
        spans.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), source);
      const before = [...fix.edits].sort((a, b) => a.span.start - b.span.start);
      let shift = 0;
      const written = before.map(({ span, newText }) => {
        const start = span.start + shift;
        shift += newText.length - (span.end - span.start);
        return { start, end: start + newText.length };
      });
      expect(kept(after, written)).toBe(
        kept(
          text,
          before.map(({ span }) => span),
        ),
      );
    }
  });

  it('writes at places that are apart', () => {
    for (const { finding, fix } of fixes) {
      const starts = fix.edits.map(({ span }) => span.start);
      expect([finding.rule, new Set(starts).size]).toEqual([finding.rule, starts.length]);
    }
  });

  it('comes to rest when preferred fixes are applied', () => {
    let current = text;
    const preferred = (): Fix[] => {
      const now = check(current);
      return now.findings
        .flatMap((finding) => fixesOf(now.document, finding))
        .filter((fix) => fix.preferred)
        .slice(0, 1);
    };
    let rounds = 0;
    for (let next = preferred(); next.length > 0; next = preferred()) {
      current = applyEdits(current, joinFixes(next).edits);
      expect(++rounds).toBeLessThan(200);
    }
    expect(check(current).findings.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(
      findings.filter(({ severity }) => severity === 'error').length,
    );
  });
}

describe.each([...rendered, ...faulty, ...mendable, ...trimmed, ...examples])('$name', holdLaws);
const fixesIn = (text: string): readonly Fix[] => {
  const { document, findings } = check(text);
  return findings.flatMap((finding) => fixesOf(document, finding));
};
it.each(faulty)('$name has something to mend', ({ text }) => expect(fixesIn(text)).not.toEqual([]));
it.each(mendable)('$name has something to mend, and is told how', ({ text }) =>
  expect(fixesIn(text).filter((fix) => fix.preferred && fix.class === 'value').length).toBeGreaterThan(1),
);
describeReal('the real reports (skipped without ../shared/reports)', () => {
  it('are at hand', () => expect(realReports().length).toBeGreaterThan(0));
  describe.each(realReports())('$name', holdLaws);
});

/** The values of a text by key, and the keys that its findings speak of. */
function outcome(text: string): { recognised: boolean; values: Map<string, number>; named: (key: string) => boolean } {
  const { document, findings } = check(text);
  const cells = document.reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
  const keys = new Set(findings.flatMap(({ cells: about }) => about));
  const tables = new Set(findings.flatMap(({ rule, table }) => (rule === 'missing-table' ? [table] : [])));
  return {
    recognised: document.reports.length > 0,
    values: new Map(cells.flatMap((cell) => (cell?.value == null ? [] : [[cell.spec.key, cell.value] as const]))),
    named: (key) => keys.has(key) || tables.has(key.slice(0, key.indexOf('.'))),
  };
}

const MOST_DAMAGES = 120;

/** The text without one line, and without one cell of a line; of a long text only some lines. */
function* damages(text: string): Generator<string> {
  const lines = text.split('\n');
  const step = Math.ceil(lines.length / MOST_DAMAGES);
  for (let index = 0; index < lines.length; index += step) {
    const line = lines[index] as string;
    yield [...lines.slice(0, index), ...lines.slice(index + 1)].join('\n');
    for (const separator of ['\t', ' | ', ',', '</td>']) {
      const pieces = line.split(separator);
      for (let piece = 0; pieces.length > 3 && piece < pieces.length; piece++) {
        const left = [...pieces.slice(0, piece), ...pieces.slice(piece + 1)].join(separator);
        yield [...lines.slice(0, index), left, ...lines.slice(index + 1)].join('\n');
      }
    }
  }
}

describe.each(rendered)('$name, damaged', ({ text }) => {
  it('never gives a number a wrong key, and names what it lost', () => {
    const whole = outcome(text);
    let [tried, read] = [0, 0];
    for (const damaged of damages(text)) {
      tried++;
      const { recognised, values, named } = outcome(damaged);
      // One assertion a text, not one a number: there are hundreds of thousands.
      expect([...values].filter(([key, value]) => !Object.is(value, whole.values.get(key)))).toEqual([]);
      if (!recognised) continue;
      read++;
      expect([...whole.values.keys()].filter((key) => !values.has(key) && !named(key))).toEqual([]);
    }
    // No line is so important that most damage makes the report none.
    expect(read).toBeGreaterThan(tried / 2);
  });
});

describe('the engine', () => {
  const text = renderReport();
  const broken = (check: Rule['check']): Rule => ({ meta: { ...(rules[0] as Rule).meta, id: 'broken' }, check });

  it('turns rules that throw into one error, and the others still speak', () => {
    const throwing = broken(() => {
      throw new Error('boom');
    });
    const findings = lint(parse(renderReport({ values: zeros('2021').set('applications.received.total', 5) })), {
      rules: [throwing, throwing, ...rules],
    });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ rule, message }) => [rule, message.en])).toEqual([
      ['internal-error', 'This report could not be checked completely: broken, broken failed: boom'],
      ['suspect-cell', expect.anything()],
    ]);
  });

  it('treats a place outside the text as a fault of the rule', () => {
    const lost = broken(() => [{ span: { start: 0, end: text.length + 1 }, message: { 'zh-cn': '', en: '' }, cells: [] }]);
    expect(lint(parse(text), { rules: [lost] }).map(({ rule }) => rule)).toEqual(['internal-error']);
  });
});
