// The main job inside a real VS Code: a report is recognised, its faults are marked, and a quick fix mends them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  diagnosed,
  diagnosticsOf,
  open,
  openUntitled,
  ruleOf,
  rulesOf,
  textOf,
  undiagnosed,
  until,
  uriOf,
} from './helpers.ts';

const EXTENSION = 'disclosure-report-lint.disclosure-report-lint';
const RULE = 'suspect-cell';

/** In every faulty file of the workspace 新收 has the seven numbers 6 1 0 0 0 0 8. */
const FAULTY = ['wrong-total.txt', 'wrong-total.md', 'wrong-total.html'];

const settings = () => vscode.workspace.getConfiguration('disclosureReport');

/** The edit of the preferred fix for the first wrong cell. */
async function preferredEdit(document: vscode.TextDocument): Promise<vscode.WorkspaceEdit> {
  const { range } = await diagnosed(document.uri, RULE);
  return until('the fix', async () => {
    const actions: vscode.CodeAction[] | undefined = await vscode.commands.executeCommand(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      100,
    );
    return actions?.find(({ isPreferred, edit }) => isPreferred && edit)?.edit;
  });
}

suite('a report', () => {
  teardown(closeEditors);

  for (const name of FAULTY) {
    test(`is recognised by its content: ${name}`, async () => {
      const document = await open(name);
      const diagnostic = await diagnosed(document.uri, RULE);
      assert.equal(document.getText(diagnostic.range), '8');
      assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
      assert.match(diagnostic.message, /7.*8/s);
      assert.notEqual(document.languageId, 'disclosure-report', 'the language stays the one the user had');
    });
  }

  test('links its finding to the page of the rule', async () => {
    const document = await open('wrong-total.txt');
    const { code } = await diagnosed(document.uri, RULE);
    assert.ok(typeof code === 'object' && code.target.toString().includes(RULE), JSON.stringify(code));
  });

  test('shows the sums that point at the cell: its row at the first addend, its column at （七）', async () => {
    const document = await open('wrong-total.txt');
    const { relatedInformation = [] } = await diagnosed(document.uri, RULE);
    const sums = relatedInformation.map(({ location }) => document.getText(location.range));
    assert.deepEqual(sums, ['6', '7']);
  });

  test('is read in an untitled document', async () => {
    const document = await openUntitled(await textOf('wrong-total.txt'), 'plaintext');
    await diagnosed(document.uri, RULE);
  });

  test('is read in the languages of other text', async () => {
    const document = await openUntitled(await textOf('wrong-total.txt'), 'restructuredtext');
    await diagnosed(document.uri, RULE);
  });

  test('is read in a document of its own language', async () => {
    const document = await openUntitled(await textOf('wrong-total.md'), 'disclosure-report');
    await diagnosed(document.uri, RULE);
  });

  test('is recognised as soon as it is pasted', async () => {
    const document = await openUntitled('', 'plaintext');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), await textOf('wrong-total.txt'));
    await vscode.workspace.applyEdit(edit);
    await diagnosed(document.uri, RULE);
  });

  test('raises no error and no warning where it is correct', async () => {
    const correct = await open('correct.txt');
    await diagnosed((await open('wrong-total.txt')).uri, RULE);
    const loud = diagnosticsOf(correct.uri).filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(loud.map(ruleOf), []);
  });

  test('is followed while it is typed in', async () => {
    const document = await open('correct.txt');
    const place = document.positionAt(document.getText().indexOf('一、本年新收'));
    const line = document.lineAt(place.line);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, line.range.end, '9');
    await vscode.workspace.applyEdit(edit);
    const { range } = await diagnosed(document.uri, RULE);
    assert.equal(range.start.line, place.line);
    await vscode.commands.executeCommand('undo');
    await undiagnosed(document.uri, RULE);
  });

  test('has an outline of sections, tables and rows', async () => {
    const document = await open('wrong-total.txt');
    const symbols = await until('symbols', async () => {
      const found: vscode.DocumentSymbol[] | undefined = await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found && found.length > 0 ? found : undefined;
    });
    const flat = (list: readonly vscode.DocumentSymbol[]): string[] => list.flatMap(({ name, children }) => [name, ...flat(children)]);
    const names = flat(symbols).join('\n');
    for (const part of ['总体情况', '主动公开', '申请', '行政复议', '主要问题', '其他需要报告']) assert.ok(names.includes(part), names);
  });
});

