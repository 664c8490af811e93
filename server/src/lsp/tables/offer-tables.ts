/** Answers the requests of the table view. */
import type { Context } from '../context.ts';
import { TABLES, type TablesAnswer, type TablesParams, WRITE_CELL, type WriteCellAnswer, type WriteCellParams } from '../protocol.ts';
import { tablesOf, writeNumber } from './tables.ts';

export function offerTables({ connection, guard, presentation, analysisOf }: Context): void {
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
