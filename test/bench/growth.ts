/** Speed per byte of long texts beside that of short ones: where reading takes linear time the ratio stays near 1. */
import { type Document, lint, parse } from '../../server/src/core/index.ts';
import type { Hostile } from '../harness/hostile.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, type TestLayout } from '../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { median } from './measure.ts';

const SHORT = 10_240;
const LONG = 1_048_576;
// A text a hundred times as long may take this much longer for each of its bytes: caches and the garbage collector ask for it.
const MOST = 2;
const MOST_AGAIN = 1.5;
const ROUNDS = 5;

interface Growth {
  readonly name: string;
  /** A text of about so many bytes; the `start`th of several that hold different numbers. */
  readonly text: (bytes: number, start?: number) => string;
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** One unit over and over. */
const repeated =
  (unit: (index: number) => string, before = ''): Growth['text'] =>
  (bytes, start = 0) => {
    const units: string[] = [before];
    for (let index = start, length = bytesOf(before); length < bytes; index++) {
      const next = unit(index);
      units.push(next);
      length += bytesOf(next);
    }
    return units.join('');
  };

/** Reports one after another, each with other numbers, with prose to make them as long as real ones. */
const manyReports = (layout: TestLayout, prose: string): Growth['text'] =>
  repeated((index) => {
    const text = renderReport({ layout, values: consistentValues('2021', seeded(7 + (index % 100))) });
    const paragraph = `${prose.repeat(4)}\n`;
    return text.replace(
      '本年度，',
      `${paragraph.repeat(Math.max(0, Math.ceil((SHORT - 400 - bytesOf(text)) / bytesOf(paragraph))))}本年度，`,
    );
  });

const TITLE = '青禾县水务局2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n';
const ROWS = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制'];
const row = (index: number): readonly string[] => [ROWS[index % ROWS.length] ?? '', ...[1, 7, 13].map((by) => String((index * by) % 97))];
const rows = (write: (cells: readonly string[]) => string, before = TITLE): Growth['text'] =>
  repeated((index) => write(row(index)), before);

/** Texts that are one table, or look like one, from their first line to their last. */
export const TABLES: readonly Growth[] = [
  { name: 'bare lines', text: rows((cells) => cells.map((cell) => `${cell}\n`).join('')) },
  { name: 'bare lines, spaced', text: rows((cells) => cells.map((cell) => `${cell}\n\n`).join('')) },
  { name: 'one line: prose', text: repeated(() => '本年度，认真做好主动公开工作，共公开信息12条。', TITLE) },
  { name: 'one line: words and spaces', text: repeated((index) => `公开信息 共 ${index % 50} 条 `, TITLE) },
  { name: 'one line: glued', text: rows((cells) => cells.join('')) },
  { name: 'one line: pairs', text: rows(([label, number]) => `${label} ${number} `) },
  { name: 'one line: rows', text: rows((cells) => `${cells.join(' ')} `) },
  { name: 'lines of words', text: rows((cells) => `${cells.join(' ')}\n`) },
  { name: 'glued lines', text: rows((cells) => `${cells.join('')}\n`) },
  {
    name: 'columns',
    text: rows(([label = '', ...numbers]) => `${label.padEnd(8, '\u3000')}${numbers.map((number) => number.padStart(8)).join('')}\n`),
  },
  { name: 'lines of prose', text: repeated(() => '本年度，认真做好主动公开工作。\n', TITLE) },
  { name: 'cell lines', text: rows((cells) => cells.map((cell) => `\t${cell}\n`).join('')) },
  { name: 'pipes', text: rows((cells) => `| ${cells.join(' | ')} |\n`) },
  { name: 'pipes, one line', text: rows((cells) => `${cells.join(' | ')} | `) },
  { name: 'pipes before cells', text: rows((cells) => cells.map((cell) => `|${cell}\n`).join('')) },
  { name: 'pipes below cells', text: rows((cells) => cells.map((cell) => `${cell}\n|\n`).join('')) },
  { name: 'CSV', text: rows((cells) => `${cells.join(',')}\n`) },
  { name: 'CSV, one line', text: rows((cells) => `${cells.join(',')},`) },
  { name: 'TSV', text: rows((cells) => `${cells.join('\t')}\n`) },
  { name: 'TSV, one line', text: rows((cells) => `${cells.join('\t')}\t`) },
  {
    name: 'grid',
    text: rows(
      (cells) => `| ${cells.map((cell) => cell.padEnd(8)).join(' | ')} |\n+${'----------+'.repeat(4)}\n`,
      `${TITLE}+${'----------+'.repeat(4)}\n`,
    ),
  },
  {
    name: 'grid without borders',
    text: rows((cells) => `| ${cells.map((cell) => cell.padEnd(8)).join(' | ')} |\n`, `${TITLE}+${'----------+'.repeat(4)}\n`),
  },
  {
    name: 'ruled',
    text: rows((cells) => `${cells.map((cell) => cell.padEnd(8)).join(' ')}\n`, `${TITLE}${'-------- '.repeat(4).trim()}\n`),
  },
  {
    name: 'many ruled tables',
    text: rows((cells) => `${'-------- '.repeat(4).trim()}\n${cells.map((cell) => cell.padEnd(8)).join(' ')}\n\n`),
  },
  { name: 'HTML', text: rows((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`, `${TITLE}<table>\n`) },
  { name: 'HTML, one row', text: rows((cells) => cells.map((cell) => `<td>${cell}</td>`).join(''), `${TITLE}<table><tr>`) },
  { name: 'many tables of HTML', text: rows((cells) => `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>\n`) },
];

export const REPORTS = (prose: string): readonly Growth[] =>
  [...LAYOUTS, ...DRAWN, ...LOSSY, ...GLUED].map((layout) => ({ name: layout, text: manyReports(layout, prose) }));

interface Cost {
  readonly parse: number;
  readonly lint: number;
}

/** Nanoseconds per byte. */
function costOf(texts: readonly string[]): Cost {
  const bytes = texts.reduce((sum, text) => sum + bytesOf(text), 0);
  let [parsing, linting] = [0, 0];
  for (const text of texts) {
    const start = performance.now();
    const document: Document = parse(text);
    const between = performance.now();
    lint(document);
    parsing += between - start;
    linting += performance.now() - between;
  }
  return { parse: (parsing * 1e6) / bytes, lint: (linting * 1e6) / bytes };
}

const sumOf = ({ parse: reading, lint: judging }: Cost): number => reading + judging;
const ratioOf = (few: readonly Cost[], many: readonly Cost[], of: (cost: Cost) => number): number =>
  median(few.map((cost, round) => of(many[round] ?? cost) / of(cost)));

/** The costs of short texts and of one as long as all of them, in turn, so that a drifting machine hits both alike. */
function costsOf({ text }: Growth, short: number, long: number, rounds: number): { readonly few: Cost[]; readonly many: Cost[] } {
  const huge = text(long);
  const brief = Array.from({ length: Math.max(1, Math.round(long / short)) }, (_, index) => text(short, index));
  const [few, many]: [Cost[], Cost[]] = [[], []];
  // The first round warms the just-in-time compiler up.
  for (let round = 0; round <= rounds; round++) {
    const pair = [costOf(brief), costOf([huge])] as const;
    if (round === 0) continue;
    few.push(pair[0]);
    many.push(pair[1]);
  }
  return { few, many };
}

/** Prints what each byte costs in short texts and in a long one. */
export function printGrowth(growth: Growth): void {
  const { few, many } = costsOf(growth, SHORT, LONG, ROUNDS);
  const cells = (['parse', 'lint'] as const).map((step) => {
    const [a, b] = [few, many].map((costs) => median(costs.map((cost) => cost[step])).toFixed(1));
    return `${step} ${a?.padStart(6)} → ${b?.padStart(6)} ns`;
  });
  const ratio = ratioOf(few, many, sumOf);
  const verdict = ratio <= MOST ? '' : verdictOf(growth);
  console.log(`  ${growth.name.padEnd(28)} ${cells.join('   ')}   × ${ratio.toFixed(2)}${verdict}`);
}

/** Past `MOST`: a text four times as long again tells memory, which the collector has to copy once, from time that grows. */
function verdictOf(growth: Growth): string {
  const { few, many } = costsOf(growth, LONG, 4 * LONG, 3);
  const ratio = ratioOf(few, many, sumOf);
  return `   over ${MOST}; from 1 MB to 4 MB × ${ratio.toFixed(2)}${ratio <= MOST_AGAIN ? ': memory' : ': NOT LINEAR'}`;
}

/** Prints what a hostile text of ten megabytes costs beside one of a single megabyte, read once each. */
export function printHostile({ name, text }: Hostile): void {
  const width = bytesOf(text(1000)) / 1000;
  const [first, second] = [1e6, 1e7].map((bytes) => {
    const source = text(Math.round(bytes / width));
    const start = performance.now();
    lint(parse(source));
    return (performance.now() - start) / 1000;
  }) as [number, number];
  const ratio = second / first / 10;
  // Beside the time that a short text takes before anything is compiled, less than a second says nothing.
  const linear = ratio <= MOST || second < 1;
  const times = `${first.toFixed(2).padStart(6)} → ${second.toFixed(2).padStart(6)} s   × ${ratio.toFixed(2)}`;
  console.log(`  ${name.padEnd(52)} ${times}${linear ? '' : '   NOT LINEAR'}`);
}
