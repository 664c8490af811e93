/** Reads the arguments: a command with its settings, or what is wrong with them. */
import { parseArgs } from 'node:util';
import { FILE_RULES, type FixClass, type Language, type Localized, rules, type Severity } from '../core/index.ts';
import { SEVERITY_ORDER } from './formatters/parts/severities.ts';
import {
  NO_COMMAND,
  NO_PATH,
  NO_REASON,
  NO_RULE,
  needsValue,
  noSuchRule,
  notACount,
  notFor,
  notTogether,
  REASON_ALONE,
  takesNoPaths,
  takesNoValue,
  unknownCommand,
  unknownOption,
  wrongValue,
} from './messages.ts';

/** The formats of each command, the one without being told first. */
const FORMATS = {
  check: ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'csv', 'html'],
  extract: ['json', 'csv'],
} as const;
export type Format<Kind extends keyof typeof FORMATS> = (typeof FORMATS)[Kind][number];

/** What to read: paths as they were given, and a file that lists more. */
export interface Input {
  readonly paths: readonly string[];
  readonly filesFrom: string | null;
}

/** Which of the project’s files count: those around each report, one configuration that is named, or none at all. */
export type ProjectChoice = { readonly kind: 'around' } | { readonly kind: 'none' } | { readonly kind: 'named'; readonly path: string };

export interface CheckCommand extends Input {
  readonly kind: 'check';
  readonly language: Language;
  readonly format: Format<'check'>;
  readonly project: ProjectChoice;
  /** The reason for which every finding of today is to be waived; `null` where none is. */
  readonly waiveFor: string | null;
  /** Only findings of these rules; `null` for all. */
  readonly rules: ReadonlySet<string> | null;
  /** Findings that weigh less are not shown. */
  readonly severity: Severity;
  readonly maxWarnings: number | null;
  readonly since: string | null;
}

export interface ExtractCommand extends Input {
  readonly kind: 'extract';
  readonly language: Language;
  readonly format: Format<'extract'>;
}

export interface FixCommand {
  readonly kind: 'fix';
  readonly language: Language;
  readonly mode: 'write' | 'dry-run';
  readonly project: ProjectChoice;
  /** The classes of fixes to apply. */
  readonly classes: ReadonlySet<FixClass>;
  /** Who decides where a number would change. */
  readonly chooser: 'arithmetic' | 'person';
  readonly paths: readonly string[];
}

export interface ExplainCommand {
  readonly kind: 'explain';
  readonly language: Language;
  /** Ids of rules that exist. */
  readonly rules: readonly string[];
}

type Command =
  | CheckCommand
  | FixCommand
  | ExtractCommand
  | ExplainCommand
  | { readonly kind: 'help' | 'version' | 'rules'; readonly language: Language }
  | { readonly kind: 'mistake'; readonly language: Language; readonly message: Localized };

type Environment = Readonly<Record<string, string | undefined>>;

/** The path that means standard input. */
export const STDIN = '-';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  format: { type: 'string' },
  rule: { type: 'string', multiple: true },
  severity: { type: 'string' },
  'max-warnings': { type: 'string' },
  since: { type: 'string' },
  'files-from': { type: 'string' },
  values: { type: 'boolean' },
  interactive: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'write-waivers': { type: 'boolean' },
  reason: { type: 'string' },
} as const;
type Option = keyof typeof OPTIONS;
const TAKES = {
  check: ['lang', 'format', 'rule', 'severity', 'max-warnings', 'since', 'files-from', 'config', 'no-config', 'write-waivers', 'reason'],
  fix: ['lang', 'values', 'interactive', 'dry-run', 'config', 'no-config'],
  extract: ['lang', 'format', 'files-from'],
  rules: ['lang'],
  explain: ['lang'],
} as const satisfies Record<string, readonly Option[]>;
const LANGUAGES: readonly string[] = ['zh-cn', 'en'] satisfies Language[];

/** A mistake on the way through the arguments. */
class Mistake extends Error {
  readonly said: Localized;
  constructor(said: Localized) {
    super(said.en);
    this.said = said;
  }
}
const fail = (said: Localized): never => {
  throw new Mistake(said);
};

