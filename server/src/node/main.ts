/** The server in a Node process: over IPC for VS Code, over stdio (`--stdio`) for every other editor. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import packageJson from '../../../package.json' with { type: 'json' };
import { startServer } from '../lsp/server.ts';

// Beside the bundle, which is CommonJS: wherever it is started from, by whatever name.
const page = (rule: string): string => pathToFileURL(path.join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).href;

startServer(createConnection(ProposedFeatures.all), { version: packageJson.version, rulePage: page });
