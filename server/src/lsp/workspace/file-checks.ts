/** The findings of one file at a time that is not open, kept as diagnostics until something changes that they depend on. */
import type { Diagnostic } from 'vscode-languageserver';
import {
  type Configuration,
  decode,
  type FileFinding,
  type Head,
  lexiconOf,
  type PlainDocument,
  plainDocument,
  type Siblings,
  uncheckable,
} from '../../core/index.ts';
import type { Context } from '../context.ts';
import { countFindings } from '../diagnose/document-status.ts';
import { isStillBeside, judgeBeside } from '../diagnose/judge-beside.ts';
import type { FindingCounts } from '../protocol.ts';
import { type Presentation, toDiagnostic } from '../to-protocol.ts';

interface Checked {
  readonly resultId: string;
  readonly version: number;
  readonly uri: string;
  readonly configuration: Configuration;
  readonly language: Presentation['language'];
  readonly heads: readonly Head[];
  readonly siblings: readonly Siblings[];
  readonly items: Diagnostic[];
  readonly counts: FindingCounts;
}

interface Judged extends Pick<Checked, 'heads' | 'siblings'> {
  readonly document: PlainDocument;
  readonly findings: readonly FileFinding[];
}

export interface FileChecks {
  /** `null` where there is no such text. */
  of(uri: string): Promise<Checked | null>;
  countsOf(uri: string): FindingCounts | null;
  /** The file was read anew, and may say something else. */
  renew(uri: string): void;
  /** The file is gone. */
  forget(uri: string): void;
}

/** `counted` hears that the findings of a file may be others now. */
export function createFileChecks({ catalogue, files, parse, presentation, reader }: Context, counted: () => void): FileChecks {
  const known = new Map<string, Checked>();
  const versions = new Map<string, number>();
  const versionOf = (uri: string): number => versions.get(uri) ?? 0;
  let results = 0;

  const isCurrent = (checked: Checked, configuration: Configuration): boolean =>
    checked.version === versionOf(checked.uri) &&
    checked.configuration === configuration &&
    checked.language === presentation().language &&
    isStillBeside(catalogue, checked);
  const readAndJudge = (text: string, uri: string, configuration: Configuration): Judged => {
    const document = parse(text, lexiconOf(configuration.settings));
    const heads = document.reports.map(({ unit, reportingYear }) => ({ unit, reportingYear }));
    return { document, heads, ...judgeBeside(catalogue, document, uri, configuration) };
  };
  const attempt = (text: string, uri: string, configuration: Configuration): Judged => {
    try {
      return readAndJudge(text, uri, configuration);
    } catch (error) {
      return { document: plainDocument(text), heads: [], siblings: [], findings: [uncheckable(error)] };
    }
  };
  const textOf = async (uri: string): Promise<string | null> => {
    const bytes = await reader()?.(uri).catch(() => null);
    const content = bytes ? decode(bytes) : null;
    return content?.kind === 'text' ? content.text : null;
  };

  return {
    countsOf: (uri) => known.get(uri)?.counts ?? null,
    renew: (uri) => void (known.has(uri) && versions.set(uri, versionOf(uri) + 1)),
    forget: (uri) => void known.delete(uri),
    async of(uri) {
      const configuration = await files.configurationOf(uri);
      const last = known.get(uri);
      if (last && isCurrent(last, configuration)) return last;
      const version = versionOf(uri);
      const text = await textOf(uri);
      if (text === null) return null;
      const { document, heads, siblings, findings } = attempt(text, uri, configuration);
      const shown = presentation();
      const checked: Checked = {
        resultId: String(++results),
        version,
        uri,
        configuration,
        language: shown.language,
        heads,
        siblings,
        items: findings.map((finding) => toDiagnostic({ uri, document }, finding, shown)),
        counts: countFindings(findings),
      };
      known.set(uri, checked);
      counted();
      return checked;
    },
  };
}
