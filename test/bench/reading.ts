/** What the reading aids cost in a file of a hundred reports that is parsed and checked: asked the first time, and again. */
import { CancellationToken, type Position } from 'vscode-languageserver';
import { createCatalogue, digestsOf, lineSpan, lint, NO_CONFIGURATION, parse, positionAt, type Span } from '../../server/src/core/index.ts';
import type { Analysis } from '../../server/src/lsp/diagnose/documents.ts';
import { createWork } from '../../server/src/lsp/long-work.ts';
import { codeLenses } from '../../server/src/lsp/reading/code-lenses.ts';
import { documentSymbols } from '../../server/src/lsp/reading/document-symbols.ts';
import { foldingRanges, selectionRange } from '../../server/src/lsp/reading/folding.ts';
import { hoverAt } from '../../server/src/lsp/reading/hover.ts';
import { inlayHints } from '../../server/src/lsp/reading/inlay-hints.ts';
import { highlightsAt, referencesAt } from '../../server/src/lsp/reading/navigation.ts';
import { semanticTokens } from '../../server/src/lsp/reading/semantic-tokens.ts';
import { workspaceSymbols } from '../../server/src/lsp/reading/workspace-symbols.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';
import { quantile } from './measure.ts';

const REPORTS = 100;
const BYTES = 1_000_000;
const ROUNDS = 25;
const URI = 'file:///hundred.txt';
/** An editor shows about so many lines. */
const SCREEN = 60;
const WANTED = { setting: 'all', language: 'zh-cn' } as const;
/** Nobody else is served meanwhile. */
const ALONE = createWork(CancellationToken.None, Number.POSITIVE_INFINITY);

/** A hundred reports of a megabyte; one in ten has a wrong total. */
function sample(prose: string): string {
  const paragraph = `${prose.repeat(4)}本年度新收政府信息公开申请0件。\n`;
  const one = (seed: number, more: number): string => {
    const values = consistentValues('2021', seeded(seed));
    if (seed % 10 === 0) values.set('applications.received.total', (values.get('applications.received.total') ?? 0) + 1);
    return renderReport({ values, year: 2023, unit: `第${seed + 1}水务局` }).replace('本年度，', `${paragraph.repeat(more)}本年度，`);
  };
  const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
  const missing = BYTES / REPORTS - bytesOf(one(0, 0));
  const more = Math.max(0, Math.round(missing / bytesOf(paragraph)));
  return Array.from({ length: REPORTS }, (_, seed) => one(seed, more)).join('\n');
}

function analysisOf(text: string): Analysis {
  const document = parse(text);
  const digests = digestsOf(document, 'file:///last-year.txt');
  const siblings = digests.map((previous) => ({ previous, members: null }));
  const findings = lint(document);
  return { uri: URI, version: 1, configuration: NO_CONFIGURATION, document, findings, waived: [], siblings, failure: null };
}

const presentation = {
  language: 'zh-cn',
  rulePage: String,
  relatedInformation: true,
  versionedEdits: true,
  changeAnnotations: true,
} as const;

export async function printReading(prose: string): Promise<void> {
  const text = sample(prose);
  const { document } = analysisOf(text);
  const table = document.reports[REPORTS >> 1]?.tables[1];
  const cell = table?.cells.at(-8);
  if (!cell) throw new Error('the sample has no such cell');
  const at: Position = positionAt(document.lines, cell.span.start);
  const spanOfLine = (line: number): number => lineSpan(document.lines, line).start;
  const screen: Span = { start: spanOfLine(at.line - SCREEN / 2), end: spanOfLine(at.line + SCREEN / 2) };
  const whole: Span = { start: 0, end: text.length };
  const catalogue = createCatalogue();
  for (let file = 0; file < 20; file++) catalogue.put(`file:///${file}.txt`, digestsOf(document, `file:///${file}.txt`));
  const tasks: Readonly<Record<string, (analysis: Analysis) => unknown>> = {
    hover: (analysis) => hoverAt(analysis, cell.span.start, 'zh-cn'),
    highlights: (analysis) => highlightsAt(analysis, cell.span.start),
    references: (analysis) => referencesAt(analysis, cell.span.start, { includeDeclaration: false }),
    'hints of a screen': (analysis) => inlayHints(analysis, screen, WANTED, ALONE),
    'hints of the file': (analysis) => inlayHints(analysis, whole, WANTED, ALONE),
    'tokens of a screen': (analysis) => semanticTokens(analysis, ALONE, document.reports[REPORTS >> 1]?.span),
    'tokens of the file': (analysis) => semanticTokens(analysis, ALONE),
    symbols: (analysis) => documentSymbols(analysis, presentation, ALONE),
    folding: (analysis) => foldingRanges(analysis),
    selection: (analysis) => selectionRange(analysis, at),
    lenses: (analysis) => codeLenses(analysis, 'zh-cn'),
    'symbols of 2,000 reports': () => workspaceSymbols(catalogue, '水局2023', ALONE),
  };
  console.log(
    `  ${new TextEncoder().encode(text).length} bytes, ${document.reports.length} reports, ${document.lines.starts.length} lines`,
  );
  for (const [name, run] of Object.entries(tasks)) {
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < ROUNDS + 5; round++) {
      const analysis = analysisOf(text);
      for (const samples of [first, again]) {
        const start = performance.now();
        await run(analysis);
        // The first rounds warm the just-in-time compiler up.
        if (round >= 5) samples.push(performance.now() - start);
      }
    }
    const shown = (samples: readonly number[]): string =>
      `median ${quantile(samples, 0.5).toFixed(2)} ms, 95 % ${quantile(samples, 0.95).toFixed(2)} ms`;
    console.log(`  ${name.padEnd(26)} first ${shown(first)}   again ${shown(again)}`);
  }
}
