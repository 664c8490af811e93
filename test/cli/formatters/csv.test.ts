/** CSV, read back by a strict reader, and harmless in a spreadsheet. */
import { describe, expect, it } from 'vitest';
import { readCsv } from '../csv.ts';
import { rightTotal, WRONG_CELL } from '../samples.ts';
import { odd, print, run } from './print.ts';

describe('csv', () => {
  it('is a row a finding under a heading, behind a byte order mark', async () => {
    const text = await run('csv');
    expect(text.startsWith('\ufeff文件,单位,年度,')).toBe(true);
    const [head = [], ...rows] = readCsv(text.slice(1));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    const row = Object.fromEntries(head.map((title, index) => [title, rows.at(-1)?.[index]]));
    expect(row).toMatchObject({
      文件: '年报/甲 1.txt',
      单位: '青禾县水务局',
      年度: '2023',
      程度: '错误',
      规则: 'dispute-total-mismatch',
      单元格: WRONG_CELL,
      应为: String(rightTotal),
      实为: String(rightTotal + 1),
    });
    expect(rows.map((fields) => fields[0])).toEqual([...Array(3).fill('年报/丁.txt'), '年报/戊.txt', '年报/甲 1.txt']);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '＠x', "=cmd|' /C calc'!A0"])('makes no formula of %j', async (text) => {
    const [, row = []] = readCsv((await print('csv', { path: text, reports: odd({ message: text }) })).slice(1));
    expect([row[0], row[8]]).toEqual([`'${text}`, `'${text}`]);
  });

  it('leaves numbers numbers, and other text as it is', async () => {
    const [, row = []] = readCsv((await print('csv', { path: 'a "b", c.txt', reports: odd({ expected: -3, actual: 2.5 }) })).slice(1));
    expect([row[0], row[10], row[11]]).toEqual(['a "b", c.txt', '-3', '2.5']);
  });
});
