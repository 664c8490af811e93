/** What helps while writing: completions, tables in another layout, formatting, a new report, tables from the clipboard. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CompletionItem, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { ConvertAnswer, NewReportAnswer } from '../../server/src/lsp/protocol.ts';
import { check, numbersOf, told } from '../harness/check.ts';
import { consistentValues, renderReport, seeded, zeros } from '../harness/reports.ts';
import { type Client, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const textDocument = { uri: URI };
const values = consistentValues('2021', seeded(3));
const opened = async (text: string, options: object = {}, languageId = 'plaintext'): Promise<Client> => {
  const client = await startClient({ options });
  await client.open(text, languageId);
  return client;
};
const lineOf = (text: string, needle: string, below = 0): number => text.split('\n').findIndex((line) => line.includes(needle)) + below;
/** The text after edits, which are in the order of the protocol: none over another. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const line of text.split('\n')) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const at = ({ line, character }: TextEdit['range']['start']): number => (starts[line] ?? 0) + character;
  return [...edits]
    .sort((a, b) => at(b.range.start) - at(a.range.start))
    .reduce((all, { range, newText }) => all.slice(0, at(range.start)) + newText + all.slice(at(range.end)), text);
}

/** Four requests, all of them carried forward. */
const consistent = zeros('2021')
  .set('applications.received.naturalPerson', 4)
  .set('applications.received.total', 4)
  .set('applications.carriedForward.naturalPerson', 4)
  .set('applications.carriedForward.total', 4);

describe('completion', () => {
  const complete = async (text: string, line: number, character: number): Promise<CompletionItem[]> =>
    (await opened(text)).request('textDocument/completion', { textDocument, position: { line, character } });

  it('in a blank cell: the number that the sums determine', async () => {
    const text = renderReport({ layout: 'tsv', values: consistent });
    const blank = text.replace(/(一、本年新收\S+\t+4(?:\t0){5}\t)4/, '$1');
    const line = lineOf(blank, '一、本年新收');
    const [item, more] = await complete(blank, line, blank.split('\n')[line]?.length ?? 0);
    expect(more).toBeUndefined();
    expect(item).toMatchObject({ label: '4', textEdit: { newText: '4' } });
    expect(item?.detail).toContain('总计 ？ = 自然人 4');
  });

  it('anywhere in a blank cell, and the number is read there', async () => {
    const text = renderReport({
      layout: 'markdown',
      values: new Map([...consistent].filter(([key]) => key !== 'applications.received.total')),
    });
    const line = lineOf(text, '一、本年新收');
    const end = text.split('\n')[line]?.length ?? 0;
    const found = await Promise.all([end - 1, end - 2, end - 3].map((character) => complete(text, line, character)));
    for (const [item] of found) {
      const after = edited(text, [item?.textEdit as TextEdit]);
      expect(numbersOf(check(after)).get('applications.received.total')).toBe(4);
    }
  });

  it('on an empty line: headings, tables and sentences that the report lacks', async () => {
    const text = renderReport({ layout: 'markdown', prose: { other: '无。' } }).replace('五、存在的主要问题及改进情况\n', '\n');
    const items = await complete(text, lineOf(text, '政策解读', -1), 0);
    expect(items.map(({ label }) => label)).toEqual([
      '五、存在的主要问题及改进情况',
      '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。',
      '本年度未收取信息处理费。',
    ]);
    const without = renderReport({ layout: 'markdown', withoutSections: new Set(['disputes']) });
    const end = `${without}\n`;
    const tables = await complete(end, end.split('\n').length - 1, 0);
    const table = tables.find(({ label }) => label === '政府信息公开行政复议、行政诉讼情况表');
    expect(table?.textEdit?.newText).toMatch(/^\| 行政复议 /);
  });

  it('takes the place of what is being typed, and says nothing within other text', async () => {
    const text = renderReport().replace('六、其他需要报告的事项', '六、其');
    const line = lineOf(text, '六、其');
    const [item] = await complete(text, line, 3);
    expect(item).toMatchObject({
      label: '六、其他需要报告的事项',
      textEdit: { range: { start: { line, character: 0 }, end: { line, character: 3 } } },
    });
    expect(await complete(text, lineOf(text, '本年度，'), 5)).toEqual([]);
    expect(await complete('什么也不是', 0, 0)).toEqual([]);
    expect(await complete(text, lineOf(text, '一、总体情况'), 6)).toEqual([]);
  });

  it('leaves the mark of a heading, and is found by what is typed after it', async () => {
    const text = renderReport({ layout: 'markdown' }).replace('六、其他需要报告的事项', '## 六');
    const line = lineOf(text, '## 六');
    const [item] = await complete(text, line, 4);
    expect(item).toMatchObject({ label: '六、其他需要报告的事项', filterText: '六、其他需要报告的事项' });
    expect(item?.textEdit).toMatchObject({ range: { start: { line, character: 3 }, end: { line, character: 4 } } });
  });
});

