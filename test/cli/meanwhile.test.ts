/** No command writes over what somebody else wrote meanwhile: real files, saved by an editor right after they were read. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { main } from '../../server/src/cli/main.ts';
import { nodeFiles } from '../../server/src/cli/node-host.ts';
import { hostOf } from './host.ts';
import { correct, suspect } from './samples.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosure-report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const WAIVERS = 'disclosure-report.waivers.json';
const SAVED = '// saved by an editor\n';

/** Runs a command on the folder; `saved` names the file that an editor saves when it has been read for the first time. */
async function run(argv: readonly string[], saved: string) {
  const told: string[] = [];
  const stderr = { write: async (chunk: string | Uint8Array) => void told.push(String(chunk)), colors: false, terminal: false };
  let done = false;
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await nodeFiles.read(path);
    if (!done && basename(path) === saved) {
      done = true;
      await writeFile(path, SAVED);
    }
    return bytes;
  };
  const code = await main(argv, hostOf({ files: { ...nodeFiles, read }, stderr }));
  return { code, stderr: told.join('') };
}

it.each([
  ['zh-cn', 'a.txt：在此期间被别的程序改动，未写入\n'],
  ['en', 'a.txt: was changed by another program meanwhile; nothing was written\n'],
])('fix, in %s', async (language, message) => {
  const path = join(folder, 'a.txt');
  await writeFile(path, suspect);
  const { code, stderr } = await run(['fix', '--values', '--lang', language, folder], 'a.txt');
  expect([code, stderr.endsWith(message), await readFile(path, 'utf8'), await readdir(folder)]).toEqual([2, true, SAVED, ['a.txt']]);
});

it('fix, one of two files', async () => {
  await writeFile(join(folder, 'a.txt'), suspect);
  await writeFile(join(folder, 'b.txt'), suspect);
  const { code } = await run(['fix', '--values', folder], 'a.txt');
  expect([code, await readFile(join(folder, 'a.txt'), 'utf8'), await readFile(join(folder, 'b.txt'), 'utf8')]).toEqual([2, SAVED, correct]);
});

it('check --write-waivers', async () => {
  await writeFile(join(folder, 'a.txt'), suspect);
  await writeFile(join(folder, WAIVERS), '{"waivers": []}');
  const { code, stderr } = await run(['check', '--write-waivers', '--reason', '已核实', '--lang', 'en', folder], WAIVERS);
  expect([code, await readFile(join(folder, WAIVERS), 'utf8')]).toEqual([2, SAVED]);
  expect(stderr).toContain('was changed by another program meanwhile; nothing was written');
});
