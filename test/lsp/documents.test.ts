/** Documents as editors send them: edits in parts, CRLF, several at a time, closed and opened again. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { parse } from '../../server/src/core/index.ts';
import { consistentValues, renderReport } from '../harness/reports.ts';
import { applyAction, type Client, PULL, PUSH, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const values = new Map(consistentValues('2021', () => 0)).set('applications.received.total', 5);
const correct = renderReport();
const faulty = renderReport({ values });
const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
/** The line of the total that `faulty` has wrong: the seventh number after its label. */
const total = correct.split('\n').findIndex((line) => line.includes('一、本年新收')) + 7;
const at = (line: number, from: number, to = from) => ({ start: { line, character: from }, end: { line, character: to } });
const codes = async (client: Client): Promise<unknown[]> => (await client.pull()).map(({ code }) => code);

const OTHER = 'file:///other.txt';
const open = (client: Client, uri: string, text: string, version = 1): Promise<void> =>
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version, text } });
const close = (client: Client, uri: string): Promise<void> => client.notify('textDocument/didClose', { textDocument: { uri } });
const pullOf = async (client: Client, uri: string): Promise<Diagnostic[]> =>
  (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;

describe('edits', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('are read in the order in which they come, between %s', async (_, end) => {
    const client = await startClient();
    await client.open(correct.replaceAll('\n', end));
    // The second change names its place in the text that the first one leaves: two lines further down.
    await client.change(2, { range: at(0, 0), text: `附注${end}${end}` }, { range: at(total + 2, 1, 2), text: '5' });
    const [first] = await client.pull();
    expect(first).toMatchObject({ code: 'suspect-cell', range: at(total + 2, 1, 2) });
    await client.change(3, { range: at(total + 2, 1, 2), text: '' }, { range: at(total + 2, 1), text: '0' });
    expect(await codes(client)).toEqual([]);
  });

  it('of a CRLF text are answered with edits that fit it', async () => {
    const client = await startClient();
    await client.open(crlf(correct));
    await client.change(2, { range: at(total, 1, 2), text: '5' });
    const [action] = await client.actions(at(total, 1));
    expect(action?.edit).toMatchObject({ documentChanges: [{ textDocument: { uri: URI, version: 2 } }] });
    expect(applyAction(crlf(faulty), action)).toBe(crlf(correct));
  });

  it('that take away the last line end, or all of the text, leave nothing behind', async () => {
    const client = await startClient();
    await client.open(faulty);
    const last = faulty.split('\n').length - 1;
    await client.change(2, { range: { start: { line: 0, character: 0 }, end: { line: last + 50, character: 9 } }, text: '' });
    expect(await codes(client)).toEqual([]);
    expect(await client.symbols()).toEqual([]);
    await client.change(3, { range: at(0, 0), text: faulty });
    expect(await codes(client)).toEqual(['suspect-cell', 'row-total-mismatch', 'balance-mismatch']);
  });

  it('after characters of two code units are counted in code units', async () => {
    const client = await startClient();
    const tsv = renderReport({ layout: 'tsv', values }).replace(
      '一、本年新收政府信息公开申请数量',
      '一、本年新收政府信息公开申请数量\u{e0100}',
    );
    await client.open(tsv);
    const row = tsv.split('\n').findIndex((line) => line.includes('一、本年新收'));
    const column = (tsv.split('\n')[row] ?? '').lastIndexOf('5');
    const found = (await client.pull()).filter(({ range }) => range.start.line === row);
    expect(found[0]?.range).toEqual(at(row, column, column + 1));
  });
});

