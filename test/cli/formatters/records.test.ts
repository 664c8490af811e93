/** The format of one line of JSON a file. */
import { describe, expect, it } from 'vitest';
import { checkOutput, ndjsonLine } from '../contract.ts';
import { run } from './print.ts';

describe('ndjson', () => {
  it('has the entries of JSON, one a line, and the files that could not be read among them', async () => {
    const lines = (await run('ndjson')).split('\n');
    expect(lines.pop()).toBe('');
    const entries = lines.map((line) => ndjsonLine.parse(JSON.parse(line)));
    const { reports, problems } = checkOutput.parse(JSON.parse(await run('json')));
    expect(entries.filter((entry) => 'recognized' in entry)).toEqual(reports);
    expect(entries.filter((entry) => 'problem' in entry)).toEqual(problems.map(({ path, message }) => ({ path, problem: message })));
    expect([reports.length, problems.length]).toEqual([5, 1]);
  });
});
