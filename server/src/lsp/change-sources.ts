/** Where changes come from: the documents of the editor, the files of the workspace, the settings of the user. */
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Context } from './context.ts';
import { isProjectFile } from './diagnose/project-files.ts';
import { inBackground } from './guard.ts';
import { PROJECT_FILES, type ServerOptions } from './protocol.ts';

const SECTION = 'disclosureReport';

/** Asks the client to tell of files, where it can. */
export function watchFiles({ connection, session }: Context, globPattern: string): void {
  if (!session.now().client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = [{ globPattern }];
  inBackground(connection, 'registerCapability', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
}

/** Once the client is ready to be asked. */
export function registerSources(context: Context): void {
  const { connection, session } = context;
  if (session.now().client.workspace?.didChangeConfiguration?.dynamicRegistration)
    inBackground(
      connection,
      'registerCapability',
      connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION }),
    );
  watchFiles(context, PROJECT_FILES);
}

export function listenToSources({ connection, session, documents, changes }: Context): void {
  documents.onDidChangeContent(({ document }) =>
    changes.tell(isProjectFile(document.uri) ? { kind: 'project', where: 'editor' } : { kind: 'document', document }),
  );
  documents.onDidClose(({ document: { uri } }) => {
    changes.tell({ kind: 'closed', uri });
    // What was typed and not saved counts no longer.
    if (isProjectFile(uri)) changes.tell({ kind: 'project', where: 'editor' });
  });
  connection.onDidChangeWatchedFiles(({ changes: events }) => {
    const others = events.filter(({ uri }) => !isProjectFile(uri));
    if (others.length < events.length) changes.tell({ kind: 'project', where: 'disk' });
    changes.tell({ kind: 'files', events: others });
  });

  const configure = async (pushed: ServerOptions | undefined): Promise<void> => {
    const isAsked = session.now().client.workspace?.configuration;
    session.choose(isAsked ? await connection.workspace.getConfiguration(SECTION) : pushed);
    changes.tell({ kind: 'options' });
  };
  connection.onDidChangeConfiguration(({ settings }: { settings: { disclosureReport?: ServerOptions } | null }) =>
    inBackground(connection, 'configuration', configure(settings?.disclosureReport)),
  );
}
