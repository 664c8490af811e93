/**
 * Applies fixes to a text until none is left. Value fixes interact, so each report takes one at a time and is
 * checked again; a fix after which a report has more errors than before is not made.
 */
import {
  applyEdits,
  type Configuration,
  type Document,
  type Finding,
  type Fix,
  type FixClass,
  fixesOf,
  joinFixes,
  judge,
  type LintOptions,
  lexiconOf,
  NO_CONFIGURATION,
  parse,
  type Rule,
} from '../../core/index.ts';
import { addEdit, type Note, type Patch } from '../output/patches.ts';
import { type Candidate, candidateOf } from './candidates.ts';

export interface Mended {
  /** The text as it is after the fixes, read again. */
  readonly document: Document;
  readonly findings: readonly Finding[];
  /** What was changed, on the original text. */
  readonly patches: readonly Patch[];
}

/** How a text is read and judged. */
export interface Checker {
  read(text: string): Document;
  findings(document: Document): readonly Finding[];
  fixes(document: Document, finding: Finding): readonly Fix[];
}

interface Judged {
  /** What the project says of the text: what is waived is not fixed. */
  readonly configuration?: Configuration;
  /** Other rules than those of the product. */
  readonly rules?: readonly Rule[];
}

export function checkerOf({ configuration = NO_CONFIGURATION, rules }: Judged = {}): Checker {
  const { settings } = configuration;
  const options: Pick<LintOptions, 'rules'> = rules ? { rules } : {};
  const lexicon = lexiconOf(settings);
  return {
    read: (text) => parse(text, lexicon),
    findings: (document) => judge(document, { ...options, configuration }).findings,
    fixes: (document, finding) => fixesOf(document, finding, { ...options, settings }),
  };
}

/** A text being fixed. `settled` names fixes that are not to be tried again, and cells that are not to be written again. */
export interface Work extends Mended {
  readonly settled: ReadonlySet<string>;
}

export function begin(text: string, checker: Checker): Work {
  const document = checker.read(text);
  return { document, findings: checker.findings(document), patches: [], settled: new Set() };
}

// No report has as many cells, and a value fix never writes a cell twice; safe fixes converge in a round or two.
const MOST_ROUNDS = 500;

export const mend = (text: string, classes: ReadonlySet<FixClass>, judged: Judged = {}): Mended => {
  const checker = checkerOf(judged);
  return goOn(begin(text, checker), classes, checker);
};

/** Applies what needs no choice. */
export function goOn(begun: Work, classes: ReadonlySet<FixClass>, checker: Checker): Work {
  let work = begun;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = choose(work, classes, checker);
    if (chosen.length === 0) break;
    const { done, refused } = attempt(work, chosen, checker);
    work =
      done ??
      settle(
        work,
        refused.map(({ key }) => key),
      );
  }
  return work;
}

export const settle = (work: Work, more: readonly string[]): Work => ({ ...work, settled: new Set([...work.settled, ...more]) });

/** Makes all of `chosen`, or nothing and names those whose reports would have more errors than before. */
export function attempt(
  { document, findings, patches, settled }: Work,
  chosen: readonly Candidate[],
  checker: Checker,
): { readonly done: Work | null; readonly refused: readonly Candidate[] } {
  const edits = joinFixes(chosen.map(({ fix }) => fix));
  const next = checker.read(applyEdits(document.text, edits));
  const left = checker.findings(next);
  const worse = worseReports(document, findings, next, left);
  const refused = chosen.filter(({ report }) => worse === 'all' || worse.has(report));
  if (refused.length > 0) return { done: null, refused };
  const notes = new Map(chosen.flatMap((candidate) => [...candidate.notes]));
  let patched = patches;
  // From the end, so that the places of the edits still to come stay true.
  for (const edit of [...edits].reverse()) patched = addEdit(patched, edit, notes.get(edit) as Note);
  const written = chosen.flatMap(({ writes }) => writes);
  return { done: { document: next, findings: left, patches: patched, settled: new Set([...settled, ...written]) }, refused };
}

/** All safe fixes at once; when none is left, one value fix for each report. */
function choose({ document, findings, settled }: Work, classes: ReadonlySet<FixClass>, checker: Checker): readonly Candidate[] {
  const safe: Candidate[] = [];
  const values = new Map<number, Candidate>();
  for (const finding of findings) {
    const report = document.reports.indexOf(finding.report);
    for (const fix of checker.fixes(document, finding)) {
      const isSafe = fix.class === 'safe';
      if (!classes.has(fix.class) || !(isSafe || fix.preferred) || (!isSafe && values.has(report))) continue;
      const candidate = candidateOf(document, finding, fix);
      if (settled.has(candidate.key) || candidate.writes.some((cell) => settled.has(cell))) continue;
      if (isSafe) safe.push(candidate);
      else values.set(report, candidate);
      break;
    }
  }
  return safe.length > 0 ? safe : [...values.values()];
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
