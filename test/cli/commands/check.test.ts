/** `check`: what it reads, what it prints, and its exit code. */
import { describe, expect, it } from 'vitest';
import { checkOutput } from '../contract.ts';
import { inMemory, systemError } from '../host.ts';
import { ambiguous, blank, correct, encoded, notes, WRONG_CELL, wrong } from '../samples.ts';

const FILES = {
  'year/b.txt': wrong,
  'year/a.md': notes,
  'year/deep/c.html': correct,
  'year/scan.pdf': '%PDF-1.7',
  'year/node_modules/x.txt': wrong,
  'year/.git/x.txt': wrong,
  'year/.hidden.txt': wrong,
};
const json = (stdout: string) => checkOutput.parse(JSON.parse(stdout));

describe('check', () => {
  it.each([
    ['no finding', { 'a.txt': correct }, 0],
    ['a warning', { 'a.txt': blank }, 0],
    ['no report', { 'a.txt': notes }, 0],
    ['an empty file', { 'a.txt': '' }, 0],
    ['an error', { 'a.txt': wrong }, 1],
    ['no file', {}, 2],
    ['an unreadable file', { 'a.txt': systemError('EACCES') }, 2],
    ['a binary file', { 'a.txt': 'PK\x03\x04' }, 2],
  ])('exits as it should for %s', async (_, files, code) => {
    for (const format of ['pretty', 'json']) expect((await inMemory(files).run(['check', '--format', format, 'a.txt'])).code).toBe(code);
  });

  it('writes the contract as JSON', async () => {
    const { stdout, stderr } = await inMemory(FILES).run(['check', '--format', 'json', 'year']);
    const { reports, problems } = json(stdout);
    expect(reports.map(({ path, recognized }) => [path, recognized])).toEqual([
      ['year/a.md', false],
      ['year/b.txt', true],
      ['year/deep/c.html', true],
    ]);
    expect(reports[0]).toEqual({
      path: 'year/a.md',
      recognized: false,
      edition: null,
      reportingYear: null,
      unit: null,
      layout: null,
      tables: {},
      findings: [],
    });
    expect(reports[1]).toMatchObject({ edition: '2021', reportingYear: 2023, unit: '青禾县水务局', layout: 'cell-lines' });
    expect(Object.keys(reports[1]?.tables.applications ?? {})).toContain('denied.stateSecret.naturalPerson');
    expect(reports[1]?.findings).toMatchObject([{ rule: 'dispute-total-mismatch', severity: 'error', cells: [WRONG_CELL] }]);
    expect(problems).toEqual([]);
    expect(stderr).toBe('year：跳过 1 个不是文本的文件（PDF：scan.pdf）\n');
  });

  it('gives null for a blank cell', async () => {
    const { stdout } = await inMemory({ 'a.txt': blank }).run(['check', '--format', 'json', 'a.txt']);
    expect(json(stdout).reports[0]?.tables.applications?.['granted.naturalPerson']).toBeNull();
  });

  it('gives each report of a file its own entry', async () => {
    const { stdout } = await inMemory({ 'a.txt': wrong + correct }).run(['check', '--format', 'json', 'a.txt']);
    expect(json(stdout).reports.map(({ path, findings }) => [path, findings.length])).toEqual([
      ['a.txt', 1],
      ['a.txt', 0],
    ]);
  });

  it('names what it cannot read, and does the others', async () => {
    const files = { 'year/a.txt': systemError('EACCES'), 'year/b.txt': wrong, 'year/c.txt': new Uint8Array([0xff, 0xff]) };
    const { code, stdout, stderr } = await inMemory(files).run(['check', '--format', 'json', 'nowhere.txt', 'year']);
    const { reports, problems } = json(stdout);
    expect(code).toBe(2);
    expect(reports.map(({ path }) => path)).toEqual(['year/b.txt']);
    expect(problems.map(({ path }) => path)).toEqual(['nowhere.txt', 'year/a.txt', 'year/c.txt']);
    for (const { path, message } of problems) expect(stderr).toContain(`${path}：${message}\n`);
  });

  it('names a folder that it may not open', async () => {
    const { code, stdout } = await inMemory({ 'year/': systemError('EACCES'), 'year/a.txt': wrong }).run([
      'check',
      '--format',
      'json',
      'year',
    ]);
    expect([code, json(stdout).problems.map(({ path }) => path)]).toEqual([2, ['year']]);
  });

  it('says that a folder holds nothing to check', async () => {
    const { code, stderr } = await inMemory({ 'year/page.css': '' }).run(['check', '--lang', 'en', 'year']);
    expect([code, stderr]).toEqual([0, 'year: no files to check in the folder\n']);
  });

  it('reads a file that is named whatever it is called, and none twice', async () => {
    const { stdout } = await inMemory({ 'a.report': wrong, 'b/c.txt': correct }).run([
      'check',
      '--format',
      'json',
      'b/c.txt',
      'a.report',
      'b',
      './a.report',
    ]);
    expect(json(stdout).reports.map(({ path }) => path)).toEqual(['b/c.txt', 'a.report']);
  });

  it('reads standard input', async () => {
    const { code, stdout } = await inMemory({}).run(['check', '--format', 'json', '-', '-'], encoded(wrong, 'gb18030'));
    expect([code, json(stdout).reports.map(({ path }) => path)]).toEqual([1, ['-']]);
  });

  it('keeps the order of many files', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `y/${String(index).padStart(2, '0')}.txt`);
    const { stdout } = await inMemory(Object.fromEntries(names.toReversed().map((name) => [name, notes]))).run([
      'check',
      '--format',
      'json',
      'y',
    ]);
    expect(json(stdout).reports.map(({ path }) => path)).toEqual(names);
  });

  it('speaks the language that it is told', async () => {
    const messages = async (...more: string[]): Promise<string[]> => {
      const { stdout } = await inMemory({ 'a.txt': wrong }, { env: { LANG: 'en_US' } }).run([
        'check',
        '--format',
        'json',
        'a.txt',
        ...more,
      ]);
      return json(stdout).reports.flatMap(({ findings }) => findings.map(({ message }) => message));
    };
    expect(await messages('--lang', 'zh-cn')).not.toEqual(await messages());
    expect(await messages('--lang', 'en')).toEqual(await messages());
  });

  it('prints the usage and the version', async () => {
    const { run } = inMemory({});
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('用法') });
    expect(await run(['--help', '--lang', 'en'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage') });
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    expect(await run(['check'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--help') });
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
