/** What is wrong in a configuration or a waivers file is said where it stands, and the rest of the file holds. */
import { describe, expect, it } from 'vitest';
import { schemas } from '../../../scripts/lib/schemas.ts';
import { readConfig } from '../../../server/src/core/config/config-file.ts';
import { readWaivers } from '../../../server/src/core/config/waivers.ts';
import edition2021 from '../../../server/src/core/statute/editions/2021.json' with { type: 'json' };

/** `⟦…⟧` marks where the finding is due. */
function findingsIn(
  marked: string,
  read: (text: string) => { findings: readonly { span: { start: number; end: number }; message: { en: string } }[] },
): string[] {
  return read(marked.replace(/[⟦⟧]/g, '')).findings.map(({ span: { start, end }, message }) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const shown = `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`;
    return `${shown === marked ? 'as marked' : shown} ${message.en}`;
  });
}
const config = (text: string, files: Record<string, string> = {}) =>
  readConfig({ place: '/p/disclosure-report.config.json', text }, new Map(Object.entries(files)));
const waivers = (text: string) => readWaivers({ place: '/p/disclosure-report.waivers.json', text });

describe('a fault in the configuration', () => {
  it.each([
    ['{"rules": {⟦"no-such-rule"⟧: "off"}}', 'rules.no-such-rule: there is no such rule'],
    ['{⟦"rule"⟧: {}}', 'rule: there is no such setting'],
    ['{"rules": {"blank-cell": ⟦"fatal"⟧}}', 'rules.blank-cell: must be one of off, on, error, warning, information, hint'],
    ['{"rules": ⟦[]⟧}', 'rules: must be an object {…}'],
    ['{"root": ⟦1⟧}', 'root: must be true or false'],
    ['{"level": ⟦"village"⟧}', 'level: must be one of township, department, county, city, province, vertical, ministry'],
    ['{"overrides": [{"files": ⟦[]⟧}]}', 'overrides[0].files: must not be empty'],
    ['{"overrides": [⟦{⟧"level": "county"}]}', 'overrides[0].files: is missing'],
    [
      '{"overrides": [{"files": [⟦"/x"⟧]}]}',
      'overrides[0].files[0]: must be a path below this file’s folder, with “/” between folders and neither “/”, “./” nor “../” before it',
    ],
    ['{"overrides": [{"files": ["b", ⟦"*a*a*a*a*a*a*a*a*ab"⟧]}]}', 'overrides[0].files[1]: has too many “*”: a pattern has 8 at most'],
    [
      '{"aggregates": [{"report": ⟦"**/*a*a*a*a*a*a*a*ab"⟧, "members": ["b"]}]}',
      'aggregates[0].report: has too many “*”: a pattern has 8 at most',
    ],
    [
      `{"aggregates": [{"report": "a", "members": [⟦"${'a'.repeat(70_000)}"⟧]}]}`,
      'aggregates[0].members[0]: is too long: a pattern has 200 characters at most; write several instead',
    ],
    ['{"editions": [⟦7⟧]}', 'editions[0]: must be a path or an edition'],
    ['{"editions": [{"id": ⟦7⟧}]}', 'editions[0].id: must be a string'],
    ['{"editions": [⟦"x.json"⟧]}', 'editions[0]: there is no file x.json'],
    ['⟦[]⟧', 'must be an object {…}'],
    ['{"root": true,⟦}⟧', 'not valid JSON: a property name in double quotes is due here'],
    ['⟦// x⟧\n{}', 'not valid JSON: JSON has no comments'],
  ])('%s', (marked, message) => {
    expect(findingsIn(marked, config)[0]).toBe(`as marked ${message}`);
  });

  it('of an empty file is that it is no JSON', () => {
    expect(config('').findings).toHaveLength(1);
    expect(config('['.repeat(100_000)).findings).toHaveLength(1);
  });

  it('leaves the rest of the file in force', () => {
    const text =
      '{"rules": {"x": "off", "row-order": "off", "blank-cell": 3}, "level": "county", "overrides": [{"level": "city"}, {"files": ["a"]}]}';
    expect(config(text).data).toEqual({ rules: { 'row-order': 'off' }, level: 'county', overrides: [{ files: ['a'] }] });
  });

  it('in a pattern switches off that pattern, and where it was the only one, what was for it', () => {
    const stars = '*a'.repeat(9);
    const overrides = [
      { files: [stars, 'a'], level: 'city' },
      { files: [stars], level: 'county' },
    ];
    const aggregates = [
      { report: 'a', members: [stars] },
      { report: stars, members: ['a'] },
      { report: 'a', members: ['b', stars] },
    ];
    expect(config(JSON.stringify({ overrides, aggregates })).data).toEqual({
      overrides: [{ files: ['a'], level: 'city' }],
      // What the faulty one names is somebody, whom nobody knows.
      aggregates: [{ report: 'a', members: ['b', ''] }],
    });
  });

  it('is none where a pattern has as many wildcards as names need', () => {
    const files = [
      '*2023*政府信息公开*年报*.txt',
      '**/各部门/*.txt',
      '部门/{甲,乙}局*.txt',
      '**/2023/**/*第?次*公开*年报*.txt',
      'a'.repeat(200),
    ];
    expect(config(JSON.stringify({ overrides: [{ files }] })).findings).toEqual([]);
  });
});

