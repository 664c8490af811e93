/** What corrects a text: fixes at the findings, totals recomputed by command, waivers with a reason. */
import type { CodeAction, ExecuteCommandParams, ServerCapabilities } from 'vscode-languageserver';
import { isProven, recomputeReport } from '../../core/index.ts';
import type { Context } from '../context.ts';
import { inBackground } from '../guard.ts';
import { RECOMPUTE_COMMAND, type RecomputeAnswer, WAIVE_COMMAND, type WaiveAnswer, type WaiveParams } from '../protocol.ts';
import { toWorkspaceEdit } from '../to-protocol.ts';
import { CODE_ACTION_KINDS, codeActions } from './code-actions.ts';
import { waive, waiveActions } from './waive-actions.ts';

export const FIX_CAPABILITIES: ServerCapabilities = {
  codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS },
  executeCommandProvider: { commands: [RECOMPUTE_COMMAND, WAIVE_COMMAND] },
};

export function offerFixes(context: Context): void {
  const { connection, guard, session, presentation, analysisOf, about } = context;
  connection.onCodeAction(
    about('codeAction', [] as CodeAction[], async (analysis, params, work) => {
      const shown = presentation();
      const waiving = session.now().options.asksToWaive ? waiveActions(analysis, params, shown) : [];
      return [...(await codeActions(analysis, params, shown, work)), ...waiving];
    }),
  );

  const recompute = async (uri: unknown): Promise<RecomputeAnswer | null> => {
    const analysis = typeof uri === 'string' ? await analysisOf(uri) : null;
    if (!analysis || analysis.document.reports.length === 0) return null;
    const { document, configuration } = analysis;
    const fixes = document.reports.flatMap((report) => {
      const fix = recomputeReport(report);
      return fix && isProven(document, report, fix, { settings: configuration.settings }) ? [fix] : [];
    });
    const edits = fixes.flatMap((fix) => fix.edits);
    if (edits.length > 0)
      inBackground(connection, 'applyEdit', connection.workspace.applyEdit(toWorkspaceEdit(analysis, edits, presentation())));
    return { changes: edits.length, breaks: fixes.reduce((sum, { breaks }) => sum + breaks, 0) };
  };
  const writeWaiver = async (params: WaiveParams | undefined, reason: unknown): Promise<WaiveAnswer | null> => {
    if (typeof params?.uri !== 'string' || typeof reason !== 'string') return null;
    const analysis = await analysisOf(params.uri);
    return analysis && waive(context, analysis, params, reason);
  };
  connection.onExecuteCommand(
    guard(
      'executeCommand',
      null as RecomputeAnswer | WaiveAnswer | null,
      async ({ command, arguments: [first, second] = [] }: ExecuteCommandParams) => {
        if (command === RECOMPUTE_COMMAND) return recompute(first);
        return command === WAIVE_COMMAND ? writeWaiver(first as WaiveParams | undefined, second) : null;
      },
    ),
  );
}
