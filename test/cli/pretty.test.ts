/** The output for people: columns that line up under Chinese, colours only where asked for, nothing that steers a terminal. */
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../server/src/cli/formatters/formatter.ts';
import { colored, plain } from '../../server/src/cli/formatters/paint.ts';
import { prettyFormatter } from '../../server/src/cli/formatters/pretty.ts';
import { padTo, printable, widthOf } from '../../server/src/cli/formatters/width.ts';
import { type FindingJson, type Language, lintText, NO_REPORT } from '../../server/src/core/index.ts';
import { blank, correct, notes, wrong } from './samples.ts';

const print = (language: Language, texts: Readonly<Record<string, string>>, paint = plain): string => {
  const formatter = prettyFormatter(language, paint);
  const files = Object.entries(texts).map(([path, text]) => formatter.file({ path, reports: lintText(text, { language }).reports }));
  return formatter.begin() + files.join('') + formatter.end([]);
};
const finding = (line: number, message: string, severity: FindingJson['severity'] = 'error'): FindingJson => ({
  rule: 'some-rule',
  severity,
  message,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
  cells: [],
  expected: null,
  actual: null,
  related: [],
  fixes: [],
});
const file = (path: string, ...findings: FindingJson[]): CheckedFile => ({
  path,
  reports: [{ report: { ...NO_REPORT, recognized: true }, findings }],
});

describe('prettyFormatter', () => {
  it('lists findings by file and sums up', () => {
    expect(print('zh-cn', { '甲.txt': correct, '乙.txt': wrong, '丙.txt': notes })).toMatch(
      /^✓ 甲\.txt {2}青禾县水务局 · 2023 年度 · 2021 版格式\n乙\.txt {2}青禾县水务局 · 2023 年度 · 2021 版格式\n {2}\d+:2 {2}错误 {2}.+ {2}dispute-total-mismatch\n\n丙\.txt {2}不是政府信息公开年报\n3 个文件，2 份年报：错误 1，警告 0，信息 0，提示 0\n其中 1 处可用 fix --values 修正\n$/,
    );
  });

  it('speaks English', () => {
    const text = print('en', { 'a.txt': blank, 'b.txt': notes });
    expect(text).toMatch(/^ {2}\d+:\d+ {2}warning {2}Blank: /m);
    expect(text).toContain('b.txt  is no disclosure report');
    expect(text).toContain('2 files, 1 report: 0 errors, 1 warning, 1 for information, 0 hints');
  });

  it('tells several reports of a file apart', () => {
    expect(print('zh-cn', { 'a.txt': wrong + wrong + correct })).toMatch(
      /^a\.txt {2}3 份年报\n {2}青禾县.+\n {2}\d+:2 .+\n {2}青禾县.+\n {2}\d+:2 .+\n\n1 个文件，3 份年报/,
    );
  });

  it('lines columns up by width', () => {
    const text = prettyFormatter('zh-cn', plain).file(
      file('a', finding(8, '总计 1'), finding(99, 'long message 字'), finding(100, 'x', 'information')),
    );
    const columns = text
      .split('\n')
      .filter((line) => line.endsWith('some-rule'))
      .map((line) => widthOf(line.slice(0, line.indexOf('some-rule'))));
    expect(new Set(columns).size).toBe(1);
    expect(text).toContain('    9:1  错误');
    expect(text).toContain('  101:1  信息');
  });

  it('colours only for a terminal', () => {
    expect(print('zh-cn', { 'a.txt': wrong })).not.toContain('\x1b');
    expect(print('zh-cn', { 'a.txt': wrong }, colored)).toContain('\x1b[31m错误\x1b[39m');
  });

  it('takes control characters out of names and messages', () => {
    const text = prettyFormatter('en', plain).file(file('a\x1b[2Jb', finding(0, 'one\ntwo\x07\u202e')));
    expect([...text].filter((char) => (char < ' ' && char !== '\n') || char === '\u202e')).toEqual([]);
    expect(text.split('\n')).toHaveLength(4);
  });
});

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['总计', 4],
    ['（七）', 6],
    ['１２', 4],
    ['“”…→≠', 5],
    ['𠮷', 2],
    ['e\u0301\u200b', 1],
  ])('of “%s” is %i', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('pads, and never cuts', () => {
    expect(padTo(5, '总计')).toBe('总计 ');
    expect(padTo(1, '总计')).toBe('总计');
    expect(printable('a\u0000\u0001b')).toBe('a b');
  });
});
