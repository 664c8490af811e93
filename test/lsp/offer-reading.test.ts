/** What helps while reading: hover, hints, lenses, and the ways between numbers. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodeLens, DocumentHighlight, Hover, InlayHint, Location, Position } from 'vscode-languageserver/node';
import { parse, positionAt, splitLines } from '../../server/src/core/index.ts';
import { renderReport, zeros } from '../harness/reports.ts';
import { type Client, PULL, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

/** 一 12 + 3 = 15 and 二 1; （一）予以公开 14 of a natural person, 四 2. */
const VALUES: Readonly<Record<string, number>> = {
  'applications.received.naturalPerson': 12,
  'applications.received.commercialEnterprise': 3,
  'applications.received.total': 15,
  'applications.carriedOver.naturalPerson': 1,
  'applications.carriedOver.total': 1,
  'applications.granted.naturalPerson': 11,
  'applications.granted.commercialEnterprise': 3,
  'applications.granted.total': 14,
  'applications.total.naturalPerson': 11,
  'applications.total.commercialEnterprise': 3,
  'applications.total.total': 14,
  'applications.carriedForward.naturalPerson': 2,
  'applications.carriedForward.total': 2,
};
const valued = (more: Readonly<Record<string, number>> = {}): Map<string, number> =>
  new Map([...zeros('2021'), ...Object.entries({ ...VALUES, ...more })]);
const OVERVIEW = '2023年，青禾县水务局主动公开信息，规范管理，维护网站，加强监督，收到政府信息公开申请15件。';
const report = renderReport({ values: valued(), prose: { overview: OVERVIEW } });

const lineOf = (text: string, label: string, below: number): number => text.split('\n').findIndex((line) => line.includes(label)) + below;
/** The number of a cell in the report, which has one cell a line: a row's label, and which of its numbers. */
const cell = (label: string, number: number, text = report): Position => ({ line: lineOf(text, label, number), character: 1 });
const RECEIVED = '一、本年新收政府信息公开申请数量';

const hover = async (client: Client, position: Position): Promise<string> => {
  const found = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri: URI }, position });
  return found ? (found.contents as { value: string }).value.replaceAll('\\', '') : '';
};
const places = async (client: Client, method: string, position: Position, more: object = {}): Promise<Position[]> => {
  const found = await client.request<(Location | DocumentHighlight)[]>(method, { textDocument: { uri: URI }, position, ...more });
  return found.map(({ range }) => range.start);
};
const opened = async (text: string, options: object = {}): Promise<Client> => {
  const client = await startClient({ options });
  await client.open(text);
  return client;
};

describe('hover', () => {
  it('on a number: its row and column, what is counted, and its relations with their numbers', async () => {
    expect(await hover(await opened(report), cell(RECEIVED, 1))).toBe(
      [
        `**${RECEIVED} · 自然人**: 12`,
        '1月1日至12月31日新收到的政府信息公开申请  \n公民个人提出的申请',
        '勾稽关系:\n- 总计 15 = 自然人 12 + 商业企业 3 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 ✓\n- 一 12 + 二 1 = （七）11 + 四 2 ✓',
      ].join('\n\n'),
    );
  });

  it('on a wrong number: which relations do not hold, and by what', async () => {
    const wrong = renderReport({ values: valued({ 'applications.received.naturalPerson': 21 }) });
    const told = await hover(await opened(wrong), cell(RECEIVED, 1, wrong));
    expect(told).toContain('总计 15 ≠ 24 = 自然人 21 + 商业企业 3 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 ✗');
    expect(told).toContain('一 21 + 二 1 = 22 ≠ 13 = （七）11 + 四 2 ✗');
  });

  it('on a share: the cell whose count stands beside it', async () => {
    const overview = `${OVERVIEW}予以公开14件，占82.4%。`;
    const values = valued({ 'applications.partiallyGranted.total': 3, 'applications.total.total': 17 });
    const text = renderReport({ values, prose: { overview } });
    const line = lineOf(text, OVERVIEW, 0);
    const told = await hover(await opened(text), { line, character: (text.split('\n')[line] ?? '').indexOf('82.4') + 1 });
    expect(told).toContain('与表格核对：（一）予以公开·总计 14 所占的比例');
  });

  it.each(['markdown', 'pipe-rows', 'grid'] as const)('anywhere in a blank cell: %s', async (layout) => {
    const text = renderReport({ layout, values: new Map([...valued()].filter(([key]) => key !== 'applications.granted.total')) });
    const [table] = parse(text).reports[0]?.tables.filter(({ spec }) => spec.id === 'applications') ?? [];
    const blank = table?.cells.find((one) => one?.spec.key === 'applications.granted.total');
    const { line, character } = positionAt(splitLines(text), blank?.span.start ?? 0);
    const written = text.split('\n')[line] ?? '';
    const [from, to] = [
      written.lastIndexOf(written[0] === '│' ? '│' : '|', character - 1) + 1,
      character + written.slice(character).search(/[|│]/),
    ];
    expect(to - from).toBeGreaterThan(0);
    const client = await opened(text);
    for (let at = from; at <= to; at++) expect(await hover(client, { line, character: at })).toContain('（一）予以公开 · 总计**: 空白');
  });

  it('on a row whose article the law names', async () => {
    expect(await hover(await opened(report), cell('（二）部分公开', 2))).toContain('《条例》第三十七条');
    const english = await startClient({ locale: 'en' });
    await english.open(report);
    expect(await hover(english, cell('8.属于行政查询事项', 1))).toContain('Article 36 (7) of the Regulations');
  });

  it('on a label: what is counted there', async () => {
    const client = await opened(report);
    expect(await hover(client, cell(RECEIVED, 0))).toContain('1月1日至12月31日新收到的政府信息公开申请');
    expect(await hover(client, { line: lineOf(report, '法律服务机构', 0), character: 3 })).toContain('律师事务所');
  });

  it('on a number of the prose: the cells it is checked against', async () => {
    const line = lineOf(report, OVERVIEW, 0);
    const client = await opened(report);
    expect(await hover(client, { line, character: OVERVIEW.indexOf('15件') })).toContain(
      '与表格核对：一、本年新收政府信息公开申请数量·总计 15 ✓',
    );
    expect(await hover(client, { line, character: 2 })).toBe('');
  });

  it('with last year’s number, and the way there', async () => {
    const lastYear = renderReport({ year: 2022, values: valued({ 'applications.received.naturalPerson': 9 }) });
    const client = await startClient({ workspace: new Map([['file:///2022.txt', lastYear]]) });
    await client.open(report);
    await vi.waitFor(async () =>
      expect(await hover(client, cell(RECEIVED, 1))).toContain(
        `上年（2022）: [9](<file:///2022.txt#L${lineOf(lastYear, RECEIVED, 1) + 1},2>)`,
      ),
    );
  });

  it('nowhere else', async () => {
    const client = await opened(report);
    expect(await hover(client, { line: 0, character: 0 })).toBe('');
    expect(await hover(await opened('什么也不是'), { line: 0, character: 1 })).toBe('');
  });
});

