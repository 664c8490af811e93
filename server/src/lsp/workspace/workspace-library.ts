/** The other reports of the workspace: found once a report is open, read in the background, kept as digests, up to date. */
import { FileChangeType } from 'vscode-languageserver';
import { digestsOf } from '../../core/index.ts';
import { watchFiles } from '../change-sources.ts';
import type { Context } from '../context.ts';
import { inBackground } from '../guard.ts';
import { FIND_REPORTS, type FindReportsParams, REPORT_FILES } from '../protocol.ts';
import { createCatalogueReader, LARGEST } from './catalogue-reader.ts';
import type { WorkspaceCheck } from './workspace-check.ts';

const LIMITS: FindReportsParams = { most: 2000, largest: LARGEST };
// Somebody who types pauses longer than this at the end of a number, not within it.
const PAUSE = 200;

/** Says how to look for the reports of the workspace, which is done once, however often it is asked for. */
export function createLibrary(context: Context, check: WorkspaceCheck): () => void {
  const { connection, guard, changes, session, documents, reader, catalogue, analyses, analysisOf } = context;
  const files = new Set<string>();
  const edited = new Set<string>();
  let begun = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Makes the digest of an open document. */
  const update = guard<string, void>('library', undefined, async (uri) => {
    const analysis = await analysisOf(uri);
    if (analysis) catalogue.put(uri, digestsOf(analysis.document, uri));
  });
  const settle = async (): Promise<void> => {
    const due = [...edited];
    edited.clear();
    for (const uri of due) await update(uri);
    changes.tell({ kind: 'reports', outdated: analyses.outdated() });
  };
  const settleSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => inBackground(connection, 'library', settle()), PAUSE);
  };
  const read = createCatalogueReader(context, check, settleSoon);
  const forget = (uri: string): void => {
    files.delete(uri);
    if (!documents.get(uri) && catalogue.put(uri, [])) settleSoon();
  };

  // After a pause: a keystroke needs no digest.
  changes.on('document', ({ document: { uri } }) => {
    edited.add(uri);
    settleSoon();
  });
  // What counts is the file again.
  changes.on('closed', ({ uri }) => {
    edited.delete(uri);
    if (files.has(uri)) read([uri]);
    else forget(uri);
  });
  // The words that reports are read with may be others; while somebody types, they are not read again.
  changes.on('project', ({ where }) => {
    if (where === 'disk') read(files);
  });
  changes.on('files', ({ events }) => {
    if (!begun) return;
    const touched: string[] = [];
    for (const { uri, type } of events) {
      if (type === FileChangeType.Deleted) forget(uri);
      else if (files.has(uri) || files.size < LIMITS.most) {
        files.add(uri);
        touched.push(uri);
      }
    }
    read(touched);
  });

  const search = async (): Promise<void> => {
    const found = await connection.sendRequest<readonly string[]>(FIND_REPORTS, LIMITS);
    for (const uri of found.slice(0, LIMITS.most)) files.add(uri);
    read(files);
  };
  const begin = (): void => {
    if (begun) return;
    begun = true;
    // Where nobody can tell, only open documents are compared.
    if (!session.now().options.findsReports) return;
    if (reader()) inBackground(connection, 'library', search());
    watchFiles(context, REPORT_FILES);
  };
  changes.on('judged', ({ analysis }) => {
    // Who opens other files only is spared the search.
    if (analysis.document.reports.length > 0) begin();
  });
  return begin;
}
