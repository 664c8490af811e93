/** The project's files in the server: read by whoever can, followed as they change, checked where they are open. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Runtime } from '../../server/src/lsp/context.ts';
import { toPlace, toUri } from '../../server/src/lsp/uris.ts';
import { consistentValues, renderReport } from '../harness/reports.ts';
import { type Client, PULL, PUSH, startClient, stopServers } from '../harness/server.ts';

afterEach(stopServers);

const values = new Map(consistentValues('2021', () => 0)).set('applications.received.total', 5);
const faulty = renderReport({ values });
const ALL = ['suspect-cell', 'row-total-mismatch', 'balance-mismatch'];
const REPORT = 'file:///p/%E5%B9%B4%E6%8A%A5/a.txt';
const CONFIG = 'file:///p/disclosure-report.config.json';
const WAIVERS = 'file:///p/disclosure-report.waivers.json';
const OFF = JSON.stringify({ rules: { 'suspect-cell': 'off', 'row-total-mismatch': 'off', 'balance-mismatch': 'hint' } });
const waiver = (more: object = {}): object => ({
  file: '年报/a.txt',
  rule: 'row-total-mismatch',
  cell: 'applications.received.total',
  reason: '已核实',
  ...more,
});
const waivers = (...entries: object[]): string => JSON.stringify({ waivers: entries });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A disk that the server may read; addresses are told apart by what they mean. */
const disk = (files: Map<string, string>): Pick<Runtime, 'readFile'> => ({
  readFile: async (uri) => {
    const text = files.get(toPlace(uri));
    return text === undefined ? null : bytes(text);
  },
});
const filesAt = (files: Record<string, string>): Map<string, string> =>
  new Map(Object.entries(files).map(([uri, text]) => [toPlace(uri), text]));

const open = (client: Client, uri: string, text: string): Promise<void> =>
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
const change = (client: Client, uri: string, text: string): Promise<void> =>
  client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text }] });
const close = (client: Client, uri: string): Promise<void> => client.notify('textDocument/didClose', { textDocument: { uri } });
const pull = async (client: Client, uri = REPORT): Promise<Diagnostic[]> =>
  (await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } })).items;
const codes = async (client: Client, uri?: string): Promise<unknown[]> => (await pull(client, uri)).map(({ code }) => code);

