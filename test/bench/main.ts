/**
 * Prints what a lint costs beside the least that any linter must do, for each layout, and what each byte costs in long
 * texts beside short ones. `npm run bench -- floor` (or `growth`, `repair`, `fixes`, `reading`, `hostile`) measures that part alone; the hostile
 * texts, ten megabytes each, are read when they are asked for.
 */
import { lint, mayBeReport, parse } from '../../server/src/core/index.ts';
import { HOSTILE } from '../harness/hostile.ts';
import { LAYOUTS } from '../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { printFixes } from './fixes.ts';
import { printGrowth, printHostile, REPORTS, TABLES } from './growth.ts';
import { keystrokes } from './keystrokes.ts';
import { inTurn, quantile } from './measure.ts';
import { printReading } from './reading.ts';
import { printRepairs } from './repair.ts';

const PROSE = '本机关认真贯彻落实有关要求，加强组织领导，完善制度建设，扩展公开内容，丰富公开形式，回应社会关切。';

/** A report of about 10 KB: prose in its first section, as in real reports. */
function sample(layout: (typeof LAYOUTS)[number]): string {
  const text = renderReport({ layout, values: consistentValues('2021', seeded(7)) });
  const missing = Math.max(0, 10_240 - new TextEncoder().encode(text).length);
  const paragraph = `${PROSE.repeat(4)}\n`;
  const more = Math.ceil(missing / new TextEncoder().encode(paragraph).length);
  return text.replace('本年度，', `${paragraph.repeat(more)}本年度，`);
}

function floor(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return text.split(/\r?\n/).length;
}

async function printFloors(): Promise<void> {
  console.log('lint against the floor (decode the same bytes and split them into lines)');
  for (const layout of LAYOUTS) {
    const text = sample(layout);
    const bytes = new TextEncoder().encode(text);
    const decode = (): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const [least, whole] = inTurn({ floor: () => floor(bytes), lint: () => lint(parse(decode())) });
    if (!least || !whole) continue;
    const ratio = whole.milliseconds / least.milliseconds;
    const kilobytes = (bytes.length / 1024).toFixed(1).padStart(5);
    console.log(
      `  ${layout.padEnd(15)} ${kilobytes} KB  floor ${least.milliseconds.toFixed(3)} ms  lint ${whole.milliseconds.toFixed(3)} ms  ratio ${ratio.toFixed(1)}`,
    );
  }

  const other = `${'经济社会发展工作扎实推进，城乡面貌持续改善。'.repeat(20)}\n`.repeat(2_400);
  const [probe] = inTurn({ probe: () => mayBeReport(other) }, 20, 5);
  console.log(`a million characters of Chinese prose that is no report: ${probe?.milliseconds.toFixed(3)} ms`);

  const text = sample('cell-lines');
  const [once] = inTurn({ lint: () => lint(parse(text)) });
  const samples = await keystrokes(text);
  const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;
  const ratio = quantile(samples, 0.5) / (once?.milliseconds ?? Number.NaN);
  console.log(
    `200 keystrokes in a 10 KB report, change to diagnostics over the protocol: median ${milliseconds(quantile(samples, 0.5))}, 95 % ${milliseconds(quantile(samples, 0.95))}, worst ${milliseconds(Math.max(...samples))} (median ${ratio.toFixed(1)} times the lint alone)`,
  );
}

const wanted = process.argv.slice(2);
const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
if (isWanted('floor')) await printFloors();
if (isWanted('growth')) {
  console.log('each byte of 10 KB and of 1 MB: reports one after another');
  REPORTS(PROSE).forEach(printGrowth);
  console.log('each byte of 10 KB and of 1 MB: one table');
  TABLES.forEach(printGrowth);
}
if (isWanted('repair')) {
  console.log('wrong application tables, 2,000 of each kind: what is found to be wrong, and in what time');
  printRepairs();
}
if (isWanted('fixes')) {
  console.log(`all fixes of a table with twenty wrong cells, proven`);
  printFixes();
}
if (isWanted('reading')) {
  console.log('reading aids in a file of a hundred reports, parsed and checked');
  await printReading(PROSE);
}
if (wanted.includes('hostile')) {
  console.log('a megabyte and ten megabytes');
  HOSTILE.forEach(printHostile);
}
