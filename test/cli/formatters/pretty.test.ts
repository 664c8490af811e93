/** The output for people: columns that line up under Chinese, colours only where asked for, nothing that steers a terminal. */
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../../../server/src/cli/formatters/formatter.ts';
import { paintFor } from '../../../server/src/cli/formatters/parts/paint.ts';
import { padTo, printable, widthOf } from '../../../server/src/cli/formatters/parts/terminal-width.ts';
import { prettyFormatter } from '../../../server/src/cli/formatters/pretty.ts';
import { type FindingJson, type Language, lintText, NO_REPORT } from '../../../server/src/core/index.ts';
import { blank, correct, notes, suspect, wrong } from '../samples.ts';

const plain = paintFor({ colors: false });
const colored = paintFor({ colors: true });

const print = (language: Language, texts: Readonly<Record<string, string>>, paint = plain): string => {
  const formatter = prettyFormatter(language, paint);
  const files = Object.entries(texts).map(([path, text]) => formatter.file({ path, text, reports: lintText(text, { language }).reports }));
  return formatter.begin() + files.join('') + formatter.end();
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
  text: '',
  reports: [{ report: { ...NO_REPORT, recognized: true }, findings }],
});

describe('prettyFormatter', () => {
  it('lists findings by file and sums up', () => {
    expect(print('zh-cn', { '甲.txt': correct, '乙.txt': wrong, '丙.txt': notes })).toMatch(
      /^✓ 甲\.txt {2}青禾县水务局 · 2023 年度 · 2021 版格式\n乙\.txt {2}青禾县水务局 · 2023 年度 · 2021 版格式\n {2}\d+:2 {2}错误 {2}.+ {2}dispute-total-mismatch\n {4}(\d+) │ \d+\n {4} +│ \^+\n\n丙\.txt {2}不是政府信息公开年报\n按规则：\n {2}1 {2}错误 {2}dispute-total-mismatch {2}.+\n\n3 个文件，2 份年报：错误 1，警告 0，信息 0，提示 0\n$/,
    );
  });

  it('speaks English', () => {
    const text = print('en', { 'a.txt': blank, 'b.txt': notes });
    expect(text).toMatch(/^ {2}\d+:\d+ {2}warning {2}Blank: /m);
    expect(text).toContain('b.txt  is no disclosure report');
    expect(text).toContain('2 files, 1 report: 0 errors, 1 warning, 1 for information, 0 hints');
  });

  it('counts once what a wrong cell and its sums have in common', () => {
    expect(print('zh-cn', { 'a.txt': suspect })).toMatch(/错误 1，警告 0，信息 0，提示 2\n其中 1 处可用 fix --values 修正\n$/);
  });

  it('tells several reports of a file apart', () => {
    expect(print('zh-cn', { 'a.txt': wrong + wrong + correct })).toMatch(
      /^a\.txt {2}3 份年报\n {2}青禾县.+\n {2}\d+:2 .+\n.+\n.+\n {2}青禾县.+\n {2}\d+:2 .+\n.+\n.+\n\n按规则：\n {2}2 .+\n\n1 个文件，3 份年报/,
    );
  });

  it('marks the place in its line, under wide characters too', () => {
    const line = '| 一、本年新收 | 12 |\t99 |';
    const at = (character: number, end: number): FindingJson => ({
      ...finding(1, 'x'),
      range: { start: { line: 1, character }, end: { line: 1, character: end } },
    });
    const lines = (one: FindingJson): string[] =>
      prettyFormatter('zh-cn', plain)
        .file({ ...file('a', one), text: `甲\n${line}\r\n乙` })
        .split('\n')
        .slice(2, 4);
    expect(lines(at(11, 13))).toEqual(['    2 │ | 一、本年新收 | 12 | 99 |', `      │ ${' '.repeat(2 + 14 + 1)}^^`.replace(/ {0}$/, '')]);
    // A blank cell has a place and no characters.
    expect(lines(at(2, 2))[1]).toBe('      │   ^');
    expect(lines({ ...at(11, 13), range: { start: { line: 1, character: 11 }, end: { line: 2, character: 1 } } })[1]).toMatch(/\^{9}$/);
  });

  it('shows the line of several findings of one place once, and cuts a long line', () => {
    const long = '字'.repeat(300);
    const one = { ...finding(0, 'x'), range: { start: { line: 0, character: 200 }, end: { line: 0, character: 201 } } };
    const text = prettyFormatter('zh-cn', plain).file({ ...file('a', one, one), text: long });
    expect(text.match(/│/g)).toHaveLength(2);
    expect(text).toContain(`│ …${'字'.repeat(48 + 1 + 24)}…\n`);
  });

  it('sums up by rule, the gravest first', () => {
    const formatter = prettyFormatter('en', plain);
    const named = (rule: string, severity: FindingJson['severity']): FindingJson => ({ ...finding(0, 'x', severity), rule });
    formatter.file(file('a', named('number-style', 'hint'), named('row-order', 'warning'), named('number-style', 'hint')));
    formatter.file(file('b', named('duplicate-row', 'error')));
    expect(formatter.end()).toMatch(
      /^By rule:\n {2}1 {2}error .+duplicate-row .+\n {2}1 {2}warning {2}row-order .+\n {2}2 {2}hint .+number-style .+\n\n2 files/,
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
    expect(text.split('\n')).toHaveLength(6);
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
