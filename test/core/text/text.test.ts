/** Numbers, labels and lines, as converters leave them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineSpan, positionAt, splitLines } from '../../../server/src/core/text/lines.ts';
import { keyOf } from '../../../server/src/core/text/normalise.ts';
import { readCell } from '../../../server/src/core/text/numerals.ts';

const content = (text: string): string => {
  const cell = readCell(text, 0, text.length);
  const place = `${cell.span.start}-${cell.span.end}`;
  return cell.kind === 'number' ? `${cell.value}${cell.remark && ` ${cell.remark}`} @${place}` : `${cell.kind} @${place}`;
};

describe('a number cell', () => {
  it.each([
    ['0', '0 @0-1'],
    [' 20 ', '20 @1-3'],
    ['　　0', '0 @2-3'],
    ['\u00a012\u200b', '12 @1-3'],
    ['２０', '20 @0-2'],
    ['1,234', '1234 @0-5'],
    ['1，234，567', '1234567 @0-9'],
    ['1 234', '1234 @0-5'],
    ['12 345', '12345 @0-6'],
    ['1\u3000234\u3000567', '1234567 @0-9'],
    ['12.5', '12.5 @0-4'],
    ['０．７', '0.7 @0-3'],
    ['－18', '-18 @0-3'],
    ['-18', '-18 @0-3'],
    ['+3', '3 @0-2'],
    ['-0', '0 @0-2'],
    ['4106万元', '4106 万元 @0-4'],
    ['251000元', '251000 元 @0-6'],
    ['22（其中修订16件）', '22 （其中修订16件） @0-2'],
    ['22 (其中修订16件)', '22 (其中修订16件) @0-2'],
    ['[bookmark: _GoBack]0', '0 @19-20'],
    ['0[bookmark: _GoBack]', '0 @0-1'],
    ['**7**', '7 @2-3'],
    ['<b>7</b>', '7 @3-4'],
    ['&nbsp;7', '7 @6-7'],
  ])('%j is %s', (text, expected) => expect(content(text)).toBe(expected));

  it.each([
    ['', 'blank @0-0'],
    ['  ', 'blank @1-1'],
    ['/', 'blank @0-1'],
    [' — ', 'blank @1-2'],
    ['无', 'blank @0-1'],
    ['&nbsp;', 'blank @0-6'],
  ])('%j is blank', (text, expected) => expect(content(text)).toBe(expected));

  it.each([
    'abc',
    'O',
    'l2',
    '3 4',
    '3 45',
    '2445 198',
    '2445,198',
    '2445和198',
    '2445 及 198',
    '2445(198',
    '0 123',
    '012,345',
    '1,234 567',
    '1,,234',
    '12 3456',
    '1 2 3',
    '12 34',
    '0 12',
    '3～5',
    '3；5',
    '1/2',
    '3-5',
    '1,23',
    '3，5',
    '12a',
    '共3件',
    '三',
    '1.2.3',
    '12345678901234567',
    '0 0 0',
    '.5',
    '--3',
  ])('%j is neither', (text) => expect(readCell(text, 0, text.length).kind).toBe('text'));

  it('reads every whole number back, whatever pads it', () => {
    const padding = fc.constantFrom('', ' ', '　', '\u00a0', '\t', '\u200b');
    fc.assert(
      fc.property(fc.nat(), padding, padding, (value, before, after) => {
        const text = `${before}${value}${after}`;
        expect(readCell(text, 0, text.length)).toMatchObject({ kind: 'number', value, span: { start: before.length } });
      }),
    );
  });

  it('never throws and stays inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0１.,，-（)[]<>&;|\t\n 万件x*') }), (text) => {
        const { span } = readCell(text, 0, text.length);
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a label', () => {
  it.each([
    ['（一）予以公开', '(一)予以公开'],
    ['（一）予以公开', '(一) 予 以\n公 开'],
    ['3.危及“三安全一稳定”', '3、危及"三安全一稳定"'],
    ['1.属于国家秘密', '１．属于国家秘密'],
    ['本年新公开数量', '[bookmark: _GoBack]本年新公开数量'],
    ['结果维持', '结果<br/>维持'],
    ['结果维持', '结果&nbsp;维持'],
    ['规章', '**规章**'],
    ['本年增/减', '本年增减'],
    ['（一）予以公开', '㈠予以公开'],
  ])('%s is the same as %j', (canonical, written) => expect(keyOf(written)).toBe(keyOf(canonical)));

  it('is told apart from its neighbours', () => {
    expect(keyOf('（一）予以公开')).not.toBe(keyOf('（二）部分公开'));
    expect(keyOf('其他')).not.toBe(keyOf('3.其他'));
  });
});

describe('lines', () => {
  it('end with LF, CRLF or CR alike', () => {
    const lines = splitLines('a\r\nbc\rd\n\ne');
    expect(lines.starts.map((_, line) => lines.text.slice(lineSpan(lines, line).start, lineSpan(lines, line).end))).toEqual([
      'a',
      'bc',
      'd',
      '',
      'e',
    ]);
  });

  it('give positions that lead back to the offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '字', '\n', '\r\n', '\r', '😀') }), fc.nat(), (text, pick) => {
        const lines = splitLines(text);
        const offset = pick % (text.length + 1);
        const { line, character } = positionAt(lines, offset);
        expect((lines.starts[line] ?? 0) + character).toBe(offset);
      }),
    );
  });
});
