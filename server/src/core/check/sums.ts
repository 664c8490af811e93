/** What the rules about sums share: finding violated relations, and the fixes that mend one. */
import { writeCell } from '../fix/write-cell.ts';
import { type BoundTable, tableOf, valuesOf } from '../report/report.ts';
import type { CellSpec } from '../statute/form.ts';
import { type Relation, residual, solveFor, type Values } from '../statute/relations.ts';
import { type Finding, type Fix, type Localized, type Related, say } from './finding.ts';
import { cellName, columnLabel, rowLabel, shortLabel, specAt } from './names.ts';
import type { Context, Draft, Rule, RuleMeta } from './rule.ts';

export interface Violation {
  readonly table: BoundTable;
  readonly relation: Relation;
  readonly values: Values;
  /** Σ left and Σ right as they stand. */
  readonly left: number;
  readonly right: number;
}

export function* violations(context: Context, rule: string): Generator<Violation> {
  for (const table of context.report.tables) {
    const values = valuesOf(table);
    for (const relation of table.spec.relations) {
      if (relation.rule !== rule) continue;
      const difference = residual(relation, values);
      if (difference === null || difference === 0) continue;
      const right = relation.right.reduce((sum, cell) => sum + (values[cell] as number), 0);
      yield { table, relation, values, left: right + difference, right };
    }
  }
}

/** A rule that judges one kind of relation. `cells` are those that the finding is about; the first is where it points. */
export function sumRule(
  meta: Omit<RuleMeta, 'fixable' | 'severity' | 'since'>,
  message: (violation: Violation) => Localized,
  suspects: (relation: Relation) => readonly number[],
): Rule {
  return {
    meta: { severity: 'error', fixable: ['value', 'manual'], since: '0.1.0', ...meta },
    *check(context): Iterable<Draft> {
      for (const violation of violations(context, meta.id)) {
        const { table, relation } = violation;
        const cells = suspects(relation);
        const [first] = cells;
        const bound = first === undefined ? undefined : table.cells[first];
        if (!bound) continue;
        yield {
          span: bound.span,
          message: message(violation),
          cells: cells.map((cell) => table.spec.cells[cell]?.key ?? ''),
          expected: violation.right,
          actual: violation.left,
          related: relatedCells(violation, bound.spec.index),
          table: table.spec.id,
          relation: relation.index,
        };
      }
    },
    fixes: (context, finding) => mendingFixes(context, finding, suspects),
  };
}

/** The other cells of the relation with their values, those that are 0 left out where there are many. */
function relatedCells({ table, relation, values }: Violation, self: number): Related[] {
  const others = relation.terms.filter(({ cell }) => cell !== self);
  const shown = others.length > 8 ? others.filter(({ cell }) => values[cell] !== 0) : others;
  return shown.flatMap(({ cell }): Related[] => {
    const bound = table.cells[cell];
    if (!bound) return [];
    const text = `${cellName(bound.spec)} = ${values[cell]}`;
    return [{ span: bound.span, message: say(text, text) }];
  });
}

/** One fix for each suspect cell: the value that lets the relation hold, with what it would break elsewhere. */
function mendingFixes({ report }: Context, finding: Finding, suspects: (relation: Relation) => readonly number[]): Fix[] {
  const table = tableOf(report, finding.table ?? '');
  const relation = table?.spec.relations[finding.relation ?? -1];
  if (!table || !relation) return [];
  const values = valuesOf(table);
  const candidates = suspects(relation).flatMap((cell) => {
    const value = solveFor(relation, cell, values);
    return value === null || value < 0 ? [] : [{ cell, value, ...effect(table, values, new Map([[cell, value]])) }];
  });
  candidates.sort((a, b) => a.broken.length - b.broken.length || b.mended.length - a.mended.length);
  const harmless = candidates.filter(({ broken }) => broken.length === 0).length;
  return candidates.flatMap(({ cell, value, broken }): Fix[] => {
    const bound = table.cells[cell];
    if (!bound) return [];
    // A relation that cannot be judged can neither confirm nor refute the change: then it is no more than an offer.
    const judged = (table.spec.relationsOf[cell] ?? []).every(
      (index) => residual(table.spec.relations[index] as Relation, values) !== null,
    );
    const unique = judged && broken.length === 0 && harmless === 1;
    return [
      {
        title: withBroken(recomputeTitle(bound.spec, relation, values[cell] ?? null, value), broken, table),
        class: unique ? 'value' : 'manual',
        preferred: unique,
        breaks: broken.length,
        edits: writeCell(bound, value),
      },
    ];
  });
}

function recomputeTitle(spec: CellSpec, relation: Relation, old: number | null, value: number): Localized {
  const name = cellName(spec);
  return relation.left.length === 1 && relation.left[0] === spec.index
    ? say(`重算 ${name}：${old} → ${value}`, `Recompute ${name}: ${old} → ${value}`)
    : say(`将 ${name} 由 ${old} 改为 ${value}`, `Change ${name} from ${old} to ${value}`);
}

export interface Effect {
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
