// First contact: a report in the wrong encoding, as files of WPS and Notepad are, is opened in the right one by a click; of a Word file it is
// said what to do with it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosed, open, undiagnosed, until, uriOf } from './helpers.ts';

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

suite('a Word file', () => {
  const word = uriOf('2023年政府信息公开工作年度报告.docx');
  const rtf = uriOf('2023年政府信息公开工作年度报告.rtf');
  const { showInformationMessage } = vscode.window;
  const told: string[] = [];

  suiteSetup(async () => {
    // The extension and its tests share one editor.
    Object.assign(vscode.window, { showInformationMessage: async (text: string) => void told.push(text) });
    await vscode.workspace.fs.writeFile(word, new TextEncoder().encode(`PK\u0003\u0004${'\0'.repeat(500)}`));
    await vscode.workspace.fs.writeFile(rtf, new TextEncoder().encode('{\\rtf1\\ansi report}'));
  });
  teardown(closeEditors);
  suiteTeardown(async () => {
    Object.assign(vscode.window, { showInformationMessage });
    for (const uri of [word, rtf]) await vscode.workspace.fs.delete(uri);
  });

  test('that the editor does not show is told of once, with what to do', async () => {
    await vscode.commands.executeCommand('vscode.open', word);
    await until('the message', () => told[0]);
    assert.match(told[0] ?? '', /2023年政府信息公开工作年度报告\.docx.*\.txt/s);
    assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === word.toString()));
    await closeEditors();
    await vscode.commands.executeCommand('vscode.open', word);
    await vscode.commands.executeCommand('vscode.open', rtf);
    await until('the problem', () => vscode.languages.getDiagnostics(rtf)[0]);
    assert.equal(told.length, 1);
  });

  test('that the editor shows as text has the same as a problem', async () => {
    await vscode.commands.executeCommand('vscode.open', rtf);
    const { message } = await until('the problem', () => vscode.languages.getDiagnostics(rtf)[0]);
    assert.match(message, /2023年政府信息公开工作年度报告\.rtf.*\.txt/s);
  });
});
