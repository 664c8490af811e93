/** Finds the statutory words among the cells of a text and sorts the cells by the table that they belong to. */
import { joined, type Token } from '../../layout/token.ts';
import type { Form } from '../../statute/form.ts';
import type { LabelEntry, Lexicon, WordBeginning } from '../../statute/lexicon.ts';
import type { Section } from '../report.ts';
import { begin, goOn, NO_WORD } from './word-cursor.ts';

/** A cell as the binder sees it: `meanings` where it is a statutory word. */
export interface Item {
  readonly cell: Token;
  readonly meanings: readonly LabelEntry[] | null;
  /** What identifies the word, where it is one. */
  readonly key?: string;
  /** Another table or a section heading stands between this cell and the last one of its table. */
  readonly apart?: boolean;
}

export interface Classified {
  /** By table id, in the order of the text; no list is empty. */
  readonly tables: ReadonlyMap<string, readonly Item[]>;
  readonly legacy: { readonly form: Form; readonly cells: readonly Token[] } | null;
}

export function classify(cells: readonly Token[], sections: readonly Section[], lexicon: Lexicon): Classified {
  const tables = new Map<string, Item[]>();
  const legacy = new Map<Form, Token[]>();
  let current: string | null = null;
  let section = -1;
  let apart = true;
  // The cells just before, while together they may be the beginning of a label that is broken over several.
  let before: Token[] = [];
  let beginning: WordBeginning = NO_WORD;
  for (let cell of cells) {
    const { key } = cell;
    while (section + 1 < sections.length && (sections[section + 1] as Section).heading.start <= cell.start) {
      section++;
      current = null;
      apart = true;
    }
    if (cell.kind !== 'cell') {
      before = [];
      beginning = NO_WORD;
      if (current) push(tables, current, { cell, meanings: null });
      continue;
    }
    const own = key ? begin(key, lexicon) : NO_WORD;
    let { meanings } = own;
    if (key && !meanings) {
      const old = lexicon.fingerprints.get(key);
      if (old) push(legacy, old, cell);
    }
    const whole: WordBeginning | null = key && !meanings && beginning !== NO_WORD ? goOn(beginning, key, lexicon) : null;
    beginning = whole ?? own;
    before = whole ? [...before, cell] : [cell];
    meanings ??= whole?.meanings ?? null;
    if (key && !meanings) meanings = lexicon.labels.get(cell.unnumbered) ?? null;
    if (whole && meanings) {
      // The pieces were taken for words or values: they are neither.
      const list = current ? tables.get(current) : undefined;
      while (list && before.includes((list[list.length - 1] as Item | undefined)?.cell as Token)) list.pop();
      cell = joined(cell.text, cell.layout, before, cell.start);
    }
    if (meanings) {
      const next = tableOf(meanings, current, sections[section]?.id);
      if (next !== current && next) apart = true;
      current = next ?? current;
    }
    if (!current) continue;
    if (meanings) push(tables, current, { cell, meanings, key: whole?.key ?? key, apart });
    else push(tables, current, { cell, meanings });
    apart = false;
  }
  // The pieces of one label may have been all that a table had.
  for (const [id, items] of tables) if (items.length === 0) tables.delete(id);
  const [oldest] = legacy;
  return { tables, legacy: oldest && oldest[1].length > 1 ? { form: oldest[0], cells: oldest[1] } : null };
}

/** The table that a word speaks of: the current one if it knows the word, else the section's, else the only one. */
function tableOf(meanings: readonly LabelEntry[], current: string | null, section: string | undefined): string | null {
  let only: string | null = null;
  let several = false;
  for (const { table } of meanings) {
    if (table.id === current) return current;
    if (only !== null && only !== table.id) several = true;
    only ??= table.id;
  }
  if (!several) return only;
  return meanings.find(({ table }) => table.section === section)?.table.id ?? null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