describe('a further edition', () => {
  const annex = { ...edition2021, id: '2030', years: { from: 2030 } };
  const editionsOf = (editions: unknown[], files?: Record<string, string>) => config(JSON.stringify({ editions }), files);

  it('stands in the configuration, or in a file that it names', () => {
    expect(editionsOf([annex])).toMatchObject({ findings: [], editions: [{ id: '2030' }] });
    expect(editionsOf(['版本/a.json'], { '/p/版本/a.json': JSON.stringify(annex) })).toMatchObject({
      findings: [],
      editions: [{ id: '2030' }],
    });
  });

  it.each([
    ['is there already', { ...annex, id: '2021' }, 'there is an edition 2021 already'],
    [
      'adds up what is not there',
      {
        ...annex,
        id: '2031',
        tables: annex.tables.map((table) => ({
          ...table,
          relations: [
            { id: 'X', name: { 'zh-cn': '', en: '' }, rule: 'row-total-mismatch', each: 'row', left: ['nowhere'], right: ['total'] },
          ],
        })),
      },
      'names no cell',
    ],
    [
      'names a rule that is not there',
      {
        ...annex,
        id: '2031',
        tables: annex.tables.map((table) => ({
          ...table,
          relations: [{ id: 'X', name: { 'zh-cn': '', en: '' }, rule: 'nothing', each: 'row', left: ['total'], right: ['total'] }],
        })),
      },
      'there is no rule nothing',
    ],
    [
      'is an account of what no built-in one is',
      { ...annex, id: '2031', tables: annex.tables.map((table) => ({ ...table, role: 'application' })) },
      'no built-in edition has the role application',
    ],
    [
      'has a row that no built-in one has',
      {
        ...annex,
        id: '2031',
        tables: annex.tables.map((table) => ({
          ...table,
          blocks: table.blocks.map(({ rows: [row, ...rows], ...block }) => ({ ...block, rows: [{ ...row, role: 'recieved' }, ...rows] })),
        })),
      },
      'no built-in edition has the role recieved',
    ],
  ])('that %s is refused where it stands', (_, edition, reason) => {
    const { findings, editions } = editionsOf([annex, edition]);
    expect(editions?.flatMap((one) => ('id' in one ? one.id : []))).toEqual(['2030']);
    expect(findings.map(({ message }) => message.en)).toEqual([expect.stringContaining(reason)]);
    expect(findings[0]?.message.en).toMatch(/^editions\[1\]: /);
  });

  it('that is faulty in its own file is named with its line', () => {
    const { findings } = editionsOf(['a.json'], { '/p/a.json': '{\n  "id": 3}' });
    expect(findings[0]?.message.en).toMatch(/^editions\[0\]: a\.json:2:9 id: must be a string/);
  });

  it('keeps its place in the list behind one that is no edition', () => {
    expect(findingsIn('{"editions": [7, ⟦"x.json"⟧]}', config)[1]).toBe('as marked editions[1]: there is no file x.json');
  });
});

