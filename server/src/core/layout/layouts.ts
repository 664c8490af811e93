/** What each layout is and can do, as one table: whoever decides by a layout asks here, not for its name. */

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

export interface Layout {
  /** Nothing separates cells: only the words tell where they begin. */
  readonly loose: boolean;
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
  /** What stands between two cells of a row of fields. */
  readonly separator: string | null;
  /** A table can be begun in the middle of a text. */
  readonly begins: boolean;
  /** The line after a table would go on with it, unless a blank line stands between. */
  readonly openEnded: boolean;
  /** Its lines may stand in a quotation or be indented. */
  readonly prefixed: boolean;
  /** A blank line, or a line of pipes, ends a row and belongs to it. */
  readonly lineEndsRow: boolean;
  /** Whether an empty cell keeps its place by its separators alone, or is lost with its text. */
  readonly emptyCell: 'kept' | 'lost' | 'told by place';
  /** Where it loses blanks: what keeps them instead, the most alike first. */
  readonly instead: readonly WrittenLayout[];
}

const FIELDS: Layout = {
  loose: false,
  setByPlace: false,
  oneCellALine: false,
  even: true,
  textEndsRow: false,
  anyLine: false,
  separator: null,
  begins: true,
  openEnded: false,
  prefixed: false,
  lineEndsRow: false,
  emptyCell: 'kept',
  instead: [],
};
const LOOSE: Layout = { ...FIELDS, loose: true, even: false, begins: false, emptyCell: 'lost' };

export const LAYOUTS: Readonly<Record<LayoutId, Layout>> = {
  'cell-lines': { ...FIELDS, oneCellALine: true, even: false, openEnded: true, lineEndsRow: true, emptyCell: 'lost' },
  'trailing-pipes': { ...FIELDS, oneCellALine: true, even: false, textEndsRow: true, lineEndsRow: true, emptyCell: 'lost' },
  'pipe-rows': { ...FIELDS, textEndsRow: true, separator: '|', prefixed: true, emptyCell: 'lost' },
  tsv: { ...FIELDS, separator: '\t' },
  csv: { ...FIELDS, separator: ',' },
  markdown: { ...FIELDS, separator: '|', openEnded: true, prefixed: true },
  html: { ...FIELDS, even: false, begins: false },
  grid: { ...FIELDS, setByPlace: true, prefixed: true, emptyCell: 'told by place' },
  ruled: { ...FIELDS, setByPlace: true, prefixed: true, emptyCell: 'told by place' },
  'bare-lines': { ...LOOSE, oneCellALine: true, anyLine: true, instead: ['cell-lines'] },
  aligned: { ...LOOSE, setByPlace: true, emptyCell: 'told by place', instead: ['ruled', 'tsv'] },
  raw: { ...LOOSE, emptyCell: 'told by place', instead: ['tsv'] },
  glued: { ...LOOSE, setByPlace: true, emptyCell: 'told by place', instead: ['tsv'] },
};
