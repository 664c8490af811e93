/** Texts that no person writes: whatever a lexer looks for, over and over, as long as one likes. */

/** Lets a text past the probes (`mayBeReport`), so that every step has to read what stands behind it. */
const PROBE = '青禾县水务局2023年政府信息公开工作年度报告\n';

const repeat = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Pieces that differ, one behind the other. */
function pieces(piece: (index: number) => string, length: number): string {
  const all: string[] = [];
  for (let index = 0, rest = length; rest > 0; index++) {
    const next = piece(index);
    all.push(next);
    rest -= next.length;
  }
  return all.join('').slice(0, length);
}

/** One thing repeated. */
const UNITS: Readonly<Record<string, string>> = {
  spaces: ' ',
  'wide spaces': '\u3000',
  'line separators': '\u2028',
  tabs: '\t',
  'line ends': '\n',
  'carriage returns': '\r',
  'form feeds': '\f',
  pipes: '|',
  'pipes, one a line': '|\n',
  digits: '7',
  zeros: '0',
  'digits, one a line': '7\n',
  'full-width brackets': '（',
  'square brackets': '[',
  'angle brackets': '<',
  'tags that open a table': '<table>',
  'tags that close one': '</table',
  'cells of HTML': '<td>',
  'attributes without an end': '<td a="',
  comments: '<!--',
  ampersands: '&',
  'entities of spaces': '&nbsp;',
  commas: ',',
  'quotation marks': '"',
  'quotation marks before tabs': '"\t',
  'quotation marks before commas': '"",',
  'commas before quotation marks': ',"""',
  'dashes and spaces': '- ',
  dashes: '-',
  'dashes, one a line': '-\n',
  'plus and minus': '+-',
  'equals signs': '=',
  asterisks: '*',
  'asterisks and spaces': '* ',
  backslashes: '\\',
  'box drawing': '┌┬┐├┼┤',
  'vertical lines': '│',
  'horizontal lines': '─',
  'residue that does not end': '[bookmark: ',
  residue: '[bookmark: ] ',
  placeholders: '（文字描述）',
  'Han characters': '好',
  'Han characters, one a line': '好\n',
  'Han characters, one a word': '好 ',
  'halves of characters': '\ud83d',
  'a label': '规章',
  'a label, one a line': '规章\n',
  'a label, one a word': '规章 ',
  'a label behind tabs': '\t规章\n',
  'a label in traditional characters': '規章\n',
  'the beginning of a label': '第二十条第\n',
  'a long label, character by character': '第 二 十 条 第 （ 五 ） ',
  'a ruler': '---- ----\n',
  'a ruler and a blank line': '---- ----\n\n',
  'a border': '+--+--+\n',
  'a heading': '一、总体情况\n',
  'a title': '青禾县水务局2023年政府信息公开工作年度报告\n',
  years: '2020年',
  dates: '2020 年 1 月 1 ',
  'years of one sentence': '2020年，我局公开',
  'dates of one sentence': '本报告所列数据2020年1月1日至',
  'page numbers': '- 5 -\n',
  'numbers at the edges of pages': '5\n\f',
};

/** Where nothing separates them, a label and numbers: there is more than one way to read each of these. */
const UNREADABLE: Readonly<Record<string, string>> = {
  'a label and a digit': '规章7',
  'a label and a digit, one a line': '规章7\n',
  'a label and a digit, one a word': '规章7 ',
  'two labels and runs of digits': '规章7182行政规范性文件62710\n',
  'long runs of digits behind labels': '一、本年新收政府信息公开申请数量1234567890123456789012\n',
};

