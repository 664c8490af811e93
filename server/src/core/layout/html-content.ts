/** The text inside a piece of markup: which stretches of the source show, and what they show. */
import { isSpace } from '../text/normalise.ts';
import type { Run, Shown } from './paragraph.ts';

export interface Content {
  readonly runs: Run[];
  /** For each line break, the number of runs before it. */
  readonly breaks: number[];
  text: string;
  /** Where text goes when there is none: after the innermost tag opened so far. */
  insertion: number;
  /** Holds a table: a cell that only lays out the page. */
  container: boolean;
}

export const newContent = (insertion: number): Content => ({ runs: [], breaks: [], text: '', insertion, container: false });

export function addRun(content: Content, start: number, end: number, shown: string): void {
  if (end > start) content.runs.push({ start, end, at: content.text.length });
  content.text += shown;
}

/** A line break inside the content; at its beginning it shows nothing. */
export function breakLine(content: Content): void {
  if (!content.text) return;
  content.text += '\n';
  content.breaks.push(content.runs.length);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** The content line by line: what a cell holds that turns out to lay out the page. */
export function linesOf({ runs, breaks, text, insertion }: Content): Content[] {
  const lines: Content[] = [];
  let from = 0;
  for (const to of [...breaks, runs.length]) {
    const own = runs.slice(from, to);
    const start = own[0]?.at ?? 0;
    const end = runs[to]?.at ?? text.length;
    if (own.length > 0) {
      const moved = own.map((run): Run => ({ ...run, at: run.at - start }));
      lines.push({ ...newContent(insertion), runs: moved, text: text.slice(start, end) });
    }
    from = to;
  }
  return lines;
}

const AMPERSAND = 0x26;

/** The span of the content, and what it shows where that is not the source itself; nothing where it is empty. */
export function finish(source: string, { runs, text }: Content): { start: number; end: number; shown?: Shown } | null {
  const inked = runs.filter(
    (run, index) => source.charCodeAt(run.start) === AMPERSAND || !isBlank(text, run.at, runs[index + 1]?.at ?? text.length),
  );
  const first = inked[0];
  const last = inked[inked.length - 1];
  if (!first || !last) return null;
  const plain = inked.length === 1 && source.charCodeAt(first.start) !== AMPERSAND;
  const { start } = first;
  return plain ? { start, end: last.end } : { start, end: last.end, shown: { text, runs: inked } };
}
