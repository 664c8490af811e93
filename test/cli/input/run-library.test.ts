/** `check` over several files: what it finds between years of one unit. */
import { describe, expect, it } from 'vitest';
import { twoYears } from '../../harness/library.ts';
import { renderReport } from '../../harness/reports.ts';
import { checkOutput } from '../contract.ts';
import { inMemory, systemError } from '../host.ts';

const { last, now } = twoYears('2021', 1);
const KEY = 'disclosure.regulations.inForce';
// A city makes 规章.
const unit = '云溪市人民政府';
const wrong = renderReport({ unit, year: 2023, values: new Map(now).set(KEY, (now.get(KEY) as number) + 4) });
const right = renderReport({ unit, year: 2023, values: now });
const before = renderReport({ unit, year: 2022, values: last });

const findings = async (files: Parameters<typeof inMemory>[0], paths: readonly string[], stdin?: string) => {
  const { stdout } = await inMemory(files).run(['check', '--format', 'json', ...paths], stdin);
  const { reports } = checkOutput.parse(JSON.parse(stdout));
  expect(reports.map(({ recognized }) => recognized)).toEqual(reports.map(() => true));
  return reports.flatMap((report) =>
    report.findings.map(({ rule, cells, related }) => ({ file: report.path, rule, cells, places: related.map((place) => place.path) })),
  );
};
const expected = (file: string, place: string) => [{ file, rule: 'stock-mismatch', cells: [KEY], places: [place] }];

describe('check over years', () => {
  it.each([
    ['a folder', ['y']],
    ['its files, this year’s first', ['y/2023.txt', 'y/2022.txt']],
  ])('finds in %s what does not follow from last year', async (_, paths) => {
    expect(await findings({ 'y/2022.txt': before, 'y/2023.txt': wrong }, paths)).toEqual(expected('y/2023.txt', 'y/2022.txt'));
  });

  it('names the other file in SARIF', async () => {
    const { stdout } = await inMemory({ 'y/2022.txt': before, 'y/2023.txt': wrong }).run(['check', '--format', 'sarif', 'y']);
    const [result] = JSON.parse(stdout).runs[0].results;
    const uriIn = ({ physicalLocation }: { physicalLocation: { artifactLocation: { uri: string } } }): string =>
      physicalLocation.artifactLocation.uri;
    expect([uriIn(result.locations[0]), ...result.relatedLocations.map(uriIn)]).toEqual(['y/2023.txt', 'y/2022.txt']);
  });

  it('says nothing where it follows, and nothing of a file alone', async () => {
    expect(await findings({ 'y/2022.txt': before, 'y/2023.txt': right }, ['y'])).toEqual([]);
    expect(await findings({ 'y/2022.txt': before, 'y/2023.txt': wrong }, ['y/2023.txt'])).toEqual([]);
  });

  it('compares standard input with the files', async () => {
    expect(await findings({ 'y/2022.txt': before }, ['-', 'y'], wrong)).toEqual(expected('-', 'y/2022.txt'));
  });

  it('is not kept from it by files that it cannot read', async () => {
    const files = { 'y/0.txt': systemError('EACCES'), 'y/2022.txt': before, 'y/2023.txt': wrong };
    const { code, stderr } = await inMemory(files).run(['check', 'y']);
    expect(code).toBe(2);
    expect(stderr.match(/0\.txt/g)).toHaveLength(1);
    expect(await findings(files, ['y', 'nowhere'])).toEqual(expected('y/2023.txt', 'y/2022.txt'));
  });
});