/** Things that are looked for behind others, or before them. */
const PLACED: Readonly<Record<string, (length: number) => string>> = {
  'zeros behind a label': (length) => `规章${repeat('0', length)}`,
  'zeros behind a label, one a word': (length) => `规章 ${repeat('0 ', length)}`,
  'zeros behind a label, one a line': (length) => `规章\n${repeat('0\n', length)}`,
  'zeros behind a label, between blank lines': (length) => `规章\n${repeat('0\n\n', length)}`,
  'spaces inside a cell': (length) => `| 规章 | /${repeat(' ', length)}x |\n`,
  'asterisks inside a word': (length) => `规章 /${repeat('*', length)}x\n`,
  'asterisks inside a cell': (length) => `\t规章\n\t/${repeat('* ', length)}x\n`,
  'words without a meaning before a number': (length) => `${repeat('好的\n', length)}5\n`,
  'words without a meaning behind a label': (length) => `规章\n${repeat('好\n', length)}5\n`,
  'blank lines between numbers': (length) => `5\n${repeat('\n', length)}6\n`,
  'lines before the only pipe': (length) => `${repeat('x\n', length)}|`,
  'lines behind a pipe': (length) => `|a\n${repeat('b\n', length)}`,
  'a line of many cells under a border': (length) => `+--+\n${repeat('|a', length)}\n`,
  'a border of many cells': (length) => `${repeat('+--', length / 2)}\n${repeat('|aa', length / 2)}\n`,
  'borders of many widths': (length) => pieces((index) => `+${'--+'.repeat(1 + (index % 90))}\n`, length),
  'cells in ever new columns': (length) => `+--+\n${pieces((index) => `|${' '.repeat(3 * (index % 900))}|a\n`, length)}`,
  'rows without a border below them': (length) => `+--+\n${repeat('| a |\n', length)}`,
  'rulers of many widths': (length) => pieces((index) => `${'-- '.repeat(2 + (index % 400))}--\n\nx\n`, length),
  'a ruler of many columns': (length) => `${repeat('-- ', length / 2)}\n${repeat('a\n', length / 2)}`,
  'words under a ruler': (length) => `-- --\n${repeat('a  ', length)}\n-- --\n`,
  'ampersands behind a table': (length) => `<table></table>\n${repeat('a&b', length)}`,
  'angle brackets behind a table': (length) => `<table></table>\n${repeat('<', length)}`,
  'tags behind a table': (length) => `<table></table>\n${repeat('<b>a', length)}`,
  'tags in a cell': (length) => `<table><tr><td>规章</td><td>${repeat('<b>好</b>', length)}</td></tr></table>`,
  'cells in cells': (length) => repeat('<table><tr><td>好', length),
  'many small tables': (length) => repeat('<table><tr><td>好</td></tr></table>\na,b\n', length),
  'commas in a sheet': (length) => `a,1,2\n`.repeat(3) + repeat(',', length),
  'quotation marks in a sheet': (length) => `a,1,2\n`.repeat(3) + repeat('"a""\n', length),
  'rows in words of their own': (length) => `| 规章 |\n${repeat('| 好 | 5 | 6 | 7 |\n', length)}| 行政强制 |\n`,
  'a year before spaces': (length) => `一、总体情况\n2020年${repeat(' ', length)}`,
};

/** Tables in which a number may be read, as far as their first rows go. */
const READABLE: Readonly<Record<string, (length: number) => string>> = {
  'merged cells written out': (length) => repeat('| 行政许可 | 5 | 5 | 5 |\n', length),
  'rows of many lengths': (length) =>
    pieces((index) => `| 规章 | 1 | 2 | 3 |${'  |'.repeat(index % 1000)}\n`, length / 2) + repeat('\n| 规章 | 1 |  | 3 |\n', length / 2),
  'rows that come again': (length) => repeat('| 规章 | 1 | 2 | 3 |\n', length / 2) + repeat('| 行政规范性文件 | 1 | 2 | 3 |\n', length / 2),
  'labels of groups between a label and its number': (length) => `三、本年度办理结果\n${repeat('（三）不予公开\n', length)}5\n`,
};

export interface Hostile {
  readonly name: string;
  /** `length` counts characters, give or take a few. */
  readonly text: (length: number) => string;
  /** Numbers may be read in it. */
  readonly readable?: true;
}

const repeated = (units: Readonly<Record<string, string>>): Hostile[] =>
  Object.entries(units).map(([name, unit]) => ({ name, text: (length) => PROBE + repeat(unit, length) }));

export const HOSTILE: readonly Hostile[] = [
  ...repeated(UNITS),
  ...repeated(UNREADABLE),
  ...Object.entries(PLACED).map(([name, text]): Hostile => ({ name, text: (length) => PROBE + text(length) })),
  ...Object.entries(READABLE).map(([name, text]): Hostile => ({ name, text: (length) => PROBE + text(length), readable: true })),
];
