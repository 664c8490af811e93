/** Reports that were opened in the wrong encoding, and files that are no text. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { containerOf, containerToTell, encodingOf, looksGarbled } from '../../client/src/first-contact/garbled.ts';
import { CONTAINERS, containerNamed } from '../../server/src/core/index.ts';
import { renderReport } from '../harness/reports.ts';

const report = renderReport();
/** The report saved in one encoding and read in another, as an editor does. */
const read = (saved: string, opened: string): string => new TextDecoder(opened).decode(iconv.encode(report, saved));

describe('a text', () => {
  it.each([
    ['gb18030', 'utf-8'],
    ['utf-8', 'gb18030'],
    ['gb18030', 'windows-1252'],
    ['utf-8', 'windows-1252'],
    ['gb18030', 'big5'],
    ['utf-16le', 'utf-8'],
  ])('saved as %s and read as %s is garbled', (saved, opened) => expect(looksGarbled(read(saved, opened))).toBe(true));

  it('of bytes read as Latin-1 is garbled', () => {
    expect(looksGarbled(iconv.decode(iconv.encode(report, 'utf-8'), 'latin1'))).toBe(true);
    expect(looksGarbled(iconv.decode(iconv.encode(report, 'gb18030'), 'latin1'))).toBe(true);
  });

  it.each([
    ['a report', report],
    ['other Chinese', '一篇普通文章，没有什么特别。'],
    ['one lost character', `${report}\ufffd`],
    ['French', 'Il était une fois à la forêt… «Ça va ?»'],
    ['nothing', ''],
  ])('%s is not', (_, text) => expect(looksGarbled(text)).toBe(false));
});

describe('the encoding of a report', () => {
  it.each([
    ['utf-8', 'utf8'],
    ['gb18030', 'gb18030'],
    ['gbk', 'gb18030'],
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
  ])('%s', (saved, id) => expect(encodingOf(iconv.encode(report, saved))).toBe(id));

  it('Big5, where the report is in traditional characters', () => {
    expect(encodingOf(iconv.encode('青禾縣水務局2023年政府資訊公開工作年度報告\n政府信息公開', 'big5'))).toBe('cp950');
  });

  it('there is none for what is no report', () => {
    expect(encodingOf(iconv.encode('一篇普通文章，没有什么特别。', 'gb18030'))).toBeNull();
    expect(encodingOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]))).toBeNull();
  });
});

describe('a file that was opened as text', () => {
  it.each([
    ['/a/年报.docx', 'PK\u0003\u0004\ufffd', CONTAINERS.word],
    ['/a/年报.DOC', '\ufffd\ufffd\u0011\ufffd', CONTAINERS.word],
    ['/a/年报.wps', '\ufffd\ufffd\u0011\ufffd', CONTAINERS.wps],
    ['/a/年报.rtf', '{\\rtf1\\ansi', CONTAINERS.writing],
    ['/a/附表.xlsx', 'PK\u0003\u0004\ufffd', CONTAINERS.sheet],
    ['/a/附表.xls', '\ufffd\ufffd\u0011\ufffd', CONTAINERS.sheet],
    ['/a/年报.ofd', 'PK\u0003\u0004', CONTAINERS.ofd],
    ['/a/年报.pdf', '%PDF-1.7', CONTAINERS.pdf],
    ['/a/年报', '%PDF-1.7', CONTAINERS.pdf],
  ])('%s is no text', (path, text, container) => expect(containerOf(path, text)).toBe(container));

  it.each([
    ['/a/年报.txt', report],
    ['/a/年报.txt', 'PK 是什么'],
    // Some systems hand out web pages under the names of Word files.
    ['/a/年报.doc', `<html>${report}</html>`],
    ['/a/年报.csv', `${report}\ufffd`],
  ])('%s is one', (path, text) => expect(containerOf(path, text)).toBeNull());
});

describe('a file that the editor shows as binary', () => {
  it.each(['/a/年报.docx', '/a/合同.doc', '/a/年报.wps', '/a/水务局政府信息公开年报.pdf', '/a/信息公开附表.xlsx', '/a/信息公开.zip'])(
    '%s may be wanted as a report',
    (path) => expect(containerToTell(path)).toBe(containerNamed(path)),
  );
  it.each(['/a/手册.pdf', '/信息公开/手册.pdf', '/a/预算.xlsx', '/a/信息公开.svg', '/a/~$年报.docx', '/a/data.zip'])(
    '%s hardly is',
    (path) => expect(containerToTell(path)).toBeNull(),
  );
});
