/** `--files-from`: lists of files, from standard input or from a file. */
import { describe, expect, it } from 'vitest';
import { inMemory } from '../host.ts';
import { FILES, read } from './read.ts';

describe('--files-from', () => {
  it.each([
    ['lines', '2023/c.txt\n2022/a.txt\n'],
    ['lines of Windows, the last without an end', '2023/c.txt\r\n\r\n2022/a.txt'],
    ['names behind NUL', '2023/c.txt\0' + '2022/a.txt\0'],
  ])('reads %s', async (_, list) => {
    expect(await read(['--files-from', '-'], list)).toMatchObject({ code: 1, paths: ['2023/c.txt', '2022/a.txt'], stderr: '' });
  });

  it('takes names as they are, folders too, and names what is not there', async () => {
    expect(await read(['--files-from', '-'], '2023/[e].txt\n*/a.txt\n2022\n')).toMatchObject({
      code: 2,
      paths: ['2023/[e].txt', '*/a.txt', '2022/a.txt', '2022/b.md'],
    });
  });

  it('reads a list in a file, after the paths', async () => {
    const { stdout, code } = await inMemory({ ...FILES, list: '2022/a.txt' }).run(['extract', '--files-from', 'list', '2023/c.txt']);
    const paths = stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line).path);
    expect([code, paths]).toEqual([0, ['2023/c.txt', '2022/a.txt']]);
    expect((await read(['--files-from', 'nowhere'])).code).toBe(2);
  });

  it('is done with an empty list', async () => {
    expect(await read(['--files-from', '-'])).toEqual({ code: 0, paths: [], stderr: '' });
  });
});
