/** The project's files on the command line: what they change, and what becomes of mistakes in them. */
import { describe, expect, it } from 'vitest';
import { checkOutput } from './contract.ts';
import { inMemory } from './host.ts';
import { correct, suspect, WRONG_CELL, wrong } from './samples.ts';

const CONFIG = 'disclosure-report.config.json';
const WAIVERS = 'disclosure-report.waivers.json';
const RULE = 'dispute-total-mismatch';
const json = (value: unknown): string => JSON.stringify(value);
const waivers = (...entries: object[]): string => json({ waivers: entries });
const known = { file: 'a.txt', rule: RULE, cell: WRONG_CELL, reason: '以复核后的数字为准' };

/** `path rule severity` of every finding. */
async function findings(files: Record<string, string>, ...argv: string[]) {
  const run = await inMemory(files, { env: { LANG: 'en' } }).run(['check', '--format', 'json', ...(argv.length > 0 ? argv : ['a.txt'])]);
  const { reports, problems } = checkOutput.parse(JSON.parse(run.stdout));
  const told = reports.flatMap(({ path, findings }) => findings.map(({ rule, severity }) => `${path} ${rule} ${severity}`));
  return { code: run.code, told, problems, waived: reports.map(({ waived }) => waived), stderr: run.stderr };
}

describe('a configuration', () => {
  it('decides which rules speak, and how loudly', async () => {
    expect(await findings({ 'a.txt': wrong })).toMatchObject({ code: 1, told: [`a.txt ${RULE} error`] });
    expect(await findings({ 'a.txt': wrong, [CONFIG]: json({ rules: { [RULE]: 'off' } }) })).toMatchObject({ code: 0, told: [] });
    expect(await findings({ 'a.txt': wrong, [CONFIG]: json({ rules: { [RULE]: 'hint' } }) })).toMatchObject({
      code: 0,
      told: [`a.txt ${RULE} hint`],
    });
  });

  it('counts for what is below it, the nearest first', async () => {
    const files = {
      'a.txt': wrong,
      'b/a.txt': wrong,
      'c/a.txt': wrong,
      'b/disclosure-report.config.json': json({ rules: { [RULE]: 'off' } }),
      [CONFIG]: json({ rules: { [RULE]: 'warning' }, overrides: [{ files: ['c/**'], rules: { [RULE]: 'information' } }] }),
    };
    expect(await findings(files, 'a.txt', 'b', 'c')).toMatchObject({
      told: [`a.txt ${RULE} warning`, `c/a.txt ${RULE} information`],
    });
  });

  it('is left alone with --no-config, and another is named with --config', async () => {
    const files = { 'a.txt': wrong, [CONFIG]: json({ rules: { [RULE]: 'off' } }), 'ci/x.json': json({ rules: { [RULE]: 'warning' } }) };
    expect(await findings(files, '--no-config', 'a.txt')).toMatchObject({ told: [`a.txt ${RULE} error`] });
    expect(await findings(files, '--config', 'ci/x.json', 'a.txt')).toMatchObject({ told: [`a.txt ${RULE} warning`] });
    expect(await findings(files, '--config', 'no.json', 'a.txt')).toMatchObject({
      code: 2,
      problems: [{ path: 'no.json', message: 'cannot be read: no such file or folder' }],
    });
  });

  it('that is faulty makes the run fail, names file, line and key, and the rest of it holds', async () => {
    const text = `{\n  "rules": { "${RULE}": "warning", "no-such-rule": "off" }\n}`;
    const result = await findings({ 'a.txt': wrong, [CONFIG]: text });
    expect(result).toMatchObject({
      code: 2,
      told: [`a.txt ${RULE} warning`],
      problems: [{ path: CONFIG, message: 'line 2, column 51: rules.no-such-rule: there is no such rule' }],
    });
    expect(result.stderr).toBe(`${CONFIG}: line 2, column 51: rules.no-such-rule: there is no such rule\n`);
  });

  it('that is faulty fails the run once, however many reports it is for', async () => {
    expect((await findings({ 'a.txt': wrong, 'b.txt': wrong, [CONFIG]: '{' }, 'a.txt', 'b.txt')).problems).toHaveLength(1);
  });

  it('tells fix what to leave alone', async () => {
    const rules = { 'suspect-cell': 'off', 'row-total-mismatch': 'off', 'balance-mismatch': 'off' };
    const files = { 'a.txt': suspect, [CONFIG]: json({ rules }) };
    const memory = inMemory(files);
    expect(await memory.run(['fix', '--values', 'a.txt'])).toMatchObject({ code: 0 });
    expect(memory.files.get('a.txt')).toBe(suspect);
    expect(await memory.run(['fix', '--values', '--no-config', 'a.txt'])).toMatchObject({ code: 0 });
    expect(String(memory.files.get('a.txt'))).toBe(correct);
    expect(await inMemory({ ...files, [CONFIG]: '[' }).run(['fix', 'a.txt'])).toMatchObject({ code: 2 });
  });
});

