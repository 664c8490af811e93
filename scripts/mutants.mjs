// npm run mutants: changes the reader and the layouts in one place at a time, and says which changes no test of theirs sees.
// A sample of 400 mutants, drawn by a seed: `-- --seed 2`, `-- --count 100`, `-- --all` for a night, `-- bind.ts pipes.ts` for these files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { nameOf, SAMPLE } from '../test/mutants/sample.mjs';
import { at, root } from './lib/paths.mjs';
import { scratch } from './lib/scratch.mjs';

const LONGEST_SHOWN = 100;
const ROOMS = ['server/src/core/report', 'server/src/core/layout'];

const { values: wanted, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '400' },
    all: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

process.chdir(root);
const files = ROOMS.flatMap((room) =>
  readdirSync(at(room), { recursive: true, encoding: 'utf8' }).map((name) => path.posix.join(room, name)),
)
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => positionals.length === 0 || positionals.some((part) => name.endsWith(part)));
const all = await mutantsOf(files);
const sample = wanted.all ? all : drawn(all, Number(wanted.count), Number(wanted.seed));
console.log(`${sample.length} of ${all.length} mutants${wanted.all ? '' : `, seed ${wanted.seed}`}`);
const list = path.join(scratch('mutants').dir, 'sample.json');
writeFileSync(list, JSON.stringify(sample));
process.env[SAMPLE] = list;

const results = await new Stryker({
  mutate: files,
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', './test/mutants/sample.mjs'],
  checkers: ['sample'],
  coverageAnalysis: 'perTest',
  // TypeScript 7 has no API to read one with.
  tsconfigFile: 'none',
  ignorePatterns: ['**', '!package.json', '!server/**', '!test/**'],
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
  // An endless loop is one soon.
  timeoutMS: 2000,
}).runMutationTest();

const tested = results.filter(({ status }) => status !== 'CompileError' && status !== 'Ignored');
/** @param {import('@stryker-mutator/api/core').MutantStatus[]} statuses */
const those = (...statuses) => tested.filter(({ status }) => statuses.includes(status));
const survivors = those('Survived', 'NoCoverage');
for (const { fileName, location, mutatorName, replacement, status } of survivors) {
  const { start, end } = location;
  const code = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  code.push((code.pop() ?? '').slice(0, end.column - 1));
  code[0] = (code[0] ?? '').slice(start.column - 1);
  const [was, is] = [code.join('\n'), replacement ?? ''].map((text) => text.replaceAll(/\s+/g, ' ').slice(0, LONGEST_SHOWN));
  const run = status === 'NoCoverage' ? ' (never run)' : '';
  console.log(`${path.relative(root, fileName)}:${start.line}:${start.column} ${mutatorName}${run}\n  ${was}\n  → ${is}`);
}
const killed = those('Killed', 'RuntimeError').length;
const slow = those('Timeout').length;
const share = (100 * (killed + slow)) / tested.length;
console.log(`killed ${killed}, timed out ${slow}, survived ${survivors.length} of ${tested.length}: ${share.toFixed(1)} % seen`);

/**
 * The names of every mutant that Stryker makes of these files, in the order of the text.
 * @param {readonly string[]} names
 */
async function mutantsOf(names) {
  const sources = names.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const silent = /** @type {import('@stryker-mutator/api/logging').Logger} */ (new Proxy({}, { get: () => () => false }));
  const { mutants } = await new Instrumenter(silent).instrument(sources, { ignorers: [], plugins: null, excludedMutations: [] });
  return mutants.map((mutant) => nameOf(mutant));
}

/**
 * So many of a list, always the same for a seed (mulberry32 and Fisher and Yates).
 * @template T
 * @param {readonly T[]} from
 * @param {number} count
 * @param {number} seed
 */
function drawn(from, count, seed) {
  const left = [...from];
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  for (let place = left.length - 1; place > 0; place--) {
    const other = Math.floor(next() * (place + 1));
    [left[place], left[other]] = [/** @type {T} */ (left[other]), /** @type {T} */ (left[place])];
  }
  return left.slice(0, count);
}
