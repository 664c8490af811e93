/** The words in which the prose of reports speaks of what the tables count: data (phrases.json), checked and indexed here. */
import * as z from 'zod/mini';
import data from './phrases.json' with { type: 'json' };

/** Phrases hold no spaces, so that a list of them is written in lines, separated by spaces. */
const words = z.pipe(
  z.array(z.string().check(z.minLength(1))),
  z.transform((lines: string[]) => lines.flatMap((line) => line.split(' '))),
);

const readings = z.array(z.string().check(z.minLength(1)));

const schema = z.strictObject({
  /** Tables by the roles that editions give them; rows and columns of terms and readings are roles, too. */
  tables: z.array(
    z.strictObject({
      role: z.string(),
      /** What names the thing that the table counts. */
      subjects: words,
      /** What ties a word of the table to disclosure, without which it says nothing: 行政复议 may be about anything. */
      topics: z.optional(words),
      /** Under its heading a dispute is one about disclosure. */
      topical: z.optional(z.boolean()),
      /** Units in which its things are counted, and those that count them where the clause does not name them: all unless told. */
      units: words,
      caseUnits: z.optional(words),
      defaultRows: z.optional(readings),
      defaultColumns: z.optional(readings),
      /** What shares are shares of. */
      wholeRows: z.optional(readings),
      wholeColumns: z.optional(readings),
      /** What shares may be shares of where the text does not say it: 属于国家秘密的占 8%. */
      partRows: z.optional(readings),
    }),
  ),
  /** A term gives rows or columns: each reading (`received+carriedOver`, `total-other`) adds and takes away rows or groups. */
  terms: z.array(
    z.strictObject({
      id: z.string(),
      table: z.string(),
      rows: z.optional(readings),
      columns: z.optional(readings),
      /** Rows of which there are none where the words say so, if not the first: 无结转. */
      none: z.optional(readings),
      phrases: words,
      /** It opens an account: a verb, which needs the thing counted beside it, or the name of a thing. */
      leads: z.optional(z.enum(['verb', 'thing'])),
      /** It names all that the table counts, never a part of it. */
      everything: z.optional(z.boolean()),
      /** It may be said of another table's things: 收到行政复议. */
      anyTable: z.optional(z.boolean()),
      /** Loosely said: a mismatch wants a look, no more. */
      weak: z.optional(z.boolean()),
      /** The words name another year themselves. */
      anyYear: z.optional(z.boolean()),
    }),
  ),
  /** Words by what they do to a number beside them. */
  words: z.record(z.string(), words),
  /** What names of public bodies end with. */
  bodies: words,
  /** 均获维持, 全部办结: which rows or columns are then 0. `counted`: only said of a number in the same sentence; `strict`: not said with 按时. */
  all: z.array(
    z.strictObject({
      term: z.string(),
      rows: z.optional(readings),
      columns: z.optional(readings),
      counted: z.optional(z.boolean()),
      strict: z.optional(z.boolean()),
    }),
  ),
  /** Parts of which a whole consists; `open` where a report may leave one out; `of` is a word that the whole or a part must have. */
  partitions: z.array(z.strictObject({ id: z.string(), kind: z.enum(['whole', 'open']), parts: words, of: z.optional(z.string()) })),
  /** Without any of these a paragraph counts nothing, or states nothing, of what the tables count. */
  probes: z.strictObject({ counts: words, statements: words }),
  /** Units of things that lists count once each. */
  listUnits: words,
  /** What the last part of an exhaustive list is called. */
  rest: words,
  /** Parts that may count the same thing twice. */
  overlapping: words,
});

export type PhraseData = z.output<typeof schema>;
export type Probes = PhraseData['probes'];
export type Partition = PhraseData['partitions'][number];
export type Term = PhraseData['terms'][number];
type TableWords = PhraseData['tables'][number];

/** What one phrase is: any of the classes of `words`, a term, the subject of a table. */
export interface Phrase {
  readonly text: string;
  readonly classes: ReadonlySet<string>;
  readonly term?: Term;
  /** Role of the table whose subject it names. */
  readonly subject?: string;
  /** It stands between a term and its number without changing what is counted. */
  readonly passes: boolean;
}

const PASSING = [
  'filler',
  'and',
  'total',
  'list',
  'all',
  'ownYear',
  'contains',
  'topic',
  'ownBody',
  'timely',
  'scope',
  'area',
  'levels',
  'left',
];

export interface Phrases {
  readonly data: PhraseData;
  /** 1 for each character with which a phrase begins. */
  readonly firsts: Uint8Array;
  /** Phrases by their first character, the longest first. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  readonly tables: ReadonlyMap<string, TableWords>;
  readonly terms: ReadonlyMap<string, Term>;
}

/** Checks and indexes; throws an error that names the faulty place. */
export function compilePhrases(source: unknown): Phrases {
  const result = z.safeParse(schema, source);
  if (!result.success) throw new Error(`no phrases: ${z.prettifyError(result.error)}`);
  const data = result.data;
  const phrases = new Map<string, { classes: Set<string>; term?: Term; subject?: string }>();
  const at = (text: string): { classes: Set<string>; term?: Term; subject?: string } => {
    const known = phrases.get(text);
    if (known) return known;
    const fresh = { classes: new Set<string>() };
    phrases.set(text, fresh);
    return fresh;
  };
  for (const [name, list] of Object.entries(data.words)) for (const text of list) at(text).classes.add(name);
  for (const term of data.terms) for (const text of term.phrases) at(text).term = term;
  for (const table of data.tables) {
    for (const text of table.subjects) at(text).subject = table.role;
    for (const text of table.topics ?? []) at(text).classes.add('topic');
  }
  const byFirst = new Map<string, Phrase[]>();
  const firsts = new Uint8Array(0x10000);
  for (const [text, entry] of phrases) {
    const first = text[0] as string;
    const passes = entry.subject !== undefined || PASSING.some((name) => entry.classes.has(name));
    const phrase: Phrase = { text, ...entry, passes };
    firsts[first.charCodeAt(0)] = 1;
    const list = byFirst.get(first);
    if (list) list.push(phrase);
    else byFirst.set(first, [phrase]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  return {
    data,
    byFirst,
    firsts,
    tables: new Map(data.tables.map((table) => [table.role, table])),
    terms: new Map(data.terms.map((term) => [term.id, term])),
  };
}

let builtIn: Phrases | undefined;
/** The built-in phrases, compiled when first asked for: they are immutable, so sharing them is safe. */
export const phrasesOf = (): Phrases => (builtIn ??= compilePhrases(data));

/** No phrase is so long that more matters on either side of a line's end; two characters come together by chance. */
const REACH = 20;
const SHORTEST_CUT = 3;

/** Whether a phrase begins in the one text and ends in the other. */
export function phraseCrosses(above: string, below: string): boolean {
  const { byFirst } = phrasesOf();
  const last = above.slice(-REACH);
  const text = last + below.slice(0, REACH);
  for (let at = 0; at < last.length; at++)
    for (const phrase of byFirst.get(text[at] as string) ?? [])
      if (phrase.text.length >= SHORTEST_CUT && at + phrase.text.length > last.length && text.startsWith(phrase.text, at)) return true;
  return false;
}
