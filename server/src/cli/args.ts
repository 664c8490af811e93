/** Reads the arguments: a command with its settings, or what is wrong with them. */
import { parseArgs } from 'node:util';
import type { FixClass, Language, Localized } from '../core/index.ts';
import { NO_COMMAND, NO_PATH, notFor, takesNoValue, unknownCommand, unknownOption, wrongValue } from './messages.ts';

export type Format = 'pretty' | 'json';

export interface CheckCommand {
  readonly kind: 'check';
  readonly language: Language;
  readonly format: Format;
  readonly paths: readonly string[];
}

export interface FixCommand {
  readonly kind: 'fix';
  readonly language: Language;
  readonly mode: 'write' | 'dry-run';
  /** The classes of fixes to apply. */
  readonly classes: ReadonlySet<FixClass>;
  readonly paths: readonly string[];
}

export type Command =
  | CheckCommand
  | FixCommand
  | { readonly kind: 'help' | 'version'; readonly language: Language }
  | { readonly kind: 'mistake'; readonly language: Language; readonly message: Localized };

type Environment = Readonly<Record<string, string | undefined>>;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  lang: { type: 'string' },
  format: { type: 'string' },
  values: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;
const TAKES: Readonly<Record<'check' | 'fix', readonly string[]>> = { check: ['lang', 'format'], fix: ['lang', 'values', 'dry-run'] };
const LANGUAGES: readonly string[] = ['zh-cn', 'en'] satisfies Language[];
const FORMATS: readonly string[] = ['pretty', 'json'] satisfies Format[];

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
  if (kind !== 'check' && kind !== 'fix') return mistake(unknownCommand(kind));
  const stray = options.find(({ name }) => !TAKES[kind].includes(name));
  if (stray) return mistake(notFor(stray.rawName, kind));
  if (paths.length === 0) return mistake(NO_PATH);
  if (kind === 'fix') {
    const classes = new Set<FixClass>(values.values === true ? ['safe', 'value'] : ['safe']);
    return { kind, language, mode: values['dry-run'] === true ? 'dry-run' : 'write', classes, paths };
  }
  const format = 'format' in values ? values.format : 'pretty';
  if (typeof format !== 'string' || !FORMATS.includes(format)) return mistake(wrongValue('--format', FORMATS));
  return { kind, language, format: format as Format, paths };
}

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