describe('a report', () => {
  it('is judged by the configuration above it, which the server reads', async () => {
    const client = await startClient({ runtime: disk(filesAt({ [CONFIG]: OFF })) });
    await open(client, REPORT, faulty);
    expect((await pull(client)).map(({ code, severity }) => [code, severity])).toEqual([['balance-mismatch', 4]]);
  });

  it('is judged by what the client reads, where the client does', async () => {
    const asked: string[] = [];
    const client = await startClient({
      options: { readsFiles: true },
      runtime: disk(filesAt({ [CONFIG]: '{}' })),
      answers: {
        'disclosureReport/readFile': ({ uri }: { uri: string }) => {
          asked.push(uri);
          return uri === CONFIG ? Buffer.from(OFF).toString('base64') : null;
        },
      },
    });
    await open(client, REPORT, faulty);
    expect(await codes(client)).toEqual(['balance-mismatch']);
    expect(asked).toContain('file:///p/%E5%B9%B4%E6%8A%A5/disclosure-report.waivers.json');
    const times = asked.length;
    await change(client, REPORT, `${faulty}\n`);
    expect(await codes(client)).toEqual(['balance-mismatch']);
    expect(asked).toHaveLength(times);
  });

  it('is judged as ever where nobody reads files, or stands in no folder', async () => {
    const client = await startClient();
    await open(client, REPORT, faulty);
    expect(await codes(client)).toEqual(ALL);
    const reading = await startClient({ runtime: disk(filesAt({ [CONFIG]: OFF })) });
    await open(reading, 'untitled:Untitled-1', faulty);
    expect(await codes(reading, 'untitled:Untitled-1')).toEqual(ALL);
  });

  it('is judged anew when a configuration is written to disk, and the client is asked to pull', async () => {
    const files = filesAt({});
    const capabilities = { ...PULL, workspace: { ...PULL.workspace, diagnostics: { refreshSupport: true } } };
    const client = await startClient({ capabilities, runtime: disk(files) });
    await open(client, REPORT, faulty);
    expect(await codes(client)).toEqual(ALL);
    files.set(toPlace(CONFIG), OFF);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: CONFIG, type: 1 }] });
    await vi.waitFor(() => expect(client.refreshes()).toBe(1));
    expect(await codes(client)).toEqual(['balance-mismatch']);
  });

  it('follows a configuration while it is typed, and forgets what was not saved', async () => {
    const client = await startClient({ runtime: disk(filesAt({ [CONFIG]: '{}' })) });
    await open(client, REPORT, faulty);
    await open(client, CONFIG, '{}');
    expect(await codes(client)).toEqual(ALL);
    await change(client, CONFIG, OFF);
    expect(await codes(client)).toEqual(['balance-mismatch']);
    await close(client, CONFIG);
    expect(await codes(client)).toEqual(ALL);
  });

  it('is published anew to a client that does not pull, and never pulled besides', async () => {
    const client = await startClient({ capabilities: PUSH, runtime: disk(filesAt({})) });
    await open(client, REPORT, faulty);
    await vi.waitFor(() => expect(client.published.at(-1)?.diagnostics).toHaveLength(3));
    await open(client, CONFIG, OFF);
    await vi.waitFor(() => expect(client.published.filter(({ uri }) => uri === REPORT).at(-1)?.diagnostics).toHaveLength(1));
    expect(client.initialized.capabilities.diagnosticProvider).toBeUndefined();
    expect(client.refreshes()).toBe(0);
  });

  it('shows no finding that is waived, and counts it', async () => {
    const client = await startClient({ runtime: disk(filesAt({ [WAIVERS]: waivers(waiver()) })) });
    await open(client, REPORT, faulty);
    expect(await codes(client)).toEqual(['suspect-cell', 'balance-mismatch']);
    expect(client.statuses.at(-1)).toMatchObject({ findings: { error: 1 }, waived: 1 });
  });
});

describe('an open file of the project', () => {
  it('shows what is wrong in a configuration, in the language of the messages', async () => {
    const client = await startClient({ locale: 'en' });
    await open(client, CONFIG, '{\n  "rules": { "no-such-rule": "off" }\n}');
    expect(await pull(client, CONFIG)).toEqual([
      {
        code: 'invalid-configuration',
        codeDescription: { href: 'file:///rules/invalid-configuration.md' },
        message: 'rules.no-such-rule: there is no such rule',
        range: { start: { line: 1, character: 13 }, end: { line: 1, character: 27 } },
        severity: 1,
        source: 'disclosure-report',
      },
    ]);
    await change(client, CONFIG, '{}');
    expect(await pull(client, CONFIG)).toEqual([]);
    expect(client.statuses).toEqual([]);
  });

  it('shows waivers that waive nothing, of reports that are open and of those that are not', async () => {
    const files = filesAt({ [REPORT]: faulty, 'file:///p/b.txt': renderReport() });
    const client = await startClient({ runtime: disk(files) });
    await open(client, WAIVERS, waivers(waiver(), waiver({ file: 'b.txt' }), waiver({ file: 'gone.txt' })));
    expect(await codes(client, WAIVERS)).toEqual(['unused-waiver', 'unknown-waiver']);
    await open(client, REPORT, renderReport());
    expect(await codes(client, WAIVERS)).toEqual(['unused-waiver', 'unused-waiver', 'unknown-waiver']);
  });

  it('is published again when a report changes', async () => {
    const client = await startClient({ capabilities: PUSH });
    const ofWaivers = () => client.published.filter(({ uri }) => uri === WAIVERS).at(-1)?.diagnostics;
    await open(client, REPORT, faulty);
    await open(client, WAIVERS, waivers(waiver()));
    await vi.waitFor(() => expect(ofWaivers()).toEqual([]));
    await change(client, REPORT, renderReport());
    await vi.waitFor(() => expect(ofWaivers()).toMatchObject([{ code: 'unused-waiver' }]));
  });
});

