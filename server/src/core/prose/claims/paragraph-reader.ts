/** Reads the claims of one paragraph, from left to right. */

import type { Report } from '../../report/report.ts';
import type { Phrases, Term } from '../phrases.ts';
import type { ProseParagraph } from '../prose-paragraph.ts';
import type { CountClaim, Measure, NoneClaim, PercentClaim } from './claim.ts';
import { foreignBody } from './foreign-bodies.ts';
import type { CountNumber, ProseToken } from './prose-tokens.ts';
import { type Aim, aimOf, isPlain, type Label, labelBefore, type Region, type Subject } from './regions.ts';
import { respectiveLabels } from './respective.ts';
import { Setting } from './setting.ts';
import { readStatements } from './statements.ts';

/** Beside one of these a number counts something else than the table does. */
const SPOILING = ['change', 'approximate', 'rate', 'blocker', 'channel', 'future', 'partial'];
/** 征地类申请, 涉及工程的申请: a part of all. */
const QUALIFIED = /涉及|有关.|[类型的性]$|领域$|方面$/;
const REGIONS_OF_A_SENTENCE = 12;
/** Looks back no further, so that time stays linear. */
const MOST_WHOLES = 8;
const MOST_CLAIMS = 40;

type Read = CountClaim | PercentClaim | NoneClaim;

export class ParagraphReader {
  private readonly setting: Setting;
  private pending: CountClaim | null = null;
  private readonly taken = new Set<number>();
  /** Units in which the things were counted where they were named. */
  private readonly units = new Set<string>();
  /** Sentences that give the numbers of other bodies. */
  private readonly rolls = new Set<number>();
  private readonly wholes: number[] = [];
  private readonly claims: Read[] = [];
  private readonly paragraph: ProseParagraph;
  private readonly tokens: readonly ProseToken[];
  private readonly regions: readonly Region[];
  private readonly phrases: Phrases;
  private readonly report: Report;
  /** Labels of numbers that stand apart from their words. */
  private readonly labels: ReadonlyMap<number, Label>;

  constructor(
    paragraph: ProseParagraph,
    tokens: readonly ProseToken[],
    regions: readonly Region[],
    phrases: Phrases,
    report: Report,
    heading: Subject,
    sentence: number,
  ) {
    this.paragraph = paragraph;
    this.tokens = tokens;
    this.regions = regions;
    this.phrases = phrases;
    this.report = report;
    this.setting = new Setting(heading, sentence, report, phrases);
    this.labels = respectiveLabels(tokens, regions);
  }

  /** The number of the last sentence read. */
  get sentence(): number {
    return this.setting.sentence;
  }

  read(): Read[] {
    this.regions.forEach((region, index) => {
      this.setting.enter(this.wordsOf(region), region, this.textOf(region));
      this.statements(region, index);
      if (region.closer?.kind === 'count') this.count(region, index);
      else if (region.closer?.kind === 'percent') this.percent(region, index);
      else if (!region.plain || region.closer?.kind === 'stop' || region.closer?.kind === 'semicolon') this.pending = null;
      this.setting.leave(region);
    });
    return this.claims.filter((claim) => claim.kind !== 'count' || !claim.weak || !this.rolls.has(claim.sentence));
  }

  private statements(region: Region, index: number): void {
    const { setting } = this;
    if (!region.classes.has('none') && !region.classes.has('all')) return;
    const said = readStatements(this.paragraph.text, this.tokens, region, this.phrases, {
      subject: setting.subject,
      topical: setting.isTopical(region),
      spoilt: setting.otherYear || setting.partial || setting.elsewhere || setting.compared || this.isRoll(region, index),
      isForeign: this.isForeignAt,
      weak: setting.scoped,
      last: setting.last,
      restricted: setting.restricted || setting.among,
      sentence: this.sentenceClasses(index),
      denied: this.denied,
    });
    for (const { measures, weak, from, to } of said)
      this.claims.push({ kind: 'none', measures, weak, span: this.paragraph.spanOf(from, to), quote: this.paragraph.text.slice(from, to) });
  }

