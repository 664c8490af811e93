/** The reports of the workspace by name. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import type { Catalogue } from '../../core/index.ts';
import type { Work } from '../long-work.ts';

const MOST = 500;

/** The reports whose unit and year have the characters of the query, in their order. */
export async function workspaceSymbols(catalogue: Catalogue, query: string, work: Work): Promise<WorkspaceSymbol[]> {
  const wanted = Array.from(query.replace(/\s/g, ''));
  const fits = (name: string): boolean => {
    let at = 0;
    for (const char of name) if (char === wanted[at]) at++;
    return at >= wanted.length;
  };
  const found: WorkspaceSymbol[] = [];
  for (const { name: unit, year, path, tables } of [...catalogue.all()]) {
    await work.breathe();
    const name = [unit, year].filter((part) => part !== null).join(' ');
    if (name === '' || !fits(name)) continue;
    const range = tables[0]?.head ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    found.push({ name, kind: SymbolKind.Module, location: { uri: path, range } });
    if (found.length >= MOST) break;
  }
  return found;
}
