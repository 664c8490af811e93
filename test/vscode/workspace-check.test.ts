// Reports that are not open: their problems are listed as soon as one report is.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosed, open, uriOf } from './helpers.ts';

suite('the other reports of the workspace', () => {
  teardown(closeEditors);

  test('have their problems listed without being opened', async () => {
    await open('correct.txt');
    const other = uriOf('wrong-total.md');
    assert.ok(!vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label === 'wrong-total.md')));
    await diagnosed(other, 'suspect-cell');
  });
});
