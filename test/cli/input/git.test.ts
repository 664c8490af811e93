/** Which files a repository of git says have changed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gitChanges } from '../../../server/src/cli/input/git.ts';

describe('gitChanges', () => {
  let folder = '';
  const git = (...args: readonly string[]) =>
    promisify(execFile)('git', ['-c', 'user.name=x', '-c', 'user.email=x@x', '-c', 'commit.gpgsign=false', ...args], { cwd: folder });
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'disclosure-report-')));
    await git('init', '-q');
    await mkdir(join(folder, '年报'));
    for (const name of ['年报/same.txt', '年报/changed 甲.txt', 'gone.txt', '.gitignore'])
      await write(name, name === '.gitignore' ? '*.log\n' : 'a');
    await git('add', '.');
    await git('commit', '-qm', 'one');
    await write('年报/changed 甲.txt', 'b');
    await git('commit', '-qam', 'two');
    await write('年报/new.txt', 'c');
    await write('x.log', 'c');
    await rm(join(folder, 'gone.txt'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('tells what was changed or added, committed or not', async () => {
    const expected = (...names: string[]) => ({ kind: 'changes', root: folder, files: new Set(names.map((name) => join(folder, name))) });
    expect(await gitChanges('HEAD~1', join(folder, '年报'))).toEqual(expected('年报/changed 甲.txt', '年报/new.txt'));
    expect(await gitChanges('HEAD', folder)).toEqual(expected('年报/new.txt'));
  });

  it.each(['nowhere', '--output=x', '-h', ''])('takes %j for no revision', async (rev) => {
    expect(await gitChanges(rev, folder)).toEqual({ kind: 'no-revision' });
  });

  it('says that there is no repository', async () => {
    expect(await gitChanges('HEAD', tmpdir())).toMatchObject({ kind: 'failure', reason: expect.stringMatching(/git/) });
  });
});
