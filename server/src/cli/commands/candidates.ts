/** A fix about to be made: what it would write, cell by cell, and how it is told from the others. */
import type { Document, Edit, Finding, Fix, Report, Span } from '../../core/index.ts';
import type { Note } from '../output/patches.ts';

/** Its edits are made together or not at all. */
export interface Candidate {
  readonly key: string;
  readonly report: number;
  readonly finding: Finding;
  readonly fix: Fix;
  /** The cells whose numbers it changes, by report. */
  readonly writes: readonly string[];
  readonly notes: ReadonlyMap<Edit, Note>;
}

export function candidateOf(document: Document, finding: Finding, fix: Fix): Candidate {
  const report = document.reports.indexOf(finding.report);
  const edits = fix.edits.map(({ span, newText }): Edit => ({ span, newText: withLineEnds(document.text, newText) }));
  // Not by place alone: an earlier fix may have moved it.
  const about = finding.cells.length > 0 ? finding.cells.join() : finding.span.start;
  const key = `${finding.rule} ${report} ${about} ${edits.map(({ newText }) => newText).join()}`;
  const cells = edits.map(({ span }) => cellAt(finding.report, span));
  const notes = edits.map((edit, index): [Edit, Note] => {
    const cell = cells[index] ?? null;
    return [edit, { id: cell === null ? key : `${report} ${cell}`, cell, title: fix.title }];
  });
  const writes = fix.class === 'safe' ? [] : cells.filter((cell) => cell !== null).map((cell) => `${report} ${cell}`);
  return { key, report, finding, fix: { ...fix, edits }, writes, notes: new Map(notes) };
}

/** A file whose lines all end in CRLF gets no other line ends. */
const withLineEnds = (text: string, newText: string): string =>
  newText.includes('\n') && text.includes('\r\n') && !/(?<!\r)\n/.test(text) ? newText.replace(/\r?\n/g, '\r\n') : newText;

function cellAt(report: Report, { start, end }: Span): string | null {
  for (const { cells } of report.tables) {
    const cell = cells.find((one) => {
      if (!one) return false;
      const { span, pieces = [span], room = 0 } = one;
      // Where cells are told by their place, a longer number takes spaces after it.
      return pieces.some((piece) => piece.start === start && piece.end <= end && end <= piece.end + room);
    });
    if (cell) return cell.spec.key;
  }
  return null;
}
