/** What `check` reads: patterns, and what they mean. */
import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

describe('patterns', () => {
  it.each([
    ['*/*.txt', ['2022/a.txt', '2023/[e].txt', '2023/c.txt']],
    ['**/*.txt', ['2022/a.txt', '2023/[e].txt', '2023/c.txt', '2023/deep/d.txt']],
    ['./2023/**/?.txt', ['2023/c.txt', '2023/deep/d.txt']],
    ['202{2,3}/[ac].txt', ['2022/a.txt', '2023/c.txt']],
    // What is there under that very name is meant.
    ['2023/[e].txt', ['2023/[e].txt']],
  ])('%s', async (pattern, paths) => {
    expect((await read([pattern])).paths).toEqual(paths);
  });

  it('is a mistake without a match', async () => {
    expect(await read(['2024/*.txt', '2022/a.txt'])).toEqual({
      code: 2,
      paths: ['2024/*.txt', '2022/a.txt'],
      stderr: '2024/*.txt：无法读取：没有文件与之相符\n',
    });
  });

  it('reads no file twice', async () => {
    expect((await read(['2022', '2022/*', '**/a.txt'])).paths).toEqual(['2022/a.txt', '2022/b.md']);
  });
});
