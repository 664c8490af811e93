/** The settings of docs/editors.md for editors that cannot be run here: what they start speaks, in the language asked for. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type PageLanguage, SERVER, type Settings, settingsOf } from './settings.ts';
import { createWorkplace, faulty, type Workplace } from './workplace.ts';

const EDITORS = ['Neovim', 'Neovim', 'Emacs', 'Helix', 'Kate', 'Sublime Text'];

/** What an editor does with its settings: the command that it starts and what it tells the server. */
interface Start {
  readonly command: readonly string[];
  readonly initializationOptions: unknown;
}

/** In the place of the language in settings. */
const LANGUAGE = '(language)';
const neutral = (language: PageLanguage): Settings[] =>
  settingsOf(language).map(({ text, ...rest }) => ({ ...rest, text: text.replace(new RegExp(`(?<=["'])${language}(?=["'])`), LANGUAGE) }));

const READERS: Record<string, (text: string) => Start> = {
  Kate: (text) => JSON.parse(text).servers['disclosure-report-lint'],
  'Sublime Text': (text) => JSON.parse(text).clients['disclosure-report-lint'],
  // Of TOML these three lines are written as JSON writes them.
  Helix: (text) => {
    const value = (key: string): string => new RegExp(`^${key} = (.+)$`, 'm').exec(text)?.[1] ?? '';
    const [, language] = /^\{ messages = "([\w-]+)" \}$/.exec(value('config')) ?? [];
    return { command: [JSON.parse(value('command')), ...JSON.parse(value('args'))], initializationOptions: { messages: language } };
  },
};

describe.each(['en', 'zh-cn'] as const)('the settings of editors in %s', (language) => {
  let workplace: Workplace;
  beforeAll(async () => {
    workplace = await createWorkplace();
  });
  afterAll(() => workplace.remove());

  it('are those of the other page, but for the language', () => {
    const settings = settingsOf(language);
    expect(settings.map(({ editor }) => editor)).toEqual(EDITORS);
    for (const { text } of settings) expect(text.split(SERVER)).toHaveLength(2);
    expect(neutral(language)).toEqual(neutral('en'));
    for (const { text } of neutral(language)) expect(text.split(LANGUAGE)).toHaveLength(2);
  });

  it.each(Object.entries(READERS))('start a server that speaks: %s', async (editor, read) => {
    const { text = '' } = settingsOf(language).find((settings) => settings.editor === editor) ?? {};
    const { command, initializationOptions } = read(text);
    const [program = '', ...args] = command.map((word) => word.replaceAll(SERVER, workplace.server));
    const child = spawn(program === 'node' ? process.execPath : program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification('textDocument/publishDiagnostics', resolve);
    });
    connection.listen();
    // The editor's own locale is the other language: what the settings say goes before it.
    const locale = language === 'en' ? 'zh-cn' : 'en';
    await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, locale, initializationOptions });
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///report.txt', languageId: editor, version: 1, text: faulty },
    });
    const { diagnostics } = await published;
    expect(diagnostics[0]?.code).toBe('suspect-cell');
    expect(/should be 0, is 5/.test(String(diagnostics[0]?.message))).toBe(language === 'en');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  });
});
