/** Edits made one after the other are the same text as their patches made at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEdit, type Note, type Patch, placesOf } from '../../../server/src/cli/output/patches.ts';
import { applyEdits, say } from '../../../server/src/core/index.ts';

const note = (id: string): Note => ({ id, cell: id, title: say(id, id) });
const step = fc.record({ at: fc.nat(1000), length: fc.nat(6), newText: fc.string({ maxLength: 5 }) });

describe('addEdit', () => {
  it('keeps patches apart and in order, and their text that of the edits in turn', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(step, { maxLength: 12 }), (original, steps) => {
        let current = original;
        let patches: readonly Patch[] = [];
        steps.forEach(({ at, length, newText }, index) => {
          const start = at % (current.length + 1);
          const edit = { span: { start, end: Math.min(start + length, current.length) }, newText };
          current = applyEdits(current, [edit]);
          patches = addEdit(patches, edit, note(String(index)));
        });
        expect(applyEdits(original, patches)).toBe(current);
        const places = placesOf(patches);
        patches.forEach(({ span, newText }, index) => {
          expect(span.start).toBeGreaterThanOrEqual(patches[index - 1]?.span.end ?? 0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          const place = places[index] as number;
          expect(current.slice(place, place + newText.length)).toBe(newText);
        });
      }),
      { numRuns: 3000 },
    );
  });

  it('makes one patch of two edits of one cell', () => {
    const once = addEdit([], { span: { start: 3, end: 5 }, newText: '120' }, note('a'));
    const twice = addEdit(once, { span: { start: 3, end: 6 }, newText: '7' }, note('a'));
    expect(twice).toEqual([{ span: { start: 3, end: 5 }, newText: '7', notes: [note('a')] }]);
  });
});
