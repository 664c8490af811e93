/** The formats of `check` for other programs, each read back by a reader of its own. */
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../server/src/cli/args.ts';
import type { CheckedFile } from '../../server/src/cli/formatters/formatter.ts';
import { formatterFor } from '../../server/src/cli/formatters/index.ts';
import { paintFor } from '../../server/src/cli/formatters/parts/paint.ts';
import { type FindingJson, type Language, NO_REPORT, rules } from '../../server/src/core/index.ts';
import { checkOutput, ndjsonLine } from './contract.ts';
import { readCsv } from './csv.ts';
import { type Content, inMemory, systemError } from './host.ts';
import { blank, correct, notes, rightTotal, WRONG_CELL, wrong } from './samples.ts';

const FILES: Readonly<Record<string, Content>> = {
  '年报/甲 1.txt': wrong,
  '年报/乙.txt': correct,
  '年报/丙.md': notes,
  '年报/丁.txt': blank + wrong,
  '年报/戊.txt': systemError('EACCES'),
};
const run = async (format: Format<'check'>, ...more: string[]): Promise<string> =>
  (await inMemory(FILES).run(['check', '--format', format, '年报', ...more])).stdout;

/** What a formatter makes of one file with findings that no report would have. */
const print = async (format: Format<'check'>, file: Partial<CheckedFile>, language: Language = 'zh-cn'): Promise<string> => {
  const formatter = await formatterFor(format, { language, paint: paintFor({ colors: false }) });
  return formatter.begin() + formatter.file({ path: 'a.txt', text: '', reports: [], ...file }) + formatter.end();
};
const odd = (more: Partial<FindingJson>): CheckedFile['reports'] => [
  {
    report: { ...NO_REPORT, recognized: true },
    findings: [
      {
        rule: 'row-order',
        severity: 'warning',
        message: 'x',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        cells: [],
        expected: null,
        actual: null,
        related: [],
        fixes: [],
        ...more,
      },
    ],
  },
];

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function elementsOf(markup: string, kind: 'xml' | 'html'): readonly Element[] {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(element);
        all.push(element);
        open.push(element);
      },
      ontext(text) {
        for (const element of open) element.text += text;
      },
      onclosetag(name, isImplied) {
        const { children, text } = open.pop() as Element;
        // An element that closes itself is empty.
        if (isImplied && kind === 'xml' && (children.length > 0 || text !== '')) throw new Error(`${name} is not closed`);
      },
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  parser.end(markup);
  expect(open).toEqual([]);
  return all;
}

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

describe('junit', () => {
  it('is a suite a file and a case a finding, and counts them', async () => {
    const elements = elementsOf(await run('junit'), 'xml');
    const suites = elements.filter(({ name }) => name === 'testsuite');
    expect(
      suites.map(({ attributes, children }) => [
        attributes.name,
        attributes.tests,
        attributes.failures,
        attributes.errors,
        attributes.skipped,
        children.length,
      ]),
    ).toEqual([
      ['年报/丁.txt', '3', '1', '0', '0', 3],
      ['年报/丙.md', '1', '0', '0', '1', 1],
      ['年报/乙.txt', '1', '0', '0', '0', 1],
      ['年报/戊.txt', '1', '0', '1', '0', 1],
      ['年报/甲 1.txt', '1', '1', '0', '0', 1],
    ]);
    expect(elements.filter(({ name }) => name === 'failure').map(({ attributes }) => attributes.type)).toEqual(
      Array(2).fill('dispute-total-mismatch'),
    );
  });

  it('writes anything as XML', async () => {
    const message = '<a b="1">&\u0000\u001b\ud800 ]]> \'\n𠮷';
    const elements = elementsOf(await print('junit', { path: '<&">.txt', reports: odd({ message, severity: 'error' }) }), 'xml');
    expect(elements.find(({ name }) => name === 'testsuite')?.attributes.name).toBe('<&">.txt');
    expect(elements.find(({ name }) => name === 'failure')?.attributes.message).toBe('<a b="1">&\ufffd\ufffd\ufffd ]]> \'\n𠮷');
  });
});

