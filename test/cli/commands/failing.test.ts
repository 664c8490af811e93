/** A core that fails: the file is named, the run has failed, and the other files are still done. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as core from '../../../server/src/core/index.ts';
import { inMemory } from '../host.ts';
import { correct, wrong } from '../samples.ts';

vi.mock(import('../../../server/src/core/index.ts'), async (original) => {
  const real = await original();
  return { ...real, parse: vi.fn(real.parse), lintText: vi.fn(real.lintText), lint: vi.fn(real.lint) };
});

const FILES = { 'a.txt': correct, 'b.txt': wrong };
const boom = (): never => {
  throw new Error('boom');
};

beforeEach(() => void vi.restoreAllMocks());

describe.each(['zh-cn', 'en'])('in %s', (lang) => {
  const run = (...argv: string[]) => inMemory(FILES).run([...argv, '--lang', lang, 'a.txt', 'b.txt']);

  it('check', async () => {
    vi.mocked(core.lintText).mockImplementationOnce(boom);
    const { code, stdout, stderr } = await run('check', '--format', 'json');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.txt(?:：校核出错：|: cannot be checked: )boom\n$/);
    expect(JSON.parse(stdout)).toMatchObject({ reports: [{ path: 'b.txt' }], problems: [{ path: 'a.txt' }] });
  });

  it('fix', async () => {
    vi.mocked(core.parse).mockImplementationOnce(boom);
    const { code, stderr } = await run('fix');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.txt(?:：|: ).*boom\n$/);
  });

  it('extract', async () => {
    vi.mocked(core.parse).mockImplementationOnce(boom);
    const { code, stdout, stderr } = await run('extract');
    expect(code).toBe(2);
    expect(stderr).toMatch(/^a\.txt(?:：|: ).*boom\n$/);
    expect(stdout).toContain('"path":"b.txt"');
  });

  it.each(['check', 'fix'])('%s, where a rule fails', async (command) => {
    const [rule] = core.rules;
    vi.spyOn(rule as core.Rule, 'check').mockImplementationOnce(boom);
    const { code, stderr } = await run(command);
    expect(code).toBe(2);
    expect(stderr).toMatch(new RegExp(`^a\\.txt(?:：|: ).*${rule?.meta.id}.*boom\n$`));
  });
});
