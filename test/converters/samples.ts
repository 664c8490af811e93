/** The reports that go through the converters: both editions whole, and one with blank cells in every table. */
import { anyConsistentValues, type EditionId, forms, seeded } from '../harness/reports.ts';

export interface Sample {
  /** The folder of its fixtures. */
  readonly id: string;
  readonly edition: EditionId;
  readonly year: number;
  /** By key; what is not there is blank. */
  readonly values: ReadonlyMap<string, number>;
}

/** Alone in its row, first, amid, last, two together, a whole row: each is lost in another way. */
const BLANK_CELLS: readonly string[] = [
  'disclosure.regulations.repealed',
  'disclosure.administrativeCoercion.decisions',
  'applications.received.researchInstitution',
  'applications.denied.stateSecret.naturalPerson',
  'applications.notProcessed.publication.total',
  'applications.unavailable.notHeld.publicWelfareOrganization',
  'applications.unavailable.notHeld.legalServiceOrganization',
  'disputes.reconsideration.other',
  'disputes.litigationDirect.total',
];
const BLANK_ROWS: readonly string[] = ['applications.denied.administrativeInquiry.'];

function withBlanks(edition: EditionId, values: Map<string, number>): Map<string, number> {
  const known = forms[edition].tables.flatMap((table) => table.cells.map(({ key }) => key));
  const unknown = [...BLANK_CELLS, ...BLANK_ROWS].filter((blank) => !known.some((key) => key.startsWith(blank)));
  if (unknown.length > 0) throw new Error(`no such cells: ${unknown.join(', ')}`);
  return new Map([...values].filter(([key]) => !BLANK_CELLS.includes(key) && !BLANK_ROWS.some((row) => key.startsWith(row))));
}

// These seeds, of some hundred thousand, leave the fewest zeros and equal numbers in all three tables: a number that has moved shows.
export const samples: readonly Sample[] = [
  { id: '2021', edition: '2021', year: 2023, values: anyConsistentValues('2021', seeded(147618)) },
  { id: '2019', edition: '2019', year: 2020, values: anyConsistentValues('2019', seeded(67101)) },
  { id: '2021-blanks', edition: '2021', year: 2023, values: withBlanks('2021', anyConsistentValues('2021', seeded(31157))) },
];

/** Whether a report leaves statutory cells blank. */
export const hasBlanks = ({ edition, values }: Sample): boolean =>
  forms[edition].tables.some((table) => table.cells.some(({ key }) => !values.has(key)));
