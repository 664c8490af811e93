/** The report that the converters are tried on, as a Word file and as a web page: our own unit, our own prose. */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { type Grid, type GridCell, gridOf, type ReportValues } from '../harness/grid.ts';
import { type EditionId, forms, PROSE, renderReport, titleOf } from '../harness/reports.ts';

// Widths of the label columns and of a number column, in twentieths of a point: as narrow as in the notice's form.
const LABEL_WIDTHS: Readonly<Record<string, readonly number[]>> = { disclosure: [2600], applications: [500, 1300, 2400], disputes: [] };
const PAGE_WIDTH = 9600;

function widthsOf(table: string, columns: number): number[] {
  const labels = LABEL_WIDTHS[table] ?? [];
  const rest = columns - labels.length;
  const each = Math.floor((PAGE_WIDTH - labels.reduce((a, b) => a + b, 0)) / rest);
  return [...labels, ...Array.from({ length: rest }, () => each)];
}

const centred = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: false, size: 18 })] });

function tableOf(grid: Grid, widths: number[]): Table {
  const cell = ({ text, columns, rows }: GridCell): TableCell =>
    new TableCell({ columnSpan: columns, rowSpan: rows, verticalAlign: VerticalAlign.CENTER, children: [centred(text)] });
  return new Table({
    width: { size: PAGE_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: grid.map((row) => new TableRow({ cantSplit: true, children: row.map(cell) })),
  });
}

/** The report as Word writes it: merged cells, narrow label columns, centred numbers. */
export function wordDocument(edition: EditionId, year: number, values: ReportValues): Promise<Buffer> {
  const form = forms[edition];
  const body = form.edition.sections.flatMap((section) => {
    const heading = new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(`${section.number}、${section.title}`)] });
    const table = form.tables.find((candidate) => candidate.section === section.id);
    if (!table) return [heading, new Paragraph({ children: [new TextRun(PROSE[section.id] ?? '')] })];
    const grid = gridOf(table, values);
    const columns = Math.max(...grid.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
    return [heading, tableOf(grid, widthsOf(table.id, columns)), new Paragraph({ children: [] })];
  });
  const title = new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [new TextRun(titleOf(year))] });
  return Packer.toBuffer(new Document({ sections: [{ children: [title, ...body] }] }));
}

/** The report as a web page that names its encoding; `ruled` draws the tables' lines, which w3m then draws too. */
export function webPage(edition: EditionId, year: number, values: ReportValues, ruled: 'plain' | 'ruled' = 'plain'): string {
  const page = renderReport({ edition, year, values, layout: 'html' }).replace('<head>', '<head><meta charset="utf-8">');
  return ruled === 'ruled' ? page.replaceAll('<table>', '<table border="1">') : page;
}
