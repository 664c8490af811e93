/** Fixes with a person who chooses: finding by finding, the text read and checked again after each choice. */
import type { Document, Finding, Fix } from '../../core/index.ts';
import { type Candidate, candidateOf } from './candidates.ts';
import { attempt, begin, type Checker, decline, goOn, type Mended, type Work } from './mend.ts';

const SAFE = new Set(['safe'] as const);
const VALUES = new Set(['safe', 'value'] as const);

export interface Question {
  readonly document: Document;
  readonly finding: Finding;
  /** At least one; the preferred one first. */
  readonly fixes: readonly Fix[];
  /** The answer to the same question that was not made, since the report would have more errors. */
  readonly refused: Fix | null;
}

export type Answer =
  | { readonly kind: 'fix'; readonly fix: Fix }
  | { readonly kind: 'skip' }
  /** The preferred fixes of whatever was not asked yet, here and in other files. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'stop' };

export interface Asked {
  readonly mended: Mended;
  /** How the person ended it; `through` when there was nothing more to ask. */
  readonly ended: 'through' | 'rest' | 'stop';
}

/** `safe` fixes are made unasked, as everywhere. */
export async function mendAsking(text: string, ask: (question: Question) => Promise<Answer>, checker: Checker): Promise<Asked> {
  let work = goOn(begin(text, checker), SAFE, checker);
  const past = new Map<string, number>();
  const pass = (id: string): void => void past.set(id, (past.get(id) ?? 0) + 1);
  const declined = new Set<string>();
  let refused: Fix | null = null;
  for (;;) {
    const asked = nextOf(work, past, declined, checker);
    if (!asked) return { mended: work, ended: 'through' };
    const { finding, fixes, id } = asked;
    const answer = await ask({ document: work.document, finding, fixes, refused });
    refused = null;
    if (answer.kind === 'stop') return { mended: work, ended: 'stop' };
    if (answer.kind === 'rest') return { mended: goOn(work, VALUES, checker), ended: 'rest' };
    if (answer.kind === 'skip') {
      pass(id);
      // What a person declined is not made under another finding’s name either.
      const offered = fixes.map((fix) => candidateOf(work.document, finding, fix));
      for (const one of offered) if (one.fix.preferred) declined.add(remedyOf(one));
      work = decline(
        work,
        offered.flatMap(({ key, fix, writes }) => (fix.preferred ? [key, ...writes] : [key])),
      );
      continue;
    }
    const { done } = attempt(work, [candidateOf(work.document, finding, answer.fix)], checker);
    if (!done) {
      refused = answer.fix;
      continue;
    }
    const before = countOf(work, id);
    work = goOn(done, SAFE, checker);
    // A finding that a fix does not clear is not asked for ever.
    if (countOf(work, id) >= before) pass(id);
  }
}

/** The first finding with a choice that was not passed by; alike findings are told apart by their number. */
function nextOf({ document, findings }: Work, past: ReadonlyMap<string, number>, declined: ReadonlySet<string>, checker: Checker) {
  const seen = new Map<string, number>();
  for (const finding of findings) {
    const id = identityOf(document, finding);
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    if (count <= (past.get(id) ?? 0)) continue;
    const fixes = checker.fixes(document, finding).filter((fix) => fix.class !== 'safe');
    const preferred = fixes.find((fix) => fix.preferred);
    // A wrong cell and the sums that it breaks have one remedy: it is asked about once.
    if (preferred && declined.has(remedyOf(candidateOf(document, finding, preferred)))) continue;
    if (fixes.length > 0) return { finding, fixes: [...fixes].sort((a, b) => Number(b.preferred) - Number(a.preferred)), id };
  }
  return null;
}

/** What a fix writes where, but for the place, which other fixes may move. */
const remedyOf = ({ writes, fix }: Candidate): string => `${writes.join()} ${fix.edits.map(({ newText }) => newText).join()}`;

const countOf = ({ document, findings }: Work, id: string): number =>
  findings.filter((finding) => identityOf(document, finding) === id).length;

/** Not by place: an inserted row moves what stands below. */
const identityOf = ({ reports }: Document, { rule, report, cells, message }: Finding): string =>
  `${rule} ${reports.indexOf(report)} ${cells.join()} ${message['zh-cn']}`;
