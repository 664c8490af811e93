/** Patches in bytes: everything else stays, byte for byte, in every encoding. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodePatches } from '../../../server/src/cli/output/encode.ts';
import type { Patch } from '../../../server/src/cli/output/patches.ts';
import { applyEdits } from '../../../server/src/core/index.ts';
import { BYTE_ORDER_MARKS, decode, type Encoding } from '../../../server/src/core/text/decode.ts';
import { encoded } from '../samples.ts';

const patch = (start: number, end: number, newText: string): Patch => ({ span: { start, end }, newText, notes: [] });
const ENCODINGS = Object.keys(BYTE_ORDER_MARKS) as Encoding[];
// One, two, three and four bytes in UTF-8; one, two and four in GB18030; one unit and two in UTF-16.
const CHARS = ['1', 'é', '总', '“', '€', '𠮷', '㆐', '\n'];

describe('encodePatches', () => {
  it.each(ENCODINGS.flatMap((encoding) => (['bom', 'no bom'] as const).map((mark) => [encoding, mark] as const)))(
    'writes %s (%s) as an encoder of the whole text would',
    async (encoding, mark) => {
      const chars = fc.array(fc.constantFrom(...CHARS), { maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(chars, chars, chars, chars, async (head, old, tail, now) => {
          const [before, after] = [head.join(''), tail.join('')];
          const text = before + old.join('') + after;
          const patches = [patch(before.length, text.length - after.length, now.join(''))];
          const expected = applyEdits(text, patches);
          const result = await encodePatches(encoded(text, encoding, mark), { encoding, bom: mark === 'bom' }, patches, expected);
          expect(result).toEqual({ kind: 'bytes', bytes: encoded(expected, encoding, mark) });
        }),
      );
    },
  );

  it('keeps bytes that an encoder would write differently', async () => {
    // A6D9 stands for a vertical comma in the newer table and for a private character in the older one.
    const bytes = Buffer.concat([encoded('年报', 'gb18030'), Buffer.from([0xa6, 0xd9, 0x80]), encoded('：21件', 'gb18030')]);
    const decoded = decode(bytes);
    if (decoded.kind === 'problem') throw new Error('not read');
    const at = decoded.text.indexOf('21');
    const result = await encodePatches(bytes, decoded, [patch(at, at + 2, '20')], decoded.text.replace('21', '20'));
    const expected = Buffer.from(bytes);
    expected[expected.indexOf('21') + 1] = '0'.charCodeAt(0);
    expect(result).toEqual({ kind: 'bytes', bytes: expected });
  });

  it.each<[Encoding, string]>([
    ['gb18030', '\ue78d'],
    ['gb18030', '\ud842'],
    ['utf-8', '\ud842'],
  ])('names what %s cannot write, and its place in the new text', async (encoding, char) => {
    const text = '甲\n乙丙';
    const patches = [patch(0, 1, '换掉'), patch(3, 4, `好${char}好`)];
    const result = await encodePatches(encoded(text, encoding), { encoding, bom: false }, patches, applyEdits(text, patches));
    expect(result).toEqual({ kind: 'unencodable', char, offset: 5 });
  });
});
