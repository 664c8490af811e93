/** Reads the claims of one paragraph, from left to right: what is spoken of, which year, whose, and the numbers. */
import type { Phrases, Term } from '../../statute/phrases.ts';
import type { CountClaim, Measure, NoneClaim, PercentClaim } from '../claims.ts';
import type { Report } from '../report.ts';
import type { ProseParagraph } from './prose.ts';
import { type Aim, aimOf, isPlain, type Label, labelBefore, type Region, type Subject } from './regions.ts';
import { foreignBody } from './scope.ts';
import { readStatements } from './statements.ts';
import type { ProseToken } from './tokens.ts';

/** Beside one of these a number counts something else than the table does. */
const SPOILING = ['change', 'approximate', 'rate', 'blocker', 'channel', 'future', 'each', 'partial'];
/** Without the thing named in the same clause, only these units count cases. */
const CASES = new Set(['件', '宗', '起', '例', '份', '件次']);
/** 12月31日 and 1月1日 bound the year; any other month is a part of it. */
const MONTH = /(?<!\d)(?!12月(?:31日|底|末|份?$)|1月1日)\d{1,2}月/;

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

export class ParagraphReader {
  sentence: number;
  private subject: Subject;
  private readonly heading: Subject;
  private topical = false;
  private otherYear = false;
  private partial = false;
  private among = false;
  /** 其中涉及征地的 10 件，予以公开 6 件: what follows is about these. */
  private restricted = false;
  private scoped = false;
  private scopeCounts = false;
  private lastIsClaim = false;
  /** The sentence counts other things too. */
  private others = false;
  private pending: CountClaim | null = null;
  private readonly taken = new Set<number>();
  /** Units in which the things were counted where they were named. */
  private readonly units = new Set<string>();
  private readonly wholes: number[] = [];
  private readonly claims: (CountClaim | PercentClaim | NoneClaim)[] = [];
  private readonly paragraph: ProseParagraph;
  private readonly tokens: readonly ProseToken[];
  private readonly regions: readonly Region[];
  private readonly phrases: Phrases;
  private readonly report: Report;

  constructor(
    paragraph: ProseParagraph,
    tokens: readonly ProseToken[],
    regions: readonly Region[],
    phrases: Phrases,
    report: Report,
    subject: Subject,
    sentence: number,
  ) {
    this.paragraph = paragraph;
    this.tokens = tokens;
    this.regions = regions;
    this.phrases = phrases;
    this.report = report;
    this.subject = subject;
    this.heading = subject;
    this.sentence = sentence;
  }

  read(): (CountClaim | PercentClaim | NoneClaim)[] {
    this.regions.forEach((region, index) => {
      const local = this.enter(region);
      this.claims.push(
        ...readStatements(this.paragraph.text, this.tokens, region, this.phrases, {
          subject: this.subject,
          topical: this.isTopical(region),
          spoilt: this.otherYear || this.partial || local,
          weak: this.isScoped(region),
          counted: this.lastIsClaim,
          sentence: this.sentenceClasses(index),
          denied: this.denied,
        }).map((said) => ({
          ...said,
          span: this.paragraph.spanOf(said.from, said.to),
          quote: this.paragraph.text.slice(said.from, said.to),
        })),
      );
      if (region.closer?.kind === 'count') this.count(region, index, local);
      else if (region.closer?.kind === 'percent') this.percent(region, index, local);
      this.leave(region);
    });
    return this.claims;
  }

  /** Takes in the words of a region; whether it compares with another year. */
  private enter(region: Region): boolean {
    let compares = false;
    let local = false;
    const carrying = this.carries(region);
    for (let at = region.from; at < region.to; at++) {
      const { phrase, kind, number } = this.tokens[at] as ProseToken;
      const classes = phrase?.classes;
      const year = kind === 'year' ? number?.value : undefined;
      const known = this.report.reportingYear;
      if (classes?.has('compare')) compares = true;
      if (classes?.has('ownYear') || (year !== undefined && (known === null || year === known))) {
        this.otherYear = false;
        local = false;
      } else if (classes?.has('otherYear') || year !== undefined) {
        if (compares || carrying) local = true;
        else this.otherYear = true;
      }
      if (classes?.has('ownBody')) this.scoped = false;
      if ((classes?.has('among') || classes?.has('contains')) && !this.lastIsClaim) this.subject = 'foreign';
      if (classes?.has('among')) this.among = true;
      if (classes?.has('foreign')) this.subject = 'foreign';
      if (classes?.has('topic') || phrase?.subject) this.topical = true;
      if (phrase?.subject) {
        this.subject = { table: phrase.subject };
        this.restricted = false;
      }
      const term = phrase?.term;
      if (term?.rows && term.leads && term.table !== 'applications') this.subject = { table: term.table, rows: term.rows };
    }
    if (region.classes.has('partial') || MONTH.test(this.textOf(region))) this.partial = true;
    if (region.classes.has('scope')) this.scoped = true;
    return local && !carrying;
  }

