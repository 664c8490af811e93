/**
 * Applies fixes to a text until none is left. Value fixes interact, so each report takes one at a time and is
 * read and checked again; what does not hold together is not made.
 */
import {
  applyEdits,
  type Configuration,
  type Document,
  errorsIn,
  type Finding,
  type Fix,
  type FixClass,
  fixesOf,
  holds,
  isProven,
  type Judged,
  joinFixes,
  judge,
  type LintOptions,
  lexiconOf,
  NO_CONFIGURATION,
  parse,
  proposalsOf,
  type Report,
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
  /** What a rule has for a finding; what is made of it is proven together. */
  proposals(document: Document, finding: Finding): readonly Fix[];
  /** Those that are proven. */
  fixes(document: Document, finding: Finding): readonly Fix[];
  proves(document: Document, finding: Finding, fix: Fix): boolean;
}

interface Judging {
  /** What the project says of the text: what is waived is not fixed. */
  readonly configuration?: Configuration;
  /** Other rules than those of the product. */
  readonly rules?: readonly Rule[];
}

export function checkerOf({ configuration = NO_CONFIGURATION, rules }: Judging = {}): Checker {
  const { settings } = configuration;
  const options: Pick<LintOptions, 'rules'> = rules ? { rules } : {};
  const lexicon = lexiconOf(settings);
  return {
    read: (text) => parse(text, lexicon),
    findings: (document) => judge(document, { ...options, configuration }).findings,
    proposals: (document, finding) => proposalsOf(document, finding, { ...options, settings }),
    fixes: (document, finding) => fixesOf(document, finding, { ...options, settings }),
    proves: (document, finding, fix) => isProven(document, finding.report, fix, { ...options, settings }, finding),
  };
}

/** A text being fixed. */
export interface Work extends Mended {
  /** Fixes, and cells to be written, that a person has declined. */
  readonly declined: ReadonlySet<string>;
  /** Fixes that do not hold in the text as it is now. */
  readonly refused: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

export function begin(text: string, checker: Checker): Work {
  const document = checker.read(text);
  return { document, findings: checker.findings(document), patches: [], declined: NONE, refused: NONE };
}

export const mend = (text: string, classes: ReadonlySet<FixClass>, judged: Judging = {}): Mended => {
  const checker = checkerOf(judged);
  return goOn(begin(text, checker), classes, checker);
};

/** Applies what needs no choice. It comes to an end: each fix made leaves less to do, and one refused is tried again only in another text. */
export function goOn(begun: Work, classes: ReadonlySet<FixClass>, checker: Checker): Work {
  let work = begun;
  for (;;) {
    const chosen = choose(work, classes, checker);
    if (chosen.length === 0) return work;
    const { done, refused } = attempt(work, chosen, checker);
    work = done ?? { ...work, refused: new Set([...work.refused, ...refused.map(({ key }) => key)]) };
  }
}

export const decline = (work: Work, more: readonly string[]): Work => ({ ...work, declined: new Set([...work.declined, ...more]) });

/** Makes all of `chosen`, or nothing and names those that do not hold: one by one where they hold alone, but not together. */
export function attempt(
  work: Work,
  chosen: readonly Candidate[],
  checker: Checker,
): { readonly done: Work | null; readonly refused: readonly Candidate[] } {
  const { document, findings, patches } = work;
  const parts = document.reports.map((_, index) => joinFixes(chosen.filter(({ report }) => report === index).map(({ fix }) => fix)));
  const edits = parts.flatMap((part) => part.edits);
  const next = checker.read(applyEdits(document.text, edits));
  const left = checker.findings(next);
  const breaking = document.reports.flatMap((report, index) => {
    const own = chosen.filter((candidate) => candidate.report === index).map(({ fix }) => fix);
    const promised = {
      ...(parts[index] ?? { edits: [] }),
      breaks: own.reduce((sum, { breaks }) => sum + breaks, 0),
      preferred: own.length > 0 && own.every(({ preferred }) => preferred),
    };
    const after = next.reports[index];
    const sound = after && next.reports.length === document.reports.length;
    if (!sound) return [index];
    const [was, is] = [judgedOf(report, findings), judgedOf(after, left)];
    // What a menu offers with a warning is not written here: a person would not see the errors that it brings.
    return holds(promised, was, is) && is.errors <= was.errors ? [] : [index];
  });
  if (breaking.length > 0) return { done: null, refused: breaking.flatMap((index) => culprits(work, chosen, index, checker)) };
  const notes = new Map(chosen.flatMap((candidate) => [...candidate.notes]));
  let patched = patches;
  // From the end, so that the places of the edits still to come stay true.
  for (const edit of [...edits].reverse()) patched = addEdit(patched, edit, notes.get(edit) as Note);
  return { done: { ...work, document: next, findings: left, patches: patched, refused: NONE }, refused: [] };
}

const judgedOf = (report: Report, all: readonly Finding[]): Judged => {
  const findings = all.filter((finding) => finding.report === report);
  return { report, findings, errors: errorsIn(findings) };
};

/** Of the fixes of a report that do not hold together, those that do not hold alone; else all but the first. */
function culprits({ document }: Work, chosen: readonly Candidate[], report: number, checker: Checker): readonly Candidate[] {
  const own = chosen.filter((candidate) => candidate.report === report);
  const wrong = own.filter(({ finding, fix }) => !checker.proves(document, finding, fix));
  if (wrong.length > 0) return wrong;
  return own.length > 1 ? own.slice(1) : own;
}

/** All safe fixes at once; when none is left, one value fix for each report. */
function choose(work: Work, classes: ReadonlySet<FixClass>, checker: Checker): readonly Candidate[] {
  const { document, findings, declined, refused } = work;
  const safe: Candidate[] = [];
  const values = new Map<number, Candidate>();
  for (const finding of findings) {
    const report = document.reports.indexOf(finding.report);
    for (const fix of checker.proposals(document, finding)) {
      const isSafe = fix.class === 'safe';
      if (!classes.has(fix.class) || !fix.preferred || (!isSafe && values.has(report))) continue;
      const candidate = candidateOf(document, finding, fix);
      if ([candidate.key, ...candidate.writes].some((one) => declined.has(one)) || refused.has(candidate.key)) continue;
      if (isSafe) safe.push(candidate);
      else values.set(report, candidate);
      break;
    }
  }
  return safe.length > 0 ? safe : [...values.values()];
}
