/** `check --write-waivers`: what is found today is accepted, and nothing else. */
import { describe, expect, it } from 'vitest';
import { inMemory } from '../host.ts';
import { correct, WRONG_CELL, wrong } from '../samples.ts';

const CONFIG = 'disclosure-report.config.json';
const WAIVERS = 'disclosure-report.waivers.json';
const RULE = 'dispute-total-mismatch';
const json = (value: unknown): string => JSON.stringify(value);
const waivers = (...entries: object[]): string => json({ waivers: entries });
const known = { file: 'a.txt', rule: RULE, cell: WRONG_CELL, reason: '以复核后的数字为准' };

describe('--write-waivers', () => {
  const write = (memory: ReturnType<typeof inMemory>, ...paths: string[]) =>
    memory.run(['check', '--write-waivers', '--reason', '历史遗留', '--lang', 'en', ...paths]);

  it('accepts what is found today, and nothing else from then on', async () => {
    const memory = inMemory({ 'b/a.txt': wrong, 'b/c.txt': correct });
    expect(await write(memory, 'b')).toMatchObject({ code: 0, stdout: `b/${WAIVERS}: 1 waiver written\n` });
    const [entry, ...more] = JSON.parse(String(memory.files.get(`b/${WAIVERS}`))).waivers;
    expect(more).toEqual([]);
    expect(entry).toEqual({ file: 'a.txt', rule: RULE, cell: WRONG_CELL, text: expect.stringMatching(/^\d+$/), reason: '历史遗留' });
    expect((await memory.run(['check', 'b'])).code).toBe(0);
    // Another wrong number is another finding.
    memory.files.set('b/a.txt', wrong.replace(new RegExp(`\\t${entry.text}(?=\\n)`, 'g'), '\t99'));
    expect((await memory.run(['check', 'b'])).code).toBe(1);
  });

  it('adds to the file that is there, beside the configuration, and adds nothing twice', async () => {
    const memory = inMemory({ 'a.txt': wrong, 'b/c.txt': wrong, [CONFIG]: '{}', [WAIVERS]: `${waivers(known)}\n` });
    expect(await write(memory, 'a.txt', 'b')).toMatchObject({ code: 0 });
    const now = String(memory.files.get(WAIVERS));
    expect(JSON.parse(now).waivers.map(({ file }: { file: string }) => file)).toEqual(['a.txt', 'b/c.txt']);
    expect(now.startsWith(waivers(known).slice(0, -2))).toBe(true);
    await write(memory, 'a.txt', 'b');
    expect(memory.files.get(WAIVERS)).toEqual(Buffer.from(now));
  });

  it('leaves a faulty file as it is', async () => {
    const memory = inMemory({ 'a.txt': wrong, [WAIVERS]: '{"waivers": [' });
    expect(await write(memory, 'a.txt')).toMatchObject({ code: 2 });
    expect(memory.files.get(WAIVERS)).toBe('{"waivers": [');
  });

  it('cannot waive what stands in no file', async () => {
    expect(await inMemory({}).run(['check', '--write-waivers', '--reason', 'x', '-'], wrong)).toMatchObject({ code: 2 });
  });
});