  private leave(region: Region): void {
    const { closer, classes } = region;
    // 清理规范性文件，废止 3 件: what follows is about the work named, not about the year's account.
    if (classes.has('blocker') && this.subject !== 'foreign' && this.subject?.rows) this.subject = 'foreign';
    if (!region.plain && closer?.kind !== 'count' && closer?.kind !== 'percent') this.pending = null;
    if (closer?.kind === 'stop' || closer?.kind === 'semicolon') {
      this.pending = null;
      this.among = false;
    }
    if (closer?.kind === 'stop') {
      this.restricted = false;
      this.others = false;
      this.sentence++;
      this.otherYear = false;
      this.partial = false;
      this.topical = false;
      if (!this.scopeCounts) this.scoped = false;
    }
  }

  private count(region: Region, index: number, local: boolean): void {
    const token = region.closer as ProseToken;
    const change = region.classes.has('change') || local;
    if (change) {
      this.pending = null;
      return;
    }
    if (this.scoped) this.scopeCounts = true;
    const claim = this.claimAt(region, index, token);
    this.lastIsClaim = claim !== null;
    this.pending = claim;
    if (!claim) {
      // What was counted here is not what the tables count, nor is what follows about it.
      if (region.classes.has('thing') || this.opensOther(region) || (this.others && !region.classes.has('channel')))
        this.subject = 'foreign';
      this.others = true;
      if (this.among && !region.classes.has('channel')) this.restricted = true;
      return;
    }
    this.claims.push(claim);
    if (claim.whole) this.wholes.push(claim.value);
  }

  private claimAt(region: Region, index: number, token: ProseToken): CountClaim | null {
    const number = token.number;
    if (!number || number.vague || number.decimals > 0) return null;
    if (SPOILING.some((name) => region.classes.has(name)) || this.partial || this.restricted) return null;
    const next = this.tokens[region.to + 1];
    if (next?.phrase?.classes.has('approximate') || next?.phrase?.classes.has('foreign') || next?.phrase?.classes.has('thing')) return null;
    const label = this.labelOf(region, index);
    const explicit = label.subject !== null || this.some(region, ({ phrase }) => phrase?.subject !== undefined);
    const named = next?.phrase?.subject;
    if (this.thingBehindSubject(region)) return null;
    const bare = label.terms.length === 0;
    const aim = bare ? this.bareAim(region, label, index) : aimOf(label, this.subject, region.classes.has('topic'), this.phrases);
    if (!aim || (this.otherYear && !aim.anyYear)) return null;
    if (!aim.anyYear && this.carries(region)) return null;
    if (!this.speaksOf(aim, named, region) || (aim.table === 'disputes' && this.handles(region))) return null;
    if (!this.phrases.data.units[aim.table]?.includes(number.unit)) return null;
    if (aim.table === 'applications' && !explicit && !named && !CASES.has(number.unit) && !this.units.has(number.unit)) return null;
    if (explicit) this.units.add(number.unit);
    if (this.among && (aim.terms.length === 0 || aim.terms.some((id) => id === 'received' || id === 'handled'))) return null;
    if (aim.lead && !bare && next?.kind === 'text' && !/^[中里]/.test(this.paragraph.text.slice(next.start))) return null;
    const start = this.tokens[label.from]?.start ?? token.start;
    const body = foreignBody(this.paragraph.text, start, this.report.unit, this.phrases);
    const weak =
      body !== null ||
      aim.weak ||
      this.isScoped(region) ||
      this.containsCarry(index) ||
      (this.textOf(region).includes('累计') && !region.classes.has('ownYear'));
    const quote = this.paragraph.text.slice(start, token.end);
    return {
      kind: 'count',
      measure: { table: aim.table, rows: aim.rows, columns: aim.columns },
      span: this.paragraph.spanOf(token.start, number.end),
      quote,
      value: number.value,
      step: number.step,
      weak,
      whole: aim.whole && aim.table === 'applications',
      body,
      sentence: this.sentence,
    };
  }

  private labelOf(region: Region, index: number): Label {
    const label = labelBefore(this.tokens, region.from, region.to, this.taken);
    if (label.terms.length > 0 || !region.plain) return label;
    const right = this.termBehind(index);
    if (right) return { ...label, terms: [{ term: right, joined: false }] };
    const before = this.regions[index - 1];
    // 收到政府信息公开申请，共 15 件
    if (before?.closer?.kind !== 'comma' || !region.classes.has('total')) return label;
    const above = labelBefore(this.tokens, before.from, before.to, this.taken);
    return above.terms.length > 0 ? above : label;
  }

  /** 8 件予以公开: the term behind a number whose own words name none. */
  private termBehind(index: number): Term | null {
    const behind = this.regions[index + 1];
    if (!behind) return null;
    for (let at = behind.from; at < behind.to; at++) {
      const token = this.tokens[at] as ProseToken;
      const term = token.phrase?.term;
      if (term) {
        if (term.leads && !this.phrases.data.all.some((one) => one.term === term.id)) return null;
        this.taken.add(at);
        return term;
      }
      if (!isPlain(token) || token.phrase?.classes.has('and')) return null;
    }
    return null;
  }

