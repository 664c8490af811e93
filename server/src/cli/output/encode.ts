/** Writes patches into the bytes of a file: what they do not touch is copied, never encoded again. */
import { BYTE_ORDER_MARKS, type DecodedText, decodeAs, type Encoding } from '../../core/index.ts';
import { type Patch, placesOf } from './patches.ts';

export type Encoded =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `offset` in the patched text. */
  | { readonly kind: 'unencodable'; readonly char: string; readonly offset: number };

/** `expected` is the patched text: the result is decoded again and must be it, character by character. */
export async function encodePatches(
  bytes: Uint8Array,
  { encoding, bom }: Pick<DecodedText, 'encoding' | 'bom'>,
  patches: readonly Patch[],
  expected: string,
): Promise<Encoded> {
  const mark = bom ? BYTE_ORDER_MARKS[encoding].length : 0;
  const parts: Uint8Array[] = [];
  const cursor = { byte: mark, unit: 0 };
  let copied = 0;
  for (const { span, newText } of patches) {
    advance(bytes, encoding, cursor, span.start);
    parts.push(bytes.subarray(copied, cursor.byte), await encodeText(newText, encoding));
    advance(bytes, encoding, cursor, span.end);
    copied = cursor.byte;
  }
  parts.push(bytes.subarray(copied));
  const result = Buffer.concat(parts);
  if (decodeAs(result.subarray(mark), encoding) === expected) return { kind: 'bytes', bytes: result };
  return (await findUnencodable(encoding, patches)) ?? { kind: 'unencodable', char: '', offset: 0 };
}

async function findUnencodable(encoding: Encoding, patches: readonly Patch[]): Promise<Encoded | null> {
  const places = placesOf(patches);
  for (const [index, { newText }] of patches.entries()) {
    let offset = places[index] as number;
    for (const char of newText) {
      if (decodeAs(await encodeText(char, encoding), encoding) !== char) return { kind: 'unencodable', char, offset };
      offset += char.length;
    }
  }
  return null;
}

/** Moves over whole characters until `unit`, an offset in the text in UTF-16 units. */
function advance(bytes: Uint8Array, encoding: Encoding, cursor: { byte: number; unit: number }, unit: number): void {
  while (cursor.unit < unit && cursor.byte < bytes.length) {
    const size = sizeAt(bytes, cursor.byte, encoding);
    cursor.unit += size === 4 && isSupplementary(bytes[cursor.byte] as number, encoding) ? 2 : 1;
    cursor.byte += size;
  }
}

/** How many bytes the character at `at` takes in an encoding that the whole file is known to be valid in. */
function sizeAt(bytes: Uint8Array, at: number, encoding: Encoding): number {
  const lead = bytes[at] as number;
  if (encoding === 'utf-8') return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (encoding !== 'gb18030') return 2;
  if (lead <= 0x80) return 1;
  const next = bytes[at + 1] ?? 0;
  return next >= 0x30 && next <= 0x39 ? 4 : 2;
}

/** Four bytes of GB18030 that begin below 0x90 stand for a character of one UTF-16 unit. */
const isSupplementary = (lead: number, encoding: Encoding): boolean => encoding === 'utf-8' || lead >= 0x90;

async function encodeText(text: string, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  // A number is written alike in both, so the tables of GB18030 are loaded for other text only.
  if (encoding === 'utf-8' || isAscii(text)) return Buffer.from(text, 'utf8');
  const { default: iconv } = await import('iconv-lite');
  return iconv.encode(text, 'gb18030');
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
}
