/** What the prose speaks of at a place of a paragraph: the thing counted, whose it is, which year; kept from region to region. */

import type { Report } from '../../report/report.ts';
import type { Phrase, Phrases } from '../phrases.ts';
import type { CountClaim } from './claim.ts';
import type { ProseToken } from './prose-tokens.ts';
import type { Region, Subject } from './regions.ts';

/** 1月1日 and 12月31日 bound the year; any other month is a part of it. */
const MONTH = /(?<!\d)(?!12月(?:31日|底|末|份?$)|1月1日)\d{1,2}月/;

const MOST_ROWS = 8;

export class Setting {
  subject: Subject;
  sentence: number;
  /** A number about another year, or about a part of the year. */
  otherYear = false;
  partial = false;
  /** The region's number is one of another year, with which this year is compared. */
  compared = false;
  /** After 其中. */
  among = false;
  /** 其中涉及征地的 10 件，予以公开 6 件: what follows is about what was counted last, and that is nothing of the tables. */
  restricted = false;
  /** The sentence counts other things too. */
  others = false;
  /** 全市, 各部门: the numbers may be those of more bodies than one. */
  scoped = false;
  /** 全省 in a county's report: they are not its own. */
  elsewhere = false;
  last: CountClaim | null = null;
  /** Rows that the sentence has named: a result further on may be theirs together. */
  private spokenOf: readonly string[] = [];
  private scopeCounts = false;
  private topical = false;
  private readonly heading: Subject;
  private readonly year: number | null;
  private readonly tables: Phrases['tables'];
  private readonly area: string | null;

  constructor(heading: Subject, sentence: number, { reportingYear, unit }: Report, { tables }: Phrases) {
    this.subject = heading;
    this.heading = heading;
    this.sentence = sentence;
    this.year = reportingYear;
    this.area = areaOf(unit);
    this.tables = tables;
  }

  /** Takes in the words of a region. */
  enter(words: readonly ProseToken[], region: Region, text: string): void {
    let compares = false;
    let local = false;
    let other = false;
    const carrying = words.some(({ phrase }) => phrase?.term?.anyYear === true);
    for (const { phrase, kind, number } of words) {
      const classes = phrase?.classes;
      const year = kind === 'year' ? number?.value : undefined;
      if (classes?.has('compare')) compares = true;
      if (classes?.has('ownYear') || (year !== undefined && (this.year === null || year === this.year))) {
        // 2019年至2023年, not 2023年 alone.
        if (!other || classes?.has('ownYear')) this.otherYear = false;
        local = false;
      } else if (classes?.has('otherYear') || year !== undefined) {
        if (compares || carrying) local = true;
        else {
          this.otherYear = true;
          other = true;
        }
      }
      if (phrase) this.name(phrase);
    }
    if (region.classes.has('partial') || MONTH.test(text)) this.partial = true;
    if (region.classes.has('scope') || (region.classes.has('levels') && !words.some(({ phrase }) => this.isOwnArea(phrase))))
      this.scoped = true;
    this.compared = local && !carrying;
  }

  /** 全县 in the report of the county's government. */
  private isOwnArea(phrase: Phrase | undefined): boolean {
    return phrase?.classes.has('area') === true && this.area !== null && phrase.text.slice(1) === this.area;
  }

  private name(phrase: Phrase): void {
    const { classes, subject, term } = phrase;
    if (classes.has('ownBody') || this.isOwnArea(phrase)) {
      this.scoped = false;
      this.elsewhere = false;
    } else if (classes.has('area')) {
      if (this.area === null) this.scoped = true;
      else this.elsewhere = true;
    }
    if ((classes.has('among') || classes.has('contains')) && !this.last) this.subject = 'foreign';
    if (classes.has('among')) this.among = true;
    if (classes.has('foreign')) this.subject = 'foreign';
    if (classes.has('topic') || subject) this.topical = true;
    if (subject) {
      this.subject = { table: subject };
      this.restricted = false;
    }
    if (term?.rows && term.leads === 'thing') {
      this.subject = { table: term.table, rows: [...term.rows, ...this.spokenOf.filter((row) => !term.rows?.includes(row))] };
      this.spokenOf = this.subject.rows?.slice(0, MOST_ROWS) ?? [];
      this.restricted = false;
    }
  }

  /** A number was read; `claim` is what it claims of the tables. */
  counted(claim: CountClaim | null, region: Region, words: readonly ProseToken[]): void {
    if (this.scoped) this.scopeCounts = true;
    this.last = claim;
    if (claim) {
      this.restricted = false;
      return;
    }
    if (region.classes.has('channel')) return;
    // What was counted here is not what the tables count, nor is what follows about it.
    const opensOther = words.some(({ phrase }) => phrase?.term?.leads === 'thing');
    if (region.classes.has('thing') || opensOther || this.others) this.subject = 'foreign';
    this.others = true;
    this.restricted = true;
  }

  leave({ closer, classes }: Region): void {
    // 清理规范性文件，废止 3 件: what follows is about the work named, not about the year's account.
    if (classes.has('blocker') && this.subject !== 'foreign' && this.subject?.rows) this.subject = 'foreign';
    if (closer?.kind === 'stop' || closer?.kind === 'semicolon') this.among = false;
    if (closer?.kind !== 'stop') return;
    this.sentence++;
    this.restricted = false;
    this.others = false;
    this.otherYear = false;
    this.partial = false;
    this.spokenOf = [];
    this.topical = false;
    this.elsewhere = false;
    if (!this.scopeCounts) this.scoped = false;
  }

  /** Whether a dispute spoken of here is one about disclosure. */
  isTopical(region: Region): boolean {
    if (this.topical || region.classes.has('topic')) return true;
    const { heading } = this;
    return heading !== null && heading !== 'foreign' && this.tables.get(heading.table)?.topical === true;
  }
}

/** Of what a government's report speaks as its own: 县 for 青禾县人民政府; `null` for all other bodies. */
const areaOf = (unit: string | null): string | null =>
  /(省|市|州|盟|县|区|旗|镇|乡|街道)(?:人民政府|办事处)?$/.exec(unit ?? '')?.[1] ?? null;