export function parseCommand(argv: readonly string[], env: Environment): Command {
  // Not strict, since Node's own messages are in English only.
  const { values, tokens, positionals } = parseArgs({
    args: [...argv],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const told = typeof values.lang === 'string' ? values.lang.toLowerCase() : undefined;
  const language = LANGUAGES.includes(told ?? '') ? (told as Language) : languageOf(env);
  const given: Given = { values: values as Given['values'], tokens: tokens.filter((token) => token.kind === 'option'), positionals };
  try {
    assertKnown(given.tokens);
    if (values.help === true) return { kind: 'help', language };
    if (values.version === true) return { kind: 'version', language };
    if ('lang' in values && told !== language) fail(wrongValue('--lang', LANGUAGES));
    return commandOf(given, language);
  } catch (error) {
    if (error instanceof Mistake) return { kind: 'mistake', language, message: error.said };
    throw error;
  }
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

interface Given {
  /** An option without its value is `true`. */
  readonly values: Readonly<Partial<Record<Option, string | boolean | readonly (string | boolean)[]>>>;
  readonly tokens: readonly OptionToken[];
  readonly positionals: readonly string[];
}

function assertKnown(tokens: readonly OptionToken[]): void {
  for (const { name, rawName, value } of tokens) {
    if (!Object.hasOwn(OPTIONS, name)) fail(unknownOption(rawName, nearest(name, Object.keys(OPTIONS), '--')));
    if (OPTIONS[name as Option].type === 'boolean' && value !== undefined) fail(takesNoValue(rawName));
  }
}

function commandOf({ values, tokens, positionals }: Given, language: Language): Command {
  const [word, ...paths] = positionals;
  if (word === undefined) return fail(NO_COMMAND);
  if (!isCommand(word)) return fail(unknownCommand(word));
  const taken: readonly string[] = TAKES[word];
  const stray = tokens.find(({ name }) => !taken.includes(name));
  if (stray) fail(notFor(stray.rawName, word));
  const flag = (name: Option): boolean => values[name] === true;
  const textOf = (name: Option): string | null => {
    const value = values[name];
    if (value === undefined) return null;
    return typeof value === 'string' && value !== '' ? value : fail(needsValue(`--${name}`));
  };
  const oneOf = <Choice extends string>(name: Option, choices: readonly Choice[], unlessTold: Choice): Choice => {
    const value = name in values ? values[name] : unlessTold;
    return choices.find((choice) => choice === value) ?? fail(wrongValue(`--${name}`, choices));
  };
  const input = (): Input => {
    const filesFrom = textOf('files-from');
    if (paths.length === 0 && filesFrom === null) fail(NO_PATH);
    if (filesFrom === STDIN && paths.includes(STDIN)) fail(notTogether(`--files-from ${STDIN}`, STDIN));
    return { paths, filesFrom };
  };
  const project = (): ProjectChoice => {
    const path = textOf('config');
    if (path !== null && flag('no-config')) fail(notTogether('--config', '--no-config'));
    if (path !== null) return { kind: 'named', path };
    return { kind: flag('no-config') ? 'none' : 'around' };
  };
  const waiveFor = (): string | null => {
    const reason = textOf('reason')?.trim() ?? '';
    if (!flag('write-waivers')) return 'reason' in values ? fail(REASON_ALONE) : null;
    if (flag('no-config')) fail(notTogether('--write-waivers', '--no-config'));
    return reason === '' ? fail(NO_REASON) : reason;
  };
  switch (word) {
    case 'check':
      return {
        kind: word,
        language,
        format: oneOf('format', FORMATS.check, 'pretty'),
        rules: rulesOf(values.rule),
        severity: oneOf('severity', SEVERITY_ORDER, 'hint'),
        maxWarnings: countOf('max-warnings', textOf('max-warnings')),
        since: textOf('since'),
        project: project(),
        waiveFor: waiveFor(),
        // Last: an option without its value has taken the path for it.
        ...input(),
      };
    case 'extract':
      return { kind: word, language, format: oneOf('format', FORMATS.extract, 'json'), ...input() };
    case 'fix': {
      if (paths.length === 0) fail(NO_PATH);
      const chooser = flag('interactive') ? 'person' : 'arithmetic';
      if (chooser === 'person' && flag('values')) fail(notTogether('--interactive', '--values'));
      if (chooser === 'person' && paths.includes(STDIN)) fail(notTogether('--interactive', STDIN));
      const classes = new Set<FixClass>(flag('values') ? ['safe', 'value'] : ['safe']);
      return { kind: word, language, mode: flag('dry-run') ? 'dry-run' : 'write', project: project(), classes, chooser, paths };
    }
    case 'rules':
      return paths.length > 0 ? fail(takesNoPaths(word)) : { kind: word, language };
    case 'explain':
      return paths.length === 0 ? fail(NO_RULE) : { kind: word, language, rules: paths.map(knownRule) };
  }
}

const isCommand = (word: string): word is keyof typeof TAKES => Object.hasOwn(TAKES, word);

function rulesOf(given: Given['values'][Option]): ReadonlySet<string> | null {
  if (!Array.isArray(given)) return null;
  const ids = given.flatMap((value) => (typeof value === 'string' ? value.split(',').map((id) => id.trim()) : ['']));
  return ids.includes('') ? fail(needsValue('--rule')) : new Set(ids.map(knownRule));
}

function knownRule(id: string): string {
  const ids = [...rules.map(({ meta }) => meta.id), ...FILE_RULES.map((rule) => rule.id)];
  return ids.includes(id) ? id : fail(noSuchRule(id, nearest(id, ids, '')));
}

function countOf(name: Option, value: string | null): number | null {
  if (value === null) return null;
  return /^\d{1,9}$/.test(value) ? Number(value) : fail(notACount(`--${name}`));
}

/** The first of the locale's variables that is set decides, as everywhere else on Unix. */
function languageOf(env: Environment): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh-cn';
}

/** The word that a mistyped one begins like, if there is one. */
function nearest(word: string, words: readonly string[], prefix: string): string | null {
  const start = word.toLowerCase().slice(0, 3);
  const near = words.find((known) => start.length === 3 && known.startsWith(start));
  return near ? prefix + near : null;
}
