/** What users are told of settings and commands, and what the server takes them for, is what the manifest declares. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MessageLanguage } from '../../server/src/lsp/protocol.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const { contributes } = JSON.parse(read('package.json'));
const { properties } = contributes.configuration;

// Checked by the compiler: a language of messages that is missing here does not build.
const LANGUAGES: Readonly<Record<MessageLanguage, true>> = { auto: true, 'zh-cn': true, en: true };

describe('the setting disclosureReport.messages', () => {
  it('has the values that the server understands, each with a description', () => {
    const { enum: values, enumDescriptions, default: first } = properties['disclosureReport.messages'];
    expect(new Set(values)).toEqual(new Set(Object.keys(LANGUAGES)));
    expect(enumDescriptions).toEqual(values.map((value: string) => `%configuration.messages.${value}%`));
    expect(first).toBe('auto');
  });

  it.each(['README.md', 'README.zh-CN.md'])('stands in %s with all of them', (file) => {
    const line = read(file)
      .split('\n')
      .find((each) => each.includes('`disclosureReport.messages`'));
    for (const value of Object.keys(LANGUAGES)) expect(line).toContain(`\`${value}\``);
  });
});

describe('names', () => {
  it('of settings and commands begin with the extension’s own', () => {
    const commands = contributes.commands.map(({ command }: { command: string }) => command);
    for (const name of [...Object.keys(properties), ...commands]) expect(name).toMatch(/^disclosureReport\.[a-z]/);
  });

  it.each(['README.md', 'README.zh-CN.md'])('of settings in %s are declared', (file) => {
    const named = [...read(file).matchAll(/`(disclosureReport\.[\w.]+)`/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(0);
    const known = new Set([...Object.keys(properties), ...contributes.commands.map(({ command }: { command: string }) => command)]);
    expect(named.filter((name) => !known.has(name ?? ''))).toEqual([]);
  });

  it('of the language and its scope are one', () => {
    const [language] = contributes.languages;
    const [grammar] = contributes.grammars;
    expect([language.id, grammar.language, grammar.scopeName]).toEqual([
      'disclosure-report',
      'disclosure-report',
      'text.disclosure-report',
    ]);
    expect(JSON.parse(read('syntaxes/disclosure-report.tmLanguage.json')).scopeName).toBe(grammar.scopeName);
  });
});
