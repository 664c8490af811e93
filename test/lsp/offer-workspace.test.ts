/** The reports of the workspace that are not open: their findings, told once, and the list of all. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { parse } from '../../server/src/core/index.ts';
import type { KnownReport } from '../../server/src/lsp/protocol.ts';
import { renderReport, zeros } from '../harness/reports.ts';
import { type Client, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const faulty = (unit: string): string => renderReport({ unit, values: zeros('2021').set('applications.received.total', 5) });
const files = (): Map<string, string> =>
  new Map([
    ['file:///a.txt', faulty('白石镇人民政府')],
    ['file:///b.txt', renderReport({ unit: '云溪县水务局' })],
    ['file:///notes.txt', '什么也不是'],
  ]);
const OPTIONS = { options: { workspaceDiagnostics: true } };

/** `a.txt: full 3` or `b.txt: unchanged`, in the order of the names. */
const told = ({ items }: WorkspaceDiagnosticReport): string[] =>
  items.map((item) => `${item.uri.slice('file:///'.length)}: ${item.kind}${'items' in item ? ` ${item.items.length}` : ''}`).sort();
const ids = ({ items }: WorkspaceDiagnosticReport): { uri: string; value: string }[] =>
  items.flatMap(({ uri, resultId }) => (resultId ? [{ uri, value: resultId }] : []));
const pull = (client: Client, previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> =>
  client.request('workspace/diagnostic', { previousResultIds });

/** All that the client is told until it knows both files. */
async function pulledAll(client: Client): Promise<WorkspaceDiagnosticReport> {
  let known: WorkspaceDiagnosticReport = { items: [] };
  while (known.items.length < 2) {
    const more = await pull(client, ids(known));
    const uris = new Set(more.items.map(({ uri }) => uri));
    known = { items: [...known.items.filter(({ uri }) => !uris.has(uri)), ...more.items] };
  }
  return known;
}

describe('diagnostics of the workspace', () => {
  it('are those of the reports that are not open', async () => {
    const client = await startClient({ ...OPTIONS, workspace: files() });
    await client.open(renderReport());
    expect((await pulledAll(client)).items.map(({ uri }) => uri).sort()).toEqual(['file:///a.txt', 'file:///b.txt']);
    const all = await pulledAll(client);
    expect(told(all)).toEqual(['a.txt: full 3', 'b.txt: full 0']);
  });

  it('are told again only where something has changed; else the client waits', async () => {
    const workspace = files();
    const client = await startClient({ ...OPTIONS, workspace });
    await client.open(renderReport());
    const first = await pulledAll(client);
    const next = pull(client, ids(first));
    workspace.set('file:///a.txt', renderReport({ unit: '白石镇人民政府' }));
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///a.txt', type: 2 }] });
    expect(told(await next)).toEqual(['a.txt: full 0', 'b.txt: unchanged']);
  });

  it('are one error for a file that could not be checked, and the others are checked', async () => {
    const failing: typeof parse = (text, lexicon) => {
      if (text.includes('白石镇')) throw new Error('boom');
      return parse(text, lexicon);
    };
    const client = await startClient({ ...OPTIONS, workspace: files(), runtime: { parse: failing } });
    await client.open(renderReport());
    await pulledAll(client);
    const all = await pull(client);
    expect(told(all)).toEqual(['a.txt: full 1', 'b.txt: full 0']);
    expect(all.items.flatMap((item) => ('items' in item ? item.items : []))).toMatchObject([{ severity: 1, code: 'internal-error' }]);
  });

  it('are taken back when the file is gone', async () => {
    const workspace = files();
    const client = await startClient({ ...OPTIONS, workspace });
    await client.open(renderReport());
    const first = await pulledAll(client);
    const next = pull(client, ids(first));
    workspace.delete('file:///a.txt');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///a.txt', type: 3 }] });
    expect(told(await next)).toEqual(['a.txt: full 0', 'b.txt: unchanged']);
  });

  it('end when the client cancels', async () => {
    const client = await startClient({ ...OPTIONS, workspace: files() });
    await expect(client.cancelled('workspace/diagnostic', { previousResultIds: [] })).rejects.toMatchObject({ code: -32800 });
  });

  it('are not offered to a client that says nothing of them', async () => {
    const provider = async (options: object): Promise<unknown> =>
      (await startClient({ options })).initialized.capabilities.diagnosticProvider;
    expect(await provider({})).toMatchObject({ workspaceDiagnostics: false });
    expect(await provider({ workspaceDiagnostics: true })).toMatchObject({ workspaceDiagnostics: true });
  });
});

describe('the list of reports', () => {
  const listed = async (client: Client): Promise<string[]> =>
    (await client.request<KnownReport[]>('disclosureReport/reports', {}))
      .map(({ uri, unit, year, findings }) => `${uri} ${unit} ${year} ${findings ? findings.error : '?'}`)
      .sort();

  it('is looked for when it is asked for, whether a report is open or not', async () => {
    const client = await startClient({ ...OPTIONS, workspace: files() });
    await vi.waitFor(async () =>
      expect(await listed(client)).toEqual(['file:///a.txt 白石镇人民政府 2023 ?', 'file:///b.txt 云溪县水务局 2023 ?']),
    );
    expect(client.read).toContain('file:///notes.txt');
  });

  it('knows how reports stand that were checked, and open ones', async () => {
    const client = await startClient({ ...OPTIONS, workspace: files() });
    await client.open(faulty('青禾县水务局'));
    await pulledAll(client);
    await vi.waitFor(async () =>
      expect(await listed(client)).toEqual([
        'file:///a.txt 白石镇人民政府 2023 1',
        'file:///b.txt 云溪县水务局 2023 0',
        `${URI} 青禾县水务局 2023 1`,
      ]),
    );
  });
});
