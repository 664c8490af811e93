/** Long work: what is cancelled while it goes on ends with that answer, and other requests are answered meanwhile. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Catalogue } from '../../server/src/core/index.ts';
import type { KnownReport } from '../../server/src/lsp/protocol.ts';
import { renderReport, zeros } from '../harness/reports.ts';
import { type Client, startClient, stopServers, URI } from '../harness/server.ts';

/** Hears of every part of a work, by the name of what does it. */
const parts = vi.hoisted(() => ({ heard: (_name: string): void => undefined }));
vi.mock('../../server/src/core/index.ts', async (original) => {
  const core = await original<typeof import('../../server/src/core/index.ts')>();
  const telling =
    <A extends unknown[], R>(name: string, run: (...args: A) => R) =>
    (...args: A): R => {
      parts.heard(name);
      return run(...args);
    };
  const createCatalogue = (...args: Parameters<typeof core.createCatalogue>): Catalogue => {
    const catalogue = core.createCatalogue(...args);
    function* all() {
      for (const digest of catalogue.all()) {
        const { path } = digest;
        yield Object.defineProperty({ ...digest }, 'path', { get: telling('digest', () => path) });
      }
    }
    return { ...catalogue, all };
  };
  return {
    ...core,
    createCatalogue,
    fixesOf: telling('fixesOf', core.fixesOf),
    proposalsOf: telling('proposalsOf', core.proposalsOf),
    cellsIn: telling('cellsIn', core.cellsIn),
    tokensOf: telling('tokensOf', core.tokensOf),
    convertTables: telling('convertTables', core.convertTables),
    judge: telling('judge', core.judge),
  };
});

afterEach(stopServers);
beforeEach(() => {
  parts.heard = () => undefined;
});

const REPORTS = 12;
const reports = Array.from({ length: REPORTS }, (_, index) =>
  renderReport({ layout: 'tsv', unit: `青禾县第${index}局`, values: zeros('2021').set('applications.received.total', 5) }),
);
const textDocument = { uri: URI };
const range = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };
/** It looks after each part whether anybody waits. */
const runtime = { stretch: 0 };

/** All reports in one file that is open and checked. */
async function opened(): Promise<Client> {
  const client = await startClient({ runtime });
  await client.open(reports.join('\n'));
  await client.pull();
  return client;
}

/** Each report in a file of the workspace, and all of them known. */
async function closed(): Promise<Client> {
  const workspace = new Map(reports.map((text, index) => [`file:///${index}.txt`, text]));
  const client = await startClient({ runtime, workspace, options: { workspaceDiagnostics: true } });
  await vi.waitFor(async () => expect(await client.request<KnownReport[]>('disclosureReport/reports', {})).toHaveLength(REPORTS), {
    timeout: 30_000,
  });
  return client;
}

/** A waivers file that is open, with a waiver for each file beside it. */
async function waiving(): Promise<Client> {
  const uri = 'file:///disclosure-report.waivers.json';
  const waivers = reports.map((_, index) => ({
    file: `${index}.txt`,
    rule: 'row-total-mismatch',
    cell: 'applications.received.total',
    reason: '已核实',
  }));
  const client = await startClient({ runtime: { ...runtime, readFile: async () => new TextEncoder().encode(reports[0]) } });
  await client.notify('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text: JSON.stringify({ waivers }) },
  });
  return client;
}

const actions = (only?: string): object => ({ textDocument, range, context: { diagnostics: [], ...(only ? { only: [only] } : {}) } });

describe('ends where it is cancelled, before all is done', () => {
  it.each<[string, string, object, () => Promise<Client>]>([
    ['textDocument/codeAction', 'fixesOf', actions(), opened],
    ['textDocument/codeAction', 'proposalsOf', actions('source.fixAll'), opened],
    ['textDocument/inlayHint', 'cellsIn', { textDocument, range }, opened],
    ['textDocument/semanticTokens/full', 'tokensOf', { textDocument }, opened],
    ['textDocument/semanticTokens/range', 'tokensOf', { textDocument, range }, opened],
    ['textDocument/formatting', 'convertTables', { textDocument, options: { tabSize: 2, insertSpaces: true } }, opened],
    ['textDocument/diagnostic', 'judge', { textDocument: { uri: 'file:///disclosure-report.waivers.json' } }, waiving],
    ['workspace/symbol', 'digest', { query: '' }, closed],
    ['workspace/diagnostic', 'judge', { previousResultIds: [] }, closed],
    ['disclosureReport/reports', 'digest', {}, closed],
  ])('%s', async (method, name, params, start) => {
    const client = await start();
    let done = 0;
    const { answer, cancel } = client.cancellable(method, params);
    parts.heard = (part) => {
      if (part === name) done++;
      if (done === 1) cancel();
    };
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(REPORTS);
    // Nothing goes on in secret, and nothing is broken by it.
    const then = done;
    expect(await client.request('textDocument/hover', { textDocument, position: range.start })).toBeNull();
    expect(done).toBe(then);
  });
});

it('lets other requests be answered meanwhile', async () => {
  const client = await opened();
  const answered: string[] = [];
  const ask = async (method: string, params: object): Promise<void> => {
    await client.request(method, params);
    answered.push(method);
  };
  await Promise.all([
    ask('textDocument/codeAction', actions()),
    ask('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }),
  ]);
  expect(answered).toEqual(['textDocument/hover', 'textDocument/codeAction']);
});
