/** `fix`: what it writes, what it says, and what it leaves alone. */
import { describe, expect, it } from 'vitest';
import { BYTE_ORDER_MARKS, type Encoding } from '../../../server/src/core/text/decode.ts';
import { inMemory, systemError } from '../host.ts';
import { ambiguous, blank, blankValue, correct, crlf, encoded, notes, rightValue, SUSPECT_CELL, suspect } from '../samples.ts';

const fixing = async (text: string | Uint8Array, ...options: string[]) => {
  const memory = inMemory({ 'a.txt': text });
  const run = await memory.run(['fix', ...options, 'a.txt']);
  return { ...run, bytes: Buffer.from(memory.files.get('a.txt') as Uint8Array), written: memory.written.get('a.txt') ?? 0 };
};

describe('fix', () => {
  it('changes no number unless told, and says what --values would do', async () => {
    const { code, written, stdout } = await fixing(suspect);
    expect([code, written]).toEqual([1, 0]);
    expect(stdout).toBe('已修改 0 个文件，共 0 处；剩余错误 1；其中有唯一答案的 1 处可加 --values 修正\n');
  });

  it('corrects a total with --values and says so', async () => {
    const { code, bytes, written, stdout } = await fixing(suspect, '--values');
    expect([code, written, bytes.toString()]).toEqual([0, 1, correct]);
    expect(stdout).toMatch(
      new RegExp(`^a\\.txt:\\d+:2  ${SUSPECT_CELL}  ${rightValue + 1} → ${rightValue}\n已修改 1 个文件，共 1 处；剩余错误 0\n$`),
    );
  });

  it('fills a determined blank', async () => {
    const { bytes, stdout } = await fixing(blank, '--values', '--lang', 'en');
    expect(bytes.toString()).toBe(correct);
    expect(stdout).toContain(`applications.granted.naturalPerson  (blank) → ${blankValue}\nchanged 1 place in 1 file; 0 errors left\n`);
  });

  it('names a finding that asks for a choice', async () => {
    const { code, written, stdout } = await fixing(ambiguous, '--values');
    expect([code, written]).toEqual([1, 0]);
    expect(stdout).toMatch(/^a\.txt:\d+:2 {2}.+ {2}balance-mismatch：没有唯一的改法，请人工选择$/m);
  });

  it.each<[Encoding, 'bom' | 'no bom']>([
    ['utf-8', 'no bom'],
    ['utf-8', 'bom'],
    ['utf-16le', 'bom'],
    ['utf-16be', 'bom'],
    ['gb18030', 'no bom'],
    ['gb18030', 'bom'],
  ])('keeps %s (%s) and CRLF', async (encoding, mark) => {
    const { bytes, code } = await fixing(encoded(crlf(suspect), encoding, mark), '--values');
    expect(code).toBe(0);
    expect(bytes.equals(encoded(crlf(correct), encoding, mark))).toBe(true);
    expect(bytes.subarray(0, 2).equals(Buffer.from(BYTE_ORDER_MARKS[encoding].slice(0, 2)))).toBe(mark === 'bom');
  });

  it('writes nothing with --dry-run and shows the lines', async () => {
    const { code, written, stdout } = await fixing(suspect, '--values', '--dry-run');
    expect([code, written]).toEqual([0, 0]);
    expect(stdout).toContain(`\n-\t${rightValue + 1}\n+\t${rightValue}\n将修改 1 个文件`);
  });

  it('leaves a correct report and a file that is no report as they are', async () => {
    expect(await fixing(correct, '--values')).toMatchObject({ code: 0, written: 0, stdout: '已修改 0 个文件，共 0 处；剩余错误 0\n' });
    expect(await fixing(notes, '--values')).toMatchObject({
      code: 0,
      written: 0,
      stdout: expect.stringContaining('a.txt：不是政府信息公开年报\n'),
    });
  });

  it('does the others when one cannot be read', async () => {
    const { files, run } = inMemory({ 'a.txt': systemError('EACCES'), 'b.txt': suspect });
    const { code, stderr } = await run(['fix', '--values', 'a.txt', 'b.txt', 'c.txt']);
    expect(code).toBe(2);
    expect(stderr).toBe('a.txt：无法读取：没有权限\nc.txt：无法读取：文件或文件夹不存在\n');
    expect(String(files.get('b.txt'))).toBe(correct);
  });

  it('says when a file cannot be written', async () => {
    const { run } = inMemory({ 'a.txt': suspect }, { replaceError: systemError('EROFS') });
    const { code, stderr, stdout } = await run(['fix', '--values', '--lang', 'en', 'a.txt']);
    expect([code, stderr, stdout]).toEqual([
      2,
      'a.txt: cannot be written: is on a read-only disk\n',
      'changed 0 places in 0 files; 0 errors left; 1 path was not done (see standard error)\n',
    ]);
  });

  it('passes standard input on, corrected, and talks on standard error', async () => {
    const { code, output, stderr } = await inMemory({}).run(['fix', '--values', '-'], encoded(suspect, 'gb18030'));
    expect(code).toBe(0);
    expect(output.equals(encoded(correct, 'gb18030'))).toBe(true);
    expect(stderr).toMatch(new RegExp(`^-:\\d+:2  ${SUSPECT_CELL}  `));
  });

  it.each([
    ['a correct report', correct, 0],
    ['no report', notes, 0],
    ['a report with a choice', ambiguous, 1],
  ])('passes on %s as it is', async (_, text, code) => {
    expect(await inMemory({}).run(['fix', '--values', '-'], text)).toMatchObject({ code, stdout: text });
  });

  it('writes nothing to standard output in a dry run of standard input', async () => {
    expect(await inMemory({}).run(['fix', '--values', '--dry-run', '-'], suspect)).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('+\t'),
    });
  });
});
