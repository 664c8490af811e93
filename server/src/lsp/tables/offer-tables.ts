/** Answers the requests of the table view. */
import type { Connection } from 'vscode-languageserver';
import type { Analysis } from '../diagnose/documents.ts';
import type { Guard } from '../guard.ts';
import { TABLES, type TablesAnswer, type TablesParams, WRITE_CELL, type WriteCellAnswer, type WriteCellParams } from '../protocol.ts';
import type { Presentation } from '../to-protocol.ts';
import { tablesOf, writeNumber } from './tables.ts';

export interface Outside {
  readonly connection: Connection;
  readonly guard: Guard;
  readonly presentation: () => Presentation;
  readonly analysisOf: (uri: string) => Promise<Analysis | null>;
}

export function offerTableview({ connection, guard, presentation, analysisOf }: Outside): void {
  connection.onRequest<TablesAnswer | null, never>(
    TABLES,
    guard<TablesParams, TablesAnswer | null>('tables', null, async ({ uri, report = 0 }) => {
      const analysis = await analysisOf(uri);
      return analysis && tablesOf(analysis, report, presentation());
    }),
  );
  connection.onRequest<WriteCellAnswer, never>(
    WRITE_CELL,
    guard<WriteCellParams, WriteCellAnswer>('writeCell', { kind: 'outdated' }, async (params) => {
      const analysis = await analysisOf(params.uri);
      return analysis ? writeNumber(analysis, params, presentation()) : { kind: 'outdated' };
    }),
  );
}