describe('the ways between numbers', () => {
  const ADDENDS = [1, 2, 3, 4, 5, 6].map((number) => cell(RECEIVED, number));

  it('a total leads to its addends, an addend to its totals', async () => {
    const client = await opened(report);
    const found = await places(client, 'textDocument/definition', cell(RECEIVED, 7));
    expect(found).toEqual(ADDENDS);
    expect(await places(client, 'textDocument/definition', cell('（一）予以公开', 1))).toEqual([
      cell('（一）予以公开', 7),
      cell('（七）总计', 1),
    ]);
  });

  it('a number of the prose leads to its cell', async () => {
    const position = { line: lineOf(report, OVERVIEW, 0), character: OVERVIEW.indexOf('15件') };
    expect(await places(await opened(report), 'textDocument/definition', position)).toEqual([cell(RECEIVED, 7)]);
  });

  it('references are all cells that stand in a relation with it', async () => {
    const client = await opened(report);
    const context = { includeDeclaration: false };
    const found = await places(client, 'textDocument/references', cell('（一）予以公开', 1), { context });
    expect(found).toEqual([cell('（一）予以公开', 7), cell('（七）总计', 1)]);
    const declared = await places(client, 'textDocument/references', cell('（一）予以公开', 1), { context: { includeDeclaration: true } });
    expect(declared).toEqual([cell('（一）予以公开', 1), ...found]);
  });

  it('the cursor in a cell marks them', async () => {
    const marked = await places(await opened(report), 'textDocument/documentHighlight', cell('（一）予以公开', 1));
    expect(marked).toEqual([cell('（一）予以公开', 1), cell('（一）予以公开', 7), cell('（七）总计', 1)]);
  });

  it('lead nowhere from other text', async () => {
    const client = await opened(report);
    expect(await places(client, 'textDocument/definition', { line: 0, character: 3 })).toEqual([]);
    expect(await places(client, 'textDocument/documentHighlight', { line: 0, character: 3 })).toEqual([]);
  });
});

