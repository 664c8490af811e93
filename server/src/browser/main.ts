/** The server in a worker of a browser; what it needs of files it asks the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { startServer } from '../lsp/server.ts';

// The client of a browser says where the pages are.
const page = (rule: string): string => `docs/rules/${rule}.md`;

// The worker’s own scope; the types of browsers are not those of the rest of the program.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  version,
  rulePage: page,
});
