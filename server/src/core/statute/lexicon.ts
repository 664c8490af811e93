/** Every word of every known form, by its normalised key: what a cell's text can mean. */
import { keyOf } from '../text/normalise.ts';
import type { Form, LineSpec, TableForm } from './form.ts';

export type LabelKind = 'row' | 'column' | 'group' | 'block' | 'header';

/** One meaning of a word in one form. */
export interface LabelEntry {
  readonly form: Form;
  readonly table: TableForm;
  readonly kind: LabelKind;
  /** Reading order among the table's labels; tells apart words that occur more than once. */
  readonly ordinal: number;
  readonly line?: LineSpec;
}

export interface SectionEntry {
  readonly id: string;
  readonly ordinal: number;
}

export interface Lexicon {
  readonly forms: readonly Form[];
  readonly labels: ReadonlyMap<string, readonly LabelEntry[]>;
  readonly sections: ReadonlyMap<string, SectionEntry>;
  /** Words of forms that are known by name only. */
  readonly fingerprints: ReadonlyMap<string, Form>;
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

export function buildLexicon(forms: readonly Form[]): Lexicon {
  const labels = new Map<string, LabelEntry[]>();
  const sections = new Map<string, SectionEntry>();
  const fingerprints = new Map<string, Form>();
  for (const form of forms) {
    for (const word of form.edition.fingerprints ?? []) fingerprints.set(keyOf(word), form);
    form.edition.sections.forEach((section, ordinal) => {
      for (const title of [section.title, ...(section.variants ?? [])]) sections.set(keyOf(title), { id: section.id, ordinal });
    });
    for (const table of form.tables) addTable(labels, form, table);
  }
  return { forms, labels, sections, fingerprints };
}

/** Adds the labels of a table in the order in which a reader meets them. */
function addTable(labels: Map<string, LabelEntry[]>, form: Form, table: TableForm): void {
  let ordinal = 0;
  const add = (kind: LabelKind, label: { label: string; variants?: readonly string[] | undefined }, line?: LineSpec): void => {
    const entry: LabelEntry = { form, table, kind, ordinal: ordinal++, ...(line ? { line } : {}) };
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
    for (const line of table.lines) {
      if (line.block !== index) continue;
      const row = block.rows.find((candidate) => candidate.key === line.key);
      for (const key of line.groups) if (!open.includes(key)) add('group', groups[key] as { label: string });
      open = line.groups;
      if (row) add('row', row, line);
    }
  });
}