suite('everything else', () => {
  teardown(closeEditors);

  /** Once a report opened later has its diagnostics, the documents opened before it have had their chance. */
  const afterReport = async () => diagnosed((await open('wrong-total.txt')).uri, RULE);

  test('a text that is no report is left alone', async () => {
    const { uri } = await open('notes.txt');
    await afterReport();
    assert.deepEqual(rulesOf(uri), []);
  });

  // A real output channel needs a native module that the embedded VS Code does without: its scheme is what counts.
  for (const scheme of ['git', 'output']) {
    test(`a document that is not the user's own is left alone: ${scheme}`, async () => {
      const text = await textOf('wrong-total.txt');
      const provider = vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent: () => text });
      const uri = vscode.Uri.from({ scheme, path: '/wrong-total.txt' });
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { preview: false });
      assert.ok(document.getText().includes('一、本年新收'));
      await afterReport();
      assert.deepEqual(rulesOf(uri), []);
      provider.dispose();
    });
  }

  test('the old side of a diff is left alone', async () => {
    const text = await textOf('wrong-total.txt');
    const provider = vscode.workspace.registerTextDocumentContentProvider('git', { provideTextDocumentContent: () => text });
    const old = vscode.Uri.from({ scheme: 'git', path: '/wrong-total.txt', query: 'old' });
    const { uri } = await open('wrong-total.md');
    await vscode.commands.executeCommand('vscode.diff', old, uri);
    await until('the old side', () => vscode.workspace.textDocuments.find((document) => document.uri.scheme === 'git'));
    await diagnosed(uri, RULE);
    await afterReport();
    assert.deepEqual(rulesOf(old), []);
    provider.dispose();
  });
});

suite('a quick fix', () => {
  teardown(closeEditors);

  for (const name of FAULTY) {
    test(`restores the sum and touches nothing else: ${name}`, async () => {
      const document = await open(name);
      const before = document.getText();
      const { range } = await diagnosed(document.uri, RULE);
      const start = document.offsetAt(range.start);
      assert.ok(await vscode.workspace.applyEdit(await preferredEdit(document)));
      assert.equal(document.getText(), `${before.slice(0, start)}7${before.slice(start + 1)}`);
      await undiagnosed(document.uri, RULE);
    });
  }

  /** What “fix all” does, on save or by command: the editor applies every action of its kind. */
  async function fixAll(document: vscode.TextDocument): Promise<void> {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const kind = vscode.CodeActionKind.SourceFixAll.value;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
      kind,
    );
    for (const { edit } of actions) if (edit) assert.ok(await vscode.workspace.applyEdit(edit));
  }

  test('is not applied by fix-all where it changes a number', async () => {
    const document = await open('wrong-total.txt');
    const before = document.getText();
    await diagnosed(document.uri, RULE);
    await fixAll(document);
    assert.equal(document.getText(), before);
  });

  test('is applied by fix-all where it changes no number', async () => {
    const whole = await textOf('correct.txt');
    const document = await openUntitled(whole.replace('行政事业性收费', '行政事业型收费'), 'plaintext');
    await diagnosed(document.uri, 'label-variant');
    await fixAll(document);
    await undiagnosed(document.uri, 'label-variant');
    assert.equal(document.getText().replaceAll('\r\n', '\n'), whole.replaceAll('\r\n', '\n'));
  });
});