  private count(region: Region, index: number): void {
    this.pending = null;
    if (region.classes.has('change') || this.setting.compared) return;
    const claim = this.claimAt(region, index);
    if (!claim && this.setting.otherYear) return;
    this.setting.counted(claim, region, this.wordsOf(region));
    this.pending = claim;
    if (!claim) return;
    this.claims.push(claim);
    if (claim.whole) this.wholes.push(claim.value);
  }

  private claimAt(region: Region, index: number): CountClaim | null {
    const { number, end, start: numberStart } = region.closer as ProseToken;
    const { setting } = this;
    if (!number || number.vague || number.decimals > 0 || setting.partial) return null;
    if (this.isSpoilt(region, index) || this.isOfOtherThing(region)) return null;
    const label = this.labelOf(region, index);
    const bare = label.terms.length === 0;
    const aim = bare ? this.bareAim(region, label, index) : aimOf(label, region, setting.subject, this.phrases);
    if (!aim || (!aim.anyYear && (setting.otherYear || this.carries(region)))) return null;
    // 剩余 2 件: nothing that the table counts, if they are not carried forward.
    if (region.classes.has('left') && !aim.anyYear) return null;
    if (!this.isAbout(aim, region, label, number) || !this.isWhole(aim, region, label)) return null;
    const next = this.tokens[region.to + 1];
    if (aim.lead && !bare && next?.kind === 'text' && !/^[中里]/.test(this.paragraph.text.slice(next.start))) return null;
    const start = this.tokens[label.from]?.start ?? numberStart;
    if (this.isRoll(region, index) || setting.elsewhere || this.isForeignAt(start)) {
      this.rolls.add(setting.sentence);
      return null;
    }
    return {
      kind: 'count',
      measure: { table: aim.table, rows: aim.rows, columns: aim.columns },
      terms: aim.terms,
      span: this.paragraph.spanOf(numberStart, number.end),
      quote: this.paragraph.text.slice(start, end),
      value: number.value,
      step: number.step,
      weak: aim.weak || setting.scoped || this.containsCarry(index) || this.isCumulative(region),
      whole: aim.whole,
      sentence: this.setting.sentence,
    };
  }

  private readonly isForeignAt = (from: number): boolean => foreignBody(this.paragraph.text, from, this.report.unit, this.phrases) !== null;

  private isSpoilt({ classes }: Region, index: number): boolean {
    const apart = (classes.has('respective') || classes.has('each')) && !this.labels.has(index);
    return apart || SPOILING.some((name) => classes.has(name));
  }

  /** 13 个乡镇共收到 40 件 */
  private isRoll(region: Region, index: number): boolean {
    return this.regions[index - 1]?.closer?.kind === 'count' && isScoped(region);
  }

  private labelOf(region: Region, index: number): Label {
    const respective = this.labels.get(index);
    if (respective) return respective;
    const label = labelBefore(this.tokens, region.from, region.to, this.taken);
    if (label.terms.length > 0 || !region.plain) return label;
    const right = this.termAfter(index);
    if (right) return { ...label, terms: [{ term: right, joined: false }] };
    const before = this.regions[index - 1];
    // 收到政府信息公开申请，共 15 件
    if (before?.closer?.kind !== 'comma' || !region.classes.has('total')) return label;
    const above = labelBefore(this.tokens, before.from, before.to, this.taken);
    return above.terms.length > 0 ? above : label;
  }

