/** Collects edits that are made one after the other as patches on the text that they began with. */
import type { Edit, Localized, Span } from '../../core/index.ts';

/** What a patch belongs to. Patches of one cell, or of one fix, carry the same `id`. */
export interface Note {
  readonly id: string;
  /** The key of the cell that it writes; `null` for a fix that is not about one cell. */
  readonly cell: string | null;
  readonly title: Localized;
}

export interface Patch {
  /** In the original text. */
  readonly span: Span;
  readonly newText: string;
  readonly notes: readonly Note[];
}

/** Adds an edit whose span lies in the text as patched so far. Patches stay in order and apart. */
export function addEdit(patches: readonly Patch[], { span, newText }: Edit, note: Note): Patch[] {
  const before: Patch[] = [];
  const after: Patch[] = [];
  // How much longer the patched text is than the original, up to the place under consideration.
  let shift = 0;
  let start: number | null = null;
  let end: number | null = null;
  let [prefix, suffix] = ['', ''];
  const notes: Note[] = [];
  for (const patch of patches) {
    const from = patch.span.start + shift;
    const to = from + patch.newText.length;
    const earlier = to <= span.start && from < Math.max(span.end, span.start + 1);
    const later = from >= span.end && !earlier;
    if (earlier) before.push(patch);
    else {
      // The first patch that is not before the edit: between it and the last one before, offsets differ by `shift`.
      start ??= span.start - shift;
      if (later) {
        end ??= span.end - shift;
        after.push(patch);
      } else {
        if (from <= span.start) {
          start = patch.span.start;
          prefix = patch.newText.slice(0, span.start - from);
        }
        if (to >= span.end) {
          end = patch.span.end;
          suffix = patch.newText.slice(span.end - from);
        }
        notes.push(...patch.notes.filter(({ id }) => id !== note.id));
      }
    }
    shift += patch.newText.length - (patch.span.end - patch.span.start);
  }
  const merged = { start: start ?? span.start - shift, end: end ?? span.end - shift };
  return [...before, { span: merged, newText: prefix + newText + suffix, notes: [...notes, note] }, ...after];
}

/** Where each patch begins in the patched text. */
export function placesOf(patches: readonly Patch[]): number[] {
  let shift = 0;
  return patches.map(({ span, newText }) => {
    const place = span.start + shift;
    shift += newText.length - (span.end - span.start);
    return place;
  });
}
