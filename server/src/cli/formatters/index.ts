/** The formatter of a format, loaded when it is asked for. */
import type { FixesWanted } from '../../core/index.ts';
import type { Format } from '../args.ts';
import type { Formatter, FormatterOptions } from './formatter.ts';

const LOADERS: Readonly<Record<Format<'check'>, (options: FormatterOptions) => Promise<Formatter>>> = {
  pretty: async ({ language, paint }) => (await import('./pretty.ts')).prettyFormatter(language, paint),
  json: async () => (await import('./json.ts')).jsonFormatter(),
  ndjson: async () => (await import('./json.ts')).ndjsonFormatter(),
  sarif: async ({ language }) => (await import('./sarif.ts')).sarifFormatter(language),
  junit: async ({ language }) => (await import('./junit.ts')).junitFormatter(language),
  github: async ({ language }) => (await import('./github.ts')).githubFormatter(language),
  csv: async ({ language }) => (await import('./csv.ts')).csvFormatter(language),
  html: async ({ language }) => (await import('./html-report.ts')).htmlFormatter(language),
};

export const formatterFor = (format: Format<'check'>, options: FormatterOptions): Promise<Formatter> => LOADERS[format](options);

/** What each writes of fixes: others are not worked out. */
export const FIXES_WRITTEN: Readonly<Record<Format<'check'>, FixesWanted>> = {
  pretty: 'preferred',
  json: 'all',
  ndjson: 'all',
  sarif: 'all',
  junit: 'none',
  github: 'none',
  csv: 'preferred',
  html: 'none',
};