describe('a fault in the waivers', () => {
  const entry = (more: string): string => `{"waivers": [{"file": "a.txt", ${more}}]}`;
  it.each([
    [entry('"rule": "row-order", "cell": "x", "reason": ⟦" "⟧'), 'waivers[0].reason: a reason is needed'],
    ['{"waivers": [⟦{⟧"file": "a.txt", "rule": "row-order", "text": "x"}]}', 'waivers[0].reason: is missing'],
    ['{"waivers": [⟦{"file": "a.txt", "rule": "row-order", "reason": "x"}⟧]}', 'waivers[0]: cell or text is needed'],
    ['{"waivers": [⟦{"file": "a.txt", "rule": "row-ordre", "text": "x", "reason": "x"}⟧]}', 'there is no rule row-ordre'],
    ['⟦{⟧}', 'waivers: is missing'],
  ])('%s', (marked, message) => {
    expect(findingsIn(marked, waivers)).toEqual([`as marked ${message}`]);
  });

  it('keeps that waiver from counting, and no other', () => {
    const text = '{"waivers": [{"file": "a.txt"}, {"file": "b.txt", "rule": "row-order", "text": "", "reason": "旧表"}]}';
    const [only, ...more] = waivers(text).waivers;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ file: 'b.txt', span: { start: text.indexOf('{"file": "b') } });
  });
});

describe('a schema', () => {
  interface Shape {
    readonly description?: string;
    readonly $ref?: string;
    readonly properties?: Record<string, Shape>;
    readonly items?: Shape;
    readonly allOf?: readonly Shape[];
    readonly anyOf?: readonly Shape[];
    readonly definitions?: Record<string, Shape>;
  }
  const described = ({ $ref, description, allOf = [] }: Shape, root: Shape): boolean => {
    const target = root.definitions?.[$ref?.split('/').at(-1) ?? ''];
    return Boolean(description) || [...allOf, ...(target ? [target] : [])].some((each) => described(each, root));
  };

  it.each(schemas().map(({ path, due }) => [path, JSON.parse(due) as Shape] as const))(
    '%s describes every field in both languages',
    (_, root) => {
      const bare: string[] = [];
      const visit = (shape: Shape): void => {
        for (const [key, value] of Object.entries(shape.properties ?? {})) {
          if (key !== '$schema' && !described(value, root)) bare.push(key);
          visit(value);
        }
        if (shape.items) visit(shape.items);
        for (const one of shape.anyOf ?? []) visit(one);
      };
      visit(root);
      for (const shape of Object.values(root.definitions ?? {})) visit(shape);
      expect(bare).toEqual([]);
      const texts = JSON.stringify(root).match(/"description":"[^"]*"/g) ?? [];
      for (const text of texts) expect(text).toMatch(/[\u4e00-\u9fff].*\\n.*[a-z]{3}/);
    },
  );
});

it('too many patterns count up to the limit, and the place from which none does is said', () => {
  const override = (name: string) => ({ files: [name.padEnd(200, 'x')], rules: { 'blank-cell': 'off' } });
  const text = JSON.stringify({ overrides: Array.from({ length: 60 }, (_, index) => override(`${index}`)) });
  const { data, findings } = readConfig({ place: '/a/disclosure-report.config.json', text });
  expect(data.overrides).toHaveLength(50);
  expect(findings.map(({ rule, span }) => [rule, text.slice(span.start, span.start + 14)])).toEqual([
    ['invalid-configuration', '{"files":["50x'],
  ]);
});
