/** Reads the arguments: a command with its settings, or what is wrong with them. */
import { parseArgs } from 'node:util';
import type { FixClass, Language, Localized } from '../core/index.ts';
import { NO_COMMAND, NO_PATH, notFor, notTogether, takesNoValue, unknownCommand, unknownOption, wrongValue } from './messages.ts';

/** The formats of each command, the one without being told first. */
const FORMATS = { check: ['pretty', 'json'], extract: ['json', 'csv'] } as const;
type Format<Kind extends keyof typeof FORMATS> = (typeof FORMATS)[Kind][number];

export interface CheckCommand {
  readonly kind: 'check';
  readonly language: Language;
  readonly format: Format<'check'>;
  readonly paths: readonly string[];
}

export interface ExtractCommand {
  readonly kind: 'extract';
  readonly language: Language;
  readonly format: Format<'extract'>;
  readonly paths: readonly string[];
}

export interface FixCommand {
  readonly kind: 'fix';
  readonly language: Language;
  readonly mode: 'write' | 'dry-run';
  /** The classes of fixes to apply. */
  readonly classes: ReadonlySet<FixClass>;
  /** Who decides where a number would change. */
  readonly chooser: 'arithmetic' | 'person';
  readonly paths: readonly string[];
}

export type Command =
  | CheckCommand
  | FixCommand
  | ExtractCommand
  | { readonly kind: 'help' | 'version'; readonly language: Language }
  | { readonly kind: 'mistake'; readonly language: Language; readonly message: Localized };

type Environment = Readonly<Record<string, string | undefined>>;

/** The path that means standard input. */
export const STDIN = '-';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  format: { type: 'string' },
  values: { type: 'boolean' },
  interactive: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;
const TAKES = {
  check: ['lang', 'format'],
  fix: ['lang', 'values', 'interactive', 'dry-run'],
  extract: ['lang', 'format'],
} as const satisfies Record<string, readonly (keyof typeof OPTIONS)[]>;
const LANGUAGES: readonly string[] = ['zh-cn', 'en'] satisfies Language[];

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
  const mistake = (message: Localized): Command => ({ kind: 'mistake', language, message });

  const options = tokens.filter((token) => token.kind === 'option');
  for (const { name, rawName, value } of options) {
    if (!Object.hasOwn(OPTIONS, name)) return mistake(unknownOption(rawName, nearest(name)));
    if (OPTIONS[name as keyof typeof OPTIONS].type === 'boolean' && value !== undefined) return mistake(takesNoValue(rawName));
  }
  if (values.help === true) return { kind: 'help', language };
  if (values.version === true) return { kind: 'version', language };
  if ('lang' in values && told !== language) return mistake(wrongValue('--lang', LANGUAGES));

  const [kind, ...paths] = positionals;
  if (kind === undefined) return mistake(NO_COMMAND);
  if (!isCommand(kind)) return mistake(unknownCommand(kind));
  const taken: readonly string[] = TAKES[kind];
  const stray = options.find(({ name }) => !taken.includes(name));
  if (stray) return mistake(notFor(stray.rawName, kind));
  if (paths.length === 0) return mistake(NO_PATH);
  if (kind === 'fix') {
    const chooser = values.interactive === true ? 'person' : 'arithmetic';
    if (chooser === 'person' && values.values === true) return mistake(notTogether('--interactive', '--values'));
    if (chooser === 'person' && paths.includes(STDIN)) return mistake(notTogether('--interactive', STDIN));
    const classes = new Set<FixClass>(values.values === true ? ['safe', 'value'] : ['safe']);
    return { kind, language, mode: values['dry-run'] === true ? 'dry-run' : 'write', classes, chooser, paths };
  }
  const formats: readonly string[] = FORMATS[kind];
  const format = 'format' in values ? values.format : formats[0];
  if (typeof format !== 'string' || !formats.includes(format)) return mistake(wrongValue('--format', formats));
  return { kind, language, format, paths } as CheckCommand | ExtractCommand;
}

const isCommand = (word: string): word is keyof typeof TAKES => Object.hasOwn(TAKES, word);

/** The first of the locale's variables that is set decides, as everywhere else on Unix. */
function languageOf(env: Environment): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en/i.test(locale) ? 'en' : 'zh-cn';
}

/** The option that a mistyped one begins like, if there is one. */
function nearest(name: string): string | null {
  const start = name.toLowerCase().slice(0, 3);
  const near = Object.keys(OPTIONS).find((option) => start.length === 3 && option.startsWith(start));
  return near ? `--${near}` : null;
}
