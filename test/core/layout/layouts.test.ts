/** The table of layouts fits together: what one of its rows names, another has. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LAYOUTS, type LayoutId } from '../../../server/src/core/layout/layouts.ts';

const ROWS = Object.entries(LAYOUTS);

describe('a layout', () => {
  it.each(ROWS)('%s: what stands in for it has a name, and nothing does where blanks keep their places', (_, { emptyCell, instead }) => {
    for (const other of instead) expect(LAYOUTS[other].name).not.toBeNull();
    if (emptyCell === 'kept') expect(instead).toEqual([]);
  });

  it.each(ROWS)('%s: what it is written as is written as itself', (_, { written, writtenWithDashes, further }) => {
    for (const other of [written, writtenWithDashes, further]) expect(LAYOUTS[other].written).toBe(other);
  });

  it.each(ROWS)('%s: a further table can be begun in the middle of a text', (_, { further }) => {
    expect(LAYOUTS[further]).toMatchObject({ loose: false, markup: false });
  });

  it.each(ROWS.filter(([, { drawn }]) => drawn))('%s: an empty line is no line of separators', (_, { drawn }) => {
    expect(drawn?.mark.test('')).toBe(false);
  });
});

type Fact = {
  [Name in keyof (typeof LAYOUTS)[LayoutId]]: (typeof LAYOUTS)[LayoutId][Name] extends boolean ? Name : never;
}[keyof (typeof LAYOUTS)[LayoutId]];
const LOOSE = ['bare-lines', 'aligned', 'raw', 'glued'];

describe('of the layouts', () => {
  it.each<[Fact, readonly string[]]>([
    ['loose', LOOSE],
    ['runs', ['glued']],
    ['columns', ['aligned']],
    ['markup', ['html']],
    ['rowSpans', ['html']],
    ['setByPlace', ['grid', 'ruled', 'aligned', 'glued']],
    ['oneCellALine', ['cell-lines', 'trailing-pipes', 'bare-lines']],
    ['even', ['pipe-rows', 'tsv', 'csv', 'markdown', 'grid', 'ruled']],
    ['textEndsRow', ['trailing-pipes', 'pipe-rows']],
    ['anyLine', ['bare-lines']],
    ['openEnded', ['cell-lines', 'markdown']],
    ['prefixed', ['pipe-rows', 'markdown', 'grid', 'ruled']],
    ['lineEndsRow', ['cell-lines', 'trailing-pipes']],
  ])('these are %s: %j', (fact, layouts) => {
    expect(ROWS.filter(([, facts]) => facts[fact]).map(([id]) => id)).toEqual(layouts);
  });

  it.each<[(typeof LAYOUTS)[LayoutId]['emptyCell'], readonly string[]]>([
    ['kept', ['tsv', 'csv', 'markdown', 'html']],
    ['lost', ['cell-lines', 'trailing-pipes', 'pipe-rows', 'bare-lines']],
    ['told by place', ['grid', 'ruled', 'aligned', 'raw', 'glued']],
  ])('an empty cell is %s in %j', (what, layouts) => {
    expect(ROWS.filter(([, { emptyCell }]) => emptyCell === what).map(([id]) => id)).toEqual(layouts);
  });

  it.each<[LayoutId, string, string, string]>([
    ['pipe-rows', 'pipe-rows', 'markdown', 'pipe-rows'],
    ['html', 'html', 'html', 'tsv'],
    ['markdown', 'markdown', 'markdown', 'markdown'],
    ['ruled', 'ruled', 'ruled', 'ruled'],
    ['bare-lines', 'bare-lines', 'bare-lines', 'tsv'],
    ['aligned', 'aligned', 'aligned', 'tsv'],
    ['raw', 'raw', 'raw', 'tsv'],
    ['glued', 'raw', 'raw', 'tsv'],
  ])('%s is written as %s, with dashes as %s, and further tables as %s', (id, ...as) => {
    const { written, writtenWithDashes, further } = LAYOUTS[id];
    expect([written, writtenWithDashes, further]).toEqual(as);
  });

  it('those that lose blanks are written as others, which have names in both languages', () => {
    const others = ROWS.filter(([, { instead }]) => instead.length > 0).map(([id, { instead }]) => `${id}: ${instead.join(', ')}`);
    expect(others).toEqual(['bare-lines: cell-lines', 'aligned: ruled, tsv', 'raw: tsv', 'glued: tsv']);
    for (const id of ['cell-lines', 'ruled', 'tsv'] as const)
      expect(LAYOUTS[id].name).toEqual({ 'zh-cn': expect.stringMatching(/^\p{Script=Han}/u), en: expect.stringMatching(/^\w/) });
    expect(ROWS.filter(([, { name }]) => name).map(([id]) => id)).toEqual(['cell-lines', 'tsv', 'ruled']);
  });

  it('these have a separator', () => {
    const fields = ROWS.filter(([, { separator }]) => separator !== null).map(([id, { separator }]) => [id, separator]);
    expect(fields).toEqual([
      ['pipe-rows', '|'],
      ['tsv', '\t'],
      ['csv', ','],
      ['markdown', '|'],
    ]);
  });

  it.each<[LayoutId, string]>([
    ['csv', '甲|乙<丙>\t1'],
    ['tsv', '甲,乙"丙"'],
    ['html', '甲,乙"丙"'],
  ])('no cell of %s ends in %j', (id, inside) => {
    expect(inside).not.toMatch(LAYOUTS[id].edge);
    for (const edge of id === 'csv' ? '\r\n,"' : '\t\r\n|<>') expect(edge).toMatch(LAYOUTS[id].edge);
  });

  const DRAWN: readonly (readonly [LayoutId, readonly string[], readonly string[]])[] = [
    ['markdown', ['| --- | :-: |', '|', '> |---|', '|-+-|', ' |\t|'], ['| 规章 |', '规章 |---|', '|---| 1', '---', '- -', '|=|']],
    ['tsv', ['\t', '\t\t', ' \t\u3000\r'], ['规章\t', '\t1', ' ', '\u3000', 'a\tb']],
    [
      'grid',
      ['+---+---+', '| +===+', '├───┼───┤', '╔═══╗', '+:--:+', '\u2500', '\u257f'],
      ['| |', '+ 甲 +', '甲 +---+', '+---+ 甲', '---', '\u2580', '='],
    ],
    ['ruled', ['---- ----', '--', '==', '=== ==='], ['-', '=', ' ', '-- 甲', '甲 --', '- -', '--|--']],
    ['csv', [',,,', '"",,', ' , '], ['甲,', ',1', '""', ' ']],
  ];
  it.each(DRAWN)('%s draws lines', (id, lines, others) => {
    const { drawn } = LAYOUTS[id];
    const isDrawn = (line: string): boolean => (drawn?.of.test(line) && drawn.mark.test(line)) ?? false;
    expect(lines.filter((line) => !isDrawn(line))).toEqual([]);
    expect(others.filter(isDrawn)).toEqual([]);
  });

  it('those that draw lines like another do so with the same signs', () => {
    expect(LAYOUTS['pipe-rows'].drawn).toBe(LAYOUTS.markdown.drawn);
    expect(LAYOUTS['trailing-pipes'].drawn).toBe(LAYOUTS.markdown.drawn);
    expect(LAYOUTS['cell-lines'].drawn).toBe(LAYOUTS.tsv.drawn);
    for (const id of ['html', ...LOOSE] as LayoutId[]) expect(LAYOUTS[id].drawn).toBeNull();
  });
});

describe('the code', () => {
  const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.startsWith('core/layout/'));

  it('asks the table outside of its room, not for the name of a layout', () => {
    const byName = new RegExp(`layout\\)? [!=]== '(?:${Object.keys(LAYOUTS).join('|')})'`);
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((path) => byName.test(readFileSync(`server/src/${path}`, 'utf8')))).toEqual([]);
  });
});
