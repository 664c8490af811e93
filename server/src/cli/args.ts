/** Reads the arguments: a command with its settings, or what is wrong with them. */
import { parseArgs } from 'node:util';
import type { FixClass, Language, Localized } from '../core/index.ts';
import {
  NO_COMMAND,
  NO_CONFIG_PATH,
  NO_PATH,
  NO_REASON,
  notFor,
  REASON_ALONE,
  TWO_CONFIGS,
  takesNoValue,
  unknownCommand,
  unknownOption,
  WAIVERS_WITHOUT_PROJECT,
  wrongValue,
} from './messages.ts';

/** The formats of each command, the one without being told first. */
const FORMATS = { check: ['pretty', 'json'], extract: ['json', 'csv'] } as const;
type Format<Kind extends keyof typeof FORMATS> = (typeof FORMATS)[Kind][number];

/** Which of the project’s files count, where not those around each report: one configuration that is named, or none at all. */
export type ProjectChoice = { readonly kind: 'none' } | { readonly kind: 'named'; readonly path: string };

export interface CheckCommand {
  readonly kind: 'check';
  readonly language: Language;
  readonly format: Format<'check'>;
  readonly project?: ProjectChoice;
  /** The reason for which every finding of today is to be waived. */
  readonly waiveFor?: string;
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
  readonly project?: ProjectChoice;
  /** The classes of fixes to apply. */
  readonly classes: ReadonlySet<FixClass>;
  readonly paths: readonly string[];
}

export type Command =
  | CheckCommand
  | FixCommand
  | ExtractCommand
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
  config: { type: 'string' },
  'no-config': { type: 'boolean' },
  'write-waivers': { type: 'boolean' },
  reason: { type: 'string' },
} as const;
const TAKES = {
  check: ['lang', 'format', 'config', 'no-config', 'write-waivers', 'reason'],
  fix: ['lang', 'values', 'dry-run', 'config', 'no-config'],
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
  const chosen = projectOf(values);
  if ('mistake' in chosen) return mistake(chosen.mistake);
  if (kind === 'fix') {
    const classes = new Set<FixClass>(values.values === true ? ['safe', 'value'] : ['safe']);
    return { kind, language, mode: values['dry-run'] === true ? 'dry-run' : 'write', ...chosen, classes, paths };
  }
  const formats: readonly string[] = FORMATS[kind];
  const format = 'format' in values ? values.format : formats[0];
  if (typeof format !== 'string' || !formats.includes(format)) return mistake(wrongValue('--format', formats));
  if (kind === 'extract') return { kind, language, format, paths } as ExtractCommand;
  const reason = typeof values.reason === 'string' ? values.reason.trim() : '';
  if (values['write-waivers'] === true && reason === '') return mistake(NO_REASON);
  if (values['write-waivers'] !== true && 'reason' in values) return mistake(REASON_ALONE);
  if (values['write-waivers'] === true && chosen.project?.kind === 'none') return mistake(WAIVERS_WITHOUT_PROJECT);
  return { kind, language, format, ...chosen, ...(reason ? { waiveFor: reason } : {}), paths } as CheckCommand;
}

function projectOf(values: Readonly<Record<string, unknown>>): { readonly project?: ProjectChoice } | { readonly mistake: Localized } {
  if (!('config' in values)) return values['no-config'] === true ? { project: { kind: 'none' } } : {};
  if (values['no-config'] === true) return { mistake: TWO_CONFIGS };
  return typeof values.config === 'string' && values.config !== ''
    ? { project: { kind: 'named', path: values.config } }
    : { mistake: NO_CONFIG_PATH };
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
