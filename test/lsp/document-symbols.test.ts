/** The outline: its names and kinds, tables without sections, several reports, and the list for older clients. */
import { afterEach, describe, expect, it } from 'vitest';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import { renderReport } from '../harness/reports.ts';
import { PUSH, startClient, stopServers } from '../harness/server.ts';

afterEach(stopServers);

const SECTIONS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const names = (symbols: readonly DocumentSymbol[] = []): string[] => symbols.map(({ name }) => name);

async function outline(text: string, locale = 'zh-cn'): Promise<DocumentSymbol[]> {
  const client = await startClient({ locale });
  await client.open(text);
  return client.symbols();
}

it('names sections as they stand, tables in the language of messages, rows by their statutory labels', async () => {
  for (const [locale, title] of [
    ['zh-cn', '收到和处理政府信息公开申请情况表'],
    ['en', 'Applications for government information'],
  ]) {
    const symbols = await outline(renderReport(), locale);
    expect(names(symbols)).toEqual(SECTIONS);
    expect(symbols.map(({ kind }) => kind)).toEqual(SECTIONS.map(() => SymbolKind.Namespace));
    const [table, ...more] = symbols[2]?.children ?? [];
    expect(more).toEqual([]);
    expect(table).toMatchObject({ name: title, kind: SymbolKind.Array });
    expect(table?.children?.[0]).toMatchObject({ name: '一、本年新收政府信息公开申请数量', kind: SymbolKind.Field });
    expect(names(table?.children).at(-1)).toBe('四、结转下年度继续办理');
  }
});

it('shows headings without their tags and without breaks', async () => {
  const html = renderReport({ layout: 'html' }).replace('<h2>一、总体情况', '<h2><b>一、</b>总体\n 情况');
  expect(names(await outline(html))).toEqual(['一、总体 情况', ...SECTIONS.slice(1)]);
});

it('shows tables of a report without headings', async () => {
  const bare = renderReport({ layout: 'tsv' })
    .split('\n')
    .filter((line) => !SECTIONS.includes(line));
  const symbols = await outline(bare.join('\n'), 'en');
  expect(names(symbols)).toEqual([
    'Information disclosed on the body’s own initiative',
    'Applications for government information',
    'Reconsideration and litigation',
  ]);
});

describe('of a file with several reports', () => {
  const text = `${renderReport({ year: 2022 })}\n${renderReport({ year: 2023 })}`;

  it('keeps them apart, by unit and year', async () => {
    const symbols = await outline(text);
    expect(symbols.map(({ name, kind }) => [name, kind])).toEqual([
      ['青禾县水务局 2022', SymbolKind.Module],
      ['青禾县水务局 2023', SymbolKind.Module],
    ]);
    for (const { children } of symbols) expect(names(children)).toEqual(SECTIONS);
    expect(symbols[1]?.selectionRange.start.line).toBeGreaterThan(symbols[0]?.children?.at(-1)?.selectionRange.start.line ?? Infinity);
  });
});

it('is a list in the order of the text for an older client, each entry with what holds it', async () => {
  const client = await startClient({ capabilities: PUSH });
  await client.open(renderReport());
  const list = (await client.symbols()) as unknown as SymbolInformation[];
  expect(list.filter(({ containerName }) => containerName === undefined).map(({ name }) => name)).toEqual(SECTIONS);
  const row = list.find(({ name }) => name === '四、结转下年度继续办理');
  expect(row?.containerName).toBe('收到和处理政府信息公开申请情况表');
  expect(list.find(({ name }) => name === row?.containerName)?.containerName).toBe(SECTIONS[2]);
  const lines = list.map(({ location }) => location.range.start.line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
});
