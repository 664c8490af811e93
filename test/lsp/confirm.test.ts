/** An edit that a person must look at first is shown with what it says, where the client can. */
import { afterEach, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import { migrated, migrationOf } from '../harness/migration.ts';
import { renderReport } from '../harness/reports.ts';
import { applyAction, type ClientOptions, PULL, PUSH, startClient, stopServers, URI } from '../harness/server.ts';

afterEach(stopServers);

const text = renderReport({ edition: '2019', year: 2022, layout: 'tsv' });
const fix = migrationOf(text);
const ASKING = { ...PULL, workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } };

async function offered(told: ClientOptions): Promise<CodeAction | undefined> {
  const client = await startClient(told);
  await client.open(text);
  const line = text.split('\n').findIndex((one) => one.includes('本年新制作数量'));
  const place = { line, character: text.split('\n')[line]?.indexOf('本年新制作数量') ?? 0 };
  const actions = await client.actions({ start: place, end: place });
  return actions.find(({ title }) => title === fix?.title[told.locale === 'en' ? 'en' : 'zh-cn']);
}

it('names what is lost, and asks', async () => {
  const action = await offered({ capabilities: ASKING });
  expect(action).toMatchObject({
    kind: 'quickfix',
    edit: {
      documentChanges: [{ textDocument: { uri: URI, version: 1 } }],
      changeAnnotations: { confirm: { label: fix?.title['zh-cn'], description: fix?.confirm?.['zh-cn'], needsConfirmation: true } },
    },
  });
  const [change] = (action?.edit?.documentChanges ?? []) as { edits: { annotationId?: string }[] }[];
  expect(change?.edits.map(({ annotationId }) => annotationId)).toEqual(['confirm', 'confirm']);
  expect(action).not.toHaveProperty('isPreferred');
  expect(applyAction(text, action)).toBe(migrated(text));
});

it('speaks the editor’s language', async () => {
  const action = await offered({ capabilities: ASKING, locale: 'en' });
  expect(action?.edit?.changeAnnotations?.confirm).toMatchObject({ description: fix?.confirm?.en });
});

it.each([
  ['without annotations', PULL],
  ['without versions', PUSH],
  ['with annotations but without versions', { ...PUSH, workspace: { workspaceEdit: { changeAnnotationSupport: {} } } }],
])('is a plain edit for a client %s', async (_, capabilities) => {
  const action = await offered({ capabilities });
  expect(action?.edit).not.toHaveProperty('changeAnnotations');
  expect(JSON.stringify(action?.edit)).not.toContain('annotationId');
  expect(applyAction(text, action)).toBe(migrated(text));
});