describe('a whole report', () => {
  const WITH_SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
  const begin = async (text: string, { languageId = 'disclosure-report', capabilities = WITH_SNIPPETS as object } = {}) => {
    const client = await startClient({ capabilities });
    await client.open(text, languageId);
    return client.request<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: text.split('\n').length - 1, character: text.length },
    });
  };
  const year = new Date().getFullYear() - 1;

  it('is offered while nothing else is written, with unit and year to fill in', async () => {
    const [item, more] = await begin('');
    expect(more).toBeUndefined();
    expect(item).toMatchObject({ label: '政府信息公开工作年度报告', insertTextFormat: 2 });
    const snippet = item?.textEdit?.newText ?? '';
    const places = [...new Set(snippet.match(/\$\{[^}]*\}/g))];
    expect(places).toEqual([`$\{1:单位名称}`, `$\{2:${year}}`]);
    // Whatever else a snippet gives a meaning to would not stand in the text as it is written here.
    const written = snippet.replace(/\$\{\d:([^}]*)\}/g, '$1');
    expect(written).not.toMatch(/[$\\]/);
    const { document } = check(written.replaceAll('单位名称', '青禾县水务局'));
    expect(document.reports[0]).toMatchObject({ unit: '青禾县水务局', reportingYear: year, form: { id: '2021' } });
    expect(document.reports[0]?.tables).toHaveLength(3);
  });

  it('takes the place of what is being typed', async () => {
    const [item] = await begin('政府');
    expect(item?.textEdit).toMatchObject({ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } } });
  });

  it('is not offered in other languages, beside a report, or where it could not be filled in', async () => {
    expect(await begin('', { languageId: 'plaintext' })).toEqual([]);
    expect((await begin('', { capabilities: {} })).map(({ insertTextFormat }) => insertTextFormat)).not.toContain(2);
    expect(await begin('青禾县水务局2023年政府信息公开工作年度报告')).toEqual([]);
    expect(await begin('第一行\n第二行')).toEqual([]);
  });

  it('is offered part by part once its title stands there', async () => {
    const labels = (await begin('青禾县水务局2020年政府信息公开工作年度报告\n\n一、总体情况\n很好。\n\n')).map(({ label }) => label);
    expect(labels).toEqual([
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
      '主动公开政府信息情况表',
      '收到和处理政府信息公开申请情况表',
      '政府信息公开行政复议、行政诉讼情况表',
      // The form of 2019 asks for no statement on fees.
      '本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。',
    ]);
    expect((await begin('青禾县水务局2023年政府信息公开工作年度报告\n\n二')).map(({ label }) => label)).toEqual([
      '二、主动公开政府信息情况',
    ]);
  });
});

describe('tables in another layout', () => {
  const convert = (client: Client, layout: string): Promise<ConvertAnswer | null> =>
    client.request('disclosureReport/convertTables', { uri: URI, layout });

  it('are written by one edit of the workspace', async () => {
    const text = renderReport({ values });
    const client = await opened(text);
    expect(await convert(client, 'markdown')).toEqual({ tables: 3, refused: null });
    const [{ documentChanges: [change] = [] }] = client.applied as [WorkspaceEdit];
    const after = edited(text, (change as { edits: TextEdit[] }).edits);
    expect(check(after).document.reports[0]?.layout).toBe('markdown');
    expect(numbersOf(check(after))).toEqual(numbersOf(check(text)));
    expect(told(after)).toEqual([]);
  });

  it('or not at all, and the reason is told', async () => {
    const client = await opened(renderReport({ layout: 'tsv', without: new Set(['applications.granted']) }));
    expect((await convert(client, 'markdown'))?.refused).toContain('有缺少的行');
    expect(client.applied).toEqual([]);
    expect(await convert(await opened('什么也不是'), 'tsv')).toBeNull();
  });
});

