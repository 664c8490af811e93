/** Encodings: what was written is read again whole, and what is no text is refused. */
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { BYTE_ORDER_MARKS, type Decoded, decode, decodeAs, type Encoding } from '../../../server/src/core/text/decode.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const problemOf = (decoded: Decoded): string => (decoded.kind === 'problem' ? decoded.message['zh-cn'] : `no problem: ${decoded.encoding}`);

const chinese = fc.constantFrom(...'一、本年新收政府信息数量０1\t\r\n　|（）“”—…€𠮷');
/** The report's characters and every other one, without NUL. */
const text = fc
  .string({ unit: fc.oneof(chinese, fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) })
  .map((any) => any.replaceAll('\0', ''));
const encode = (encoding: Encoding, some: string): Buffer => iconv.encode(some, encoding, { addBOM: false });

describe('decode', () => {
  it.each<Encoding>(['utf-8', 'utf-16le', 'utf-16be'])('reads %s behind its byte order mark', (encoding) => {
    fc.assert(
      fc.property(text, (some) => {
        const marked = Buffer.concat([Buffer.from(BYTE_ORDER_MARKS[encoding]), encode(encoding, some)]);
        expect(decode(marked)).toEqual({ kind: 'text', text: some, encoding, bom: true });
      }),
    );
  });

  it('reads UTF-8 without a mark', () => {
    fc.assert(
      fc.property(text, (some) => {
        fc.pre(!some.startsWith('\ufeff'));
        expect(decode(encode('utf-8', some))).toEqual({ kind: 'text', text: some, encoding: 'utf-8', bom: false });
      }),
    );
  });

  it('takes for GB18030 what is no UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: chinese }), (some) => {
        const report = `政府信息公开年报${some}`;
        expect(decode(encode('gb18030', report))).toEqual({ kind: 'text', text: report, encoding: 'gb18030', bom: false });
      }),
    );
  });

  it('reads GB18030 behind its byte order mark', () => {
    const marked = Buffer.concat([Buffer.from(BYTE_ORDER_MARKS.gb18030), encode('gb18030', '年报')]);
    expect(decode(marked)).toEqual({ kind: 'text', text: '年报', encoding: 'gb18030', bom: true });
  });

  it('reads an empty file', () => {
    expect(decode(bytes())).toEqual({ kind: 'text', text: '', encoding: 'utf-8', bom: false });
  });

  it('keeps a second byte order mark as text, so that offsets stay those of the bytes', () => {
    expect(decode(Buffer.from('\ufeff\ufeffa'))).toMatchObject({ text: '\ufeffa', bom: true });
  });

  it('never replaces: any bytes are read so that they can be written again, or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (any) => {
        const decoded = decode(any);
        // The tables of GB18030 differ in a few characters, so only the other encodings are written back here.
        if (decoded.kind === 'problem' || decoded.encoding === 'gb18030') return;
        const mark = decoded.bom ? BYTE_ORDER_MARKS[decoded.encoding] : [];
        expect([...mark, ...encode(decoded.encoding, decoded.text)]).toEqual([...any]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a Word document', latin('PK\x03\x04\x14\x00'), 'Word、WPS 文档或压缩包'],
    ['a PDF file', latin('%PDF-1.7\n%\xe2\xe3'), 'PDF'],
    ['an old Word document', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), '旧版 Word'],
    ['an RTF document', latin('{\\rtf1\\ansi'), 'RTF'],
    ['a text with NUL', latin('a\0b'), '空字符'],
    ['UTF-16 without a mark', encode('utf-16le', '总计\n20\n'), '空字符'],
    ['UTF-32', Buffer.concat([bytes(0xff, 0xfe, 0, 0), encode('utf-16le', 'a\0')]), '空字符'],
    ['half a UTF-16 character', bytes(0xff, 0xfe, 0x41), '已损坏'],
    ['half a surrogate pair', bytes(0xfe, 0xff, 0xd8, 0x00), '已损坏'],
    ['damaged UTF-8 behind its mark', bytes(0xef, 0xbb, 0xbf, 0xe6, 0x80), '已损坏'],
    ['bytes of no encoding', bytes(0xff, 0xff, 0x41), '已损坏'],
  ])('refuses %s', (_, some, reason) => {
    expect(problemOf(decode(some))).toContain(reason);
  });

  it('takes a text that begins like a signature for a text', () => {
    for (const some of ['P', 'PK', '%', '{', '{\\r', '%P 说明']) expect(decode(Buffer.from(some))).toMatchObject({ text: some });
  });
});

describe('decodeAs', () => {
  it('is null where a byte is not valid', () => {
    expect(decodeAs(bytes(0x81), 'gb18030')).toBeNull();
    expect(decodeAs(bytes(0xc3, 0x28), 'utf-8')).toBeNull();
    expect(decodeAs(bytes(0x00, 0x41, 0x00), 'utf-16be')).toBeNull();
  });

  it('is not confused by an earlier failure', () => {
    expect(decodeAs(bytes(0xe6, 0x80), 'utf-8')).toBeNull();
    expect(decodeAs(Buffer.from('年'), 'utf-8')).toBe('年');
  });
});
