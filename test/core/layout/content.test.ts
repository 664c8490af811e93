/** What a cell says: its number and where it stands, what identifies its words, and what belongs to a number. */
import { expect, it } from 'vitest';
import { contentOf, isBoundRemark, keysOf, mayBeLabel, sourceOf } from '../../../server/src/core/layout/content.ts';
import type { Shown } from '../../../server/src/core/layout/paragraph.ts';
import { cell, joined, loose, roomAfter, type Token } from '../../../server/src/core/layout/token.ts';

const whole = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });
const tokenOf = (text: string, layout: Token['layout'] = 'tsv'): Token => cell(text, layout, 0, text.length);

it.each<[string, string]>([
  ['1.其他', '其他'],
  ['1、其他', '其他'],
  ['(1)其他', '其他'],
  ['（一）其他', '其他'],
  ['十二、其他', '其他'],
  ['**1. 其他', '其他'],
  ['_1: 其他', '其他'],
  ['"1）其他', '其他'],
  ['  12．其他', '其他'],
  ['3 ：其他', '其他'],
  ['3其他', ''],
  ['123.其他', ''],
  ['十一十二、其他', ''],
  ['甲1.其他', ''],
  ['A1.其他', ''],
  ['其他', ''],
  ['12', ''],
])('the number before %j is none of its words: %j', (text, unnumbered) => {
  expect(tokenOf(text).unnumbered).toBe(unnumbered);
});

it('only the first twelve characters are asked for a number', () => {
  expect(cell('1.其他 1.', 'tsv', 0, 4).unnumbered).toBe('其他');
  expect(cell('1其他，', 'tsv', 0, 3).unnumbered).toBe('');
  expect(cell('1、其他', 'tsv', 0, 1).unnumbered).toBe('');
  const shown: Shown = { text: '1.其他', runs: [{ start: 3, end: 8, at: 0 }] };
  expect(cell('<b>1.其他</b>', 'html', 0, 12, shown).unnumbered).toBe('其他');
});

it.each<[string, boolean]>([
  ['件', true],
  [' 万元 ', true],
  ['人次', true],
  ['件（含变更）', true],
  ['（其中变更16件）', true],
  ['(含变更)', true],
  ['[1]', true],
  ['【注】', true],
  ['《注》', true],
  ['*', true],
  ['百余元', true],
  ['余元', true],
  ['千元', true],
  ['万', false],
  ['件，其中', false],
  ['个月', false],
  ['条例', false],
  ['共3件', false],
  ['规章', false],
  ['', false],
  [`（${'一'.repeat(39)}`, true],
  [`（${'一'.repeat(40)}`, false],
])('%j belongs to the number before it: %s', (text, bound) => {
  expect(isBoundRemark(text, whole(text))).toBe(bound);
  const inside = `规章 5${text}规章`;
  expect(isBoundRemark(inside, { start: 4, end: 4 + text.length })).toBe(bound);
});

it.each<[string, boolean]>([
  ['规章', true],
  [' 规章 ', true],
  ['3其他', true],
  ['其他3', true],
  ['12', false],
  [' 12 ', false],
  ['\u30001\u3000', false],
  ['1、2', false],
  ['   ', false],
  ['', false],
  ['一'.repeat(300), false],
])('%j may be a label: %s', (text, may) => {
  expect(mayBeLabel(text, whole(text))).toBe(may);
  expect(mayBeLabel(`9${text}9`, { start: 1, end: 1 + text.length })).toBe(may);
  const shown: Shown = { text, runs: [{ start: 3, end: 3 + text.length, at: 0 }] };
  if (text.length < 300) expect(mayBeLabel(`<b>${text}</b>`, { start: 0, end: text.length + 7, shown })).toBe(may);
});

it('no paragraph of more than 80 characters is a heading, but for one cut apart by markup', () => {
  const [short, long] = ['一'.repeat(80), '一'.repeat(81)];
  expect(keysOf(short, [whole(short)])).toEqual([short]);
  expect(keysOf(long, [whole(long)])).toEqual(['']);
  expect(
    keysOf('12 规章', [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]),
  ).toEqual(['', '规章']);
  const shown: Shown = { text: '规章', runs: [{ start: 90, end: 92, at: 0 }] };
  expect(keysOf(`${'<'.repeat(90)}规章`, [{ start: 0, end: 92, shown }])).toEqual(['规章']);
});

// `1<b>2&#51;</b> 4`: five pieces of source, an entity among them.
const SOURCE = '1<b>2&#51;</b> 4';
const SHOWN: Shown = {
  text: '123 4',
  runs: [
    { start: 0, end: 1, at: 0 },
    { start: 4, end: 5, at: 1 },
    { start: 5, end: 10, at: 2 },
    { start: 14, end: 16, at: 3 },
  ],
};
it.each<[string, readonly string[]]>([
  ['1', ['1']],
  ['12', ['1', '2']],
  ['23', ['2', '&#51;']],
  ['3 4', ['&#51;', ' 4']],
  ['4', ['4']],
  [' ', [' ']],
  ['123 4', ['1', '2', '&#51;', ' 4']],
])('%j stands in the source as %j', (part, pieces) => {
  const start = SHOWN.text.indexOf(part);
  expect(sourceOf(SHOWN, { start, end: start + part.length }).map((span) => SOURCE.slice(span.start, span.end))).toEqual(pieces);
});

