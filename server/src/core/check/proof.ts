/** Every fix is proven before it is offered: it is applied, the report is read again, and all that it promises holds. */

import { violatedOf } from '../diagnosis/diagnosis.ts';
import type { Finding, Fix, Numbers } from '../finding/finding.ts';
import type { Rule } from '../finding/rule.ts';
import { DEFAULT_SETTINGS, severityIn } from '../finding/settings.ts';
import { applyEdits, type Change, joinFixes } from '../fix/edits.ts';
import { parse } from '../report/parse.ts';
import { type BoundCell, type Document, type Report, tableOf, valuesOf } from '../report/report.ts';
import { residual } from '../statute/relations.ts';
import { memo } from '../text/memo.ts';
import { type LintOptions, lint, proposalsOf } from './lint.ts';
import { rules as allRules } from './rules/index.ts';

type Options = Pick<LintOptions, 'rules' | 'settings'>;
/** What a fix does and says of itself. */
export type Promised = Change & Pick<Fix, 'breaks' | 'preferred'>;

/** A report and what is found in it. */
export interface Judged {
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** How many of the findings are errors. */
  readonly errors: number;
}

export const errorsIn = (findings: readonly Finding[]): number => findings.filter(({ severity }) => severity === 'error').length;

/** What is read in a cell: a number, a blank, nothing, or the state that says why there is no number. */
const readIn = ({ state, value }: BoundCell): number | null | BoundCell['state'] =>
  state === 'number' ? value : state === 'blank' ? null : state;

const numbersOf = memo(({ tables }: Report): ReadonlyMap<string, ReturnType<typeof readIn>> => {
  const numbers = new Map<string, ReturnType<typeof readIn>>();
  for (const { cells } of tables) for (const cell of cells) if (cell) numbers.set(cell.spec.key, readIn(cell));
  return numbers;
});

/** Whether the numbers that it names are what it says, and all others are what they were. */
export function changesOnly(written: Numbers, before: Report, after: Report): boolean {
  const [old, now] = [numbersOf(before), numbersOf(after)];
  for (const [key, value] of old) if (!written.has(key) && now.get(key) !== value) return false;
  for (const key of now.keys()) if (!written.has(key) && !old.has(key)) return false;
  for (const [key, value] of written) if (now.get(key) !== value) return false;
  return true;
}

/** How many relations held and no longer do. A table of another form has other relations. */
function brokenIn(before: Report, after: Report): number {
  return before.tables.reduce((sum, table) => {
    const same = tableOf(after, table.spec.id);
    if (same?.spec !== table.spec) return sum;
    const old = valuesOf(table);
    return sum + violatedOf(same).filter((relation) => residual(relation, old) === 0).length;
  }, 0);
}

/** What there is to do: places and cells that findings speak of. Preferred fixes leave less of it, so that they come to an end. */
const workIn = (findings: readonly Finding[]): number => findings.reduce((sum, { cells }) => sum + Math.max(1, cells.length), 0);

/** The law of all fixes. One whose title says that relations break may bring the errors that say the same. */
export function holds({ numbers = NOTHING, breaks, preferred }: Promised, before: Judged, after: Judged): boolean {
  return (
    changesOnly(numbers, before.report, after.report) &&
    brokenIn(before.report, after.report) <= breaks &&
    after.errors <= before.errors + breaks &&
    (!preferred || workIn(after.findings) < workIn(before.findings))
  );
}
const NOTHING: Numbers = new Map();

/** A report in the least text that is read as it is. */
interface Ground {
  readonly document: Document;
  /** Where that text begins in the whole one. */
  readonly offset: number;
  readonly judged: Judged;
}

type Prover = (report: Report, fix: Promised, finding?: Finding) => boolean;

/** Nothing is read before it is asked, and no more than the report concerned. */
function proverFor(document: Document, options: Options): Prover {
  const { settings = DEFAULT_SETTINGS, rules = allRules } = options;
  // Most fixes need no more: whatever else is found, only a preferred one has to lessen.
  const grave = rules.filter(({ meta }) => severityIn(settings, meta.id, meta.severity) === 'error');
  const judgedIn = (text: Document, report: Report): Judged => {
    const foundBy = (some: readonly Rule[]): readonly Finding[] =>
      lint(text, { settings, rules: some }).filter((finding) => finding.report === report);
    let found: readonly Finding[] | null = null;
    let errors: number | null = null;
    return {
      report,
      get findings() {
        found ??= foundBy(rules);
        return found;
      },
      get errors() {
        errors ??= errorsIn(found ?? foundBy(grave));
        return errors;
      },
    };
  };
  const grounds = new Map<Report, Ground>();
  const groundOf = (report: Report): Ground => {
    const known = grounds.get(report) ?? makeGround(report);
    grounds.set(report, known);
    return known;
  };
  const makeGround = (report: Report): Ground => {
    const { start, end } = report.span;
    if (document.reports.length > 1) {
      const alone = parse(document.text.slice(start, end), document.lexicon);
      const [same, ...more] = alone.reports;
      if (same && more.length === 0 && changesOnly(NOTHING, report, same))
        return { document: alone, offset: start, judged: judgedIn(alone, same) };
    }
    return { document, offset: 0, judged: judgedIn(document, report) };
  };
  const verdicts = new Map<string, boolean>();
  const proves: Prover = (report, fix, finding) => {
    const { numbers = NOTHING, edits, breaks, preferred } = fix;
    const key = JSON.stringify([
      document.reports.indexOf(report),
      [...numbers],
      edits,
      breaks,
      preferred,
      finding && [finding.rule, finding.cells, finding.span.start],
    ]);
    const known = verdicts.get(key) ?? prove(groundOf(report), fix, finding);
    verdicts.set(key, known);
    return known;
  };
  const prove = ({ document: old, offset, judged }: Ground, fix: Promised, finding?: Finding): boolean => {
    const edits = fix.edits.map(({ span, newText }) => ({ span: { start: span.start - offset, end: span.end - offset }, newText }));
    if (edits.some(({ span }) => span.start < 0 || span.end > old.text.length)) return false;
    const now = parse(applyEdits(old.text, edits), old.lexicon);
    const report = now.reports[old.reports.indexOf(judged.report)];
    const isRest = (one: Report, index: number): boolean =>
      one === judged.report || changesOnly(NOTHING, one, now.reports[index] as Report);
    if (!report || now.reports.length !== old.reports.length || !old.reports.every(isRest)) return false;
    const after = judgedIn(now, report);
    return (
      holds(fix, judged, after) && !(finding && isAskedAgain(now, after, judged, fix, finding, moved(finding.span.start - offset, edits)))
    );
  };
  const isAskedAgain = (now: Document, after: Judged, before: Judged, fix: Change, { rule, cells }: Finding, start: number): boolean => {
    const own = rules.filter(({ meta }) => meta.id === rule);
    const left = lint(now, { settings, rules: own }).filter(({ report }) => report === after.report);
    // Where fewer are left, what stands at the place now is the next of several that are alike.
    if (left.length < before.findings.filter((other) => other.rule === rule).length) return false;
    const isSame = (other: Finding): boolean => (cells.length > 0 ? other.cells.join() === cells.join() : other.span.start === start);
    const again = left.filter(isSame).flatMap((other) => proposalsOf(now, other, options));
    return again.some((other) => textsOf(other) === textsOf(fix) && applyEdits(now.text, other.edits) !== now.text);
  };
  return proves;
}

