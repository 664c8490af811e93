// What the bundles weigh and how soon the command line answers, beside what is allowed.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at } from './paths.mjs';
import { build } from './prepare.mjs';

/** In kilobytes of 1,024 bytes, minified. */
const BUDGETS = [
  { file: 'dist/server.cjs', most: 350 },
  { file: 'dist/server.browser.js', most: 350 },
  { file: 'dist/client.cjs', most: 480 },
  { file: 'dist/client.browser.cjs', most: 480 },
];

/** Node alone, and the command line with what it answers first. */
const STARTS = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: '--version', args: ['dist/cli.mjs', '--version'] },
  { name: 'check of one report', args: ['dist/cli.mjs', 'check', 'examples/1-wrong-totals.txt'] },
];
const ROUNDS = 25;

export async function printBundles() {
  await build(['--production']);
  for (const { file, most } of BUDGETS) {
    const bytes = readFileSync(at(file));
    const [whole, packed] = [bytes.length, gzipSync(bytes, { level: 9 }).length].map((size) => `${Math.ceil(size / 1024)} KB`);
    const verdict = bytes.length > most * 1024 ? 'TOO BIG' : 'ok';
    console.log(`  ${file.padEnd(24)} ${whole?.padStart(6)}, ${packed} compressed; at most ${most} KB: ${verdict}`);
  }
  // Rounds of all in turn, and the quickest of each: a machine that is busy with other things slows all down, and never one up.
  const quickest = STARTS.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round++)
    for (const [index, { args }] of STARTS.entries()) quickest[index] = Math.min(quickest[index] ?? 0, await firstByte(args));
  const most = 1.5 * (quickest[0] ?? 0) + 60;
  for (const [index, { name }] of STARTS.entries()) console.log(`  ${name.padEnd(24)} ${quickest[index]?.toFixed(0)} ms to the first byte`);
  console.log(`  at most 1.5 times the first and 60 ms: ${most.toFixed(0)} ms`);
}

/**
 * Milliseconds until a process of Node writes something, or ends without a word.
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function firstByte(args) {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...args], { cwd: at(), stdio: ['ignore', 'pipe', 'ignore'] });
    let answered = Number.NaN;
    child.stdout.once('data', () => {
      answered = performance.now() - started;
    });
    child.once('error', reject);
    child.once('close', () => resolve(Number.isNaN(answered) ? performance.now() - started : answered));
  });
}
