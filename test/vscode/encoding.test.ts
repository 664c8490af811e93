// A report that the editor opens in the wrong encoding, as files of WPS and Notepad are: one click opens it in the right one.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosed, open, undiagnosed, until } from './helpers.ts';

suite('a report in another encoding', () => {
  teardown(closeEditors);

  test('is named, and opened in its own by the quick fix', async () => {
    const garbled = await open('gb18030.txt');
    assert.ok(!garbled.getText().includes('政府信息公开'));
    const { range } = await diagnosed(garbled.uri, 'wrong-encoding');
    const action = await until('the quick fix', async () => {
      const actions: vscode.CodeAction[] | undefined = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        garbled.uri,
        range,
      );
      return actions?.find(({ command }) => command?.command === 'disclosureReport.reopenWithEncoding');
    });
    await vscode.commands.executeCommand(action.command?.command ?? '', ...(action.command?.arguments ?? []));
    const mended = await until('the right encoding', () =>
      vscode.workspace.textDocuments.find(({ uri, encoding }) => uri.toString() === garbled.uri.toString() && encoding === 'gb18030'),
    );
    assert.ok(mended.getText().includes('政府信息公开'));
    assert.equal(mended.isDirty, false);
    await undiagnosed(mended.uri, 'wrong-encoding');
    await diagnosed(mended.uri, 'suspect-cell');
  });
});
