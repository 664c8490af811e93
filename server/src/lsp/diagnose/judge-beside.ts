/** A text judged beside the other reports that are known: the same for open documents and for files that are not. */
import {
  type Catalogue,
  type Configuration,
  type Document,
  type Head,
  judge,
  NO_SIBLINGS,
  type Report,
  type Reviewed,
  type Siblings,
  sameSiblings,
} from '../../core/index.ts';

const siblingsOf = (catalogue: Catalogue, heads: readonly Head[], uri: string, { settings }: Configuration): Siblings[] =>
  heads.map((head) => catalogue.siblingsOf(head, uri, settings.members));

/** Its findings, and what each of its reports was compared with. */
interface JudgedBeside extends Reviewed {
  readonly siblings: readonly Siblings[];
}

export function judgeBeside(catalogue: Catalogue, document: Document, uri: string, configuration: Configuration): JudgedBeside {
  const siblings = siblingsOf(catalogue, document.reports, uri, configuration);
  const siblingsOfReport = (report: Report): Siblings => siblings[document.reports.indexOf(report)] ?? NO_SIBLINGS;
  return { siblings, ...judge(document, { configuration, siblingsOf: siblingsOfReport }) };
}

interface Compared {
  readonly heads: readonly Head[];
  readonly siblings: readonly Siblings[];
  readonly uri: string;
  readonly configuration: Configuration;
}

/** Whether its reports would be compared with the same ones again. */
export const isStillBeside = (catalogue: Catalogue, { heads, siblings, uri, configuration }: Compared): boolean =>
  siblingsOf(catalogue, heads, uri, configuration).every((now, index) => sameSiblings(now, siblings[index] ?? NO_SIBLINGS));
