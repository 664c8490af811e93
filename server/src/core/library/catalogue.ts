/** All reports of a folder or workspace by unit and year, and which of them stand beside a report. */
import type { Report } from '../report/report.ts';
import { type Digest, sameDigests, unitKey } from './digest.ts';
import { type Members, NO_SIBLINGS, type Siblings } from './siblings.ts';

/** What a report is known by. */
export type Head = Pick<Report, 'unit' | 'reportingYear'>;

export interface Catalogue {
  /** The reports of a file take the place of those that were known; none take it out. Says whether anything is different now. */
  put(path: string, digests: readonly Digest[]): boolean;
  has(path: string): boolean;
  /** Every report that is known, file by file. */
  all(): Iterable<Digest>;
  /** `members`: as the project names them (units, or globs for `matches`); empty where the report is no aggregate. */
  siblingsOf(report: Head, path: string, members?: readonly string[]): Siblings;
}

/** Whether a path is one that a project's glob names. */
export type Matches = (glob: string, path: string) => boolean;

// 水务局, without the place, is another body in every county.
const SHORTEST_NAME = 5;
// So many reports of a unit for one year are nobody’s: a name that was read wrong, or a test.
const MOST_COPIES = 20;

export function createCatalogue(matches: Matches = (glob, path) => glob === path): Catalogue {
  const files = new Map<string, readonly Digest[]>();
  const byUnit = new Map<string, Set<Digest>>();
  const enter = (digest: Digest): void => {
    if (digest.unit === null) return;
    const key = keyOf(digest.unit, digest.year);
    byUnit.set(key, (byUnit.get(key) ?? new Set()).add(digest));
  };
  const remove = (digest: Digest): void => {
    const key = keyOf(digest.unit, digest.year);
    byUnit.get(key)?.delete(digest);
    if (byUnit.get(key)?.size === 0) byUnit.delete(key);
  };

  const previousOf = ({ unit, reportingYear }: Head, path: string): Digest | null => {
    const key = unitKey(unit);
    if (key === null || reportingYear === null) return null;
    const all = byUnit.get(keyOf(key, reportingYear - 1));
    if (!all || all.size > MOST_COPIES) return null;
    const candidates = [...all];
    const near = candidates.filter((candidate) => folderOf(candidate.path) === folderOf(path));
    return onlyOne(near) ?? (near.length === 0 && key.length >= SHORTEST_NAME ? onlyOne(candidates) : null);
  };
  const matched = new Map<string, Map<string, boolean>>();
  // The same globs are matched with the same paths at every keystroke.
  const isNamed = (name: string, path: string): boolean => {
    const paths = matched.get(name) ?? new Map<string, boolean>();
    matched.set(name, paths);
    const known = paths.get(path) ?? matches(name, path);
    paths.set(path, known);
    return known;
  };
  const membersOf = ({ reportingYear }: Head, path: string, names: readonly string[]): Members => {
    const found = new Set<Digest>();
    const absent: string[] = [];
    const others = [...files.values()].flat().filter((digest) => digest.path !== path && digest.year === reportingYear);
    for (const name of names) {
      const key = unitKey(name);
      const own = others.filter((digest) => (key !== null && digest.unit === key) || isNamed(name, digest.path));
      if (own.length === 0) absent.push(name);
      for (const digest of own) found.add(digest);
    }
    // A report that lies there twice would be added up twice; where the two differ, nobody knows which counts.
    const copies = new Map<string | Digest, Digest[]>();
    for (const digest of found) copies.set(digest.unit ?? digest, [...(copies.get(digest.unit ?? digest) ?? []), digest]);
    const reports = [...copies.values()].map(onlyOne).filter((digest) => digest !== null);
    return { reports, doubtful: reports.length < copies.size, absent };
  };

  return {
    put(path, digests) {
      const last = files.get(path) ?? [];
      if (sameDigests(last, digests)) return false;
      for (const digest of last) remove(digest);
      for (const digest of digests) enter(digest);
      if (digests.length === 0) files.delete(path);
      else files.set(path, digests);
      return true;
    },
    has: (path) => files.has(path),
    *all() {
      for (const digests of files.values()) yield* digests;
    },
    siblingsOf(report, path, members = []) {
      if (files.size === 0) return NO_SIBLINGS;
      const previous = previousOf(report, path);
      return { previous, members: members.length > 0 && files.size > 1 ? membersOf(report, path, members) : null };
    },
  };
}

const keyOf = (unit: string | null, year: number | null): string => `${unit} ${year}`;

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** The only one, or one of several that say the same (a copy, another format); `null` where they differ: nobody knows which counts. */
function onlyOne(candidates: readonly Digest[]): Digest | null {
  const [first, ...others] = candidates.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return first && others.every((other) => sayTheSame(first, other)) ? first : null;
}

const sayTheSame = (a: Digest, b: Digest): boolean =>
  a.tables.length === b.tables.length &&
  a.tables.every(({ spec, values }, index) => {
    const other = b.tables[index];
    return other?.spec === spec && values.every((value, cell) => Object.is(value, other.values[cell]));
  });
