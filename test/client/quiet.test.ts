/** A window without a report pays nothing: no server is started, however the extension was woken. */

import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExtensionContext } from 'vscode';
import { start } from '../../client/src/extension.ts';
import { renderReport } from '../harness/reports.ts';

interface Opened {
  readonly uri: { readonly scheme: string; readonly path: string };
  readonly languageId: string;
  readonly getText: () => string;
}
type Listener = (document: Opened) => void;

// An editor that has everything and does nothing, but for what is open.
const { anything, window } = vi.hoisted(() => {
  const anything: object = new Proxy(class {}, {
    get(own, key) {
      if (key === 'toString') return () => 'anything';
      return key === 'prototype' || typeof key === 'symbol' ? Reflect.get(own, key) : anything;
    },
    apply: () => anything,
    construct: () => anything,
  });
  return { anything, window: { textDocuments: [] as readonly Opened[], listeners: [] as Listener[] } };
});
vi.mock('vscode', () => {
  const workspace = {
    onDidOpenTextDocument: (listener: Listener) => {
      window.listeners.push(listener);
      return anything;
    },
    get textDocuments() {
      return window.textDocuments;
    },
  };
  const known: Record<PropertyKey, unknown> = {
    workspace: new Proxy(workspace, { get: (own, key) => Reflect.get(own, key) ?? anything }),
    // A module that is waited for is no promise.
    // biome-ignore lint/suspicious/noThenProperty: it says that there is none.
    then: undefined,
  };
  return new Proxy(known, { has: () => true, get: (own, key) => (key in own ? own[key] : anything) });
});

const document = (text: string, languageId = 'plaintext', path = '/readme.txt'): Opened => ({
  uri: { scheme: 'file', path },
  languageId,
  getText: () => text,
});
const REPORT = document(renderReport());
const OTHERS = [
  document('关于2023年预算的说明\n一、总体情况\n1\t2\t3\n'),
  document('# Readme\n', 'markdown'),
  document(renderReport(), 'typescript'),
  document('{}', 'json', '/package.json'),
];

describe('a window', () => {
  const create = vi.fn(() => new Promise<never>(() => undefined));
  const open = (...documents: readonly Opened[]): void => {
    window.textDocuments = documents;
    start(anything as ExtensionContext, create);
  };
  const opened = (shown: Opened): void => {
    for (const listener of window.listeners) listener(shown);
  };
  beforeEach(() => {
    create.mockClear();
    window.listeners = [];
  });

  it('without a report has no server, whatever is opened', () => {
    open(...OTHERS);
    OTHERS.forEach(opened);
    expect(create).not.toHaveBeenCalled();
  });

  it('has one with the first report, and one is enough', () => {
    open(...OTHERS);
    opened(REPORT);
    opened(REPORT);
    expect(create).toHaveBeenCalledOnce();
  });

  it.each([
    ['a report', REPORT],
    ['a project’s configuration', document('{}', 'json', '/project/disclosure-report.config.json')],
  ])('has one at once where %s is open already', (_, first) => {
    open(...OTHERS, first);
    expect(create).toHaveBeenCalledOnce();
  });
});
