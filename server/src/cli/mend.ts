/**
 * Applies fixes to a text until none is left. Value fixes interact, so each report takes one at a time and is
 * checked again; a fix after which a report has more errors than before is not made.
 */
import {
  applyEdits,
  type Configuration,
  type Document,
  type Edit,
  type Finding,
  type Fix,
  type FixClass,
  fixesOf,
  joinFixes,
  type LintOptions,
  lexiconOf,
  lint,
  NO_CONFIGURATION,
  parse,
  type Report,
  type Rule,
  review,
  type Span,
} from '../core/index.ts';
import { addEdit, type Note, type Patch } from './patches.ts';

export interface Mended {
  /** The text as it is after the fixes, read again. */
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** What was changed, on the original text. */
  readonly patches: readonly Patch[];
}

interface Candidate {
  readonly key: string;
  readonly report: number;
  readonly fix: Fix;
  /** The cells that it writes, by report. */
  readonly writes: readonly string[];
  readonly notes: ReadonlyMap<Edit, Note>;
}

// No report has as many cells, and a value fix never writes a cell twice; safe fixes converge in a round or two.
const MOST_ROUNDS = 500;

export interface MendOptions {
  /** What the project says of this text: what is waived is not mended. */
  readonly configuration?: Configuration;
  /** Other rules than those of the product. */
  readonly rules?: readonly Rule[];
}

export function mend(text: string, classes: ReadonlySet<FixClass>, { configuration = NO_CONFIGURATION, rules }: MendOptions = {}): Mended {
  const { settings, waivers } = configuration;
  const options: LintOptions = { settings, ...(rules ? { rules } : {}) };
  const lexicon = lexiconOf(settings);
  const findingsOf = (read: Document): readonly Finding[] => review(read, lint(read, options), waivers).findings;
  let document = parse(text, lexicon);
  let findings = findingsOf(document);
  let patches: readonly Patch[] = [];
  const settled = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = choose(document, findings, classes, settled, options);
    if (chosen.length === 0) break;
    const edits = joinFixes(chosen.map(({ fix }) => fix));
    const next = parse(applyEdits(document.text, edits), lexicon);
    const left = findingsOf(next);
    const worse = worseReports(document, findings, next, left);
    const refused = chosen.filter(({ report }) => worse === 'all' || worse.has(report));
    if (refused.length > 0) {
      for (const { key } of refused) settled.add(key);
      continue;
    }
    const notes = new Map(chosen.flatMap((candidate) => [...candidate.notes]));
    // From the end, so that the places of the edits still to come stay true.
    for (const edit of [...edits].reverse()) patches = addEdit(patches, edit, notes.get(edit) as Note);
    for (const { writes } of chosen) for (const cell of writes) settled.add(cell);
    document = next;
    findings = left;
  }
  return { document, findings, patches };
}

/** All safe fixes at once; when none is left, one value fix for each report. */
function choose(
  document: Document,
  findings: readonly Finding[],
  classes: ReadonlySet<FixClass>,
  settled: ReadonlySet<string>,
  options: LintOptions,
): readonly Candidate[] {
  const safe: Candidate[] = [];
  const values = new Map<number, Candidate>();
  for (const finding of findings) {
    const report = document.reports.indexOf(finding.report);
    for (const fix of fixesOf(document, finding, options)) {
      const isSafe = fix.class === 'safe';
      if (!classes.has(fix.class) || !(isSafe || fix.preferred) || (!isSafe && values.has(report))) continue;
      const candidate = candidateOf(document, finding, fix, report);
      if (settled.has(candidate.key) || candidate.writes.some((cell) => settled.has(cell))) continue;
      if (isSafe) safe.push(candidate);
      else values.set(report, candidate);
      break;
    }
  }
  return safe.length > 0 ? safe : [...values.values()];
}

function candidateOf(document: Document, finding: Finding, fix: Fix, report: number): Candidate {
  const edits = fix.edits.map(({ span, newText }): Edit => ({ span, newText: withLineEnds(document.text, newText) }));
  // Not by place alone: an earlier fix may have moved it.
  const about = finding.cells.length > 0 ? finding.cells.join() : finding.span.start;
  const key = `${finding.rule} ${report} ${about} ${edits.map(({ newText }) => newText).join()}`;
  const cells = edits.map(({ span }) => cellAt(finding.report, span));
  const notes = edits.map((edit, index): [Edit, Note] => {
    const cell = cells[index] ?? null;
    return [edit, { id: cell === null ? key : `${report} ${cell}`, cell, title: fix.title }];
  });
  const writes = fix.class === 'value' ? cells.filter((cell) => cell !== null).map((cell) => `${report} ${cell}`) : [];
  return { key, report, fix: { ...fix, edits }, writes, notes: new Map(notes) };
}

/** A file whose lines all end in CRLF gets no other line ends. */
const withLineEnds = (text: string, newText: string): string =>
  newText.includes('\n') && text.includes('\r\n') && !/(?<!\r)\n/.test(text) ? newText.replace(/\r?\n/g, '\r\n') : newText;

function cellAt(report: Report, { start, end }: Span): string | null {
  const covers = (span: Span): boolean => span.start === start && span.end === end;
  for (const { cells } of report.tables) {
    const cell = cells.find((one) => one && (covers(one.span) || one.pieces?.some(covers)));
    if (cell) return cell.spec.key;
  }
  return null;
}

/** The reports, by index, that have more errors than before; all of them where a fix has joined or split reports. */
function worseReports(document: Document, findings: readonly Finding[], next: Document, left: readonly Finding[]): 'all' | Set<number> {
  if (next.reports.length !== document.reports.length) return 'all';
  const before = errorsOf(document, findings);
  const after = errorsOf(next, left);
  return new Set([...after].filter(([report, count]) => count > (before.get(report) ?? 0)).map(([report]) => report));
}

function errorsOf({ reports }: Document, findings: readonly Finding[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { severity, report } of findings) {
    if (severity !== 'error') continue;
    const index = reports.indexOf(report);
    counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}