const textsOf = ({ edits }: Change): string => JSON.stringify(edits.map(({ newText }) => newText));
/** Where a place stands after the edits before it. */
const moved = (place: number, edits: Change['edits']): number =>
  edits.reduce((at, { span, newText }) => (span.end <= place ? at + newText.length - (span.end - span.start) : at), place);

const provers = new WeakMap<Document, { readonly options: Options; readonly prover: Prover }>();
/** Of a document that is judged by the same rules and settings there is one: it proves nothing twice. */
function proverOf(document: Document, options: Options): Prover {
  const known = provers.get(document);
  if (known && known.options.rules === options.rules && known.options.settings === options.settings) return known.prover;
  const prover = proverFor(document, options);
  provers.set(document, { options, prover });
  return prover;
}

/** The fixes of a finding that are proven. */
export function fixesOf(document: Document, finding: Finding, options: Options = {}): readonly Fix[] {
  const proves = proverOf(document, options);
  return proposalsOf(document, finding, options).filter((fix) => proves(finding.report, fix, finding));
}

/** Whether a fix of a report keeps what it promises; one for a `finding` must not be offered for it again afterwards. */
export const isProven = (document: Document, report: Report, fix: Promised, options: Options = {}, finding?: Finding): boolean =>
  proverOf(document, options)(report, fix, finding);

/** As many fixes of a report as hold together, as one change. A few that do not are found by halves, not one by one. */
export function joinProven<T extends Change & Pick<Fix, 'preferred'>>(
  document: Document,
  report: Report,
  fixes: readonly T[],
  options: Options = {},
): Change & { readonly fixes: readonly T[] } {
  const hold = (some: readonly T[]): boolean =>
    isProven(document, report, { ...joinFixes(some), breaks: 0, preferred: some.every(({ preferred }) => preferred) }, options);
  const addTo = (kept: readonly T[], some: readonly T[]): readonly T[] => {
    if (some.length === 0) return kept;
    const all = [...kept, ...some];
    if (hold(all)) return all;
    const middle = some.length >> 1;
    return middle === 0 ? kept : addTo(addTo(kept, some.slice(0, middle)), some.slice(middle));
  };
  const kept = addTo([], fixes);
  return { ...joinFixes(kept), fixes: kept };
}

/** Of the fixes of a finding: none, those that need no choice, or each. */
export type FixesWanted = 'none' | 'preferred' | 'all';

/**
 * The fixes of all findings of a report that are proven. Safe ones and those in the prose may be as many as the text has
 * lines: they are proven together and not one by one. So are, where no others are wanted, all that need no choice.
 */
export function fixesOfAll(
  document: Document,
  report: Report,
  findings: readonly Finding[],
  wanted: FixesWanted,
  options: Options = {},
): (finding: Finding) => readonly Fix[] {
  if (wanted === 'none') return () => [];
  const isWanted = ({ preferred }: Fix): boolean => wanted === 'all' || preferred;
  const proposals = new Map(findings.map((finding) => [finding, proposalsOf(document, finding, options).filter(isWanted)]));
  const isJoined = ({ table }: Finding, { preferred, numbers, breaks, class: risk }: Fix): boolean =>
    preferred ? wanted === 'preferred' || risk === 'safe' : table === undefined && numbers === undefined && breaks === 0;
  // Of several for one finding only one can be made.
  const joined = [...proposals].flatMap(([finding, fixes]) => fixes.find((fix) => isJoined(finding, fix)) ?? []);
  const [certain, chosen] = [joined.filter(({ preferred }) => preferred), joined.filter(({ preferred }) => !preferred)];
  const kept = new Set([certain, chosen].flatMap((some) => joinProven(document, report, some, options).fixes));
  const tried = new Set(joined);
  return (finding) =>
    (proposals.get(finding) ?? []).filter((fix) => (tried.has(fix) ? kept.has(fix) : isProven(document, report, fix, options, finding)));
}
