/** “Waive with a reason…”: the offer at a finding, and the entry that it makes in the waivers file. */
import { type CodeAction, CodeActionKind, type CodeActionParams, type WorkspaceEdit } from 'vscode-languageserver';
import { addWaivers, plainDocument, rangeOf, say, waiverOf, waiversPlace } from '../../core/index.ts';
import type { Context } from '../context.ts';
import type { Analysis } from '../diagnose/documents.ts';
import { ASK_TO_WAIVE, type WaiveAnswer, type WaiveParams } from '../protocol.ts';
import { type Presentation, toDiagnostic, toSpan } from '../to-protocol.ts';
import { toPlace, toUri } from '../uris.ts';

/** One offer for each finding here; the client asks for the reason. */
export function waiveActions(analysis: Analysis, { range, context }: CodeActionParams, presentation: Presentation): CodeAction[] {
  const wanted = !context.only || context.only.some((only) => only === CodeActionKind.Empty || only === CodeActionKind.QuickFix);
  // What stands in no folder has no waivers file either.
  if (!wanted || toPlace(analysis.uri) === '') return [];
  const selection = toSpan(analysis, range);
  const here = analysis.findings.filter(({ span }) => span.start <= selection.end && selection.start <= span.end);
  return here.map((finding) => {
    const title = say(`豁免并说明理由…（${finding.rule}）`, `Waive with a reason… (${finding.rule})`)[presentation.language];
    const params: WaiveParams = { uri: analysis.uri, version: analysis.version, rule: finding.rule, start: finding.span.start };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(analysis, finding, presentation)],
      command: { title, command: ASK_TO_WAIVE, arguments: [params] },
    };
  });
}

/** Writes the waiver by an edit of the client. `analysis` is of the document as it is now. */
export async function waive(
  { connection, files, documents }: Context,
  analysis: Analysis,
  { version, rule, start }: WaiveParams,
  reason: string,
): Promise<WaiveAnswer> {
  const finding = analysis.findings.find((each) => each.rule === rule && each.span.start === start);
  if (analysis.version !== version || !finding || reason.trim() === '') return { kind: 'outdated' };
  const place = toPlace(analysis.uri);
  const at = waiversPlace(await files.around(analysis.uri), place);
  const document = documents.all().find(({ uri }) => toPlace(uri) === at);
  const uri = document?.uri ?? toUri(at);
  const text = await files.read(at);
  const edit = addWaivers(text ?? '', [waiverOf(analysis.document, finding, place, at, reason.trim())]);
  if (!edit) return { kind: 'faulty', uri };
  const change = {
    textDocument: { uri, version: document?.version ?? null },
    edits: [{ range: rangeOf(plainDocument(text ?? '').lines, edit.span), newText: edit.newText }],
  };
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> =
    text === null ? [{ kind: 'create', uri, options: { ignoreIfExists: true } }, change] : [change];
  const { applied } = await connection.workspace.applyEdit({ documentChanges });
  return applied ? { kind: 'written', uri } : { kind: 'outdated' };
}
