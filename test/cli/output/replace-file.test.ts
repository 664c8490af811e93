/** Writing in place on a real file system: the mode, links, long names, and no trace of a failure. */
import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replaceFile } from '../../../server/src/cli/output/replace-file.ts';

const OLD = Buffer.from('old');
const NEW = Buffer.from('new');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'disclosure-report-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('replaceFile', () => {
  it.skipIf(process.platform === 'win32')('keeps the mode (skipped on Windows)', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old');
    await chmod(path, 0o664);
    expect(await replaceFile(path, OLD, NEW)).toBe('replaced');
    expect([await readFile(path, 'utf8'), (await stat(path)).mode & 0o7777]).toEqual(['new', 0o664]);
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it.skipIf(process.platform === 'win32')('writes to what a link points to (skipped on Windows)', async () => {
    await writeFile(join(folder, 'a.txt'), 'old');
    await symlink('a.txt', join(folder, 'link.txt'));
    await replaceFile(join(folder, 'link.txt'), OLD, NEW);
    expect((await lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new');
  });

  it('writes a file whose name is as long as names may be', async () => {
    const path = join(folder, `${'公'.repeat(83)}.txt`);
    await writeFile(path, 'old');
    await replaceFile(path, OLD, NEW);
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it.skipIf(process.getuid?.() === 0)('leaves a read-only file alone (skipped for root, who may write anywhere)', async () => {
    const path = join(folder, 'a.txt');
    await writeFile(path, 'old', { mode: 0o444 });
    await expect(replaceFile(path, OLD, NEW)).rejects.toMatchObject({ code: expect.stringMatching(/EACCES|EPERM/) });
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it.each(['', 'old, and more', 'odd'])('leaves a file alone that somebody has written meanwhile: %j', async (now) => {
    const path = join(folder, 'a.txt');
    await writeFile(path, now);
    expect(await replaceFile(path, OLD, NEW)).toBe('changed');
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual([now, ['a.txt']]);
  });

  it('leaves nothing behind when it fails', async () => {
    // A folder cannot be replaced by a file.
    await expect(replaceFile(folder, OLD, NEW)).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
    await expect(replaceFile(join(folder, 'nowhere.txt'), OLD, NEW)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