describe('waiving', () => {
  const offers = async (client: Client) => {
    const [{ range } = { range: {} }] = await pull(client);
    const actions = await client.request<{ title: string; command?: { arguments: unknown[] } }[]>('textDocument/codeAction', {
      textDocument: { uri: REPORT },
      range,
      context: { diagnostics: [] },
    });
    return actions.filter(({ command }) => command);
  };
  const execute = (client: Client, ...args: unknown[]): Promise<unknown> =>
    client.request('workspace/executeCommand', { command: 'disclosureReport.server.waive', arguments: args });
  const asking = { options: { asksToWaive: true } };

  it('is offered for each finding here, if the client can ask for a reason', async () => {
    const client = await startClient(asking);
    await open(client, REPORT, faulty);
    expect((await offers(client)).map(({ title }) => title)).toEqual([
      '豁免并说明理由…（suspect-cell）',
      '豁免并说明理由…（row-total-mismatch）',
    ]);
    const silent = await startClient();
    await open(silent, REPORT, faulty);
    expect(await offers(silent)).toEqual([]);
  });

  it('makes the file that is not there, beside the configuration', async () => {
    const client = await startClient({ ...asking, runtime: disk(filesAt({ [CONFIG]: '{}' })) });
    await open(client, REPORT, faulty);
    const [offer] = await offers(client);
    expect(await execute(client, offer?.command?.arguments[0], ' 已核实 ')).toEqual({ kind: 'written', uri: WAIVERS });
    const [{ documentChanges: [create, edit] = [] }] = client.applied as [WorkspaceEdit];
    expect(create).toEqual({ kind: 'create', uri: WAIVERS, options: { ignoreIfExists: true } });
    const newText = edit && 'edits' in edit ? (edit.edits[0] as { newText: string }).newText : '';
    expect(JSON.parse(newText)).toEqual({ waivers: [waiver({ rule: 'suspect-cell', text: '5' })] });
    // As the editor then has it.
    await open(client, WAIVERS, newText);
    expect(await codes(client)).toEqual([]);
    expect(await codes(client, WAIVERS)).toEqual([]);
  });

  it('adds to the open file, under its own address', async () => {
    const client = await startClient(asking);
    await open(client, REPORT, faulty);
    const [offer] = await offers(client);
    const odd = WAIVERS.replace('/p/', '/%70/');
    await open(client, odd, waivers(waiver({ text: 'other' })));
    expect(await execute(client, offer?.command?.arguments[0], 'x')).toEqual({ kind: 'written', uri: odd });
    expect(client.applied).toMatchObject([{ documentChanges: [{ textDocument: { uri: odd, version: 1 }, edits: [{}] }] }]);
  });

  it('writes nothing without a reason, for a text that has changed, or into a file that is faulty', async () => {
    const client = await startClient(asking);
    await open(client, REPORT, faulty);
    const [offer] = await offers(client);
    const params = offer?.command?.arguments[0];
    expect(await execute(client, params, '  ')).toEqual({ kind: 'outdated' });
    expect(await execute(client, params)).toBeNull();
    expect(await execute(client, { uri: 'file:///other.txt' }, 'x')).toBeNull();
    await open(client, WAIVERS, '{');
    expect(await execute(client, params, 'x')).toEqual({ kind: 'faulty', uri: WAIVERS });
    await change(client, REPORT, `${faulty}\n`);
    expect(await execute(client, params, 'x')).toEqual({ kind: 'outdated' });
    expect(client.applied).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['file:///c%3A/%E5%B9%B4.txt', 'file:///c:/年.txt'],
    ['vscode-remote://wsl%2Bubuntu/a%20b', 'vscode-remote://wsl%2Bubuntu/a b'],
    ['file:///100%/x', 'file:///100%/x'],
  ])('%s stands for %s, and back', (uri, place) => {
    expect(toPlace(uri)).toBe(place);
    expect(toPlace(toUri(place))).toBe(place);
  });
});