suite('the project', () => {
  const CONFIG = 'disclosure-report.config.json';
  const WAIVERS = 'disclosure-report.waivers.json';
  const write = (name: string, value: unknown) =>
    vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(JSON.stringify(value)));
  const remove = async (name: string) => {
    try {
      await vscode.workspace.fs.delete(uriOf(name));
    } catch {
      // It was not made.
    }
  };
  teardown(async () => {
    await closeEditors();
    await remove(CONFIG);
    await remove(WAIVERS);
  });

  test('switches a rule off by its configuration, as soon as that is written', async () => {
    const document = await open('wrong-total.txt');
    await diagnosed(document.uri, RULE);
    await write(CONFIG, { rules: { [RULE]: 'off' } });
    await undiagnosed(document.uri, RULE);
    await remove(CONFIG);
    await diagnosed(document.uri, RULE);
  });

  test('marks what is wrong in its configuration', async () => {
    await write(CONFIG, { rules: { nothing: 'off' } });
    const { uri } = await open(CONFIG);
    const { range } = await diagnosed(uri, 'invalid-configuration');
    assert.equal(range.start.character, '{"rules":{'.length);
  });

  test('waives a finding with a reason, and shows it no longer', async () => {
    const document = await open('wrong-total.txt');
    const { range } = await diagnosed(document.uri, RULE);
    const params = await until('the offer', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
      return actions.find(({ command }) => command?.command === 'disclosureReport.waive' && command.title.includes(RULE))?.command
        ?.arguments?.[0];
    });
    await vscode.commands.executeCommand('disclosureReport.server.waive', params, '已核实');
    await undiagnosed(document.uri, RULE);
    const waivers = await until('the waivers file', () => vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(WAIVERS)));
    const [entry] = JSON.parse(waivers.getText()).waivers;
    assert.equal(entry.file, 'wrong-total.txt');
    assert.equal(entry.reason, '已核实');
    await waivers.save();
  });
});

suite('the extension', () => {
  teardown(closeEditors);

  test('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['recomputeTotals', 'showRule', 'restartServer', 'showLog']) {
      assert.ok(commands.includes(`disclosureReport.${name}`), name);
    }
    assert.ok(vscode.extensions.getExtension(EXTENSION));
  });

  test('recomputes every total of a report', async () => {
    const document = await open('wrong-total.md');
    await diagnosed(document.uri, RULE);
    await vscode.commands.executeCommand('disclosureReport.recomputeTotals');
    await undiagnosed(document.uri, RULE);
    assert.match(document.getText(), /本年新收[^\n]*\| 6 \| 1 \| 0 \| 0 \| 0 \| 0 \| 7 \|\n/);
  });

  test('shows the page of a rule', async () => {
    await vscode.commands.executeCommand('disclosureReport.showRule', RULE);
    const shows = ({ label }: vscode.Tab) => label.includes(RULE);
    await until('the page', () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(shows));
  });

  test('speaks the language of the setting', async () => {
    const document = await open('wrong-total.txt');
    const spoken = (pattern: RegExp) =>
      until(String(pattern), () => diagnosticsOf(document.uri).find((found) => ruleOf(found) === RULE && pattern.test(found.message)));
    await settings().update('messages', 'zh-cn', vscode.ConfigurationTarget.Workspace);
    await spoken(/\p{Script=Han}/u);
    await settings().update('messages', 'en', vscode.ConfigurationTarget.Workspace);
    await spoken(/[a-z]{3}/);
    await settings().update('messages', undefined, vscode.ConfigurationTarget.Workspace);
  });

  test('goes on after its server was restarted', async () => {
    const document = await open('wrong-total.txt');
    await diagnosed(document.uri, RULE);
    await vscode.commands.executeCommand('disclosureReport.restartServer');
    const other = await open('wrong-total.md');
    await diagnosed(other.uri, RULE);
    await diagnosed(document.uri, RULE);
  });
});
