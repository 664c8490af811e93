/** Colours, folding, selections, and the reports of the workspace by name. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FoldingRange, SelectionRange, SemanticTokens, WorkspaceSymbol } from 'vscode-languageserver/node';
import { parse } from '../../server/src/core/index.ts';
import { LAYOUTS } from '../harness/layouts.ts';
import { renderReport, zeros } from '../harness/reports.ts';
import { type Client, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const textDocument = { uri: URI };
const report = renderReport();
const opened = async (text: string): Promise<Client> => {
  const client = await startClient();
  await client.open(text);
  return client;
};

interface Token {
  readonly text: string;
  readonly line: number;
  readonly kind: string;
}

/** The tokens with their text, their type and modifiers: `number.total`. */
async function tokens(text: string, method = 'full', more: object = {}): Promise<Token[]> {
  const client = await opened(text);
  const { tokenTypes, tokenModifiers } = client.initialized.capabilities.semanticTokensProvider?.legend ?? {
    tokenTypes: [],
    tokenModifiers: [],
  };
  const { data } = await client.request<SemanticTokens>(`textDocument/semanticTokens/${method}`, { textDocument, ...more });
  const lines = text.split('\n');
  const found: Token[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    [line, character] = [line + down, down === 0 ? character + right : right];
    const written = lines[line]?.slice(character, character + length) ?? '';
    const kind = [tokenTypes[type], ...tokenModifiers.filter((_, bit) => modifiers & (1 << bit))].join('.');
    found.push({ text: written, line, kind });
  }
  return found;
}

describe('colours', () => {
  it('tell labels, groups, numbers and totals apart', async () => {
    const found = await tokens(report);
    const kindOf = (text: string): string | undefined => found.find((token) => token.text === text)?.kind;
    expect(kindOf('一、本年新收政府信息公开申请数量')).toBe('reportLabel');
    expect(kindOf('（三）不予公开')).toBe('reportGroup');
    expect(kindOf('自然人')).toBe('reportLabel');
    // 200 cells: 25 row totals, six column totals besides, and three of the disputes.
    expect(found.filter(({ kind }) => kind === 'number.total')).toHaveLength(25 + 6 + 3);
    expect(found.filter(({ kind }) => kind === 'number')).toHaveLength(200 - 34);
  });

  it('mark the number that an error points at', async () => {
    const wrong = renderReport({ values: zeros('2021').set('applications.received.total', 5) });
    expect((await tokens(wrong)).filter(({ kind }) => kind.includes('wrong'))).toMatchObject([{ text: '5', kind: 'number.total.wrong' }]);
  });

  it('are given for a part of the text alone', async () => {
    const all = await tokens(report);
    const range = { start: { line: 60, character: 0 }, end: { line: 90, character: 0 } };
    expect(await tokens(report, 'range', { range })).toEqual(all.filter(({ line }) => line >= 60 && line < 90));
  });

  it.each(LAYOUTS)('%s: stay within their lines, one after the other', async (layout) => {
    const text = renderReport({ layout, values: zeros('2021') });
    const found = await tokens(text);
    expect(found.length).toBeGreaterThan(200);
    for (const { text: written } of found) expect(written.trim()).not.toBe('');
    const cells = parse(text).reports.flatMap(({ tables }) => tables.flatMap((table) => table.cells));
    const numbers = cells.flatMap((cell) => (cell?.state === 'number' ? [text.slice(cell.span.start, cell.span.end)] : []));
    expect(found.flatMap(({ text: written, kind }) => (kind.startsWith('number') ? [written] : [])).sort()).toEqual(numbers.sort());
  });

  it('none in another text', async () => expect(await tokens('什么也不是\n12')).toEqual([]));
});

describe('folding', () => {
  const folds = async (text: string): Promise<string[]> => {
    const client = await opened(text);
    const found = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    const lines = text.split('\n');
    return found.map(({ startLine, endLine }) => `${lines[startLine]?.trim()} … ${lines[endLine]?.trim()}`);
  };

  it('folds sections, tables and groups', async () => {
    const found = await folds(renderReport({ layout: 'markdown' }));
    expect(found.filter((fold) => /^[一二三四五六]、/.test(fold))).toHaveLength(6);
    expect(found.some((fold) => fold.includes('（三）不予公开') && fold.includes('8.属于行政查询事项'))).toBe(true);
    expect(found.some((fold) => fold.startsWith('六、') && fold.endsWith('本机关未收取信息处理费。'))).toBe(true);
  });

  it('folds each of several reports', async () => {
    const found = await folds(`${report}\n${renderReport({ year: 2022 })}`);
    expect(found.filter((fold) => fold.includes('政府信息公开工作年度报告'))).toHaveLength(2);
  });
});

describe('growing a selection', () => {
  it('goes from a number to its row, group, table, section and report', async () => {
    const client = await opened(report);
    const line = report.split('\n').findIndex((each) => each.includes('1.属于国家秘密')) + 3;
    const [found] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [{ line, character: 1 }],
    });
    const lengths: number[] = [];
    for (let range = found; range; range = range.parent as SelectionRange) lengths.push(range.range.end.line - range.range.start.line + 1);
    // A number; label and seven numbers; the group’s label, such a row, and seven more after an empty line and two blanks; the group
    // around it; table; section; report.
    expect(lengths.slice(0, 3)).toEqual([1, 8, 1 + 8 + 7 * (3 + 8)]);
    expect(lengths).toHaveLength(7);
    expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
  });

  it('stays where it is in another text', async () => {
    const client = await opened('什么也不是');
    const position = { line: 0, character: 2 };
    expect(await client.request('textDocument/selectionRange', { textDocument, positions: [position] })).toEqual([
      { range: { start: position, end: position } },
    ]);
  });
});

it('the reports of the workspace are found by unit and year', async () => {
  const workspace = new Map([
    ['file:///a.txt', renderReport({ unit: '白石镇人民政府', year: 2022 })],
    ['file:///b.txt', renderReport({ unit: '云溪县水务局', year: 2022 })],
  ]);
  const client = await startClient({ workspace });
  await client.open(report);
  const names = async (query: string): Promise<string[]> =>
    (await client.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);
  await vi.waitFor(async () => expect((await names('')).sort()).toEqual(['云溪县水务局 2022', '白石镇人民政府 2022', '青禾县水务局 2023']));
  expect(await names('白石22')).toEqual(['白石镇人民政府 2022']);
  expect(await names('无')).toEqual([]);
});
