/** Finds the files of the workspace that may hold reports, for the server, which cannot look by itself in a browser. */
import * as vscode from 'vscode';
import { type FindReportsParams, REPORT_FILES } from '../../../server/src/lsp/protocol.ts';

// Besides what the setting files.exclude hides.
const NEVER = '**/{node_modules,.git}/**';

async function isUpTo(uri: vscode.Uri, largest: number): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size <= largest;
  } catch {
    // It is gone since it was found.
    return false;
  }
}

/** The answer to `FIND_REPORTS`. */
export async function findReports({ most, largest }: FindReportsParams): Promise<string[]> {
  const found = await vscode.workspace.findFiles(REPORT_FILES, NEVER, most);
  const small = await Promise.all(found.map((uri) => isUpTo(uri, largest)));
  return found.filter((_, index) => small[index]).map((uri) => uri.toString());
}
