// Two years of a unit in a workspace: last year's report is compared without being opened, and heeded when it changes.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, diagnosed, open, textOf, undiagnosed, uriOf } from './helpers.ts';

const RULE = 'carry-over-mismatch';
const LAST_YEAR = 'last-year.txt';

const write = (text: string): Thenable<void> => vscode.workspace.fs.writeFile(uriOf(LAST_YEAR), new TextEncoder().encode(text));

suite('last year’s report', () => {
  teardown(closeEditors);

  test('is compared while it is closed, and its changes show', async () => {
    const thisYear = await textOf('correct.txt');
    const follows = thisYear.replaceAll('2023', '2022').replace('行政规范性文件\t1\t0\t4', '行政规范性文件\t1\t0\t3');
    // It carried two applications forward; this year's report took one over.
    await write(follows.replace(/(四、结转下年度继续办理\t+)1((?:\t0){5}\t)1/, '$12$22'));
    const document = await open('correct.txt');
    const { range, relatedInformation = [] } = await diagnosed(document.uri, RULE);
    assert.equal(document.getText(range), '1');
    assert.equal(relatedInformation[0]?.location.uri.toString(), uriOf(LAST_YEAR).toString());
    await write(follows);
    await undiagnosed(document.uri, RULE);
    await vscode.workspace.fs.delete(uriOf(LAST_YEAR));
  });
});