describe('formatting', () => {
  const format = async (text: string, options: object = {}, more: object = {}): Promise<string> => {
    const client = await opened(text, options);
    const method = 'range' in more ? 'rangeFormatting' : 'formatting';
    return edited(
      text,
      await client.request<TextEdit[]>(`textDocument/${method}`, { textDocument, options: { tabSize: 2, insertSpaces: true }, ...more }),
    );
  };

  it('tidies the tables in the layout that they have', async () => {
    const text = renderReport({ layout: 'markdown', values });
    const untidy = text.replaceAll(' | ', '|  ');
    const tidy = await format(untidy);
    expect(numbersOf(check(tidy))).toEqual(numbersOf(check(text)));
    expect(tidy).toContain('| 规章 | 0 |');
    expect(await format(tidy)).toBe(tidy);
  });

  it('writes them in the layout that is set', async () => {
    const text = renderReport({ layout: 'tsv', values });
    expect(check(await format(text, { format: { layout: 'cell-lines' } })).document.reports[0]?.layout).toBe('cell-lines');
  });

  it('of a selection tidies the one table that it touches', async () => {
    const text = renderReport({ layout: 'markdown', values }).replaceAll(' | ', '|  ');
    const line = lineOf(text, '（一）予以公开');
    const after = await format(text, {}, { range: { start: { line, character: 0 }, end: { line, character: 1 } } });
    expect(after).toContain('（一）予以公开 | ');
    expect(after).not.toContain('| 规章 | ');
  });

  it('is offered for plain text, not where others format', async () => {
    const registered: unknown[] = [];
    const capabilities = { textDocument: { formatting: { dynamicRegistration: true } } };
    const answers = { 'client/registerCapability': (params: unknown) => void registered.push(params) };
    await startClient({ capabilities, answers, refuses: true });
    await vi.waitFor(() => expect(JSON.stringify(registered)).toContain('textDocument/rangeFormatting'));
    expect(JSON.stringify(registered)).not.toContain('markdown');
  });
});

it('a new report has what last year carried forward', async () => {
  const last = zeros('2021')
    .set('applications.received.naturalPerson', 2)
    .set('applications.received.total', 2)
    .set('applications.carriedForward.naturalPerson', 2)
    .set('applications.carriedForward.total', 2);
  const client = await startClient({ workspace: new Map([['file:///2022.txt', renderReport({ year: 2022, values: last })]]) });
  await client.request('disclosureReport/reports', {});
  await vi.waitFor(async () => {
    const answer = await client.request<NewReportAnswer>('disclosureReport/newReport', { unit: '青禾县水务局', year: 2023, layout: 'tsv' });
    expect(answer.carriedFrom).toBe('file:///2022.txt');
    expect(numbersOf(check(answer.text)).get('applications.carriedOver.naturalPerson')).toBe(2);
  });
  expect(await client.request('disclosureReport/newReport', { unit: '青禾县水务局', year: 2010, layout: 'tsv' })).toBeNull();
});

describe('paste', () => {
  const page = renderReport({ layout: 'html', values });
  const tables = (page.match(/<table[\s\S]*?<\/table>/g) ?? []).join('\n');
  const paste = async (
    html: string,
    into = renderReport({ layout: 'markdown', withoutSections: new Set(['disclosure']) }),
  ): Promise<string | null> => (await opened(into)).request('disclosureReport/pasteTables', { uri: URI, html });

  it('writes the tables as the file does', async () => {
    const pasted = await paste(`<html><body><!--StartFragment-->${tables}<!--EndFragment--></body></html>`);
    expect(pasted).toContain('| 规章 |');
    const report = renderReport({ layout: 'markdown', withoutSections: new Set(['disclosure', 'applications', 'disputes']) });
    const numbers = numbersOf(check(report.replace('五、', `${pasted}\n五、`)));
    expect(numbers.get('applications.total.total')).toBe(values.get('applications.total.total'));
  });

  it.each([
    ['another table', '<table><tr><td>申请</td><td>1</td></tr></table>'],
    ['a whole page', page],
    ['no table', '<p>申请</p>'],
    ['prose beside a table', `${tables}<p>本年度收到申请3件。</p>`],
  ])('leaves %s to the editor', async (_, html) => expect(await paste(html)).toBeNull());

  it.each(tables.split(/(?<=<\/table>)\n/))('takes a table that is copied alone, into an empty file: %#', async (table) => {
    const pasted = (await paste(table, '')) ?? '';
    const written = [...table.matchAll(/>(\d+)</g)].map(([, number]) => number);
    expect([...pasted.matchAll(/(?<=^|\t)\d+(?=\t|$)/gm)].map(([number]) => number)).toEqual(written);
  });

  it.each([
    ['an empty paragraph after it', `${tables}<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>`],
    ['an empty paragraph before', `<p>&nbsp;</p>${tables}`],
    ['a name of its own', `<html><head><title>2023年报</title></head><body lang=ZH-CN>${tables}</body></html>`],
  ])('takes what Word copies, with %s', async (_, html) => expect(await paste(html)).toBe(await paste(tables)));

  it('leaves a page alone', async () => expect(await paste(tables, renderReport({ layout: 'html' }))).toBeNull());
});
