/** Which file decides a setting: the nearest that says something of it, whatever the order in which files are found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/src/core/config/config-file.ts';
import { below, foldersAbove, matches, placeAt } from '../../../server/src/core/config/places.ts';
import { resolve } from '../../../server/src/core/config/resolve.ts';
import { LEVELS, severityIn } from '../../../server/src/core/finding/settings.ts';

const config = (folder: string, data: object) =>
  readConfig({ place: `${folder}disclosure-report.config.json`, text: JSON.stringify(data) });
const told = (place: string, ...configs: ReturnType<typeof config>[]) => {
  const { rules, level, members } = resolve(configs, place);
  return { rules: Object.fromEntries(rules), level, members };
};

describe('a setting', () => {
  const outer = config('/a/', { rules: { 'label-variant': 'off', 'number-style': 'off' }, level: 'city' });
  const inner = config('/a/b/', { rules: { 'label-variant': 'warning' } });

  it('is decided by the nearest file that says something of it', () => {
    expect(told('/a/b/c/x.txt', outer, inner)).toEqual({
      rules: { 'label-variant': 'warning', 'number-style': 'off' },
      level: 'city',
      members: [],
    });
    expect(told('/a/x.txt', outer, inner).rules).toEqual({ 'label-variant': 'off', 'number-style': 'off' });
  });

  it('of a file elsewhere counts for nothing', () => {
    expect(told('/ab/x.txt', outer, inner)).toEqual({ rules: {}, level: null, members: [] });
  });

  it('above a root counts for nothing', () => {
    const root = config('/a/b/', { root: true, rules: { 'label-variant': 'hint' } });
    expect(told('/a/b/x.txt', outer, root)).toEqual({ rules: { 'label-variant': 'hint' }, level: null, members: [] });
  });

  it('“on” gives a rule its own severity back', () => {
    expect(told('/a/b/x.txt', outer, config('/a/b/', { rules: { 'label-variant': 'on' } })).rules).toEqual({ 'number-style': 'off' });
  });
});

describe('an override', () => {
  const file = config('/a/', {
    level: 'county',
    rules: { 'blank-cell': 'hint' },
    overrides: [
      { files: ['2019/**'], rules: { 'blank-cell': 'off' } },
      { files: ['*乡*.txt', '*镇*.txt'], level: 'township', rules: { 'blank-cell': 'error' } },
    ],
  });

  it('goes before what its file says for all, and after those behind it', () => {
    expect(told('/a/x.txt', file)).toMatchObject({ level: 'county', rules: { 'blank-cell': 'hint' } });
    expect(told('/a/2019/x.txt', file)).toMatchObject({ level: 'county', rules: { 'blank-cell': 'off' } });
    expect(told('/a/2019/河东乡.txt', file)).toMatchObject({ level: 'township', rules: { 'blank-cell': 'error' } });
  });

  it('goes behind what a nearer file says', () => {
    expect(told('/a/2019/x.txt', file, config('/a/2019/', { rules: { 'blank-cell': 'warning' } })).rules).toEqual({
      'blank-cell': 'warning',
    });
  });
});

it('the members of an aggregate are those of the aggregates that match it', () => {
  const file = config('/a/', { aggregates: [{ report: '全县.txt', members: ['部门/*.txt', '*镇.txt'] }] });
  expect(told('/a/全县.txt', file).members).toEqual(['/a/部门/*.txt', '/a/**/*镇.txt']);
  expect(told('/a/水务局.txt', file).members).toEqual([]);
});

it('the members of an aggregate are looked for in its folder, whatever that is called', () => {
  const folder = '/a/[2023]{县,市}*(终)/';
  const [members = '', ...more] = told(
    `${folder}全县.txt`,
    config(folder, { aggregates: [{ report: '全县.txt', members: ['部门/*.txt'] }] }),
  ).members;
  expect(more).toEqual([]);
  expect(matches([members], `${folder}部门/水务局.txt`)).toBe(true);
  expect(matches([members], '/a/2县(终)/部门/水务局.txt')).toBe(false);
});

