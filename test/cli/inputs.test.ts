/** What `check` reads and what it leaves out: patterns, lists, changes in git, filters, and the order of it all. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageIn } from '../../server/src/cli/commands/explain.ts';
import type { Changes } from '../../server/src/cli/host.ts';
import { gitChanges } from '../../server/src/cli/input/git.ts';
import { inOrder } from '../../server/src/cli/input/in-order.ts';
import { FILE_RULES, rules } from '../../server/src/core/index.ts';
import { ndjsonLine } from './contract.ts';
import { inMemory } from './host.ts';
import { ambiguous, blank, correct, notes, wrong } from './samples.ts';

const FILES = {
  '2022/a.txt': correct,
  '2022/b.md': notes,
  '2023/c.txt': wrong,
  '2023/deep/d.txt': correct,
  '2023/scan.pdf': '%PDF-1.7',
  '2023/[e].txt': correct,
};
const read = async (args: readonly string[], stdin = '', changes?: Changes) => {
  const { code, stdout, stderr } = await inMemory(FILES, changes ? { changes } : {}).run(['check', '--format', 'ndjson', ...args], stdin);
  const lines = stdout.split('\n').slice(0, -1);
  return { code, stderr, paths: lines.map((line) => ndjsonLine.parse(JSON.parse(line)).path) };
};

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

describe('filters', () => {
  const run = async (text: string, ...args: string[]) => {
    const { code, stdout, stderr } = await inMemory({ 'a.txt': text }).run(['check', '--format', 'ndjson', ...args, 'a.txt']);
    return { code, stderr, rules: (JSON.parse(stdout) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule) };
  };

  it('--rule keeps the findings of these rules, and the exit code theirs', async () => {
    expect(await run(blank)).toEqual({ code: 0, stderr: '', rules: ['relation-not-checked', 'blank-cell'] });
    expect(await run(blank, '--rule', 'blank-cell')).toMatchObject({ rules: ['blank-cell'] });
    expect(await run(ambiguous, '--rule', 'row-order')).toEqual({ code: 0, stderr: '', rules: [] });
    expect(await run(wrong, '--rule', 'row-order,dispute-total-mismatch')).toMatchObject({ code: 1, rules: ['dispute-total-mismatch'] });
  });

  it('--severity shows less, and the exit code stays', async () => {
    expect(await run(blank, '--severity', 'warning')).toMatchObject({ code: 0, rules: ['blank-cell'] });
    expect(await run(blank, '--severity', 'error', '--max-warnings', '0')).toMatchObject({ code: 1, rules: [] });
    expect(await run(wrong, '--severity', 'error')).toMatchObject({ code: 1, rules: ['dispute-total-mismatch'] });
  });

  it('--max-warnings makes too many warnings a failure, and says so', async () => {
    expect(await run(blank, '--max-warnings', '1')).toMatchObject({ code: 0, stderr: '' });
    expect(await run(blank, '--max-warnings', '0')).toMatchObject({ code: 1, stderr: '警告 1 处，超过 --max-warnings 0\n' });
    expect((await inMemory({}).run(['check', '--max-warnings', '0', 'x'])).code).toBe(2);
  });
});

describe('progress', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`y/${index}.txt`, notes]));
  it.each<[string, readonly ('stdout' | 'stderr')[], string]>([
    ['a terminal beside', ['stderr'], '\r已校核 25 个文件，错误 0\x1b[K\r已校核 50 个文件，错误 0\x1b[K\r\x1b[K'],
    ['a terminal for both', ['stdout', 'stderr'], ''],
    ['no terminal', [], ''],
  ])('on %s', async (_, terminals, stderr) => {
    expect(await inMemory(many, { terminals: new Set(terminals) }).run(['check', '--format', 'csv', 'y'])).toMatchObject({
      code: 0,
      stderr,
    });
  });
});

describe('inOrder', () => {
  it('gives a result although nothing more comes, and never runs ahead of its bound', async () => {
    let more: (done: IteratorResult<number>) => void = () => {};
    let sent = 0;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => (sent < 2 ? Promise.resolve({ done: false, value: sent++ }) : new Promise((resolve) => (more = resolve))),
      }),
    };
    const results = inOrder(source, 8, async (thing) => thing * 10);
    expect([await results.next(), await results.next()].map(({ value }) => value)).toEqual([0, 10]);
    const last = results.next();
    more({ done: true, value: undefined });
    expect((await last).done).toBe(true);
  });

  it('throws a failure in its turn, and closes what it reads from', async () => {
    let closed = false;
    async function* things() {
      try {
        for (let at = 0; at < 10; at++) yield at;
      } finally {
        closed = true;
      }
    }
    const seen: number[] = [];
    const all = async (): Promise<void> => {
      const work = async (thing: number): Promise<number> => (thing === 3 ? Promise.reject(new Error('three')) : thing);
      for await (const one of inOrder(things(), 4, work)) seen.push(one);
    };
    await expect(all()).rejects.toThrow('three');
    expect([seen, closed]).toEqual([[0, 1, 2], true]);
  });
});

const METAS = [...rules.map(({ meta }) => meta), ...FILE_RULES];

describe('rules and explain', () => {
  it('lists every rule in both languages', async () => {
    for (const language of ['zh-cn', 'en'] as const) {
      const { code, stdout } = await inMemory({}).run(['rules', '--lang', language]);
      expect([code, stdout.split('\n').length - 1]).toEqual([0, METAS.length]);
      for (const { id, summary } of METAS) expect(stdout).toMatch(new RegExp(`^${id} .*${summary[language].slice(0, 6)}`, 'm'));
    }
  });

  it('has the page of every rule, in one language at a time, with the examples', async () => {
    for (const { id } of METAS) {
      const [zh, en] = await Promise.all(['zh-cn', 'en'].map((lang) => inMemory({}).run(['explain', '--lang', lang, id])));
      expect(zh?.stdout).toMatch(new RegExp(`^# ${id}\n\n## .*\\p{Script=Han}`, 'u'));
      expect(zh?.stdout).not.toContain('### Why');
      expect(en?.stdout).toMatch(new RegExp(`^# ${id}\n\n## [A-Z“]`));
      expect(en?.stdout).not.toContain('### 为什么');
      const fences = (text = ''): number => text.match(/^```(?:report|json)/gm)?.length ?? 0;
      expect(fences(en?.stdout)).toBe(fences(zh?.stdout));
      expect(fences(zh?.stdout)).toBeGreaterThan(0);
    }
  });

  it('prints a page of one language whole', () => {
    expect(pageIn('en', '# x\n\n## 甲\n')).toBe('# x\n\n## 甲\n');
  });
});
