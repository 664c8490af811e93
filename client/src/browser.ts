/** The extension in a browser (vscode.dev, github.dev): the same, with the server in a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import type { BrowserMessageReader } from 'vscode-languageclient/browser';
import { start } from './extension.ts';

// The types of browsers are not those of the rest of the program.
declare const Worker: new (url: string) => ConstructorParameters<typeof BrowserMessageReader>[0];

export function activate(context: ExtensionContext): void {
  start(context, async (options) => {
    const { LanguageClient, BrowserMessageReader, BrowserMessageWriter } = await import('vscode-languageclient/browser');
    const program = Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
    // Not the worker itself: the editor’s workers are of a class of its own, which the client does not know for one.
    const connect = async () => {
      const worker = new Worker(program);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient('disclosureReport', 'Disclosure Report Lint', connect, options);
  });
}
