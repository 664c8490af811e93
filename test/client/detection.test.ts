/** Which documents start the server, and which edit makes a report of a document that was none. */
import { describe, expect, it } from 'vitest';
import type { TextDocument, TextDocumentContentChangeEvent } from 'vscode';
import { becameCandidate, isCandidate } from '../../client/src/first-contact/detection.ts';

interface Sample {
  readonly text?: string;
  readonly scheme?: string;
  readonly languageId?: string;
}

function documentOf({ text = '政府信息公开', scheme = 'file', languageId = 'plaintext' }: Sample): TextDocument {
  const lines = text.split(/\r?\n/);
  const document = { uri: { scheme }, languageId, getText: () => text, lineAt: (line: number) => ({ text: lines[line] }) };
  return document as unknown as TextDocument;
}

/** A change on one line that leaves `after` in its place. */
const change = (line: number, after: string): TextDocumentContentChangeEvent =>
  ({ range: { start: { line, character: 0 }, end: { line, character: 0 } }, text: after }) as TextDocumentContentChangeEvent;

describe('a document is looked at', () => {
  it.each([
    [{}, true],
    [{ languageId: 'markdown' }, true],
    [{ languageId: 'html', scheme: 'untitled' }, true],
    [{ languageId: 'markdown', scheme: 'vscode-vfs' }, true],
    [{ languageId: 'disclosure-report', text: '' }, true],
    [{ text: '一篇普通文章' }, false],
    [{ languageId: 'typescript' }, false],
    ...['git', 'gitfs', 'output', 'review', 'vscode-scm', 'vscode-userdata', 'search-editor'].map((scheme) => [{ scheme }, false] as const),
    [{ languageId: 'disclosure-report', scheme: 'git' }, false],
  ] as const)('%o: %s', (sample, expected) => {
    expect(isCandidate(documentOf(sample))).toBe(expected);
  });
});

describe('an edit makes a report', () => {
  it('when the word is completed by a single character', () => {
    expect(becameCandidate(documentOf({ text: 'x\n政府信息公开\ny' }), [change(1, '开')])).toBe(true);
  });

  it('when what parted the word is deleted', () => {
    expect(becameCandidate(documentOf({ text: '政府信息公开' }), [change(0, '')])).toBe(true);
  });

  it('when a text is pasted, whatever line of it tells', () => {
    expect(becameCandidate(documentOf({ text: 'a\r\n政府信息公开\r\nb' }), [change(0, 'a\r\n政府信息公开\r\nb')])).toBe(true);
    expect(becameCandidate(documentOf({ text: 'a\n政府信息公开' }), [change(0, '\n政府信息')])).toBe(true);
  });

  it('when one of several changes does', () => {
    expect(becameCandidate(documentOf({ text: '政府信息公开' }), [change(5, '开'), change(0, 'x')])).toBe(true);
  });

  it('not when nothing of it stands in the lines touched', () => {
    expect(becameCandidate(documentOf({ text: '普通\n文章' }), [change(0, '普')])).toBe(false);
    expect(becameCandidate(documentOf({}), [])).toBe(false);
  });

  it('not in a document that is left alone', () => {
    expect(becameCandidate(documentOf({ scheme: 'output' }), [change(0, '政府信息公开')])).toBe(false);
  });
});
