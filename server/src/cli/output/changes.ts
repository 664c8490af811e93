/** What `fix` did to a file, for people: a line for each change, and the findings that it left to them. */
import { type Document, fixesOf, type Language, positionAt, proposalsOf, type Settings } from '../../core/index.ts';
import type { Mended } from '../commands/mend.ts';
import type { Paint } from '../formatters/parts/paint.ts';
import { printable } from '../formatters/parts/terminal-width.ts';
import { lineDiff } from './diff.ts';
import { type Patch, placesOf } from './patches.ts';

/** One change that a person would count: a cell, or a fix that is not about one cell. */
interface Change {
  readonly id: string;
  readonly patches: readonly Patch[];
  /** Where it begins in the corrected text. */
  readonly place: number;
}

/** Patches of one cell that markup cuts apart are one change, and so are those of one fix. */
export function changesOf(patches: readonly Patch[]): readonly Change[] {
  const changes = new Map<string, Change>();
  const places = placesOf(patches);
  for (const [index, patch] of patches.entries()) {
    for (const { id } of patch.notes) {
      const known = changes.get(id);
      if (known) changes.set(id, { ...known, patches: [...known.patches, patch] });
      else changes.set(id, { id, patches: [patch], place: places[index] as number });
    }
  }
  return [...changes.values()];
}

const place = (path: string, { lines }: Document, offset: number): string => {
  const { line, character } = positionAt(lines, offset);
  return `${printable(path)}:${line + 1}:${character + 1}`;
};

/** `a.txt:12:2  applications.received.total  21 → 20` */
export function describeChanges(path: string, original: Document['lines'], mended: Mended, language: Language, paint: Paint): string {
  const blank = language === 'en' ? '(blank)' : '（空）';
  return changesOf(mended.patches)
    .map(({ id, patches, place: offset }) => {
      const note = patches[0]?.notes.find((one) => one.id === id);
      const old = printable(patches.map(({ span }) => original.text.slice(span.start, span.end)).join('')) || blank;
      const now = printable(patches.map(({ newText }) => newText).join('')) || blank;
      const what = note?.cell ? `${note.cell}  ${paint('red', old)} → ${paint('green', now)}` : printable(note?.title[language] ?? '');
      return `${paint('dim', place(path, mended.document, offset))}  ${what}\n`;
    })
    .join('');
}

export const describeDiff = (original: Document['lines'], { patches }: Mended, paint: Paint): string => lineDiff(original, patches, paint);

/** Findings that `--values` has left: their fixes are a choice that only a person can make, or are not proven. */
export function describeLeft(path: string, { document, findings }: Mended, settings: Settings, language: Language, paint: Paint): string {
  const [choose, refused] =
    language === 'en'
      ? ['no single correction, choose one by hand', 'its correction would change or break something else, and was not made']
      : ['没有唯一的改法，请人工选择', '修正会牵动别的内容或带来别的错误，未作改动'];
  return findings
    .filter((finding) => proposalsOf(document, finding, { settings }).some((fix) => fix.class !== 'safe'))
    .map((finding) => {
      const isChoice = fixesOf(document, finding, { settings }).some((fix) => fix.class !== 'safe');
      const why = isChoice ? choose : refused;
      const { span, message, rule } = finding;
      return `${place(path, document, span.start)}  ${printable(message[language])}  ${paint('dim', `${rule}：${why}`)}\n`;
    })
    .join('');
}