describe('several documents', () => {
  it('are told apart', async () => {
    const client = await startClient();
    await client.open(faulty);
    await open(client, OTHER, correct);
    expect(await pullOf(client, OTHER)).toEqual([]);
    expect(await codes(client)).toHaveLength(3);
    await close(client, OTHER);
    expect(await codes(client)).toHaveLength(3);
  });

  it('are all published anew when the language of messages changes', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(faulty);
    await open(client, OTHER, faulty);
    await vi.waitFor(() => expect(client.published).toHaveLength(2));
    await client.notify('workspace/didChangeConfiguration', { settings: { disclosureReport: { messages: 'en' } } });
    await vi.waitFor(() => expect(client.published).toHaveLength(4));
    const news = client.published.slice(2);
    expect(new Set(news.map(({ uri }) => uri))).toEqual(new Set([URI, OTHER]));
    for (const { diagnostics } of news) expect(diagnostics[0]?.message).toMatch(/should be 0, is 5/);
  });

  it('keep what was read of them when the language changes', async () => {
    const read = vi.fn(parse);
    const client = await startClient({ runtime: { parse: read } });
    await client.open(faulty);
    await client.pull();
    await client.notify('workspace/didChangeConfiguration', { settings: { disclosureReport: { messages: 'en' } } });
    expect((await client.pull())[0]?.message).toMatch(/should be 0, is 5/);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

describe('a document opened again', () => {
  // Editors count versions from 1 at each opening, so the version alone does not tell texts apart.
  it('under the same version is read anew', async () => {
    const client = await startClient();
    await client.open(faulty);
    expect(await codes(client)).toHaveLength(3);
    await client.close();
    expect(await codes(client)).toEqual([]);
    await client.open(correct);
    expect(await codes(client)).toEqual([]);
    expect((await client.symbols()).length).toBeGreaterThan(0);
  });

  it('is published anew to a client that does not pull', async () => {
    const client = await startClient({ capabilities: PUSH });
    await client.open(faulty);
    await client.close();
    await client.open(faulty);
    await vi.waitFor(() => expect(client.published).toHaveLength(3));
    expect(client.published.map(({ diagnostics }) => diagnostics.length)).toEqual([3, 0, 3]);
  });
});

describe('what a client can do', () => {
  it('as for related places counts for pushed findings too', async () => {
    const client = await startClient({ capabilities: { textDocument: { publishDiagnostics: { relatedInformation: true } } } });
    await client.open(faulty);
    await vi.waitFor(() => expect(client.published).toHaveLength(1));
    expect(client.published[0]?.diagnostics[0]?.relatedInformation).toHaveLength(2);
  });

  it('decides whether the server asks it for its settings', async () => {
    const client = await startClient({ capabilities: PULL, configuration: { messages: 'en' } });
    await client.open(faulty);
    // A client that cannot be asked sends its settings along.
    await client.notify('workspace/didChangeConfiguration', { settings: { disclosureReport: { messages: 'zh-cn' } } });
    expect((await client.pull())[0]?.message).toMatch(/应为 0，现为 5/);
    expect(client.refreshes()).toBe(0);
  });

  it('is offered by name in the answer to initialize', async () => {
    const { initialized } = await startClient();
    expect(initialized.serverInfo).toEqual({ name: 'disclosure-report-lint', version: '0' });
    expect(initialized.capabilities).toMatchObject({
      textDocumentSync: { openClose: true, change: 2 },
      codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.disclosureReport'] },
      documentSymbolProvider: true,
      executeCommandProvider: { commands: ['disclosureReport.server.recomputeTotals', 'disclosureReport.server.waive'] },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
    });
  });
});

describe('a reader that fails', () => {
  it('now and then does so for that version only, and a client that is pushed to hears of the next one', async () => {
    const faults = vi.fn(parse).mockImplementationOnce(() => {
      throw new Error('boom');
    });
    const client = await startClient({ capabilities: PUSH, runtime: { parse: faults } });
    await client.open(faulty);
    await vi.waitFor(() => expect(client.published.at(-1)).toMatchObject({ version: 1, diagnostics: [{ code: 'internal-error' }] }));
    await client.change(2, { text: faulty });
    await vi.waitFor(() => expect(client.published.at(-1)).toMatchObject({ version: 2, diagnostics: [{}, {}, {}] }));
  });

  it('does not make a command fail', async () => {
    const client = await startClient({
      runtime: {
        parse: () => {
          throw new Error('boom');
        },
      },
    });
    await client.open(faulty);
    const command = (params: object): Promise<unknown> => client.request('workspace/executeCommand', params);
    expect(await command({ command: 'disclosureReport.server.recomputeTotals', arguments: [URI] })).toBeNull();
    expect(client.applied).toEqual([]);
  });
});

it('a command of another name, without arguments or for a text that is not open does nothing', async () => {
  const client = await startClient();
  await client.open(faulty);
  const command = (params: object): Promise<unknown> => client.request('workspace/executeCommand', params);
  const name = 'disclosureReport.server.recomputeTotals';
  expect(await command({ command: name })).toBeNull();
  expect(await command({ command: name, arguments: [7] })).toBeNull();
  expect(await command({ command: name, arguments: [OTHER] })).toBeNull();
  expect(await command({ command: 'another', arguments: [URI] })).toBeNull();
  expect(client.applied).toEqual([]);
});
