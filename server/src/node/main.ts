/** The server in a Node process: over IPC for VS Code, over stdio (`--stdio`) for every other editor. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server.ts';

// Beside the bundle, which is CommonJS: wherever it is started from, by whatever name.
const page = (rule: string): string => pathToFileURL(path.join(__dirname, '..', 'docs', 'rules', `${rule}.md`)).href;

// For editors that do not read files for the server; what is not a file of this machine is not there.
const read = (uri: string): Promise<Uint8Array | null> =>
  uri.startsWith('file:') ? readFile(fileURLToPath(uri)).catch(() => null) : Promise.resolve(null);

startServer(createConnection(ProposedFeatures.all), { version, rulePage: page, readFile: read });
