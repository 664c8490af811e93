/** The extension in desktop and remote VS Code: names the flavour of the language client, nothing more. */
import type { ExtensionContext } from 'vscode';
import { start } from './extension.ts';

export function activate(context: ExtensionContext): void {
  start(context, async (options) => {
    // Loaded with the first report, so that a window without one pays nothing for it.
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('dist/server.cjs');
    const run = { module, transport: TransportKind.ipc };
    return new LanguageClient('disclosureReport', 'Disclosure Report Lint', { run, debug: run }, options);
  });
}
