/** The examples of the rule pages: excerpts of a report, put into a complete and correct one. */
import { type EditionId, forms, renderReport, UNIT, zeros } from '../harness/reports.ts';

export interface Example {
  readonly kind: 'wrong' | 'right';
  readonly edition: EditionId;
  /** Further findings that a wrong example cannot do without. */
  readonly also: readonly string[];
  readonly excerpt: readonly string[];
  /** Last year's report, from the fence ```` ```report last-year ```` above. */
  readonly lastYear: readonly string[] | null;
  /** Further members, of which there is no report. */
  readonly absent: readonly string[];
  /** The members' reports, from the fences ```` ```report member ```` above. */
  readonly members: readonly (readonly string[])[];
}

const FENCE = /^```report (wrong|right|last-year|member)(.*)\n([\s\S]*?)^```$/gm;

/** The fences ```` ```report wrong edition=2019 also=rule,rule ```` of a page, with those of other reports above them. */
export function examplesOf(page: string): Example[] {
  let lastYear: Example['lastYear'] = null;
  const members: (readonly string[])[] = [];
  return [...page.matchAll(FENCE)].flatMap(([, kind, directives = '', body = '']): Example[] => {
    const {
      edition = '2021',
      also = '',
      absent = '',
      ...unknown
    } = Object.fromEntries(
      directives
        .split(' ')
        .filter(Boolean)
        .map((directive) => directive.split('=')),
    ) as Record<string, string>;
    if (Object.keys(unknown).length > 0 || !(edition in forms)) throw new Error(`unknown directive in:${directives}`);
    const excerpt = body.trimEnd().split('\n');
    if (kind === 'last-year') lastYear = excerpt;
    else if (kind === 'member') members.push(excerpt);
    else
      return [
        {
          kind: kind as Example['kind'],
          edition: edition as EditionId,
          also: also.split(',').filter(Boolean),
          absent: absent.split(',').filter(Boolean),
          excerpt,
          lastYear,
          members: [...members],
        },
      ];
    return [];
  });
}

/**
 * The numbers of the report around every example. All others are 0.
 *
 * | row | 自然人 | 商业企业 | 总计 |
 * |---|---|---|---|
 * | 一 新收 | 12 | 3 | 15 |
 * | 二 上年结转 | 1 | 0 | 1 |
 * | （一）予以公开 | 6 | 2 | 8 |
 * | （二）部分公开 | 2 | 0 | 2 |
 * | （四）1. 不掌握 | 3 | 1 | 4 |
 * | （七）总计 | 11 | 3 | 14 |
 * | 四 结转下年度 | 2 | 0 | 2 |
 */
const NUMBERS: Readonly<Record<string, number>> = {
  'disclosure.normativeDocuments.issued': 2,
  'disclosure.normativeDocuments.repealed': 1,
  'disclosure.normativeDocuments.inForce': 9,
  'disclosure.normativeDocuments.newlyProduced': 2,
  'disclosure.normativeDocuments.newlyDisclosed': 2,
  'disclosure.normativeDocuments.totalDisclosed': 9,
  'disclosure.administrativeLicenses.decisions': 36,
  'disclosure.administrativePenalties.decisions': 12,
  'applications.received.naturalPerson': 12,
  'applications.received.commercialEnterprise': 3,
  'applications.received.total': 15,
  'applications.carriedOver.naturalPerson': 1,
  'applications.carriedOver.total': 1,
  'applications.granted.naturalPerson': 6,
  'applications.granted.commercialEnterprise': 2,
  'applications.granted.total': 8,
  'applications.partiallyGranted.naturalPerson': 2,
  'applications.partiallyGranted.total': 2,
  'applications.unavailable.notHeld.naturalPerson': 3,
  'applications.unavailable.notHeld.commercialEnterprise': 1,
  'applications.unavailable.notHeld.total': 4,
  'applications.total.naturalPerson': 11,
  'applications.total.commercialEnterprise': 3,
  'applications.total.total': 14,
  'applications.carriedForward.naturalPerson': 2,
  'applications.carriedForward.total': 2,
  'disputes.reconsideration.upheld': 2,
  'disputes.reconsideration.pending': 1,
  'disputes.reconsideration.total': 3,
  'disputes.litigationDirect.upheld': 1,
  'disputes.litigationDirect.total': 1,
};

