/** Statutory words in other words than the notice's: read all the same, but programs and readers look for the notice's. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { LAYOUTS } from '../../layout/layouts.ts';
import { type FoundWord, type Report, tableOf } from '../../report/report.ts';
import { memo } from '../../text/memo.ts';
import type { Span } from '../../text/span.ts';
import { simplified } from '../../text/traditional.ts';

const LONGEST_SHOWN = 40;
const NUMBER = /^(?:\((?:[一二三四五六七八九十]+|\d+)\)|(?:[一二三四五六七八九十]+|\d+)[.、．])/;

/** How a label is numbered, in half-width characters: white space and the width of brackets are no difference. */
const numberOf = (label: string): string =>
  NUMBER.exec(
    label
      .normalize('NFKC')
      .replace(/^[\s*_#>"]+/, '')
      .replace(/[\s\\]+/g, ''),
  )?.[0] ?? '';

/** How a character is read, in brackets after it: `規(guī)章`. */
const GLOSS = /[(（](?:[a-z\u00c0-\u01dc]|[\u0300-\u030c])+[)）]/i;

type Difference = 'words' | 'script';

/** `script`: traditional characters or glosses, and no other difference. */
function differenceOf(text: string, { key, entry, span, broken }: FoundWord): Difference | null {
  if (key !== entry.key) return 'words';
  // What stands between the pieces is another cell's.
  if (broken) return null;
  const written = text.slice(span.start, span.end);
  if (written === entry.label) return null;
  if (numberOf(written) !== numberOf(entry.label)) return 'words';
  // The reader takes traditional characters and glosses for the form's own, so the key does not tell them.
  return simplified(written) !== written || GLOSS.test(written) ? 'script' : null;
}

// So many labels in traditional characters are no slips: the page has them throughout.
const THROUGHOUT = 10;

interface Variant {
  readonly table: string;
  readonly word: FoundWord;
  readonly difference: Difference;
}

/** The words in which a report differs; apart, those of a page in traditional characters, which are one matter. */
const variantsOf = memo(
  (text: string, { tables }: Report): { readonly single: readonly Variant[]; readonly throughout: readonly Variant[] } => {
    const all = tables.flatMap((table) =>
      table.words.flatMap((word): Variant[] => {
        const difference = differenceOf(text, word);
        return difference ? [{ table: table.spec.id, word, difference }] : [];
      }),
    );
    const inScript = all.filter(({ difference }) => difference === 'script');
    if (inScript.length < THROUGHOUT) return { single: all, throughout: [] };
    return { single: all.filter(({ difference }) => difference === 'words'), throughout: inScript };
  },
);

const shownAt = (text: string, { start, end }: Span): string =>
  text.slice(start, Math.min(end, start + LONGEST_SHOWN)).replace(/\s+/g, ' ');

export const labelVariant: Rule = {
  meta: {
    id: 'label-variant',
    severity: 'hint',
    fixable: ['safe', 'manual'],
    summary: say('标签用语与格式不同', 'A label is not worded as in the form'),
    basis: say('国办公开办函〔2019〕60号、〔2021〕30号所附格式', 'The form of the notices 国办公开办函〔2019〕60号 and 〔2021〕30号'),
    since: '0.1.0',
  },
  *check({ document: { text }, report }): Iterable<Draft> {
    const { single, throughout } = variantsOf(text, report);
    const [first] = throughout;
    if (first) {
      const { span, entry } = first.word;
      const written = shownAt(text, span);
      yield {
        span,
        message: say(
          `“${written}”等 ${throughout.length} 处标签是繁体字（或带注音），格式中写作“${entry.label}”等`,
          `“${written}” and ${throughout.length - 1} other labels are in traditional characters (or with glosses); the form has “${entry.label}”`,
        ),
        cells: [],
        table: first.table,
      };
    }
    for (const { table, word } of single) {
      const { span, entry } = word;
      yield {
        span,
        message: say(`“${shownAt(text, span)}”在格式中写作“${entry.label}”`, `“${shownAt(text, span)}” is “${entry.label}” in the form`),
        cells: [],
        table,
        ...(entry.row ? { row: entry.row.key } : {}),
      };
    }
  },
  fixes({ document: { text }, report }, finding) {
    const table = tableOf(report, finding.table ?? '');
    const word = table?.words.find(({ span }) => span.start === finding.span.start);
    // A page in traditional characters stays one.
    if (variantsOf(text, report).throughout.some((one) => one.word === word)) return [];
    // Where other text stands between the pieces of a label, writing over it would take that along; where cells are
    // told by their place, a longer label would move them.
    if (!table || !word || word.broken || LAYOUTS[table.layout].setByPlace) return [];
    return [
      {
        title: say(`改为“${word.entry.label}”`, `Write “${word.entry.label}”`),
        // A row known by its place and likeness alone is for a person to judge.
        class: word.claimed ? 'manual' : 'safe',
        preferred: !word.claimed,
        breaks: 0,
        edits: [{ span: word.span, newText: word.entry.label }],
      },
    ];
  },
};
