/** What stands behind the page of the table view in its tests: the server’s answers for a text, and the edits made in it. */
import { tablePage } from '../../client/src/table/table-page.ts';
import {
  applyEdits,
  createCatalogue,
  digestsOf,
  type Language,
  type Lines,
  lint,
  NO_CONFIGURATION,
  NO_SIBLINGS,
  type Position,
  parse,
} from '../../server/src/core/index.ts';
import type { Analysis } from '../../server/src/lsp/diagnose/documents.ts';
import type { TablesAnswer } from '../../server/src/lsp/protocol.ts';
import { tablesOf, writeNumber } from '../../server/src/lsp/tables/tables.ts';
import type { Presentation } from '../../server/src/lsp/to-protocol.ts';
import { env } from './vscode.ts';

const LAST = 'file:///last.txt';

export interface Host {
  readonly html: string;
  text(): string;
  tables(report?: number): TablesAnswer | null;
  /** Writes a number as the extension does: why it was refused, or nothing. */
  write(key: string, value: string, report?: number): string | null;
  /** Somebody types in the text. */
  replace(from: string, to: string): void;
}

export function createHost(first: string, lastYear: string | null, language: Language): Host {
  let text = first;
  let version = 1;
  const catalogue = createCatalogue();
  if (lastYear !== null) catalogue.put(LAST, digestsOf(parse(lastYear), LAST));
  const presentation: Presentation = {
    language,
    rulePage: (rule) => rule,
    relatedInformation: false,
    versionedEdits: false,
    changeAnnotations: false,
  };
  const analyse = (): Analysis => {
    const document = parse(text);
    const uri = 'file:///report.txt';
    const siblings = document.reports.map((report) => catalogue.siblingsOf(report, uri));
    const findings = lint(document, { siblingsOf: (report) => siblings[document.reports.indexOf(report)] ?? NO_SIBLINGS });
    return { uri, version, configuration: NO_CONFIGURATION, document, findings, waived: [], siblings, failure: null };
  };
  const offset = ({ starts }: Lines, { line, character }: Position): number => (starts[line] ?? 0) + character;
  const change = (next: string): void => {
    text = next;
    version++;
  };
  env.language = language;
  return {
    html: tablePage(
      { extensionUri: '' } as never,
      { asWebviewUri: (uri: string) => uri.replace('/dist', ''), cspSource: "'self'" } as never,
    ),
    text: () => text,
    tables: (report = 0) => tablesOf(analyse(), report, presentation),
    write(key, value, report = 0) {
      const analysis = analyse();
      const { lines } = analysis.document;
      const answer = writeNumber(analysis, { uri: '', version, report, key, value }, presentation);
      if (answer.kind !== 'edits') return answer.kind === 'refused' ? answer.reason : 'outdated';
      const edits = answer.edits.map(({ range, newText }) => ({
        span: { start: offset(lines, range.start), end: offset(lines, range.end) },
        newText,
      }));
      change(applyEdits(text, edits));
      return null;
    },
    replace: (from, to) => change(text.replace(from, to)),
  };
}
