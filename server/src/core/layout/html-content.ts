/** The text inside a piece of markup: which stretches of the source show, and what they show. */
import { isSpace } from '../text/normalise.ts';
import type { Run, Shown } from './token.ts';

export interface Content {
  readonly runs: Run[];
  text: string;
  /** Where text goes when there is none: behind the innermost tag opened so far. */
  insertion: number;
  /** Holds a table: a cell that only lays out the page. */
  container: boolean;
}

export const newContent = (insertion: number): Content => ({ runs: [], text: '', insertion, container: false });

export function addRun(content: Content, start: number, end: number, shown: string): void {
  if (end > start) content.runs.push({ start, end, at: content.text.length });
  content.text += shown;
}

/** A line break inside the content; at its beginning it shows nothing. */
export function breakLine(content: Content): void {
  if (content.text) content.text += '\n';
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
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
