/** `--since`: only what has changed is read. */
import { describe, expect, it } from 'vitest';
import type { Changes } from '../../../server/src/cli/host.ts';
import { read } from './read.ts';

describe('--since', () => {
  const changes: Changes = { kind: 'changes', root: '2023', files: new Set(['2023/c.txt']) };

  it('leaves out what has not changed', async () => {
    expect(await read(['--since', 'HEAD', '2023'], '', changes)).toEqual({ code: 1, paths: ['2023/c.txt'], stderr: '' });
  });

  it('says when nothing has changed, and that is no failure', async () => {
    expect(await read(['--since', 'HEAD', '2023/deep'], '', changes)).toEqual({
      code: 0,
      paths: [],
      stderr: '--since：自 HEAD 以来没有改动的文件\n',
    });
  });

  it.each<[string, Changes, string]>([
    ['no such revision', { kind: 'no-revision' }, 'git 中没有 HEAD 这个版本'],
    ['no repository', { kind: 'failure', reason: 'not a git repository' }, '--since 须在 git 仓库中使用：not a git repository'],
  ])('fails once for %s', async (_, told, message) => {
    const { code, paths, stderr } = await read(['--since', 'HEAD', '2023'], '', told);
    expect([code, paths, stderr]).toEqual([2, ['--since'], `--since：${message}\n`]);
  });
});
