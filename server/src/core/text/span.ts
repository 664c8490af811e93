/** A stretch of the source: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that holds all of `spans` (at least one). */
export function cover(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return { start, end };
}

/** Spans in the order of the text, those that touch or overlap as one. */
export function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of spans.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start)) {
    const last = all[all.length - 1];
    if (last && start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else all.push({ start, end });
  }
  return all;
}

/** The stretches of `whole` outside of `parts`, which are `merged`. */
export function uncovered(whole: Span, parts: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let from = whole.start;
  for (const { start, end } of parts) {
    if (start >= whole.end) break;
    if (start > from) gaps.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < whole.end) gaps.push({ start: from, end: whole.end });
  return gaps;
}

/** Whether tags stand between the characters of a place: to write over it would tear an element apart. */
export const holdsTags = (text: string, { start, end }: Span): boolean => text.slice(start, end).includes('<');
