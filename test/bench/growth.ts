/** Speed per byte of long texts beside that of short ones: where reading takes linear time the ratio stays near 1. */
import { type Document, lint, parse } from '../../server/src/core/index.ts';
import { DRAWN, GLUED, LAYOUTS, LOSSY, type TestLayout } from '../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { median } from './measure.ts';

const SHORT = 10_240;
const LONG = 1_048_576;
// A text a hundred times as long may take this much longer for each of its bytes: caches and the garbage collector ask for it.
const MOST = 2;
const ROUNDS = 5;

export interface Growth {
  readonly name: string;
  /** A text of about so many bytes. */
  readonly text: (bytes: number) => string;
}

const bytesOf = (text: string): number => Buffer.byteLength(text);

/** One unit over and over. */
const repeated =
  (unit: (index: number) => string, before = ''): Growth['text'] =>
  (bytes) => {
    const units: string[] = [before];
    for (let index = 0, length = bytesOf(before); length < bytes; index++) {
      const next = unit(index);
      units.push(next);
      length += bytesOf(next);
    }
    return units.join('');
  };

/** Reports one after another, each with other numbers, with prose to make them as long as real ones. */
export const manyReports = (layout: TestLayout, prose: string): Growth['text'] =>
  repeated((index) => {
    const text = renderReport({ layout, values: consistentValues('2021', seeded(7 + (index % 100))) });
    const paragraph = `${prose.repeat(4)}\n`;
    return text.replace('本年度，', `${paragraph.repeat(Math.max(0, Math.ceil((SHORT - 400 - bytesOf(text)) / bytesOf(paragraph))))}本年度，`);
  });

const TITLE = '青禾县水务局2023年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n';
const ROWS = ['规章', '行政规范性文件', '行政许可', '行政处罚', '行政强制'];
const row = (index: number): readonly string[] => [ROWS[index % ROWS.length] ?? '', ...[1, 7, 13].map((by) => String((index * by) % 97))];
const rows = (write: (cells: readonly string[]) => string, before = TITLE): Growth['text'] => repeated((index) => write(row(index)), before);

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
  { name: 'columns', text: rows(([label = '', ...numbers]) => `${label.padEnd(8, '\u3000')}${numbers.map((number) => number.padStart(8)).join('')}\n`) },
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
  { name: 'grid', text: rows((cells) => `| ${cells.map((cell) => cell.padEnd(8)).join(' | ')} |\n+${'----------+'.repeat(4)}\n`, `${TITLE}+${'----------+'.repeat(4)}\n`) },
  { name: 'grid without borders', text: rows((cells) => `| ${cells.map((cell) => cell.padEnd(8)).join(' | ')} |\n`, `${TITLE}+${'----------+'.repeat(4)}\n`) },
  { name: 'ruled', text: rows((cells) => `${cells.map((cell) => cell.padEnd(8)).join(' ')}\n`, `${TITLE}${'-------- '.repeat(4).trim()}\n`) },
  { name: 'many ruled tables', text: rows((cells) => `${'-------- '.repeat(4).trim()}\n${cells.map((cell) => cell.padEnd(8)).join(' ')}\n\n`) },
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
function costOf(text: string, calls: number): Cost {
  const bytes = bytesOf(text) * calls;
  let [parsing, linting] = [0, 0];
  for (let call = 0; call < calls; call++) {
    const start = performance.now();
    const document: Document = parse(text);
    const between = performance.now();
    lint(document);
    parsing += between - start;
    linting += performance.now() - between;
  }
  return { parse: (parsing * 1e6) / bytes, lint: (linting * 1e6) / bytes };
}

/** Short and long texts in turn, so that a drifting machine hits both alike; prints a line, and whether it is linear. */
export function growthOf({ name, text }: Growth, [short, long]: readonly [number, number] = [SHORT, LONG], rounds = ROUNDS): boolean {
  const [brief, huge] = [text(short), text(long)];
  const calls = Math.max(1, Math.round(bytesOf(huge) / bytesOf(brief)));
  const few: Cost[] = [];
  const many: Cost[] = [];
  // The first round warms the just-in-time compiler up.
  for (let round = 0; round <= rounds; round++) {
    const [a, b] = [costOf(brief, calls), costOf(huge, 1)];
    if (round === 0 && rounds > 1) continue;
    few.push(a);
    many.push(b);
  }
  const ratioOf = (step: keyof Cost): number => median(few.map((cost, round) => (many[round]?.[step] ?? Number.NaN) / cost[step]));
  const cells = (['parse', 'lint'] as const).map((step) => {
    const [a, b] = [median(few.map((cost) => cost[step])), median(many.map((cost) => cost[step]))];
    return `${step} ${a.toFixed(1).padStart(6)} → ${b.toFixed(1).padStart(6)} ns/byte (× ${ratioOf(step).toFixed(2)})`;
  });
  const sum = ({ parse: reading, lint: judging }: Cost): number => reading + judging;
  const ratio = median(few.map((cost, round) => sum(many[round] ?? cost) / sum(cost)));
  const linear = ratio <= MOST;
  console.log(`  ${name.padEnd(28)} ${cells.join('   ')}   both × ${ratio.toFixed(2)}${linear ? '' : '   NOT LINEAR'}`);
  return linear;
}