/** What was otherwise last year, so that this year's numbers follow from it. */
const LAST_YEAR: Readonly<Record<string, number>> = {
  ...NUMBERS,
  'disclosure.normativeDocuments.inForce': 8,
  'disclosure.normativeDocuments.totalDisclosed': 7,
  'disclosure.administrativeLicenses.decisions': 31,
  'disclosure.administrativePenalties.decisions': 14,
  'applications.received.naturalPerson': 11,
  'applications.received.total': 14,
  'applications.carriedForward.naturalPerson': 1,
  'applications.carriedForward.total': 1,
};

const YEAR: Readonly<Record<EditionId, number>> = { '2019': 2020, '2021': 2023 };

interface Base {
  readonly edition: EditionId;
  readonly year: number;
  readonly unit: string;
  readonly numbers: Readonly<Record<string, number>>;
}

/** The correct report, in Markdown rows without the blanks of merged cells, so that excerpts are easy to read. */
function baseOf({ edition, year, unit, numbers }: Base): string[] {
  const values = new Map([...zeros(edition)].map(([key, zero]) => [key, numbers[key] ?? zero]));
  return renderReport({ edition, year, unit, layout: 'tsv-collapsed', values })
    .split('\n')
    .map((line) => (line.includes('\t') || line.startsWith('第二十条') ? `| ${line.split('\t').join(' | ')} |` : line));
}

/** What a line is recognised by: its first cell, unless that is a number; outside a table the line without its digits. */
function labelOf(line: string): string {
  if (!line.startsWith('|')) return line.replace(/\d/g, '');
  const first = line.split('|').find((cell) => cell.trim() !== '') ?? '';
  return /^[\s\d]*$/.test(first) ? '|' : first.trim();
}

/**
 * A report with the excerpt in its place. The excerpt's lines replace those of the report from the one with the
 * label of the first line through the one with the label of the last; a line `…` stands for the lines between.
 */
function withExcerpt(report: readonly string[], excerpt: readonly string[]): string {
  const lines = [...report];
  const chunks: string[][] = [[]];
  for (const line of excerpt) {
    if (line === '…') chunks.push([]);
    else chunks.at(-1)?.push(line);
  }
  let from = 0;
  for (const chunk of chunks) {
    const place = (line: string | undefined): number => {
      const at = lines.findIndex((other, index) => index >= from && other !== '' && labelOf(other) === labelOf(line ?? ''));
      if (at < 0) throw new Error(`the report has no such line below the last one: ${line}`);
      return at;
    };
    const has = (line: string | undefined): boolean => lines.some((other) => labelOf(other) === labelOf(line ?? ''));
    // An excerpt may begin the report anew (with another title, say), or end it otherwise.
    const first = chunk === chunks[0] && chunk.length > 1 && !has(chunk[0]) ? 0 : place(chunk[0]);
    from = first;
    const ends = chunk === chunks.at(-1) && chunk.length > 1 && !has(chunk.at(-1));
    const last = ends ? lines.length - 1 : chunk.length > 1 ? place(chunk.at(-1)) : first;
    lines.splice(first, last - first + 1, ...chunk);
    from = first + chunk.length;
  }
  return lines.join('\n');
}

const own = ({ edition }: Example): Base => ({ edition, year: YEAR[edition], unit: UNIT, numbers: NUMBERS });

export const reportWith = (example: Example): string => withExcerpt(baseOf(own(example)), example.excerpt);

/**
 * The other reports by file: last year's, and the members', of which the first has the numbers of the report around
 * every example, and all others have none but those of their excerpt.
 */
export function reportsBeside(example: Example): Readonly<Record<string, string>> {
  const { lastYear, members } = example;
  const base = own(example);
  const last = lastYear && withExcerpt(baseOf({ ...base, year: base.year - 1, numbers: LAST_YEAR }), lastYear);
  const parts = members.map((excerpt, index): [string, string] => [
    `member-${index}.txt`,
    withExcerpt(baseOf({ ...base, unit: `${UNIT}第${index + 1}管理处`, numbers: index === 0 ? NUMBERS : {} }), excerpt),
  ]);
  return { ...(last ? { 'last-year.txt': last } : {}), ...Object.fromEntries(parts) };
}
