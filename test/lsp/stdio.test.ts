/** The bundled server as a process over stdio; real editors at the other end are in test/editors. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { consistentValues, renderReport } from '../harness/reports.ts';
import { bundleServer } from '../harness/server-bundle.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'disclosure-report-stdio-'));
const server = path.join(folder, 'dist', 'server.cjs');
const values = new Map(consistentValues('2021', () => 0)).set('applications.received.total', 5);
const faulty = renderReport({ values });

beforeAll(() => bundleServer(server));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('publishes to a client over stdio, and ends when it is told to', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const published = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///r.txt', languageId: 'text', version: 1, text: faulty },
  });
  const { diagnostics } = await published;
  expect(diagnostics.map(({ code }) => code)).toEqual(['suspect-cell', 'row-total-mismatch', 'balance-mismatch']);
  // The page that ships beside the server's bundle.
  expect(diagnostics[0]?.codeDescription?.href).toMatch(/^file:\/\/.*\/docs\/rules\/suspect-cell\.md$/);
  // A client that reads no files for the server: the configuration comes from the disk.
  const project = path.join(folder, '年报');
  mkdirSync(project);
  writeFileSync(path.join(project, 'disclosure-report.config.json'), '{"rules": {"balance-mismatch": "off"}}');
  const next = new Promise<PublishDiagnosticsParams>((resolve) => {
    connection.onNotification('textDocument/publishDiagnostics', resolve);
  });
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: pathToFileURL(path.join(project, 'r.txt')).href, languageId: 'text', version: 1, text: faulty },
  });
  expect((await next).diagnostics.map(({ code }) => code)).toEqual(['suspect-cell', 'row-total-mismatch']);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  expect(await ended).toBe(0);
});

it('ends by itself when its editor is gone, and says that nobody asked it to', async () => {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  child.stdin.end();
  expect(await ended).toBe(1);
});
