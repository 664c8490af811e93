/** A Word file that the editor cannot show is told of once, in the window where somebody looks at it; nothing else is. */
import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { registerBinary } from '../../client/src/first-contact/binary.ts';

const { editor, TabInputText, TabInputCustom } = vi.hoisted(() => {
  class Input {
    readonly uri: { readonly scheme: string; readonly path: string };
    constructor(uri: { readonly scheme: string; readonly path: string }) {
      this.uri = uri;
    }
  }
  class TabInputText extends Input {}
  class TabInputCustom extends Input {}
  const editor = {
    /** What the editor opens as text, and what is there at all. */
    texts: new Set<string>(),
    files: new Set<string>(),
    active: undefined as unknown,
    changed: () => {},
    told: [] as string[],
    opened: [] as string[],
  };
  return { editor, TabInputText, TabInputCustom };
});
vi.mock('vscode', () => ({
  TabInputText,
  Disposable: { from: () => ({}) },
  env: { language: 'zh-cn' },
  l10n: { t: (text: string, ...values: string[]) => text.replace(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '') },
  window: {
    showInformationMessage: (text: string) => void editor.told.push(text),
    tabGroups: {
      get all() {
        return [{ activeTab: editor.active }];
      },
      onDidChangeTabs: (listener: () => void) => (editor.changed = listener),
      onDidChangeTabGroups: () => ({}),
    },
  },
  workspace: {
    fs: { stat: async ({ path }: vscode.Uri) => (editor.files.has(path) ? {} : Promise.reject(new Error('not there'))) },
    openTextDocument: async ({ path }: vscode.Uri) => {
      editor.opened.push(path);
      if (!editor.texts.has(path)) throw new Error('File seems to be binary and cannot be opened as text');
    },
  },
}));

const file = (path: string, Input: typeof TabInputText | typeof TabInputCustom = TabInputText, scheme = 'file') => {
  const uri = { scheme, path, toString: () => `${scheme}:${path}` };
  return { input: new Input(uri) };
};
const show = async (tab: unknown): Promise<void> => {
  editor.active = tab;
  editor.changed();
  // All that is waited for is there at once.
  await new Promise(setImmediate);
};
const WORD = '/县/年报.docx';

beforeEach(() => {
  Object.assign(editor, { texts: new Set(), files: new Set([WORD, '/县/手册.pdf']), active: undefined, told: [], opened: [] });
});

it('is told of once, with what to do', async () => {
  registerBinary();
  await show(file(WORD));
  await show(undefined);
  await show(file(WORD));
  expect(editor.told).toEqual([expect.stringMatching(/^年报\.docx is no text.*在 WPS 或 Word 中打开/)]);
});

it('is told of where it was open before', async () => {
  editor.active = file(WORD);
  registerBinary();
  await vi.waitFor(() => expect(editor.told).toHaveLength(1));
});

it.each([
  ['that another extension shows', file(WORD, TabInputCustom)],
  ['that is the old side of a comparison', file(WORD, TabInputText, 'git')],
  ['of another kind', file('/县/手册.pdf')],
  ['that is no file', { input: undefined }],
])('no tab %s is told of, nor is anything opened', async (_, tab) => {
  registerBinary();
  await show(tab);
  expect([editor.told, editor.opened]).toEqual([[], []]);
});

it('is not told of where the editor shows it as text, or has it no longer', async () => {
  editor.texts.add(WORD);
  registerBinary();
  await show(file(WORD));
  await show(file('/县/没有.docx'));
  expect(editor.told).toEqual([]);
});