describe('github', () => {
  it('is a command a finding', async () => {
    const lines = (await run('github')).split('\n');
    expect(lines.filter((line) => line.startsWith('::')).map((line) => line.split(' ')[0])).toEqual([
      '::notice',
      '::warning',
      '::error',
      '::error',
      '::error',
    ]);
    expect(lines.find((line) => line.includes('甲'))).toMatch(
      /^::error file=年报\/甲 1\.txt,line=\d+,col=2,endLine=\d+,endColumn=\d+,title=dispute-total-mismatch::行政复议：/,
    );
  });

  it('lets nothing break out of a command', async () => {
    const text = await print('github', { path: 'a,b:c%.txt', reports: odd({ message: '50%\r\n::error::x' }) });
    expect(text.split('\n')).toEqual([
      '::warning file=a%2Cb%3Ac%25.txt,line=1,col=1,endLine=1,endColumn=1,title=row-order::50%25%0D%0A::error::x',
      '错误 0，警告 1，信息 0，提示 0',
      '',
    ]);
  });
});

describe('csv', () => {
  it('is a row a finding under a heading, behind a byte order mark', async () => {
    const text = await run('csv');
    expect(text.startsWith('\ufeff文件,单位,年度,')).toBe(true);
    const [head = [], ...rows] = readCsv(text.slice(1));
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([head.length]));
    const row = Object.fromEntries(head.map((title, index) => [title, rows.at(-1)?.[index]]));
    expect(row).toMatchObject({
      文件: '年报/甲 1.txt',
      单位: '青禾县水务局',
      年度: '2023',
      程度: '错误',
      规则: 'dispute-total-mismatch',
      单元格: WRONG_CELL,
      应为: String(rightTotal),
      实为: String(rightTotal + 1),
    });
    expect(rows.map((fields) => fields[0])).toEqual([...Array(3).fill('年报/丁.txt'), '年报/戊.txt', '年报/甲 1.txt']);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '＠x', "=cmd|' /C calc'!A0"])('makes no formula of %j', async (text) => {
    const [, row = []] = readCsv((await print('csv', { path: text, reports: odd({ message: text }) })).slice(1));
    expect([row[0], row[8]]).toEqual([`'${text}`, `'${text}`]);
  });

  it('leaves numbers numbers, and other text as it is', async () => {
    const [, row = []] = readCsv((await print('csv', { path: 'a "b", c.txt', reports: odd({ expected: -3, actual: 2.5 }) })).slice(1));
    expect([row[0], row[10], row[11]]).toEqual(['a "b", c.txt', '-3', '2.5']);
  });
});

describe('html', () => {
  it('counts by rule and by unit, and shows each finding with its row of the table', async () => {
    const text = await run('html');
    const elements = elementsOf(text, 'html');
    const rowsOf = (id: string): string[][] =>
      (elements.find(({ name, attributes }) => name === 'table' && attributes.id === id)?.children[1]?.children ?? []).map(({ children }) =>
        children.map((cell) => cell.text),
      );
    expect(rowsOf('rules').map((row) => row.slice(0, 3))).toEqual([
      ['dispute-total-mismatch', '错误', '2'],
      ['blank-cell', '警告', '1'],
      ['relation-not-checked', '信息', '1'],
    ]);
    // Files without a report are none of a unit’s.
    expect(rowsOf('units')).toEqual([['青禾县水务局', '4', '2', '1', '1', '0']]);
    expect(rowsOf('findings')).toHaveLength(4);
    const marked = elements.filter(({ name, attributes }) => name === 'td' && attributes.class === 'error' && !attributes['data-key']);
    expect(marked.map((cell) => cell.text)).toEqual(Array(2).fill(String(rightTotal + 1)));
    expect(text).toContain('年报/戊.txt');
  });

  it('loads nothing, and lets no text become markup', async () => {
    const text = await print('html', {
      path: '<b>.txt',
      text: '<script>alert(1)</script>',
      reports: odd({ message: '<img src=x onerror=1>', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } } }),
    });
    const elements = elementsOf(text, 'html');
    expect(elements.filter(({ name }) => ['img', 'b', 'link'].includes(name))).toEqual([]);
    expect(elements.filter(({ name }) => name === 'script')).toHaveLength(1);
    expect(elements.filter(({ attributes }) => 'src' in attributes || 'href' in attributes)).toEqual([]);
    expect(elements.find(({ name }) => name === 'mark')?.text).toBe('<script>');
  });
});