  /** 8 件予以公开: the term after a number whose own words name none. */
  private termAfter(index: number): Term | null {
    const after = this.regions[index + 1];
    if (!after) return null;
    for (let at = after.from; at < after.to; at++) {
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
    if (!label.subject || !words?.defaultRows || !words.defaultColumns) return null;
    if (label.from !== region.from || this.setting.others) return null;
    const before = this.regions[index - 1];
    if (before?.closer && before.closer.kind !== 'stop' && before.closer.kind !== 'comma') return null;
    const { defaultRows: rows, defaultColumns: columns } = words;
    return { table: label.subject, rows, columns, lead: true, whole: true, weak: false, anyYear: false, terms: [] };
  }

  /** The thing counted is what the aim's table counts, in a unit in which it is counted. */
  private isAbout(aim: Aim, region: Region, label: Label, { unit }: CountNumber): boolean {
    const { subject } = this.setting;
    const named = this.tokens[region.to + 1]?.phrase?.subject;
    const explicit = this.wordsOf(region).some(({ phrase }) => phrase?.subject !== undefined);
    if (named !== undefined ? named !== aim.table : subject === 'foreign' || subject?.table !== aim.table) return false;
    const words = this.phrases.tables.get(aim.table);
    if (!words?.units.includes(unit)) return false;
    if (words.topics) return this.isTied(aim, region, label);
    if (!words.caseUnits) return true;
    if (!explicit && named === undefined && !words.caseUnits.includes(unit) && !this.units.has(unit)) return false;
    if (explicit) this.units.add(unit);
    return true;
  }

  /** Against this body, and about disclosure: 办理行政复议案件 is what the body decides, or answers for others. */
  private isTied(aim: Aim, region: Region, label: Label): boolean {
    if (!this.setting.isTopical(region) || (label.from !== region.from && !this.isNamedOrTopical(aim, region))) return false;
    return !this.hasTerm(region, ({ leads, anyTable }) => leads === 'verb' && !anyTable);
  }

  private isNamedOrTopical(aim: Aim, region: Region): boolean {
    return region.classes.has('topic') || this.hasTerm(region, ({ columns, table }) => columns !== undefined && table === aim.table);
  }

  /** All of the year's, not a part of them that no cell counts. */
  private isWhole(aim: Aim, region: Region, label: Label): boolean {
    const { setting } = this;
    const words = this.wordsOf(region);
    if (setting.restricted && !words.some(({ phrase }) => phrase?.subject)) return aim.anyYear;
    if (setting.among) {
      if (aim.terms.length === 0 || aim.terms.some((id) => this.phrases.terms.get(id)?.everything)) return false;
      if (isScoped(region) || (setting.last && sameMeasure(setting.last.measure, aim))) return false;
    }
    const before = this.paragraph.text.slice(this.tokens[region.from]?.start ?? 0, this.tokens[label.from]?.start ?? 0);
    return label.from === region.from || !QUALIFIED.test(before);
  }

  /** Another noun stands after the last word that names what the tables count: 收到政府信息公开申请材料 20 件. */
  private isOfOtherThing(region: Region): boolean {
    const next = this.tokens[region.to + 1]?.phrase?.classes;
    if (next?.has('approximate') || next?.has('foreign') || next?.has('thing')) return true;
    let thing = false;
    for (const { phrase } of this.wordsOf(region)) {
      if (phrase?.subject || phrase?.term) thing = false;
      else if (phrase?.classes.has('thing') || phrase?.classes.has('foreign')) thing = true;
    }
    return thing;
  }

  /** （含上年结转 1 件） after the number. */
  private containsCarry(index: number): boolean {
    for (let at = index + 1; at <= index + 2; at++) {
      const region = this.regions[at];
      if (region?.classes.has('contains') && this.carries(region)) return true;
    }
    return false;
  }

  private isCumulative(region: Region): boolean {
    return this.textOf(region).includes('累计') && !region.classes.has('ownYear');
  }

  private percent(region: Region, index: number): void {
    const { number, start, end } = region.closer as ProseToken;
    const { otherYear, partial, elsewhere, compared } = this.setting;
    const count = this.pending;
    this.pending = null;
    if (!number || otherYear || partial || elsewhere || compared || isScoped(region)) return;
    const words = this.wordsOf(region);
    const common = {
      kind: 'percent',
      span: this.paragraph.spanOf(start, number.end),
      value: number.value,
      decimals: number.decimals,
      vague: region.classes.has('approximate'),
    } as const;
    if (!count) {
      const share = this.shareAt(region, index);
      if (!share) return;
      const { aim, from } = share;
      const wholes = this.claims.slice(-MOST_WHOLES).flatMap((claim) => (claim.kind === 'count' ? [claim.value] : []));
      const quote = this.paragraph.text.slice(this.tokens[from]?.start ?? start, end);
      this.claims.push({
        ...common,
        quote,
        wholes,
        measure: { table: aim.table, rows: aim.rows, columns: aim.columns },
        count: null,
        weak: aim.weak || this.setting.scoped,
      });
      return;
    }
    if (count.whole) return;
    const plain = words.every((word) => isPlain(word) || word.phrase?.classes.has('approximate'));
    const shares = this.textOf(region).includes('占') || this.regions[index - 1]?.closer?.kind === 'open';
    if (!plain || !shares || words.some(({ phrase }) => phrase?.term)) return;
    const quote = `${count.quote}，${this.paragraph.text.slice(words[0]?.start ?? start, end)}`;
    this.claims.push({
      ...common,
      quote,
      measure: count.measure,
      count: count.value,
      wholes: this.wholes.slice(-MOST_WHOLES),
      weak: count.weak,
    });
  }

  /** 予以公开占 57.1%: what the share is of, where no count stands before it. */
  private shareAt(region: Region, index: number): { readonly aim: Aim; readonly from: number } | null {
    const { setting } = this;
    const label = this.labelOf(region, index);
    if (label.terms.length === 0 || label.terms.some(({ term }) => term.leads || term.anyYear)) return null;
    if (!this.shares(region, index) || this.isSpoilt(region, index) || setting.restricted) return null;
    const around = this.sentenceClasses(index);
    if (around.has('foreign') || around.has('thing')) return null;
    const aim = aimOf(label, region, setting.subject, this.phrases);
    if (!aim || setting.subject === 'foreign' || setting.subject?.table !== aim.table || !this.isWhole(aim, region, label)) return null;
    const { from } = label;
    return this.isForeignAt(this.tokens[from]?.start ?? 0) ? null : { aim, from };
  }

  /** Whether 占 stands between the last term and the number; what stands after 占 is the whole. */
  private shares(region: Region, index: number): boolean {
    // After 分别占 the second number has no words of its own.
    let first = index;
    while (this.labels.has(first) && !this.regions[first]?.classes.has('respective')) first--;
    const words = this.wordsOf(this.regions[first] ?? region);
    const term = words.findLastIndex(({ phrase }) => phrase?.term);
    return words.slice(term + 1).some(({ phrase }) => phrase?.text.includes('占'));
  }

  /** The prose of this paragraph itself says that there were some. */
  private readonly denied = (measure: Measure): boolean =>
    this.claims
      .slice(-MOST_CLAIMS)
      .some(
        (claim) =>
          claim.kind === 'count' &&
          claim.value > 0 &&
          overlap(measure.rows, claim.measure.rows) &&
          overlap(measure.columns, claim.measure.columns),
      );

  /** 结转, with the year named or not. */
  private carries(region: Region): boolean {
    return this.hasTerm(region, ({ anyYear }) => anyYear === true);
  }

  private sentenceClasses(index: number): ReadonlySet<string> {
    const classes = new Set<string>();
    const take = (at: number): void => {
      for (const name of this.regions[at]?.classes ?? []) classes.add(name);
    };
    const isStop = (at: number): boolean => this.regions[at]?.closer?.kind === 'stop';
    take(index);
    for (let at = index - 1; at >= 0 && !isStop(at) && index - at < REGIONS_OF_A_SENTENCE; at--) take(at);
    for (let at = index + 1; at < this.regions.length && !isStop(at - 1) && at - index < REGIONS_OF_A_SENTENCE; at++) take(at);
    return classes;
  }

  private wordsOf({ from, to }: Region): readonly ProseToken[] {
    return this.tokens.slice(from, to);
  }

  private textOf({ from, to }: Region): string {
    return to > from ? this.paragraph.text.slice(this.tokens[from]?.start, this.tokens[to - 1]?.end) : '';
  }

  private hasTerm(region: Region, test: (term: Term) => boolean): boolean {
    return this.wordsOf(region).some(({ phrase }) => phrase?.term !== undefined && test(phrase.term));
  }
}

/** The numbers may be those of more bodies than one, or of another one. */
const isScoped = ({ classes }: Region): boolean => classes.has('scope') || classes.has('area') || classes.has('levels');

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

const sameMeasure = (a: Measure, b: Measure): boolean =>
  a.table === b.table && a.rows.join() === b.rows.join() && a.columns.join() === b.columns.join();
