/** The bundled server as a process over stdio, and a real editor at the other end: Neovim 0.7, which cannot pull. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { consistentValues, renderReport } from '../harness/reports.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'disclosure-report-stdio-'));
const server = path.join(folder, 'dist', 'server.cjs');
const values = new Map(consistentValues('2021', () => 0)).set('applications.received.total', 5);
const faulty = renderReport({ values });

beforeAll(() =>
  build({
    entryPoints: ['server/src/node/main.ts'],
    outfile: server,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  }),
);
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

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

/** What a user's configuration says, and then: wait for the findings, take the preferred fix, write the file. */
const SCRIPT = `
local function attach()
  return vim.lsp.start_client({
    name = 'disclosure-report',
    cmd = { vim.env.NODE, vim.env.SERVER, '--stdio' },
    init_options = { messages = 'en' },
  })
end
vim.cmd('edit ' .. vim.env.REPORT)
local client = attach()
vim.lsp.buf_attach_client(0, client)
local found = vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
if not found then print('no diagnostics') vim.cmd('cquit') end
local lines = {}
for _, d in ipairs(vim.diagnostic.get(0)) do
  table.insert(lines, d.lnum .. ' ' .. d.source .. ' ' .. d.message)
end
vim.fn.writefile(lines, vim.env.OUT)
local first = vim.diagnostic.get(0)[1]
local params = {
  textDocument = vim.lsp.util.make_text_document_params(),
  range = { start = { line = first.lnum, character = first.col }, ['end'] = { line = first.end_lnum, character = first.end_col } },
  context = { diagnostics = {} },
}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000)
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result) do
    if action.isPreferred then
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
      break
    end
  end
end
vim.cmd('write')
vim.cmd('quitall!')
`;

// Neovim is the one other editor that Debian ships small; where it is not installed, nothing here can be said about it.
describe.runIf(hasNeovim)('Neovim', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])(
    'shows the findings and applies a quick fix, between %s',
    (_, end) => {
      const report = path.join(folder, 'report.txt');
      const out = path.join(folder, 'out.txt');
      const script = path.join(folder, 'script.lua');
      writeFileSync(report, faulty.replaceAll('\n', end));
      writeFileSync(script, SCRIPT);
      execFileSync('nvim', ['--headless', '-u', 'NONE', '-n', '-c', `luafile ${script}`], {
        env: { ...process.env, NODE: process.execPath, SERVER: server, REPORT: report, OUT: out, HOME: folder },
        // Its own messages are no part of the run's; they come with the error when it fails.
        stdio: 'pipe',
        timeout: 60_000,
      });
      expect(readFileSync(out, 'utf8').split('\n')[0]).toMatch(/^\d+ disclosure-report 一、.*should be 0, is 5$/);
      expect(readFileSync(report, 'utf8')).toBe(renderReport().replaceAll('\n', end));
    },
    70_000,
  );
});
