/** The one recipe: a text, what its project says of it and the reports beside it in; its reports and its findings out. */
import { type LintOptions, lint } from './check/lint.ts';
import { type FixesWanted, fixesOfAll } from './check/proof.ts';
import { type Configuration, NO_CONFIGURATION } from './config/project.ts';
import { type Reviewed, review, type Waiver } from './config/waivers.ts';
import { type FindingJson, findingJson, NO_REPORT, type ReportJson, reportJson } from './finding/contract.ts';
import type { Language } from './finding/finding.ts';
import type { SiblingsOf } from './library/siblings.ts';
import { parse as parseWith } from './report/parse.ts';
import type { Document } from './report/report.ts';
import { createLexicon, lexiconOf } from './statute/editions.ts';
import type { Lexicon } from './statute/lexicon.ts';

/** Reads a text, by the built-in editions if nothing is said of others. */
export const parse = (text: string, lexicon: Lexicon = lexiconOf()): Document => parseWith(text, lexicon);

/** What a text is judged by. */
export interface Circumstances extends Pick<LintOptions, 'rules' | 'siblingsOf'> {
  /** What the project says of the text; nothing, if it is left out. */
  readonly configuration?: Configuration;
}

/** The findings of a text that was read with the lexicon of its configuration (`lexiconOf`), those that the project waives apart. */
export function judge(document: Document, { configuration = NO_CONFIGURATION, ...options }: Circumstances = {}): Reviewed {
  return review(document, lint(document, { ...options, settings: configuration.settings }), configuration.waivers);
}

export interface LintTextOptions {
  /** The language of messages and titles; Chinese, if it is left out. */
  readonly language?: Language;
  /** Which fixes of a finding are worked out and proven; all of them, if it is left out. */
  readonly fixes?: FixesWanted;
  /** Further editions as data (see `editionSchema`) besides those of the settings; a faulty one throws. */
  readonly editions?: readonly unknown[];
  /** What the project says of this text; nothing, if it is left out. */
  readonly configuration?: Configuration;
  /** The other reports that a report of the text is compared with; none, if it is left out. */
  readonly siblingsOf?: SiblingsOf;
}

export interface LintResult {
  /** The first report of the text, or one with `recognized: false`. */
  readonly report: ReportJson;
  readonly findings: readonly FindingJson[];
  /** Every report of the text, each with its findings, when there are several. */
  readonly reports: readonly { readonly report: ReportJson; readonly findings: readonly FindingJson[]; readonly waived: number }[];
  /** Waivers of the configuration that waive nothing here. */
  readonly unused: readonly Waiver[];
}

/** Reads and judges a text, all of it as JSON. Never throws on the text itself. */
export function lintText(
  text: string,
  { language = 'zh-cn', fixes = 'all', editions, ...circumstances }: LintTextOptions = {},
): LintResult {
  const { settings } = circumstances.configuration ?? NO_CONFIGURATION;
  const document = parse(text, editions ? createLexicon([...settings.editions, ...editions]) : lexiconOf(settings));
  const { findings, waived, unused } = judge(document, circumstances);
  const reports = document.reports.map((report) => {
    const own = findings.filter((finding) => finding.report === report);
    const fixesOf = fixesOfAll(document, report, own, fixes, { settings });
    return {
      report: reportJson(report),
      findings: own.map((finding) => findingJson(document, finding, fixesOf(finding), language)),
      waived: waived.filter((finding) => finding.report === report).length,
    };
  });
  return { report: reports[0]?.report ?? NO_REPORT, findings: reports.flatMap(({ findings }) => findings), reports, unused };
}
