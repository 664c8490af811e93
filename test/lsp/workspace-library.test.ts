/** Reports beside the open one: found by the client, read in the background, and heeded when they change. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { twoYears } from '../harness/library.ts';
import { renderReport } from '../harness/reports.ts';
import { type Client, PULL, PUSH, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const { last, now } = twoYears('2021', 1);
const KEY = 'disclosure.regulations.inForce';
const text2023 = renderReport({ year: 2023, values: now });
const text2022 = renderReport({ year: 2022, values: last });
/** Last year's stock is four higher than this year's report makes of it. */
const other2022 = renderReport({ year: 2022, values: new Map(last).set(KEY, (last.get(KEY) as number) + 4) });

const LAST = 'file:///2022.txt';
const REFRESHING = { ...PULL, workspace: { ...PULL.workspace, diagnostics: { refreshSupport: true } } };
/** The server pauses before it tells, and the machine may be busy. */
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 });
const [CREATED, CHANGED, DELETED] = [1, 2, 3];

const rulesOf = (diagnostics: readonly Diagnostic[] | undefined): unknown[] => (diagnostics ?? []).map(({ code }) => code);
const openAt = (client: Client, uri: string, text: string): Promise<void> =>
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'plaintext', version: 1, text } });
const watched = (client: Client, uri: string, type: number): Promise<void> =>
  client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
const workspace = (files: Record<string, string>): Map<string, string> => new Map(Object.entries(files));

describe('reports of the workspace', () => {
  it('are read once a report is open, and the client is told to ask again', async () => {
    const client = await startClient({ capabilities: REFRESHING, workspace: workspace({ [LAST]: other2022, 'file:///a.txt': 'hello' }) });
    await client.open(text2023);
    expect(await client.pull()).toEqual([]);
    await until(() => expect(client.refreshes()).toBe(1));
    const [diagnostic] = await client.pull();
    expect(diagnostic).toMatchObject({ code: 'stock-mismatch', severity: 2 });
    expect(diagnostic?.relatedInformation?.[0]?.location.uri).toBe(LAST);
    expect(client.statuses.at(-1)?.findings.warning).toBe(1);
  });

  it('are pushed to a client that does not pull', async () => {
    const client = await startClient({ capabilities: PUSH, workspace: workspace({ [LAST]: other2022 }) });
    await client.open(text2023);
    await until(() => expect(rulesOf(client.published.at(-1)?.diagnostics)).toEqual(['stock-mismatch']));
    expect(client.published.at(-1)?.uri).toBe(URI);
  });

  it('are not looked for while no report is open', async () => {
    const client = await startClient({ workspace: workspace({ [LAST]: other2022 }) });
    await openAt(client, 'file:///notes.txt', 'hello');
    await client.request('textDocument/diagnostic', { textDocument: { uri: 'file:///notes.txt' } });
    expect(client.read).toEqual([]);
  });

  it('are not read again while one types', async () => {
    const client = await startClient({ capabilities: REFRESHING, workspace: workspace({ [LAST]: other2022 }) });
    await client.open(text2023);
    await client.pull();
    await until(() => expect(client.refreshes()).toBe(1));
    for (let version = 2; version < 12; version++) {
      await client.change(version, { text: `${text2023}${'\n'.repeat(version)}` });
      expect(rulesOf(await client.pull())).toEqual(['stock-mismatch']);
    }
    expect(client.read).toEqual([LAST]);
    expect(client.refreshes()).toBe(1);
  });

  it('count as they are when a file changes, appears or goes', async () => {
    const files = workspace({ [LAST]: text2022 });
    const client = await startClient({ capabilities: REFRESHING, workspace: files });
    await client.open(text2023);
    expect(await client.pull()).toEqual([]);
    await until(() => expect(client.refreshes()).toBe(1));
    expect(await client.pull()).toEqual([]);
    files.set(LAST, other2022);
    await watched(client, LAST, CHANGED);
    await until(() => expect(client.refreshes()).toBe(2));
    expect(rulesOf(await client.pull())).toEqual(['stock-mismatch']);
    await watched(client, LAST, DELETED);
    await until(() => expect(client.refreshes()).toBe(3));
    expect(await client.pull()).toEqual([]);
    files.set('file:///b.txt', other2022);
    await watched(client, 'file:///b.txt', CREATED);
    await until(() => expect(client.refreshes()).toBe(4));
    expect(rulesOf(await client.pull())).toEqual(['stock-mismatch']);
  });

  it('count as they stand in the editor while they are open, and as the file has them again when closed', async () => {
    const client = await startClient({ capabilities: REFRESHING, workspace: workspace({ [LAST]: text2022 }) });
    await client.open(text2023);
    await client.pull();
    await until(() => expect(client.refreshes()).toBe(1));
    await openAt(client, LAST, text2022);
    await client.notify('textDocument/didChange', { textDocument: { uri: LAST, version: 2 }, contentChanges: [{ text: other2022 }] });
    await until(() => expect(client.refreshes()).toBe(2));
    expect(rulesOf(await client.pull())).toEqual(['stock-mismatch']);
    await client.notify('textDocument/didClose', { textDocument: { uri: LAST } });
    await until(() => expect(client.refreshes()).toBe(3));
    expect(await client.pull()).toEqual([]);
  });

  it('are only the open ones for a client that finds none', async () => {
    const client = await startClient({ capabilities: REFRESHING });
    await client.open(text2023);
    await client.pull();
    await openAt(client, LAST, other2022);
    await until(() => expect(client.refreshes()).toBe(1));
    expect(rulesOf(await client.pull())).toEqual(['stock-mismatch']);
    await client.notify('textDocument/didClose', { textDocument: { uri: LAST } });
    await until(() => expect(client.refreshes()).toBe(2));
    expect(await client.pull()).toEqual([]);
    expect(client.logged).toEqual([]);
  });

  it('do no harm where the client cannot read one, or it is too large', async () => {
    const files = workspace({
      'file:///gone.txt': '',
      'file:///large.txt': `${other2022}${' '.repeat(3 * 1024 * 1024)}`,
      [LAST]: other2022,
    });
    const client = await startClient({ capabilities: REFRESHING, workspace: files });
    files.delete('file:///gone.txt');
    await client.open(text2023);
    await client.pull();
    await until(() => expect(client.refreshes()).toBeGreaterThan(0));
    expect(rulesOf(await client.pull())).toEqual(['stock-mismatch']);
    expect(client.logged).toEqual([]);
  });

  it('offer last year’s number as a quick fix', async () => {
    const client = await startClient({ capabilities: REFRESHING, workspace: workspace({ [LAST]: other2022 }) });
    await client.open(text2023);
    await client.pull();
    await until(() => expect(client.refreshes()).toBe(1));
    const [diagnostic] = await client.pull();
    const actions = await client.actions(diagnostic?.range ?? {}, ['quickfix']);
    expect(actions.map(({ title }) => title)).toContainEqual(expect.stringContaining('按上年数字改正'));
  });
});
