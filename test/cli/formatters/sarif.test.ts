/** SARIF, by its own schema: what code hosts read. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../server/src/core/index.ts';
import { inMemory } from '../host.ts';
import { correct, rightTotal, wrong } from '../samples.ts';
import { odd, print, run } from './print.ts';

describe('sarif', () => {
  // The schema is of draft 04 by its heading, and uses nothing in which draft 07 differs.
  const { $schema: _, id: __, ...draft } = schema;
  const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(draft);
  const logOf = (text: string) => {
    const log = JSON.parse(text);
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    return log;
  };

  it.each(['zh-cn', 'en'])('is valid, in %s', async (language) => {
    const [only, ...others] = logOf(await run('sarif', '--lang', language)).runs;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ columnKind: 'utf16CodeUnits', tool: { driver: { name: 'disclosure-report-lint' } } });
    expect(only.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ meta }) => meta.id));
    expect(only.invocations).toMatchObject([{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error' }] }]);
  });

  it('is valid without a finding', async () => {
    const { stdout } = await inMemory({ 'a.txt': correct }).run(['check', '--format', 'sarif', 'a.txt']);
    expect(logOf(stdout).runs[0]).toMatchObject({ results: [], invocations: [{ executionSuccessful: true }] });
  });

  it('says where, counting from 1, with what is related and what mends it', async () => {
    const { results, tool } = logOf(await run('sarif')).runs[0];
    const [, , result] = results as { [key: string]: never }[];
    expect(result).toMatchObject({ ruleId: 'dispute-total-mismatch', level: 'error' });
    expect(tool.driver.rules[result?.ruleIndex ?? -1].id).toBe('dispute-total-mismatch');
    const line =
      wrong.split('\n').indexOf(
        `\t${rightTotal + 1}`,
        wrong.split('\n').findIndex((text) => text.startsWith('四、')),
      ) + 1;
    const width = String(rightTotal + 1).length;
    const region = { startColumn: 2, endColumn: 2 + width };
    const [{ locations, fixes }] = results.filter(({ locations: [at] }: (typeof results)[0]) =>
      at.physicalLocation.artifactLocation.uri.endsWith('%201.txt'),
    );
    expect(locations).toMatchObject([
      {
        physicalLocation: {
          artifactLocation: { uri: '%E5%B9%B4%E6%8A%A5/%E7%94%B2%201.txt' },
          region: { ...region, startLine: line, endLine: line },
        },
      },
    ]);
    expect(fixes[0].artifactChanges[0].replacements).toMatchObject([
      { deletedRegion: { ...region, startLine: line }, insertedContent: { text: String(rightTotal) } },
    ]);
  });

  it('takes a finding of no rule', async () => {
    const [result] = logOf(await print('sarif', { reports: odd({ rule: 'internal-error' }) })).runs[0].results;
    expect(result).not.toHaveProperty('ruleIndex');
    expect(result).not.toHaveProperty('fixes');
  });

  it('names absolute paths by URI', async () => {
    const [result] = logOf(await print('sarif', { path: '/年 报/a#1.txt', reports: odd({}) })).runs[0].results;
    expect(result.locations[0].physicalLocation.artifactLocation.uri).toBe('file:///%E5%B9%B4%20%E6%8A%A5/a%231.txt');
  });
});
