/** What a change of numbers does to the relations of a table, and how fixes and messages say it. */

import { type Localized, say } from '../finding/finding.ts';
import { columnLabel, rowLabel, shortLabel, specAt } from '../finding/names.ts';
import type { BoundTable } from '../report/report.ts';
import { type Relation, residual, type Values } from '../statute/relations.ts';

interface Effect {
  /** Relations that held and would no longer hold. */
  readonly broken: readonly Relation[];
  /** Relations that did not hold and would hold. */
  readonly mended: readonly Relation[];
  /** Relations that could not be judged before and would not hold. */
  readonly failing: readonly Relation[];
}

/** What changing `changes` (cell index → value) does to the relations of the table. */
export function effect(table: BoundTable, values: Values, changes: ReadonlyMap<number, number>): Effect {
  const touched = new Set<number>();
  for (const cell of changes.keys()) for (const index of table.spec.relationsOf[cell] ?? []) touched.add(index);
  const after = values.map((value, cell) => changes.get(cell) ?? value);
  const broken: Relation[] = [];
  const mended: Relation[] = [];
  const failing: Relation[] = [];
  for (const index of touched) {
    const relation = table.spec.relations[index] as Relation;
    const now = residual(relation, values);
    const then = residual(relation, after);
    if (now === 0 && then !== 0) broken.push(relation);
    if (now !== 0 && now !== null && then === 0) mended.push(relation);
    if (now === null && then !== null && then !== 0) failing.push(relation);
  }
  return { broken, mended, failing };
}

/** Says in the title of a fix which relations would not hold after it. */
export function withBroken(title: Localized, broken: readonly Relation[], table: BoundTable): Localized {
  if (broken.length === 0) return title;
  const names = listRelations(broken, table, 2);
  return say(
    `${title['zh-cn']}（将使 ${broken.length} 处勾稽关系不成立：${names['zh-cn']}）`,
    `${title.en} (breaks ${broken.length} relation${broken.length > 1 ? 's' : ''}: ${names.en})`,
  );
}

/** `“自然人”列 一＋二＝（七）＋四`: the row or column that a relation is about, and its equation. */
export function relationName(relation: Relation, table: BoundTable): Localized {
  const cell = specAt(table, relation.left[0]);
  return relation.each === 'row'
    ? say(`“${shortLabel(rowLabel(cell))}”行${relation.name['zh-cn']}`, `row “${shortLabel(rowLabel(cell))}”: ${relation.name.en}`)
    : say(`“${columnLabel(cell)}”列${relation.name['zh-cn']}`, `column “${columnLabel(cell)}”: ${relation.name.en}`);
}

/** The first of several relations by name, in both languages. */
export function listRelations(relations: readonly Relation[], table: BoundTable, most: number): Localized {
  const names = relations.slice(0, most).map((relation) => relationName(relation, table));
  const more = relations.length > most;
  return say(
    `${names.map((name) => name['zh-cn']).join('；')}${more ? '等' : ''}`,
    `${names.map((name) => name.en).join('; ')}${more ? ' …' : ''}`,
  );
}
