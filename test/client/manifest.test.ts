/** What the manifest promises exists: texts in both languages, commands, settings, pictures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE, LANGUAGES } from '../../client/src/first-contact/detection.ts';

const json = (file: string): Record<string, unknown> => JSON.parse(readFileSync(file, 'utf8'));
const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as {
  activationEvents: string[];
  l10n: string;
  icon: string;
  contributes: {
    grammars: { path: string }[];
    jsonValidation: { url: string }[];
    walkthroughs: { icon: string; steps: { media: { image: string } }[] }[];
    menus: { commandPalette: { when: string }[] };
    commands: { command: string }[];
    configuration: { properties: Record<string, unknown> };
    languages: { id: string; firstLine: string; configuration: string }[];
  };
};
const sources = readdirSync('client/src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(path.join('client/src', name), 'utf8'));
const matches = (pattern: RegExp, texts: readonly string[]): string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map(([, group]) => group as string));
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('the manifest', () => {
  it('has each of its texts in Chinese and in English, and none besides', () => {
    const used = sorted([...manifestText.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key as string));
    expect(sorted(Object.keys(json('package.nls.json')))).toEqual(used);
    expect(sorted(Object.keys(json('package.nls.zh-cn.json')))).toEqual(used);
  });

  it('has each text of the client in both bundles, and none besides', () => {
    const texts = matches(/l10n\.t\(\s*'([^']+)'/g, sources);
    // A text that is put together, or quoted otherwise, would be in no bundle.
    expect(matches(/(l10n\.t\()/g, sources)).toHaveLength(texts.length);
    const used = sorted(texts);
    expect(sorted(Object.keys(json('l10n/bundle.l10n.json')))).toEqual(used);
    expect(sorted(Object.keys(json('l10n/bundle.l10n.zh-cn.json')))).toEqual(used);
  });

  it.each(['package.nls', 'l10n/bundle.l10n'])('says all of %s in Chinese', (name) => {
    const inEnglish = Object.entries(json(`${name}.zh-cn.json`)).filter(([, text]) => !/\p{Script=Han}/u.test(String(text)));
    expect(inEnglish).toEqual([]);
  });

  it('says in English what the code says', () => {
    const bundle = json('l10n/bundle.l10n.json');
    expect(Object.values(bundle)).toEqual(Object.keys(bundle));
  });

  it('keeps the places of values in every text', () => {
    const places = (text: unknown): string[] =>
      String(text)
        .match(/\{\d\}/g)
        ?.sort() ?? [];
    for (const [key, text] of Object.entries(json('l10n/bundle.l10n.zh-cn.json'))) expect(places(text), key).toEqual(places(key));
  });

  it('names files that exist', () => {
    const { grammars, jsonValidation, languages, walkthroughs } = manifest.contributes;
    const files = [
      manifest.l10n,
      manifest.icon,
      ...grammars.map(({ path }) => path),
      ...jsonValidation.map(({ url }) => url),
      ...languages.map(({ configuration }) => configuration),
      ...walkthroughs.flatMap(({ icon, steps }) => [icon, ...steps.map(({ media }) => media.image)]),
    ];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('wakes the extension for the languages that it looks at, and shows its command there', () => {
    // The editor itself wakes an extension for a language that it contributes.
    const woken = manifest.activationEvents.flatMap((event) => /^onLanguage:(.+)$/.exec(event)?.[1] ?? []);
    expect(sorted([...woken, LANGUAGE])).toEqual(sorted(LANGUAGES));
    const shown = new RegExp(/\/(.+)\//.exec(manifest.contributes.menus.commandPalette[0]?.when ?? '')?.[1] ?? '$^');
    expect([...LANGUAGES, 'typescript'].filter((language) => shown.test(language))).toEqual([...LANGUAGES]);
  });

  it('contributes the commands that the client registers', () => {
    const registered = sorted(
      sources.flatMap((source) => [...source.matchAll(/^\s*'(disclosureReport\.\w+)':/gm)].map(([, id]) => id as string)),
    );
    expect(sorted(manifest.contributes.commands.map(({ command }) => command))).toEqual(registered);
  });

  it('asks only for what the client tells the editor, and offers only commands that are there', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command);
    const conditions = matches(/"(?:when": "|onContext:)([^"]+)"/g, [manifestText]);
    const asked = sorted(matches(/(disclosureReport\.\w+)/g, conditions));
    const told = matches(/'setContext', ([\w'.]+)/g, sources);
    const named = told.map((name) => matches(new RegExp(`${name} = '([\\w.]+)'`, 'g'), sources)[0] ?? name.replaceAll("'", ''));
    expect(sorted(named)).toEqual(asked);
    const texts = [manifestText, readFileSync('package.nls.json', 'utf8'), readFileSync('package.nls.zh-cn.json', 'utf8')];
    const offered = matches(/(?:onCommand:|\(command:)(disclosureReport\.\w+)/g, texts);
    expect(offered.filter((command) => !contributed.includes(command))).toEqual([]);
    expect(offered.length).toBeGreaterThan(0);
  });

  it('has an icon of 256 pixels', () => {
    // PNG, 11.2.2 IHDR: width and height stand after signature, length and type of the first chunk.
    const png = readFileSync(manifest.icon);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });

  it('knows a report by its first line', () => {
    const firstLine = new RegExp(manifest.contributes.languages[0]?.firstLine ?? '');
    for (const title of ['青禾县水务局2023年政府信息公开工作年度报告', '云溪市2020年 政府信息公开工作年度报告'])
      expect(title).toMatch(firstLine);
    for (const other of ['我市发布2023年政府信息公开工作年度报告，共收到申请20件', '# 政府信息公开', '2023年预算'])
      expect(other).not.toMatch(firstLine);
  });
});
