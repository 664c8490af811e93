/** The command line as a real process, bundled afresh: streams, exit codes, and files on disk. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rulePages } from '../../scripts/lib/rule-pages.mjs';
import type { encodePatches } from '../../server/src/cli/output/encode.ts';
import { checkOutput, extractRecord } from './contract.ts';
import { correct, crlf, encoded, SUSPECT_CELL, suspect, wrong } from './samples.ts';

let folder = '';
const bundled = (name: string): string => join(folder, `${name}.mjs`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosure-report-'));
  await build({
    entryPoints: { bin: 'server/src/cli/bin.ts', encode: 'server/src/cli/output/encode.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    logLevel: 'error',
    plugins: [rulePages],
    // As in esbuild.mjs: of packages that have both, the ES module can be bundled.
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);" },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

interface Options {
  readonly stdin?: Uint8Array;
  /** `close`: the reader goes away after the first bytes, as `head` does. */
  readonly reader?: 'whole' | 'close';
}

function start(args: readonly string[], { stdin, reader = 'whole' }: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundled('bin'), ...args], { cwd: folder, env: { ...process.env, LC_ALL: 'zh_CN.UTF-8' } });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      if (reader === 'close') child.stdout.destroy();
    });
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }));
    child.stdin.end(stdin);
  });
}

describe('the command line as a process', () => {
  it('ends with the right exit code', async () => {
    await writeFile(join(folder, 'right.txt'), correct);
    await writeFile(join(folder, 'wrong.txt'), wrong);
    const codes = await Promise.all(
      [['check', 'right.txt'], ['check', 'right.txt', 'wrong.txt'], ['check', 'right.txt', 'nowhere.txt'], ['check'], ['--help']].map(
        async (args) => (await start(args)).code,
      ),
    );
    expect(codes).toEqual([0, 1, 2, 2, 0]);
  });

  it('writes whole output through a pipe, and without colours', async () => {
    await mkdir(join(folder, 'big'));
    await Promise.all(Array.from({ length: 30 }, (_, index) => writeFile(join(folder, 'big', `${index}.txt`), wrong.repeat(20))));
    const json = await start(['check', '--format', 'json', 'big']);
    expect(json.stdout.length).toBeGreaterThan(5_000_000);
    expect(checkOutput.parse(JSON.parse(json.stdout.toString())).reports).toHaveLength(600);
    expect((await start(['check', 'big'])).stdout.toString()).not.toContain('\x1b');
  });

  it('does not mind a reader that goes away, and keeps its exit code', async () => {
    await mkdir(join(folder, 'long'));
    await Promise.all(Array.from({ length: 10 }, (_, index) => writeFile(join(folder, 'long', `${index}.txt`), wrong.repeat(20))));
    expect(await start(['check', '--format', 'json', 'long'], { reader: 'close' })).toMatchObject({ code: 1, stderr: '' });
  });

  it('extracts a folder whole, in both formats, and all that it can', async () => {
    await mkdir(join(folder, 'many'));
    await Promise.all(Array.from({ length: 30 }, (_, index) => writeFile(join(folder, 'many', `${index}.txt`), wrong.repeat(20))));
    const [json, csv, some, closed] = await Promise.all([
      start(['extract', 'many']),
      start(['extract', '--format', 'csv', 'many']),
      start(['extract', 'nowhere.txt', 'many']),
      start(['extract', 'many'], { reader: 'close' }),
    ]);
    const lines = json.stdout.toString().split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => extractRecord.parse(JSON.parse(line)).recognized)).toEqual(Array(600).fill(true));
    // No field has a line end of its own here: a header and 600 rows, and what is behind the last line end.
    expect(csv.stdout.toString().split('\r\n')).toHaveLength(602);
    expect([json, csv, some, closed].map(({ code }) => code)).toEqual([0, 0, 2, 0]);
    expect(some.stdout.equals(json.stdout)).toBe(true);
    expect([json, csv, closed].map(({ stderr }) => stderr)).toEqual(['', '', '']);
  });

  it('is a filter: what is spread over several runs is put together again by cat', async () => {
    await mkdir(join(folder, 'spread'));
    const names = Array.from({ length: 40 }, (_, index) => `spread/${String(index).padStart(2, '0')}.txt`);
    await Promise.all(names.map((name, index) => writeFile(join(folder, name), index % 3 === 0 ? wrong : correct)));
    const list = (some: readonly string[]): Options => ({ stdin: Buffer.from(some.map((name) => `${name}\n`).join('')) });
    const filter = ['check', '--format', 'ndjson', '--files-from', '-'];
    const [whole, first, second] = await Promise.all([
      start(['check', '--format', 'ndjson', 'spread']),
      start(filter, list(names.slice(0, 25))),
      start(filter, list(names.slice(25))),
    ]);
    expect([whole, first, second].map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(Buffer.concat([first.stdout, second.stdout]).equals(whole.stdout)).toBe(true);
    expect(whole.stdout.toString().split('\n')).toHaveLength(41);
  });

  it('answers a line of its list before the next one comes', async () => {
    await writeFile(join(folder, 'one.txt'), correct);
    const child = spawn(process.execPath, [bundled('bin'), 'check', '--format', 'ndjson', '--files-from', '-'], { cwd: folder });
    const answer = (): Promise<string> => new Promise((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())));
    for (const name of ['one.txt', 'nowhere.txt']) {
      const answered = answer();
      child.stdin.write(`${name}\n`);
      expect(JSON.parse(await answered)).toMatchObject({ path: name });
    }
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.stdin.end();
    expect(await ended).toBe(2);
  });

  it('carries the pages of the rules with it', async () => {
    const { code, stdout } = await start(['explain', 'row-order']);
    expect([code, stdout.toString().split('\n')[0]]).toEqual([0, '# row-order']);
  });

  it('asks nobody where there is no terminal', async () => {
    expect(await start(['fix', '--interactive', 'wrong.txt'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--interactive') });
  });

  it('reads standard input and writes the corrected text to standard output', async () => {
    const { code, stdout, stderr } = await start(['fix', '--values', '-'], { stdin: encoded(crlf(suspect), 'gb18030') });
    expect(code).toBe(0);
    expect(stdout.equals(encoded(crlf(correct), 'gb18030'))).toBe(true);
    expect(stderr).toContain(SUSPECT_CELL);
  });

  it('changes nothing but the cell in a file', async () => {
    await writeFile(join(folder, 'fixed.txt'), encoded(crlf(suspect), 'utf-16le', 'bom'));
    expect(await start(['fix', '--values', 'fixed.txt'])).toMatchObject({ code: 0, stderr: '' });
    expect((await readFile(join(folder, 'fixed.txt'))).equals(encoded(crlf(correct), 'utf-16le', 'bom'))).toBe(true);
  });

  it('carries the tables of GB18030 with it', async () => {
    const { encodePatches: encode }: { encodePatches: typeof encodePatches } = await import(pathToFileURL(bundled('encode')).href);
    const result = await encode(
      encoded('规章', 'gb18030'),
      { encoding: 'gb18030', bom: false },
      [{ span: { start: 0, end: 2 }, newText: '总计', notes: [] }],
      '总计',
    );
    expect(result).toEqual({ kind: 'bytes', bytes: encoded('总计', 'gb18030') });
  });
});