describe('waivers', () => {
  it('keep findings from being shown, and are counted', async () => {
    const files = { 'a.txt': wrong, [WAIVERS]: waivers(known) };
    expect(await findings(files)).toMatchObject({ code: 0, told: [], waived: [1] });
    const { stdout } = await inMemory(files, { env: { LANG: 'en' } }).run(['check', 'a.txt']);
    expect(stdout).toMatch(/^1 waived$/m);
    expect(stdout).not.toContain(RULE);
  });

  it('keep findings from being mended', async () => {
    const memory = inMemory({ 'a.txt': suspect });
    await memory.run(['check', '--write-waivers', '--reason', '已核实', 'a.txt']);
    expect(JSON.parse(String(memory.files.get(WAIVERS))).waivers).not.toEqual([]);
    await memory.run(['fix', '--values', 'a.txt']);
    expect(memory.files.get('a.txt')).toBe(suspect);
  });

  it('that waive nothing are findings of their file, if the report was looked at', async () => {
    const files = { 'a.txt': correct, 'b.txt': correct, [WAIVERS]: waivers(known, { ...known, file: 'b.txt' }) };
    expect(await findings(files)).toMatchObject({ code: 0, told: [`${WAIVERS} unused-waiver warning`] });
    expect((await findings(files, 'a.txt', 'b.txt')).told).toHaveLength(2);
    expect(await findings({ ...files, [CONFIG]: json({ rules: { 'unused-waiver': 'off' } }) })).toMatchObject({ told: [] });
    const { stdout } = await inMemory(files, { env: { LANG: 'en' } }).run(['check', 'a.txt']);
    expect(stdout).toMatch(/^1 file, 1 report: 0 errors, 1 warning/m);
  });

  it('of files and rules that do not exist are findings of their file', async () => {
    const files = { 'a.txt': wrong, [WAIVERS]: waivers(known, { ...known, file: 'gone.txt' }, { ...known, rule: 'no-such-rule' }) };
    expect((await findings(files)).told).toEqual([`${WAIVERS} unknown-waiver warning`, `${WAIVERS} unknown-waiver warning`]);
  });

  it('without a reason count for nothing and make the run fail', async () => {
    expect(await findings({ 'a.txt': wrong, [WAIVERS]: waivers({ ...known, reason: ' ' }) })).toMatchObject({
      code: 2,
      told: [`a.txt ${RULE} error`],
      problems: [{ path: WAIVERS, message: expect.stringMatching(/waivers\[0\]\.reason: a reason is needed/) }],
    });
  });

  it('of a folder further up waive nothing where a nearer file stands', async () => {
    const files = {
      'b/a.txt': wrong,
      'a.txt': wrong,
      [`b/${WAIVERS}`]: waivers(),
      [WAIVERS]: waivers(known, { ...known, file: 'b/a.txt' }),
    };
    expect((await findings(files, 'a.txt', 'b')).told).toEqual([`b/a.txt ${RULE} error`, `${WAIVERS} unused-waiver warning`]);
  });
});

describe('arguments', () => {
  it.each([
    ['check --config', '--config needs a value'],
    ['check --config x.json --no-config a.txt', '--config and --no-config do not go together'],
    ['check --write-waivers a.txt', '--write-waivers needs a reason'],
    ['check --write-waivers --reason= a.txt', '--reason needs a value'],
    ['check --reason x a.txt', '--reason goes with --write-waivers'],
    ['check --write-waivers --reason x --no-config a.txt', '--write-waivers and --no-config do not go together'],
    ['fix --write-waivers a.txt', 'fix takes no option --write-waivers'],
    ['extract --no-config a.txt', 'extract takes no option --no-config'],
  ])('“%s” is refused', async (line, message) => {
    const run = await inMemory({ 'a.txt': correct }, { env: { LANG: 'en' } }).run([
      ...line.split(' '),
      ...(line.endsWith('.txt') ? [] : ['', 'a.txt']),
    ]);
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
  });
});