describe('hints', () => {
  const hints = async (client: Client, from: number, to: number): Promise<string[]> => {
    const range = { start: { line: from, character: 0 }, end: { line: to, character: 0 } };
    const found = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range });
    return found.map(({ position, label }) => `${position.line - from}:${position.character} ${label}`);
  };
  const row = lineOf(report, RECEIVED, 0);

  it('stand after totals only', async () => {
    expect(await hints(await opened(report), row, row + 8)).toEqual(['7:3 ✓']);
  });

  it('say what a wrong total should be', async () => {
    const wrong = renderReport({ values: valued({ 'applications.received.total': 51 }), prose: { overview: OVERVIEW } });
    expect(await hints(await opened(wrong), row, row + 8)).toEqual(['7:3 ✗ 15']);
  });

  it('leave a right total beside a wrong number in peace: it is unequal, not wrong', async () => {
    const wrong = renderReport({ values: valued({ 'applications.received.naturalPerson': 21 }) });
    expect(await hints(await opened(wrong), lineOf(wrong, RECEIVED, 0), lineOf(wrong, RECEIVED, 8))).toEqual(['7:3 ≠ 24']);
  });

  it('say each sum where they differ', async () => {
    const wrong = renderReport({ values: valued({ 'applications.total.naturalPerson': 12, 'applications.total.total': 17 }) });
    const at = lineOf(wrong, '（七）总计', 0);
    expect(await hints(await opened(wrong), at, at + 8)).toEqual([
      '1:3 ✗ 11',
      '2:2 ✓',
      '3:2 ✓',
      '4:2 ✓',
      '5:2 ✓',
      '6:2 ✓',
      '7:3 ✗ 15 / 14',
    ]);
  });

  it('show their relations when they are pointed at', async () => {
    const client = await opened(report);
    const range = { start: { line: row, character: 0 }, end: { line: row + 8, character: 0 } };
    const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: URI }, range });
    expect(hint).not.toHaveProperty('tooltip');
    const resolved = await client.request<InlayHint>('inlayHint/resolve', hint as object);
    expect(resolved.tooltip).toBe('总计 15 = 自然人 12 + 商业企业 3 + 科研机构 0 + 社会公益组织 0 + 法律服务机构 0 + 其他 0 ✓');
    const stale = { ...hint, data: { ...(hint?.data as object), version: -1 } };
    expect(await client.request<InlayHint>('inlayHint/resolve', stale)).toEqual(stale);
    expect(await client.request<InlayHint>('inlayHint/resolve', { label: '✓', position: range.start })).not.toHaveProperty('tooltip');
  });

  it('name the columns where they are wanted', async () => {
    expect(await hints(await opened(report, { inlayHints: 'all' }), row, row + 3)).toEqual(['1:1 自然人：', '2:1 商业企业：']);
    const table = renderReport({ values: valued(), layout: 'markdown' });
    const line = lineOf(table, RECEIVED, 0);
    expect(await hints(await opened(table, { inlayHints: 'all' }), line, line + 1)).toHaveLength(1);
  });

  it('can be switched off', async () => {
    expect(await hints(await opened(report, { inlayHints: 'off' }), 0, 400)).toEqual([]);
  });
});

describe('lenses', () => {
  const lenses = async (text: string, options: object = { hasTableView: true }): Promise<string[]> => {
    const client = await opened(text, options);
    const found = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    return found.map(({ command }) => `${command?.command.replace('disclosureReport.', '')}: ${command?.title}`);
  };

  it('say how each table stands', async () => {
    expect(await lenses(report)).toEqual([
      'showTable: 2021 版格式 · ✓ 10 格',
      'showTable: 看表格',
      'showTable: 2021 版格式 · ✓ 175 格，39 处勾稽关系全部成立',
      'showTable: 看表格',
      'showTable: 2021 版格式 · ✓ 15 格，3 处勾稽关系全部成立',
      'showTable: 看表格',
    ]);
  });

  it('count what has no number, and the relations that wait for it', async () => {
    const told = async (label: string, number: number): Promise<string[]> => {
      const lines = report.split('\n');
      const at = lineOf(report, label, number);
      return lenses([...lines.slice(0, at), '\t', ...lines.slice(at + 1)].join('\n'));
    };
    expect(await told('行政许可', 1)).toContain('showTable: 2021 版格式 · 9/10 格有数字');
    expect(await told('（一）予以公开', 1)).toContain('showTable: 2021 版格式 · 174/175 格有数字，2 处勾稽关系未核对');
  });

  it('offer to recompute what does not hold', async () => {
    const wrong = renderReport({ values: valued({ 'applications.received.total': 51 }) });
    expect((await lenses(wrong)).slice(2, 5)).toEqual([
      'showTable: 2021 版格式 · ✗ 2 处勾稽关系不成立',
      'recomputeTotals: 重算合计',
      'showTable: 看表格',
    ]);
  });

  it('offer no recomputing where the fault is in another cell', async () => {
    const wrong = renderReport({ values: valued({ 'applications.received.naturalPerson': 21 }) });
    expect((await lenses(wrong)).slice(2, 4)).toEqual(['showTable: 2021 版格式 · ✗ 2 处勾稽关系不成立', 'showTable: 看表格']);
  });

  it('are for clients that have their commands', async () => {
    const { initialized } = await startClient({ capabilities: PULL });
    expect(initialized.capabilities.codeLensProvider).toBeUndefined();
    expect(await lenses(report, {})).toEqual([]);
  });
});

it('the outline has the rows’ numbers', async () => {
  const client = await opened(report);
  const rows = (await client.symbols()).flatMap(({ children = [] }) => children).flatMap(({ children = [] }) => children);
  const details = new Map(rows.map(({ name, detail }) => [name, detail]));
  expect(details.get(RECEIVED)).toBe('15');
  expect(details.get('规章')).toBe('0 / 0 / 0');
});