describe('whatever the files say', () => {
  const setting = fc.constantFrom('off', 'on', 'error', 'hint');
  const body = fc.record(
    {
      root: fc.boolean(),
      level: fc.constantFrom(...Object.keys(LEVELS)),
      rules: fc.dictionary(fc.constantFrom('blank-cell', 'row-order', 'number-style'), setting),
      overrides: fc.array(fc.record({ files: fc.constant(['*.txt']), rules: fc.record({ 'row-order': setting }) }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  const folders = ['/a/', '/a/b/', '/a/b/c/', '/a/d/'];
  const files = fc
    .tuple(...folders.map(() => fc.option(body)))
    .map((all) => all.flatMap((data, i) => (data ? [{ folder: folders[i] as string, data }] : [])));

  it('their order does not matter', () => {
    fc.assert(
      fc.property(files, fc.nat(), (found, seed) => {
        const configs = found.map(({ folder, data }) => config(folder, data));
        const turned = [...configs.slice(seed % (configs.length || 1)), ...configs.slice(0, seed % (configs.length || 1))].reverse();
        expect(told('/a/b/c/x.txt', ...turned)).toEqual(told('/a/b/c/x.txt', ...configs));
      }),
    );
  });

  it('the nearest that says something wins', () => {
    fc.assert(
      fc.property(files, (found) => {
        const around = found.filter(({ folder }) => '/a/b/c/x.txt'.startsWith(folder)).reverse();
        const root = around.findIndex(({ data }) => data.root);
        const heard = root < 0 ? around : around.slice(0, root + 1);
        const { level, rules } = told('/a/b/c/x.txt', ...found.map(({ folder, data }) => config(folder, data)));
        expect(level).toBe(heard.find(({ data }) => data.level)?.data.level ?? null);
        const last = heard.flatMap(({ data }) =>
          [...(data.overrides ?? [])]
            .reverse()
            .map((one) => one.rules['row-order'])
            .concat(data.rules?.['row-order'] ?? []),
        )[0];
        expect(rules['row-order']).toBe(last === 'on' ? undefined : last);
      }),
    );
  });
});

describe('a severity in the settings', () => {
  const settings = { rules: new Map([['blank-cell', 'information'] as const]), level: null, editions: [], members: [] };
  it.each([
    ['information', 'warning', undefined],
    ['hint', 'warning', 'hint'],
    ['information', 'error', 'warning'],
    ['information', 'hint', undefined],
  ] as const)('is %s for a rule that says %s and a finding %s', (expected, own, drafted) => {
    expect(severityIn(settings, 'blank-cell', own, drafted)).toBe(expected);
    expect(severityIn(settings, 'row-order', own, drafted)).toBe(drafted ?? own);
  });
});

describe('places', () => {
  it.each([
    ['/a/b/', ['/a/b/', '/a/', '/']],
    ['file:///a/b/', ['file:///a/b/', 'file:///a/', 'file:///']],
    ['vscode-vfs://github/a/', ['vscode-vfs://github/a/', 'vscode-vfs://github/']],
    ['c:/甲/', ['c:/甲/', 'c:/']],
    ['', []],
    ['file://', []],
  ])('above %s are %j', (folder, expected) => {
    expect(foldersAbove(folder)).toEqual(expected);
  });

  it('below a folder are those that begin with it', () => {
    expect(below('/a/', '/a/b/x.txt')).toBe('b/x.txt');
    expect([below('/a/', '/b/x.txt'), below('/a/', '/a/'), below('', 'untitled:x')]).toEqual([null, null, null]);
  });

  it('that a path names are found from the folder', () => {
    expect(placeAt('/a/b/', '../版本/x.json')).toBe('/a/版本/x.json');
    expect(placeAt('/a/b/', './x.json')).toBe('/a/b/x.json');
  });

  it.each([
    ['*.txt', 'a/b.txt', true],
    ['a/*.txt', 'a/b.txt', true],
    ['a/*.txt', 'a/b/c.txt', false],
    ['a/**', 'a/b/c.txt', true],
    ['{甲,乙}/*.md', '乙/x.md', true],
    ['*.txt', '.隐藏.txt', true],
    ['b.txt', 'a/B.txt', false],
  ])('by %s: %s %s', (glob, path, expected) => {
    expect(matches([glob], path)).toBe(expected);
  });
});
