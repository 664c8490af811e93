/** Every word of every known form, by its normalised key: what a cell's text can mean. */
import { keyOf } from '../text/normalise.ts';
import type { Form, RowSpec, TableForm } from './form.ts';
import type { RejectedEdition } from './rejected.ts';
import type { Edition } from './schema.ts';

type LabelKind = 'row' | 'column' | 'group' | 'block' | 'header';

/** One meaning of a word in one form. */
export interface LabelEntry {
  readonly form: Form;
  readonly table: TableForm;
  readonly kind: LabelKind;
  /** The word as the notice has it, and its key. */
  readonly label: string;
  readonly key: string;
  /** Reading order among the table's labels; tells apart words that occur more than once. */
  readonly ordinal: number;
  readonly row?: RowSpec;
}

interface SectionEntry {
  readonly id: string;
  readonly ordinal: number;
}

/** What the words are that begin with some characters: a bit for each kind. */
export const ROW = 1;
const GROUP = 2;
/** Columns, headers, blocks: where such a word stands, the row above is over. */
export const HEADER = 4;

const BITS: Readonly<Record<LabelKind, number>> = { row: ROW, group: GROUP, column: HEADER, block: HEADER, header: HEADER };

/** A word as far as it has been read. */
export interface WordBeginning {
  readonly key: string;
  /** What it is or may become (`ROW`, `HEADER` …). */
  readonly bits: number;
  /** What it means as it is; `null` for what is no whole word. */
  readonly meanings: readonly LabelEntry[] | null;
}

export interface Lexicon {
  readonly forms: readonly Form[];
  readonly labels: ReadonlyMap<string, readonly LabelEntry[]>;
  /** Every beginning of a word, whole words among them. */
  readonly beginnings: ReadonlyMap<string, WordBeginning>;
  /** The last two characters of every word. */
  readonly endings: ReadonlySet<string>;
  readonly sections: ReadonlyMap<string, SectionEntry>;
  /** Words of forms that are known by name only. */
  readonly fingerprints: ReadonlyMap<string, Form>;
  /** Editions of the project that no text can be held against. */
  readonly rejected: readonly RejectedEdition[];
}

const NUMBERING = /^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)/;

/** A label without the number before it. */
export const unnumbered = (label: string): string => label.replace(NUMBERING, '');

/** A label as written in the notice, its variants, and the label without its number. */
function spellings(label: { readonly label: string; readonly variants?: readonly string[] | undefined }): string[] {
  const all = [label.label, ...(label.variants ?? []), unnumbered(label.label)];
  // 其它 for 其他 is a spelling, not another word.
  return [...new Set(all.map(keyOf).flatMap((key) => [key, key.replace('其他', '其它')]))];
}

/** All wordings under which a section is found. */
export const headingsOf = ({ title, variants = [], slips = [] }: Edition['sections'][number]): readonly string[] => [
  title,
  ...variants,
  ...slips,
];

export function buildLexicon(forms: readonly Form[], rejected: readonly RejectedEdition[] = []): Lexicon {
  const labels = new Map<string, LabelEntry[]>();
  const sections = new Map<string, SectionEntry>();
  const fingerprints = new Map<string, Form>();
  for (const form of forms) {
    for (const word of form.edition.fingerprints ?? []) fingerprints.set(keyOf(word), form);
    for (const table of form.tables) addTable(labels, form, table);
  }
  // The place of a heading is that among most others: an annex may have but one of them.
  for (const { edition } of forms.toSorted((a, b) => b.edition.sections.length - a.edition.sections.length))
    edition.sections.forEach((section, ordinal) => {
      for (const key of headingsOf(section).map(keyOf)) if (!sections.has(key)) sections.set(key, { id: section.id, ordinal });
    });
  return {
    forms,
    labels,
    beginnings: beginningsOf(labels),
    endings: new Set([...labels.keys()].map((key) => key.slice(-2))),
    sections,
    fingerprints,
    rejected,
  };
}

function beginningsOf(labels: ReadonlyMap<string, readonly LabelEntry[]>): Map<string, WordBeginning> {
  const bits = new Map<string, number>();
  for (const [key, entries] of labels) {
    const kinds = entries.reduce((all, { kind }) => all | BITS[kind], 0);
    for (let length = 1; length <= key.length; length++) {
      const start = key.slice(0, length);
      bits.set(start, (bits.get(start) ?? 0) | kinds);
    }
  }
  return new Map([...bits].map(([key, kinds]) => [key, { key, bits: kinds, meanings: labels.get(key) ?? null }]));
}

/** Adds the labels of a table in the order in which a reader meets them. */
function addTable(labels: Map<string, LabelEntry[]>, form: Form, table: TableForm): void {
  let ordinal = 0;
  const add = (kind: LabelKind, label: { label: string; variants?: readonly string[] | undefined }, row?: RowSpec): void => {
    const { label: written } = label;
    const entry: LabelEntry = { form, table, kind, label: written, key: keyOf(written), ordinal: ordinal++, ...(row ? { row: row } : {}) };
    for (const key of spellings(label)) {
      const entries = labels.get(key);
      if (entries) entries.push(entry);
      else labels.set(key, [entry]);
    }
  };
  table.data.blocks.forEach((block, index) => {
    const groups = block.groups ?? {};
    if (block.label) add('block', { label: block.label });
    for (const header of table.data.headers) add('header', header);
    if (block.arrangement === 'line') {
      for (const group of Object.values(groups)) add('group', group);
      for (const row of block.rows) {
        add('header', row);
        for (const column of block.columns) add('column', column);
      }
      return;
    }
    for (const column of block.columns) add('column', column);
    let open: readonly string[] = [];
    for (const line of table.rows) {
      if (line.block !== index) continue;
      const row = block.rows.find((candidate) => candidate.key === line.key);
      for (const key of line.groups) if (!open.includes(key)) add('group', groups[key] as { label: string });
      open = line.groups;
      if (row) add('row', row, line);
    }
  });
}
