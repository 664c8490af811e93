// What the editor shows of a report, asked of the real editor as its own parts ask it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosed, open, openUntitled, textOf, until } from './helpers.ts';

const ROW = '一、本年新收政府信息公开申请数量';

/** The answer of a provider, once there is one. */
const ask = <T>(what: string, command: string, ...args: unknown[]): Promise<T[]> =>
  until(what, async () => {
    const found: T[] | undefined = await vscode.commands.executeCommand(command, ...args);
    return found && found.length > 0 ? found : undefined;
  });

const labelled = (document: vscode.TextDocument, below: number): vscode.Position => {
  for (let line = 0; line < document.lineCount; line++)
    if (document.lineAt(line).text.includes(ROW)) {
      const { text } = document.lineAt(line + below);
      return new vscode.Position(line + below, text.length);
    }
  throw new Error(`no ${ROW}`);
};

/** The completions of a kind at a place, once there are some. */
const completed = (
  document: vscode.TextDocument,
  position: vscode.Position,
  wanted: vscode.CompletionItemKind,
): Promise<vscode.CompletionItem[]> =>
  until('the completions', async () => {
    const list: vscode.CompletionList | undefined = await vscode.commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      position,
    );
    const items = list?.items.filter(({ kind }) => kind === wanted) ?? [];
    return items.length > 0 ? items : undefined;
  });

suite('a report that is read', () => {
  teardown(closeEditors);

  test('tells on hover what a number is and which relations it stands in', async () => {
    const document = await open('correct.txt');
    const hovers = await ask<vscode.Hover>('the hover', 'vscode.executeHoverProvider', document.uri, labelled(document, 1));
    const told = hovers.flatMap(({ contents }) => contents.map((part) => (part as vscode.MarkdownString).value)).join('\n');
    assert.match(told, /自然人/);
    assert.match(told, /✓/);
  });

  test('leads from a total to its addends', async () => {
    const document = await open('correct.txt');
    const found = await ask<vscode.Location | vscode.LocationLink>(
      'the definitions',
      'vscode.executeDefinitionProvider',
      document.uri,
      labelled(document, 7),
    );
    assert.equal(found.length, 6);
  });

  test('has hints, lenses, folds and colours', async () => {
    const document = await open('correct.txt');
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = await ask<vscode.InlayHint>('the hints', 'vscode.executeInlayHintProvider', document.uri, whole);
    assert.ok(hints.every(({ label }) => label === '✓'));
    const lenses = await ask<vscode.CodeLens>('the lenses', 'vscode.executeCodeLensProvider', document.uri, 100);
    assert.ok(lenses.some(({ command }) => /✓ .*175/.test(command?.title ?? '')));
    const folds = await ask<vscode.FoldingRange>('the folds', 'vscode.executeFoldingRangeProvider', document.uri);
    assert.ok(folds.length > 10);
    const tokens = await until('the colours', async () => {
      const found: vscode.SemanticTokens | undefined = await vscode.commands.executeCommand(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return found;
    });
    assert.ok(tokens.data.length > 200 * 5);
  });

  test('is found in the workspace by its unit', async () => {
    await open('correct.txt');
    const found = await ask<vscode.SymbolInformation>('the symbols', 'vscode.executeWorkspaceSymbolProvider', '20');
    assert.ok(found.some(({ name }) => /20\d\d/.test(name)));
  });
});

suite('a report that is written', () => {
  teardown(closeEditors);

  test('is offered the number that the sums determine', async () => {
    const text = (await textOf('wrong-total.txt')).replace(/(一、本年新收政府信息公开申请数量\n(?:\s*\d+\n){6}\s*)8\n/, '$1\n');
    const document = await openUntitled(text, 'plaintext');
    await diagnosed(document.uri, 'blank-cell');
    const items = await completed(document, labelled(document, 7), vscode.CompletionItemKind.Value);
    assert.deepEqual(
      items.map(({ label }) => label),
      ['7'],
    );
  });

  test('is begun whole in an empty document, with unit and year to fill in', async () => {
    const document = await openUntitled('', 'disclosure-report');
    const [item] = await completed(document, new vscode.Position(0, 0), vscode.CompletionItemKind.Snippet);
    assert.ok(item?.insertText instanceof vscode.SnippetString);
    await vscode.window.activeTextEditor?.insertSnippet(item.insertText);
    await diagnosed(document.uri, 'blank-cell');
    assert.match(document.lineAt(0).text, /^单位名称20\d\d年政府信息公开工作年度报告$/);
  });

  test('is formatted in the layout that it has, and nothing changes in one that is tidy', async () => {
    const document = await open('correct.txt');
    await ask('the symbols', 'vscode.executeDocumentSymbolProvider', document.uri);
    const before = document.getText();
    await vscode.commands.executeCommand('editor.action.formatDocument');
    const numbers = (text: string): string[] => text.match(/\d+/g) ?? [];
    assert.deepEqual(numbers(document.getText()), numbers(before));
  });
});