  /** 政府信息公开申请 15 件: the thing alone, without a verb that might say something else of it. */
  private bareAim(region: Region, label: Label, index: number): Aim | null {
    const words = this.phrases.tables.get(label.subject ?? '');
    if (!label.subject || !words?.defaultRows || !words.defaultColumns || label.from !== region.from || this.others) return null;
    const before = this.regions[index - 1];
    if (before?.closer && before.closer.kind !== 'stop' && before.closer.kind !== 'comma') return null;
    const { defaultRows: rows, defaultColumns: columns } = words;
    return { table: label.subject, rows, columns, lead: true, whole: true, weak: false, anyYear: false, terms: [] };
  }

  /** The last thing named is what the aim's table counts. */
  private speaksOf({ table }: Aim, named: string | undefined, region: Region): boolean {
    if (named !== undefined) return named === table;
    if (this.subject === 'foreign' || this.subject?.table !== table) return false;
    return table !== 'disputes' || this.isTopical(region);
  }

  /** 办理行政复议案件: the body decides it, or answers for others; it is not one against its disclosure. */
  private handles(region: Region): boolean {
    return this.some(
      region,
      ({ phrase }) => phrase?.term?.leads === true && phrase.term.table === 'applications' && phrase.term.id !== 'received',
    );
  }

  private opensOther(region: Region): boolean {
    return this.some(region, ({ phrase }) => phrase?.term?.leads === true && phrase.term.table !== 'applications');
  }

  /** Whether a dispute is one about disclosure. */
  private isTopical(region: Region): boolean {
    if (this.topical || region.classes.has('topic')) return true;
    return this.heading !== null && this.heading !== 'foreign' && this.heading.table !== 'disclosure';
  }

  /** 收到政府信息公开申请材料 20 件: another noun behind the subject is what is counted. */
  private thingBehindSubject(region: Region): boolean {
    let thing = false;
    for (let at = region.from; at < region.to; at++) {
      const { phrase } = this.tokens[at] as ProseToken;
      if (phrase?.subject || phrase?.term) thing = false;
      else if (phrase?.classes.has('thing') || phrase?.classes.has('foreign')) thing = true;
    }
    return thing;
  }

  /** （含上年结转 1 件） behind the number. */
  private containsCarry(index: number): boolean {
    for (let at = index + 1; at <= index + 2; at++) {
      const region = this.regions[at];
      if (region?.classes.has('contains') && this.some(region, ({ phrase }) => phrase?.term?.anyYear === true)) return true;
    }
    return false;
  }

  private percent(region: Region, index: number, local: boolean): void {
    const token = region.closer as ProseToken;
    const number = token.number;
    const count = this.pending;
    this.pending = null;
    if (!number || local || this.otherYear || this.partial) return;
    const words = this.tokens.slice(region.from, region.to);
    const plain = words.every((word) => isPlain(word) || word.phrase?.classes.has('approximate'));
    if (!count || !plain || words.some(({ phrase }) => phrase?.term)) return;
    const shares = this.textOf(region).includes('占') || this.regions[index - 1]?.closer?.kind === 'open';
    if (!shares || count.whole || region.classes.has('scope')) return;
    this.claims.push({
      kind: 'percent',
      measure: count.measure,
      span: this.paragraph.spanOf(token.start, number.end),
      quote: `${count.quote}，${this.paragraph.text.slice(this.tokens[region.from]?.start ?? token.start, token.end)}`,
      value: number.value,
      decimals: number.decimals,
      vague: region.classes.has('approximate'),
      count: count.value,
      wholes: [...this.wholes],
      weak: count.weak,
    });
  }

  /** The prose of this paragraph itself says that there were some. */
  private readonly denied = (measure: Measure): boolean =>
    this.claims.some(
      (claim) =>
        claim.kind === 'count' &&
        claim.value > 0 &&
        overlap(measure.rows, claim.measure.rows) &&
        overlap(measure.columns, claim.measure.columns),
    );

  /** 结转, with the year named or not. */
  private carries(region: Region): boolean {
    return this.some(region, ({ phrase }) => phrase?.term?.anyYear === true);
  }

  private isScoped(region: Region): boolean {
    return this.scoped || region.classes.has('scope');
  }

  private sentenceClasses(index: number): ReadonlySet<string> {
    const classes = new Set<string>();
    for (let at = index; at >= 0 && (at === index || this.regions[at]?.closer?.kind !== 'stop') && index - at < 12; at--)
      for (const name of this.regions[at]?.classes ?? []) classes.add(name);
    for (let at = index + 1; at < this.regions.length && this.regions[at - 1]?.closer?.kind !== 'stop' && at - index < 12; at++)
      for (const name of this.regions[at]?.classes ?? []) classes.add(name);
    return classes;
  }

  private textOf({ from, to }: Region): string {
    return to > from ? this.paragraph.text.slice(this.tokens[from]?.start, this.tokens[to - 1]?.end) : '';
  }

  private some({ from, to }: Region, test: (token: ProseToken) => boolean): boolean {
    for (let at = from; at < to; at++) if (test(this.tokens[at] as ProseToken)) return true;
    return false;
  }
}