it('what is shown nowhere stands where its text begins', () => {
  expect(sourceOf(SHOWN, { start: 9, end: 9 })).toEqual([{ start: 0, end: 1 }]);
  expect(sourceOf({ text: '', runs: [] }, { start: 0, end: 0 })).toEqual([{ start: 0, end: 0 }]);
});

it('a number that markup cuts apart is in pieces, one in a single piece is not', () => {
  const number: Shown = {
    text: ' 12 ',
    runs: [
      { start: 0, end: 2, at: 0 },
      { start: 5, end: 7, at: 2 },
    ],
  };
  expect(contentOf(' 1<b>2 ', { start: 0, end: 7, shown: number })).toMatchObject({
    value: 12,
    span: { start: 1, end: 6 },
    pieces: [
      { start: 1, end: 2 },
      { start: 5, end: 6 },
    ],
  });
  const one: Shown = { text: ' 12', runs: [{ start: 3, end: 6, at: 0 }] };
  const content = contentOf('<b> 12', { start: 0, end: 6, shown: one });
  expect(content).toMatchObject({ value: 12, span: { start: 4, end: 6 } });
  expect(content).not.toHaveProperty('pieces');
});

it.each<[string, Token['layout'], string, string]>([
  ['123', 'glued', 'number', '123'],
  [`1${'0'.repeat(30)}`, 'glued', 'number', `1${'0'.repeat(30)}`],
  ['1a', 'glued', 'text', ''],
  ['a1', 'glued', 'text', ''],
  [`1${'0'.repeat(30)}`, 'raw', 'text', `1${'0'.repeat(30)}`],
  ['12', 'raw', 'number', '12'],
  ['12', 'tsv', 'number', ''],
  ['1,2', 'raw', 'text', ''],
  ['12件', 'raw', 'number', ''],
  ['规章', 'tsv', 'text', ''],
  ['无', 'tsv', 'blank', ''],
  ['/', 'tsv', 'blank', ''],
  ['', 'tsv', 'blank', ''],
])('%j of %s holds: %s, digits %j', (text, layout, holds, digits) => {
  const token = tokenOf(text, layout);
  expect([token.holds, token.digits, token.written]).toEqual([holds, digits, text]);
});

it.each<[string, boolean]>([
  ['规章', true],
  ['规 1', true],
  ['无', false],
  ['1规', false],
  ['（规', false],
  ['', false],
  ['\u4dff规', false],
  ['\u9fff规', true],
  ['\ua000规', false],
])('%j is words for certain: %s', (text, prose) => {
  expect(tokenOf(text).isProse).toBe(prose);
});

it('a cell in another place of the model, or another stretch of it', () => {
  const token = loose('规章 120', 'raw', 3, 6, 7, 3);
  expect(token.place).toEqual({ line: 7, indent: 3, numbers: null, room: -1, placeless: false });
  const row = token.as('cell', 'aligned', 'late');
  expect([row.kind, row.layout, row.place.numbers, row.place.line, row.content]).toEqual(['cell', 'aligned', 'late', -1, token.content]);
  expect(token.as('cell', 'raw').place).toEqual({ line: -1, indent: -1, numbers: null, room: -1, placeless: false });
  expect(token.at({ room: 4, placeless: true }).place).toEqual({ line: 7, indent: 3, numbers: null, room: 4, placeless: true });
  const [first, second] = [token.numberAt(3, 1), token.numberAt(4, 20)];
  expect([first.content, second.content, second.place.line]).toEqual([
    { kind: 'number', value: 1, span: { start: 3, end: 4 }, remark: '', whole: true, signed: false },
    { kind: 'number', value: 20, span: { start: 4, end: 6 }, remark: '', whole: true, signed: false },
    7,
  ]);
  expect(token.over(0, 2)).toMatchObject({ start: 0, end: 2, layout: 'raw', kind: 'loose', key: '规章' });
});

it('pieces of a cell are joined line by line, tight ones without a break', () => {
  const text = '12 34 56';
  const [a, b, c] = [
    { start: 0, end: 2 },
    { start: 3, end: 5, tight: true },
    { start: 6, end: 8 },
  ];
  expect(joined(text, 'grid', [], 4)).toMatchObject({ start: 4, end: 4, shown: undefined });
  expect(joined(text, 'grid', [a], 4)).toMatchObject({ start: 0, end: 2, shown: undefined });
  expect(joined(text, 'grid', [a, b, c], 4)).toMatchObject({
    start: 0,
    end: 8,
    shown: {
      text: '1234\n56',
      runs: [
        { start: 0, end: 2, at: 0 },
        { start: 3, end: 5, at: 2 },
        { start: 6, end: 8, at: 5 },
      ],
    },
  });
});

it.each<[string, number]>([
  ['1  2', 1],
  ['1 2', 0],
  ['12', 0],
  ['1   ', 3],
  ['1  \n2', 2],
  ['1', 0],
])('after the 1 of %j a longer number has room for %i', (text, room) => {
  expect(roomAfter(text, 1)).toBe(room);
});
