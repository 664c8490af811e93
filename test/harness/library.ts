/** Several reports at once: pairs of years that follow from one another, and what is found when they are checked together. */
import {
  rules as allRules,
  createCatalogue,
  type Digest,
  type Document,
  digestsOf,
  type Finding,
  lint,
  type Matches,
  parse,
  type Rule,
} from '../../server/src/core/index.ts';
import { consistentValues, type EditionId, forms, seeded } from './reports.ts';

const byPattern: Matches = (glob, path) => new RegExp(`^${glob.replaceAll('*', '.*')}$`).test(path);

export interface Library {
  readonly documents: ReadonlyMap<string, Document>;
  findingsOf(path: string, members?: readonly string[]): readonly Finding[];
  digestsOf(path: string): readonly Digest[];
}

export function library(texts: Readonly<Record<string, string>>, rules: readonly Rule[] = allRules): Library {
  const documents = new Map(Object.entries(texts).map(([path, text]) => [path, parse(text)]));
  for (const [path, { reports }] of documents) if (reports.length === 0) throw new Error(`no report is recognised: ${path}`);
  const catalogue = createCatalogue(byPattern);
  for (const [path, document] of documents) catalogue.put(path, digestsOf(document, path));
  const at = (path: string): Document => {
    const document = documents.get(path);
    if (!document) throw new Error(`no such file: ${path}`);
    return document;
  };
  return {
    documents,
    findingsOf: (path, members) => lint(at(path), { rules, siblingsOf: (report) => catalogue.siblingsOf(report, path, members) }),
    digestsOf: (path) => digestsOf(at(path), path),
  };
}

/** Numbers of this year that keep every relation, and every succession from last year's. */
export function following(edition: EditionId, last: ReadonlyMap<string, number>, next: (most: number) => number): Map<string, number> {
  const values = consistentValues(edition, next);
  const get = (key: string): number => values.get(key) ?? 0;
  const before = (key: string): number => last.get(key) ?? 0;
  const columns = forms[edition].tables.flatMap(({ cells }) =>
    cells.flatMap(({ key, columnKey: column }) => (key.startsWith('applications.carriedOver.') ? [column] : [])),
  );
  for (const column of columns) {
    const at = (row: string): string => `applications.${row}.${column}`;
    const carried = before(at('carriedForward'));
    values.set(at('carriedForward'), get(at('carriedForward')) + carried);
    values.set(at('carriedOver'), carried);
    values.set(at('received'), get(at('total')) + get(at('carriedForward')) - carried);
  }
  for (const row of ['regulations', 'normativeDocuments']) {
    const at = (column: string): string => `disclosure.${row}.${column}`;
    values.set(at('repealed'), Math.min(get(at('repealed')), before(at('inForce'))));
    values.set(at('inForce'), before(at('inForce')) + get(at('issued')) - get(at('repealed')));
    values.set(at('totalDisclosed'), before(at('totalDisclosed')) + get(at('newlyDisclosed')));
  }
  for (const key of values.keys())
    if (key.endsWith('.previousYearItems')) values.set(key, before(key) + before(key.replace('previousYearItems', 'change')));
  const own = new Set(forms[edition].tables.flatMap(({ cells }) => cells.map(({ key }) => key)));
  return new Map([...values].filter(([key]) => own.has(key)));
}

/** Numbers of a unit for two years, drawn by a seed. */
export function twoYears(edition: EditionId, seed: number): { readonly last: Map<string, number>; readonly now: Map<string, number> } {
  const last = consistentValues(edition, seeded(seed));
  return { last, now: following(edition, last, seeded(seed + 7919)) };
}
