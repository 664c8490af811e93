/** Finds the statutory words among the cells of a text and sorts the cells by the table that they belong to. */
import { joined, type Token } from '../../layout/token.ts';
import type { Form } from '../../statute/form.ts';
import type { LabelEntry, Lexicon } from '../../statute/lexicon.ts';
import type { Section } from '../report.ts';
import { keyOfToken, mayBeLabel, unnumberedKey } from './content.ts';

/** A token as the binder sees it: `meanings` where it is a statutory word. */
export interface Item {
  readonly token: Token;
  readonly meanings: readonly LabelEntry[] | null;
  /** What identifies the word, where it is one. */
  readonly key?: string;
  /** Another table or a section heading stands between this token and the last one of its table. */
  readonly apart?: boolean;
}

export interface Classified {
  /** By table id, in the order of the text; no list is empty. */
  readonly tables: ReadonlyMap<string, readonly Item[]>;
  readonly legacy: { readonly form: Form; readonly tokens: readonly Token[] } | null;
}

export function classify(text: string, tokens: readonly Token[], sections: readonly Section[], lexicon: Lexicon): Classified {
  const tables = new Map<string, Item[]>();
  const legacy = new Map<Form, Token[]>();
  let current: string | null = null;
  let section = -1;
  let apart = true;
  // The cells just before, while together they may be the beginning of a label that is broken over several.
  let before: Token[] = [];
  let beginning = '';
  for (let token of tokens) {
    while (section + 1 < sections.length && (sections[section + 1] as Section).heading.start <= token.start) {
      section++;
      current = null;
      apart = true;
    }
    if (token.kind !== 'cell') {
      before = [];
      beginning = '';
      if (current) push(tables, current, { token, meanings: null });
      continue;
    }
    const key = mayBeLabel(text, token) ? keyOfToken(text, token) : '';
    let meanings = key ? (lexicon.labels.get(key) ?? null) : null;
    if (key && !meanings) {
      const old = lexicon.fingerprints.get(key);
      if (old) push(legacy, old, token);
    }
    const whole = key && !meanings && beginning && lexicon.beginnings.has(beginning + key) ? beginning + key : '';
    beginning = whole || (lexicon.beginnings.has(key) ? key : '');
    before = whole ? [...before, token] : [token];
    meanings ??= lexicon.labels.get(whole) ?? null;
    if (key && !meanings) meanings = lexicon.labels.get(unnumberedKey(text, token, key)) ?? null;
    if (whole && meanings) {
      // The pieces were taken for words or values: they are neither.
      const list = current ? tables.get(current) : undefined;
      while (list && before.includes((list[list.length - 1] as Item | undefined)?.token as Token)) list.pop();
      token = joined(text, token.layout, before, token.start);
    }
    if (meanings) {
      const next = tableOf(meanings, current, sections[section]?.id);
      if (next !== current && next) apart = true;
      current = next ?? current;
    }
    if (!current) continue;
    if (meanings) push(tables, current, { token, meanings, key: whole || key, apart });
    else push(tables, current, apart ? { token, meanings, apart } : { token, meanings });
    apart = false;
  }
  // The pieces of one label may have been all that a table had.
  for (const [id, items] of tables) if (items.length === 0) tables.delete(id);
  const [oldest] = legacy;
  return { tables, legacy: oldest && oldest[1].length > 1 ? { form: oldest[0], tokens: oldest[1] } : null };
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
