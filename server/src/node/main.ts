/** The server in a Node process: over IPC for VS Code, over stdio (`--stdio`) for every other editor. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { startServer } from '../lsp/server.ts';

const page = (rule: string): string =>
  pathToFileURL(path.join(path.dirname(process.argv[1] ?? '.'), '..', 'docs', 'rules', `${rule}.md`)).href;

startServer(createConnection(ProposedFeatures.all), { version: packageJson.version, rulePage: page });
