/** `fix --interactive`: what is asked, what an answer does, and that nothing happens without one. */
import { describe, expect, it } from 'vitest';
import { type Finding, fixesOf } from '../../../server/src/core/index.ts';
import { check } from '../../harness/check.ts';
import { inMemory, systemError } from '../host.ts';
import { ambiguous, blank, correct, encoded, extra, rightValue, SUSPECT_CELL, suspect } from '../samples.ts';

const asking = async (files: Record<string, string | Uint8Array>, answers: readonly string[], ...options: string[]) => {
  const memory = inMemory(files, { answers });
  const run = await memory.run(['fix', '--interactive', ...options, ...Object.keys(files)]);
  return { ...run, text: (name = 'a.txt') => String(memory.files.get(name)), written: memory.written };
};
const questions = (stderr: string): number => stderr.split('\n').filter((line) => /^[ab]\.txt:\d+:\d+ /.test(line)).length;

describe('fix --interactive', () => {
  it('shows the finding with its place and its fixes, and makes the one that is chosen', async () => {
    const { code, stderr, stdout, text } = await asking({ 'a.txt': suspect }, ['1']);
    expect(stderr).toContain(`\n  1) 改正`);
    expect(stderr).toContain(` ${rightValue + 1} → ${rightValue}（`);
    expect(stderr).toMatch(/^\na\.txt:\d+:2 {2}错误 {2}.+ {2}suspect-cell\n {2}\d+ │ \d+\n {2} +│ \^+\n {2}1\)/);
    expect([code, text()]).toEqual([0, correct]);
    expect(stdout).toContain(`${SUSPECT_CELL}  ${rightValue + 1} → ${rightValue}\n已修改 1 个文件，共 1 处；剩余错误 0\n`);
  });

  it.each([
    ['Enter', ['']],
    ['q', ['q']],
    ['the end of the input', []],
    ['no number of the list, then Enter', ['7', '0', 'yes', '-1', '']],
  ])('changes nothing on %s', async (_, answers) => {
    const { code, text, written } = await asking({ 'a.txt': suspect }, answers);
    expect([code, text(), written.size]).toEqual([1, suspect, 0]);
  });

  it('asks again after what is no answer', async () => {
    const { stderr, text } = await asking({ 'a.txt': suspect }, ['x', '２', '１']);
    expect(stderr.match(/请选 1；/g)).toHaveLength(3);
    expect(questions(stderr)).toBe(1);
    expect(text()).toBe(correct);
  });

  it('reads the report again after a choice, and asks what is left', async () => {
    const { code, stderr, text } = await asking({ 'a.txt': suspect + blank }, ['', '1']);
    expect(questions(stderr)).toBe(2);
    expect([code, text()]).toEqual([1, suspect + correct]);
  });

  it('takes the preferred fixes of the rest, but not of what was skipped', async () => {
    const files = { 'a.txt': suspect + suspect + ambiguous, 'b.txt': suspect };
    const { stderr, text } = await asking(files, ['', 'a']);
    expect(questions(stderr)).toBe(2);
    expect([text(), text('b.txt')]).toEqual([suspect + correct + ambiguous, correct]);
  });

  it('keeps what was chosen when it is stopped, and goes no further', async () => {
    const files = { 'a.txt': suspect + suspect, 'b.txt': suspect };
    const { code, text, written } = await asking(files, ['1', 'q']);
    expect([code, text(), written.get('b.txt')]).toEqual([1, correct + suspect, undefined]);
  });

  /** The number under which the fix is listed, from 1. */
  const choice = (text: string, title: RegExp): string => {
    const checked = check(text);
    const fixes = fixesOf(checked.document, checked.findings[0] as Finding);
    return String(fixes.findIndex((fix) => title.test(fix.title['zh-cn'])) + 1);
  };

  it('makes no choice after which there are more errors, says so, and asks the same again', async () => {
    // An outcome is counted once too often in two columns: to recompute （七） there mends one sum and breaks two.
    const recompute = choice(extra, /^重算/);
    const { stderr, text } = await asking({ 'a.txt': extra }, [recompute, 'q']);
    expect(stderr).toMatch(/照此修正，错误会增多，未作改动：重算 （七）总计·自然人：\d+ → \d+（将使 2 处/);
    expect([questions(stderr), stderr.match(/请选 1–/g)?.length]).toEqual([1, 2]);
    expect(text()).toBe(extra);
  });

  it('goes from one cell to the next that depends on it', async () => {
    // 一 of 自然人 is put right; then its row no longer adds up, and its total, now the one suspect, mends the rest.
    const first = choice(ambiguous, /^将 一、/);
    const { code, stderr, text } = await asking({ 'a.txt': ambiguous }, [first, '1']);
    expect(stderr).toMatch(/一、本年新收政府信息公开申请数量·总计：.+ {2}suspect-cell\n/);
    expect([code, questions(stderr), text()]).toEqual([0, 2, correct]);
  });

  it('shows with --dry-run what was chosen, and writes nothing', async () => {
    const { stdout, written } = await asking({ 'a.txt': suspect }, ['1'], '--dry-run');
    expect(stdout).toContain(`\n-\t${rightValue + 1}\n+\t${rightValue}\n`);
    expect(written.size).toBe(0);
  });

  it('does not overwrite what another program wrote while the person was thinking', async () => {
    const memory = inMemory({ 'a.txt': suspect }, { answers: ['1'], onAsk: () => void memory.files.set('a.txt', blank) });
    const { code, stderr } = await memory.run(['fix', '--interactive', 'a.txt']);
    expect([code, String(memory.files.get('a.txt'))]).toEqual([2, blank]);
    expect(stderr).toContain('a.txt：在此期间被别的程序改动');
  });

  it('goes on with the other files when one cannot be read, and keeps the encoding', async () => {
    const memory = inMemory({ 'a.txt': systemError('EACCES'), 'b.txt': encoded(suspect, 'gb18030') }, { answers: ['1'] });
    const { code } = await memory.run(['fix', '--interactive', '--lang', 'en', 'a.txt', 'b.txt']);
    expect([code, encoded(correct, 'gb18030').equals(memory.files.get('b.txt') as Uint8Array)]).toEqual([2, true]);
  });

  it('needs a terminal', async () => {
    const { code, stdout, stderr } = await inMemory({ 'a.txt': suspect }).run(['fix', '--interactive', '--lang', 'en', 'a.txt']);
    expect([code, stdout, stderr]).toEqual([2, '', '--interactive asks a person: standard input must be a terminal\n']);
  });
});
