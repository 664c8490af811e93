/** What each layout is and can do, as one table: whoever decides by a layout asks here, not for its name. */
import { type Localized, say } from '../text/localized.ts';

/** The tables of a text, by how they reach an editor; docs and README describe each. */
export type LayoutId =
  | 'cell-lines'
  | 'trailing-pipes'
  | 'pipe-rows'
  | 'tsv'
  | 'csv'
  | 'markdown'
  | 'html'
  /** Tables with drawn borders: pandoc's grid tables, box drawing of text browsers. */
  | 'grid'
  /** Columns under a ruler of dashes: pandoc's simple and multiline tables, those of reStructuredText. */
  | 'ruled'
  | LooseLayoutId;

/** Layouts without separators: one cell a line, columns by spaces, cells by single spaces, nothing between. */
export type LooseLayoutId = 'bare-lines' | 'aligned' | 'raw' | 'glued';

/** Nobody writes labels and numbers without anything between them. */
export type WrittenLayout = Exclude<LayoutId, 'glued'>;

/** What a line of nothing but separators is made of, and what shows that it is more than white space. */
export interface DrawnLine {
  readonly of: RegExp;
  readonly mark: RegExp;
}

interface Layout {
  /** Nothing separates cells: only the words tell where they begin. */
  readonly loose: boolean;
  /** A cell may be several numbers, a run of digits. */
  readonly runs: boolean;
  /** Columns by spaces: a row stands in one line, its label's or one of them. */
  readonly columns: boolean;
  /** Rows and cells are elements, and tags and entities may stand in words; where lines end says nothing. */
  readonly markup: boolean;
  /** A merged cell says over how many rows it stands, so that a row cannot leave the rows of its groups. */
  readonly rowSpans: boolean;
  /** A cell's neighbours are told by where they stand, so that what is written must not move them. */
  readonly setByPlace: boolean;
  /** Nothing around a number says which column it is in. */
  readonly oneCellALine: boolean;
  /** A row is written with all cells of the grid, merged ones too, so that a row that lost one is shorter. */
  readonly even: boolean;
  /** Text after as many cells as are due begins another row: no mark ends the one before. */
  readonly textEndsRow: boolean;
  /** Every line may be a cell, so that blank lines between lines end nothing. */
  readonly anyLine: boolean;
  /** A blank line ends its table. */
  readonly blankLineEnds: boolean;
  /** What stands between two cells of a row of fields. */
  readonly separator: string | null;
  /** A cell reaches no further than this. */
  readonly edge: RegExp;
  /** Lines of nothing but separators that belong to the table beside them: borders, rulers, the pipes that end a row. */
  readonly drawn: DrawnLine | null;
  /** The line after a table would go on with it, unless a blank line stands between. */
  readonly openEnded: boolean;
  /** Its lines may stand in a quotation or be indented. */
  readonly prefixed: boolean;
  /** A blank line, or a line of pipes, ends a row and belongs to it. */
  readonly lineEndsRow: boolean;
  /** Whether an empty cell keeps its place by its separators alone, or is lost with its text. */
  readonly emptyCell: 'kept' | 'lost' | 'told by place';
  /** How a table of it is written anew. */
  readonly written: WrittenLayout;
  /** The same, where a line of dashes stands below the first row. */
  readonly writtenWithDashes: WrittenLayout;
  /** How a further table is written in a text of it: another way where none can be begun in it. */
  readonly further: WrittenLayout;
  /** Where it loses blanks: what keeps them instead, the most alike first. */
  readonly instead: readonly WrittenLayout[];
  /** What it is called where it stands in for another; `null` where it never does. */
  readonly name: Localized | null;
}

/** Where nothing shows how a text writes its tables. */
export const USUAL_LAYOUT: WrittenLayout = 'tsv';

const PIPES: DrawnLine = { of: /^[\s>|:+-]*$/, mark: /\|/ };
const TABS: DrawnLine = { of: /^[ \u3000\t\r]*$/, mark: /\t/ };
const BORDERS: DrawnLine = { of: /^[\s|+=:\u2500-\u257f-]*$/, mark: /[+\u2500-\u257f]/ };
const RULERS: DrawnLine = { of: /^[-= ]*$/, mark: /--|==/ };
const COMMAS: DrawnLine = { of: /^[\s",]*$/, mark: /,/ };

/** Fields in rows; `own` is what the table of such a layout is written as. */
const fields = (own: WrittenLayout, facts: Partial<Layout>): Layout => ({
  loose: false,
  runs: false,
  columns: false,
  markup: false,
  rowSpans: false,
  setByPlace: false,
  oneCellALine: false,
  even: true,
  textEndsRow: false,
  anyLine: false,
  blankLineEnds: false,
  separator: null,
  edge: /[\t\r\n|<>]/,
  drawn: null,
  openEnded: false,
  prefixed: false,
  lineEndsRow: false,
  emptyCell: 'kept',
  written: own,
  writtenWithDashes: own,
  further: own,
  instead: [],
  name: null,
  ...facts,
});
const loose = (own: WrittenLayout, facts: Partial<Layout>): Layout =>
  fields(own, { loose: true, even: false, emptyCell: 'told by place', further: USUAL_LAYOUT, ...facts });

export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
  'cell-lines': fields('cell-lines', {
    oneCellALine: true,
    even: false,
    openEnded: true,
    lineEndsRow: true,
    emptyCell: 'lost',
    drawn: TABS,
    name: say('每格一行、以制表符开头', 'one cell a line behind a TAB'),
  }),
  'trailing-pipes': fields('trailing-pipes', {
    oneCellALine: true,
    even: false,
    textEndsRow: true,
    lineEndsRow: true,
    emptyCell: 'lost',
    drawn: PIPES,
  }),
  // Under a line of dashes it is Markdown without its outer pipes.
  'pipe-rows': fields('pipe-rows', {
    textEndsRow: true,
    separator: '|',
    prefixed: true,
    emptyCell: 'lost',
    drawn: PIPES,
    writtenWithDashes: 'markdown',
  }),
  tsv: fields('tsv', { separator: '\t', drawn: TABS, name: say('制表符分隔', 'TABs between cells') }),
  csv: fields('csv', { separator: ',', edge: /[\r\n,"]/, drawn: COMMAS }),
  markdown: fields('markdown', { separator: '|', blankLineEnds: true, openEnded: true, prefixed: true, drawn: PIPES }),
  html: fields('html', { markup: true, rowSpans: true, even: false, further: USUAL_LAYOUT }),
  grid: fields('grid', { setByPlace: true, prefixed: true, emptyCell: 'told by place', drawn: BORDERS }),
  ruled: fields('ruled', {
    setByPlace: true,
    prefixed: true,
    emptyCell: 'told by place',
    drawn: RULERS,
    name: say('按列对齐、上下加标线', 'columns between rulers'),
  }),
  'bare-lines': loose('bare-lines', { oneCellALine: true, anyLine: true, emptyCell: 'lost', instead: ['cell-lines'] }),
  aligned: loose('aligned', { columns: true, setByPlace: true, instead: ['ruled', 'tsv'] }),
  raw: loose('raw', { instead: ['tsv'] }),
  glued: loose('raw', { runs: true, setByPlace: true, instead: ['tsv'] }),
};
