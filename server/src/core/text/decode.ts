/** Bytes in, text out: recognises the encoding, and refuses what it cannot read whole rather than replacing characters. */
import { type Localized, say } from './localized.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly kind: 'text';
  /** Without the byte order mark, as editors count positions. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

export type Decoded = DecodedText | { readonly kind: 'problem'; readonly message: Localized };

export const BYTE_ORDER_MARKS: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};
const MARKED = Object.entries(BYTE_ORDER_MARKS) as [Encoding, readonly number[]][];

const ascii = (signature: string): number[] => Array.from(signature, (char) => char.charCodeAt(0));
const SIGNATURES: readonly (readonly [readonly number[], Localized])[] = [
  [ascii('PK\x03\x04'), say('是 Word、WPS 文档或压缩包，不是文本', 'is a Word or WPS document or an archive, not text')],
  [ascii('%PDF'), say('是 PDF 文件，不是文本', 'is a PDF file, not text')],
  [[0xd0, 0xcf, 0x11, 0xe0], say('是旧版 Word、WPS 或 Excel 文档，不是文本', 'is an old Word, WPS or Excel document, not text')],
  [ascii('{\\rtf'), say('是 RTF 文档，不是纯文本', 'is an RTF document, not plain text')],
];

const BINARY = say(
  '含有空字符，不是文本（没有字节序标记的 UTF-16 请另存为 UTF-8）',
  'holds NUL characters and is no text (save UTF-16 without a byte order mark as UTF-8)',
);
const UNREADABLE = say(
  '不是有效的 UTF-8、UTF-16 或 GB18030 文本，文件可能已损坏',
  'is no valid UTF-8, UTF-16 or GB18030 text; the file may be damaged',
);

// The mark is cut off by hand, so a second one in the text is kept and offsets stay those of the bytes.
const STRICT = { fatal: true, ignoreBOM: true };
const utf8 = new TextDecoder('utf-8', STRICT);

/** Recognises UTF-8 with or without a byte order mark, UTF-16 with one, and GB18030 (hence GBK and GB2312). */
export function decode(bytes: Uint8Array): Decoded {
  const first = bytes[0];
  // Every signature and mark begins with one of these, which hardly any text does.
  const special = first !== undefined && (first >= 0x80 || first === 0x50 || first === 0x25 || first === 0x7b);
  if (special) {
    const signature = SIGNATURES.find(([start]) => startsWith(bytes, start));
    if (signature) return { kind: 'problem', message: signature[1] };
    const marked = MARKED.find(([, mark]) => startsWith(bytes, mark));
    if (marked) return read(bytes, marked[0], marked[1]) ?? { kind: 'problem', message: UNREADABLE };
  }
  return read(bytes, 'utf-8', NO_MARK) ?? read(bytes, 'gb18030', NO_MARK) ?? { kind: 'problem', message: UNREADABLE };
}

/** The text in an encoding that is known already, or `null` where a byte is not valid in it. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  // UTF-16 decoders differ in whether they report half a character at the end.
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) return null;
  try {
    return (encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, STRICT)).decode(bytes);
  } catch {
    return null;
  }
}

const NO_MARK: readonly number[] = [];

/** The text after the mark that the bytes begin with. */
function read(bytes: Uint8Array, encoding: Encoding, mark: readonly number[]): Decoded | null {
  const text = decodeAs(bytes.subarray(mark.length), encoding);
  if (text === null) return null;
  if (text.includes('\0')) return { kind: 'problem', message: BINARY };
  return { kind: 'text', text, encoding, bom: mark.length > 0 };
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);
