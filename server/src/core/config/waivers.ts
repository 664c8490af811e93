/** Waivers: findings that somebody has accepted and that are shown no longer. A report has no comments to say so in. */

import { INTERNAL_ERROR } from '../check/lint.ts';
import { rules } from '../check/rules/index.ts';
import { suspectCell } from '../check/rules/suspect-cell.ts';
import type { FileFinding } from '../finding/finding.ts';
import { type Finding, say } from '../finding/finding.ts';
import type { Document } from '../report/report.ts';
import type { Span } from '../text/span.ts';
import { type WaiverData, waiverSchema, waiversSchema } from './file-schema.ts';
import { below, folderOf } from './places.ts';
import { problem, type SourceFile } from './problem.ts';
import { readJson, soundEntries } from './read-json.ts';

export interface Waiver extends WaiverData {
  /** The whole entry in the waivers file. */
  readonly span: Span;
}

export interface WaiversFile {
  readonly place: string;
  readonly folder: string;
  readonly text: string;
  readonly waivers: readonly Waiver[];
  readonly findings: readonly FileFinding[];
}

const RULE_IDS: ReadonlySet<string> = new Set([...rules.map(({ meta }) => meta.id), INTERNAL_ERROR]);

export function readWaivers({ place, text }: SourceFile): WaiversFile {
  const { value, findings, spanOf } = readJson(text, waiversSchema);
  const waivers = soundEntries(value, 'waivers', waiverSchema).map(({ entry, path }): Waiver => ({ ...entry, span: spanOf(path) }));
  const unknown = waivers
    .filter(({ rule }) => !RULE_IDS.has(rule))
    .map(({ rule, span }) => problem('unknown-waiver', span, say(`没有 ${rule} 这条规则`, `there is no rule ${rule}`)));
  return { place, folder: folderOf(place), text, waivers, findings: [...findings, ...unknown] };
}

/** The waivers of a file for the report at a place. */
export const waiversFor = ({ folder, waivers }: WaiversFile, place: string): readonly Waiver[] => {
  const path = below(folder, place);
  return waivers.filter(({ file }) => file === path);
};

export interface Reviewed {
  /** Those that nothing waives, in the order in which they came. */
  readonly findings: readonly Finding[];
  readonly waived: readonly Finding[];
  /** Waivers of the list that waive nothing. */
  readonly unused: readonly Waiver[];
}

export function review({ text }: Document, findings: readonly Finding[], waivers: readonly Waiver[]): Reviewed {
  if (waivers.length === 0) return { findings, waived: [], unused: [] };
  const used = new Set<Waiver>();
  const isWaived = (finding: Finding): boolean => {
    const fitting = waivers.filter((waiver) => fits(waiver, finding, text));
    for (const waiver of fitting) used.add(waiver);
    return fitting.length > 0;
  };
  const own = findings.filter(isWaived);
  // Whoever accepts the cause accepts the sums that it breaks; their fix would change the cell after all.
  const isConsequence = ({ severity, relation, report, table }: Finding): boolean =>
    severity === 'hint' &&
    relation !== undefined &&
    own.some((cause) => cause.rule === suspectCell.meta.id && cause.report === report && cause.table === table);
  const gone = new Set([...own, ...findings.filter(isConsequence)]);
  const waived = findings.filter((finding) => gone.has(finding));
  return { findings: findings.filter((finding) => !gone.has(finding)), waived, unused: waivers.filter((waiver) => !used.has(waiver)) };
}

/** White space is no part of it: a file may be wrapped anew, or get other line ends. */
export const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

function fits(waiver: WaiverData, { rule, cells, span, report }: Finding, text: string): boolean {
  return (
    waiver.rule === rule &&
    (waiver.cell === undefined || waiver.cell === cells[0]) &&
    (waiver.text === undefined || bare(waiver.text) === bare(text.slice(span.start, span.end))) &&
    (waiver.year === undefined || waiver.year === report.reportingYear) &&
    (waiver.unit === undefined || waiver.unit === report.unit)
  );
}

export const unusedFinding = ({ rule, cell, text, span, file }: Waiver): FileFinding => {
  const about = cell ?? `“${bare(text ?? '')}”`;
  return problem(
    'unused-waiver',
    span,
    say(`${file} 中没有这个问题（${rule}，${about}），豁免可以删去`, `${file} has no such finding (${rule}, ${about}): the waiver can go`),
  );
};

export const unknownFileFinding = ({ file, span }: Waiver): FileFinding =>
  problem('unknown-waiver', span, say(`没有 ${file} 这个文件`, `there is no file ${file}`));
