/** Years, dates, notices and names in the prose, against the report's own. The report is 青禾县水务局's of 2023. */
import { describe, expect, it } from 'vitest';
import type { Level } from '../../../server/src/core/finding/settings.ts';
import { DEFAULT_SETTINGS } from '../../../server/src/core/finding/settings.ts';
import { applyEdits, fixesOf, lint, parse } from '../../../server/src/core/index.ts';
import { check, fixTitles, told } from '../../harness/check.ts';
import { PROSE, renderReport, zeros } from '../../harness/reports.ts';

interface Parts {
  readonly unit?: string;
  readonly year?: number;
  readonly preface?: string;
  readonly overview?: string;
  readonly problems?: string;
  readonly other?: string;
  /** Below the last section. */
  readonly end?: string;
}

function reportWith({ unit, year, preface = '', overview, problems, other, end = '' }: Parts): string {
  const prose = {
    overview: `${PROSE.overview}${overview ? `\n${overview}` : ''}`,
    problems: `${PROSE.problems}${problems ? `\n${problems}` : ''}`,
    other: `${PROSE.other}${other ? `\n${other}` : ''}`,
  };
  const [title, ...rest] = renderReport({ prose, ...(unit ? { unit } : {}), ...(year ? { year } : {}) }).split('\n');
  return [title, preface, ...rest, end].join('\n');
}

/** The text after the first fix of the only finding. */
function mended(text: string): string {
  const { document, findings } = check(text);
  const [finding, more] = findings;
  if (!finding || more) throw new Error(`one finding, not ${findings.length}`);
  return applyEdits(text, fixesOf(document, finding)[0]?.edits ?? []);
}

describe('period-mismatch', () => {
  const period = (words: string): string => reportWith({ preface: `本报告所列数据的统计期限${words}。` });

  it.each([
    '自2023年1月1日起至2023年12月31日止',
    '为2023年1月1日至12月31日',
    '为2023年1月1日—12月31日',
    '自 2023 年 1 月 1 日至 2023 年 12 月 31 日',
    '自２０２３年１月１日至１２月３１日',
    '自二〇二三年一月一日至二〇二三年十二月三十一日',
    '为2023年度',
    '：2023-01-01-2023-12-31',
    // Founded in the year.
    '自2023年5月12日（本局成立之日）起至2023年12月31日止',
  ])('is the reporting year: %s', (words) => expect(told(period(words))).toEqual([]));

  it.each([
    ['自2022年1月1日起至2023年12月31日止', '2022年1月1日', '自2023年1月1日起至2023年12月31日止'],
    ['自2023年1月1日至2023年12月30日', '2023年12月30日', '自2023年1月1日至2023年12月31日'],
    ['自2023年1月1日至12月30日', '12月30日', '自2023年1月1日至12月31日'],
    ['自202323年1月1日至2023年12月31日', '202323年1月1日', '自2023年1月1日至2023年12月31日'],
    ['自2023年1月1日至2023年12月32日', '2023年12月32日', '自2023年1月1日至2023年12月31日'],
    ['自2022年1月1日至2022年12月31日', '2022年1月1日至2022年12月31日', '自2023年1月1日至2023年12月31日'],
    ['：2022.1.1-2022.12.31', '2022.1.1-2022.12.31', '：2023年1月1日-2023年12月31日'],
  ])('%s', (wrong, marked, right) => {
    expect(told(period(wrong))).toEqual([`period-mismatch ⟦${marked}⟧`]);
    expect(mended(period(wrong))).toBe(period(right));
  });

  it('prefers the title only where one of both dates bears it out', () => {
    const titles = (words: string): string[] => {
      const checked = check(period(words));
      return checked.findings.flatMap((finding) => fixTitles(checked, finding));
    };
    const title = '统计期限改为 2023 年 1 月 1 日至 12 月 31 日';
    expect(titles('自2022年1月1日至2023年12月31日')).toEqual([`value! ${title}`]);
    expect(titles('自2022年1月1日至2022年12月31日')).toEqual([`manual ${title}`]);
  });

  it.each([
    ['202323年，我局主动公开信息若干。', '202323年'],
    ['2023年2月30日，我局组织培训。', '2023年2月30日'],
  ])('there is no such date: %s', (overview, marked) => expect(told(reportWith({ overview }))).toEqual([`period-mismatch ⟦${marked}⟧`]));

  it.each([
    '信用修复统计周期为2022年12月1日至2023年11月30日，均已公示。',
    '据统计数据显示，2022年11月15日至2023年3月15日采暖季受理供热咨询若干。',
    '统计周期为2022年1月1日至2022年12月31日的年鉴已出版。',
    '2022年年报统计期间为2022年1月1日至2022年12月31日。',
  ])('is that of other statistics: %s', (overview) => expect(told(reportWith({ overview }))).toEqual([]));

  it('is that of the report within a section, too', () => {
    const overview = '本报告所列数据的统计期限为2022年1月1日至12月31日。';
    expect(told(reportWith({ overview }))).toEqual(['period-mismatch ⟦2022年1月1日至12月31日⟧']);
  });

  it('offers no fix that would tear an element apart', () => {
    const preface = '<p>本报告所列数据的统计期限自<span>2022</span>年1月1日至2022年12月31日。</p>';
    const text = renderReport({ layout: 'html' }).replace('<h2>一', `${preface}<h2>一`);
    const { document, findings } = check(text);
    expect(told(text)).toEqual(['period-mismatch ⟦2022</span>年1月1日至2022年12月31日⟧']);
    expect(findings.flatMap((finding) => fixesOf(document, finding))).toEqual([]);
  });

  it.each([
    '公开采购合同（编号2023-15-8）。',
    '公开编号为2023.45.12的项目。',
    '本站已有300年历史。',
    '电话：0533-2023111，邮编2023100。',
    '《青禾县2022年1月1日至6月30日水情》已公开。',
  ])('is no date: %s', (overview) => expect(told(reportWith({ overview }))).toEqual([]));
});

describe('stale-year', () => {
  it.each([
    '2022年，我局认真落实公开要求。',
    '（一）主动公开。2022年，全县水务系统主动公开信息若干。',
    '2022年度，青禾县水务局严格按照条例要求开展工作。',
    '一是加强领导。2022年共受理若干申请。',
    '截至2022年12月31日，主动公开信息若干。',
    '2021年，在县委、县政府的领导下，我局扎实推进公开。',
  ])('wants a look: %s', (overview) => {
    const year = /\d{4}年(?:度|12月31日)?/.exec(overview)?.[0];
    expect(told(reportWith({ overview }))).toEqual([`stale-year ⟦${year}⟧`]);
  });

  it('in the preface, of the report itself', () => {
    const preface = '现将2022年政府信息公开工作年度报告公布如下。';
    expect(told(reportWith({ preface }))).toEqual(['stale-year ⟦2022年⟧']);
    expect(mended(reportWith({ preface }))).toBe(reportWith({ preface: preface.replace('2022', '2023') }));
  });

  it.each([
    '2023年，我局认真落实公开要求。',
    '2022年以来，我局持续推进公开。',
    '2022年，我局制定公开目录，2023年作了更新。',
    '2022年，我局被评为先进单位。',
    '2022年启动的项目已经完工。',
    '与2022年相比，申请有所减少。',
    '按要求公开2022年部门决算、2024年部门预算。',
    '按时公布2022年政府信息公开工作年度报告。',
    '依据《青禾县2022年政务公开工作要点》开展工作。',
    '落实“十四五”规划（2021年至2025年）。',
    '根据青水发〔2022〕15号文件，规范办理。',
    '2024年，我局将继续推进公开。',
    '近年来（2020年、2021年、2022年），公开数量逐年上升。',
    '上年结转的申请已在2022年底前受理。',
    '![2022年公开情况.png](2022年公开情况.png)',
    '第三届（2022年）政务公开培训班已经结束。',
    '2021年共公开信息200条，2022年260条，本年度320条，逐年递增。',
    '2022年共收到来信30封。2023年共收到20封，有所下降。',
    '2022年，在全县政务公开考核中，我局位列第一。',
    '2022年度全县事业单位年度考核结果已公开。',
  ])('is meant: %s', (overview) => expect(told(reportWith({ overview }))).toEqual([]));

  it('the section on problems speaks of other years', () => {
    expect(told(reportWith({ problems: '2022年，我局存在公开不及时的情况，现已改正。' }))).toEqual([]);
  });

  it('a line that the one above runs on into is no beginning', () => {
    const cut = '我局自成立以来一直重视公开工作，并且在信息化建设上投入了许多力量，特别是在\n2022年，我局认真落实公开要求。';
    expect(told(reportWith({ overview: cut }))).toEqual([]);
  });
});

describe('wrong-notice-cited', () => {
  const cites = (...notices: string[]): string => reportWith({ preface: `本报告根据${notices.join('、')}编制。` });

  it.each([
    '国办公开办函〔2019〕60号',
    '国办公开办函[2019]60号',
    '国办公开办函（2019）60 号',
    '国办公开办〔2019〕60号',
    '国办公开办函〔2021〕60号',
  ])('%s', (notice) => {
    expect(told(cites(notice))).toEqual([`wrong-notice-cited ⟦${notice}⟧`]);
    expect(mended(cites(notice))).toBe(cites('国办公开办函〔2021〕30号'));
  });

  it.each([
    ['国办公开办函〔2021〕30号'],
    ['国办公开办函〔2019〕60号', '国办公开办函〔2021〕30号'],
    ['国办公开办函〔2020〕7号'],
    ['国办发〔2019〕60号'],
  ])('%s', (...notices) => expect(told(cites(...notices))).toEqual([]));

  it('the title of one notice with the number of the other', () => {
    const [older, newer] = [
      '《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》',
      '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》',
    ];
    expect(told(cites(`${older}（国办公开办函〔2021〕30号）`))).toEqual(['wrong-notice-cited ⟦国办公开办函〔2021〕30号⟧']);
    expect(told(cites(`${newer}（国办公开办函〔2021〕30号）`))).toEqual([]);
    // Said once: that the number is not the one in force.
    expect(told(cites(`${newer}（国办公开办函〔2019〕60号）`))).toEqual(['wrong-notice-cited ⟦国办公开办函〔2019〕60号⟧']);
    expect(told(cites(`${older}（国办公开办函〔2019〕60号）`, `${newer}（国办公开办函〔2021〕30号）`))).toEqual([]);
  });

  it('the form of 2019 was in force for 2020', () => {
    const of2020 = (notice: string): string => {
      const [title, ...rest] = renderReport({ edition: '2019' }).split('\n');
      return [title, `根据${notice}编制。`, ...rest].join('\n');
    };
    expect(told(of2020('国办公开办函〔2019〕60号'))).toEqual([]);
    expect(told(of2020('国办公开办函〔2021〕30号'))).toEqual(['wrong-notice-cited ⟦国办公开办函〔2021〕30号⟧']);
  });
});

describe('signed-before-year-end', () => {
  it.each([
    ['青禾县水务局\n2023年1月20日', '2023年1月20日'],
    ['青禾县水务局2023年1月20日', '2023年1月20日'],
    ['（2023年12月30日）', '2023年12月30日'],
    ['2022年1月20日', '2022年1月20日'],
    ['二〇二三年一月二十日', '二〇二三年一月二十日'],
    ['发布日期：2023-01-20', '2023-01-20'],
    ['发布时间：2023-01-20 10:35:20 来源：青禾县水务局', '2023-01-20'],
    ['青禾县水务局\n2023-01-20', '2023-01-20'],
  ])('%s', (end, marked) => expect(told(reportWith({ end }))).toEqual([`signed-before-year-end ⟦${marked}⟧`]));

  it('under the title', () =>
    expect(told(reportWith({ preface: '（2023年1月20日）' }))).toEqual(['signed-before-year-end ⟦2023年1月20日⟧']));

  it.each([
    '发布时间：2024-01-22 10:35',
    '相关信息\n青禾县水务局2022年政府信息公开工作年度报告 发布时间：2023-01-20',
    '相关文章\n政府信息公开年报（上一年度）\n2023-01-20\n政府信息公开指南\n2021-05-06',
    '青禾县水务局\n2024年1月20日',
    '2023年12月31日',
    '附件：2023年1月5日会议纪要',
    '2023年1月',
    '青禾县水务局',
  ])('%s is none', (end) => expect(told(reportWith({ end }))).toEqual([]));

  it('offers the next year', () => {
    const end = (year: number): string => reportWith({ end: `${year}年1月20日` });
    expect(mended(end(2023))).toBe(end(2024));
  });
});

describe('late-publication', () => {
  const lateIn = (unit: string, end: string, level: Level | null = null): string[] => {
    const document = parse(reportWith({ unit, end }));
    return lint(document, { settings: { ...DEFAULT_SETTINGS, level } }).map(({ rule, message }) => `${rule} ${message['zh-cn']}`);
  };
  const late = (written: string, deadline: string): string[] => [`late-publication 落款日期${written}晚于期限 ${deadline}`];

  it.each([
    ['青禾县水务局', '2024年2月1日', '1 月 31 日'],
    ['白石镇人民政府', '2024年2月1日', '1 月 31 日'],
    ['青禾县人民政府', '2024年2月21日', '2 月 20 日'],
    ['青禾县人民政府办公室', '2024年2月21日', '2 月 20 日'],
  ])('%s by its name, %s', (unit, date, deadline) => expect(lateIn(unit, date)).toEqual(late(date, deadline)));

  it.each([
    ['青禾县水务局', '2024年1月31日'],
    ['青禾县人民政府', '2024年2月20日'],
    // Nobody knows from the name: a city of which rank, a branch of which system, a zone.
    ['青禾市水务局', '2024年3月30日'],
    ['国家税务总局青禾县税务局', '2024年3月30日'],
    ['青禾经济开发区管理委员会', '2024年3月30日'],
    // Ranks higher than a county.
    ['上海市白石区人民政府', '2024年3月8日'],
    // A site that moved.
    ['青禾县水务局', '2026年3月30日'],
  ])('%s, %s is not', (unit, date) => expect(lateIn(unit, date)).toEqual([]));

  it('of the line above the text', () => {
    const text = reportWith({ preface: '发布时间：2024-05-22 10:35 来源：青禾县水务局' });
    expect(told(text)).toEqual(['late-publication ⟦2024-05-22⟧']);
  });

  it.each([
    ['city', '2024年3月10日', null],
    ['city', '2024年3月11日', '3 月 10 日'],
    ['province', '2024年3月31日', null],
    ['province', '2024年4月1日', '3 月 31 日'],
    ['vertical', '2024年3月31日', null],
  ] as const)('%s as the project says, %s', (level, date, deadline) =>
    expect(lateIn('青禾市人民政府', date, level)).toEqual(deadline ? late(date, deadline) : []),
  );
});

describe('the power to make 规章', () => {
  const values = zeros('2021').set('disclosure.regulations.issued', 1).set('disclosure.regulations.inForce', 1);
  const rules = (unit: string, level: Level | null): string[] =>
    lint(parse(renderReport({ unit, values })), { settings: { ...DEFAULT_SETTINGS, level } }).map(({ rule }) => rule);

  it.each([
    ['白石镇人民政府', null, ['implausible-number']],
    ['青禾县人民政府', null, ['implausible-number']],
    ['青禾县水务局', 'ministry', []],
    // The name does not say it; the project does.
    ['青禾市人民政府', null, []],
    ['青禾市人民政府', 'city', []],
    ['青禾市人民政府', 'county', ['implausible-number']],
  ] as const)('%s, %s', (unit, level, told) => expect(rules(unit, level)).toEqual(told));
});

describe('unit-name-mismatch', () => {
  it.each([
    [{ preface: '现公布白石县水务局2023年政府信息公开工作年度报告。' }, '白石县水务局'],
    [{ overview: '2023年，白石县水务局认真落实公开要求。' }, '白石县水务局'],
    [{ overview: '2023年，青禾县民政局严格按照条例开展工作。' }, '青禾县民政局'],
    [{ end: '白石县水务局\n2024年1月20日' }, '白石县水务局'],
    [{ unit: '白石镇人民政府', end: '黑石镇人民政府\n2024年1月8日' }, '黑石镇人民政府'],
    [{ unit: '青禾县住房和城乡建设局', overview: '2023年，青禾县交通运输局认真落实公开要求。' }, '青禾县交通运输局'],
    [{ unit: '青禾市城市管理局', end: '白石市城市管理局\n2024年1月8日' }, '白石市城市管理局'],
    [{ unit: '青禾县生态环境局', overview: '县环保局高度重视公开工作。' }, '环保局'],
    [{ unit: '青禾县卫健局', overview: '我县公开工作由县卫计局办公室负责。' }, '卫计局'],
  ])('%j', (parts, marked) => expect(told(reportWith(parts))).toEqual([`unit-name-mismatch ⟦${marked}⟧`]));

  it.each([
    { overview: '2023年，县水务局认真落实公开要求。' },
    { overview: '2023年，云岭市青禾县水务局认真落实公开要求。' },
    { unit: '青禾县卫生健康局', overview: '2023年，青禾县卫健局认真落实公开要求。' },
    { unit: '青禾县卫健局', overview: '2023年，青禾县卫生健康局认真落实公开要求。' },
    { overview: '2023年，青禾县人民政府办公室组织了考核。' },
    { overview: '2023年，青禾县审计局对我局进行了审计。' },
    { unit: '白石镇人民政府', overview: '2023年，青禾县水务局主动公开信息若干。' },
    { end: '青禾县水务局办公室\n2024年1月20日' },
    { unit: '青禾县生态环境局', overview: '我局由原县环保局更名而来。' },
    { unit: '青禾县生态环境局', overview: '修订《青禾县环保局公开目录》。' },
    { unit: '青禾县生态环境局', overview: '对原县环境保护局、县国土局的文件进行清理。' },
    { unit: '青禾县生态环境局', overview: '县环保局原网站已经关停。' },
    { unit: '青禾县发展和改革局（青禾县粮食和物资储备局）', end: '青禾县发展和改革局\n2024年1月16日' },
    { unit: '青禾县发展和改革局（青禾县粮食和物资储备局）', overview: '2023年，青禾县发改局认真落实公开要求。' },
    { unit: '青禾县公路养护中心', overview: '2023年，青禾县交通运输局积极筹措经费。' },
    { unit: '青禾市水务局', overview: '2023年，云岭市水务局全面指导本地公开工作。' },
    { unit: '青禾县住房和城乡建设局', end: '青禾县住房城乡建设局\n2024年1月18日' },
    { unit: '青禾市城市管理局', overview: '2023年，青禾市城管局认真落实公开要求。' },
    { unit: '青禾高新技术产业开发区管理委员会', end: '青禾高新区管理委员会\n2024年1月18日' },
    // The committee of the party.
    { overview: '2023年，青禾县委高度重视公开工作。' },
    // 大数据局 ends like 数据局.
    { unit: '青禾县大数据局', year: 2024, overview: '县大数据局高度重视公开工作。' },
    // The city's, not its own.
    { unit: '青禾县生态环境局', overview: '落实市环保局的要求。' },
    // Still its name in that year.
    { unit: '青禾县水务局', overview: '县卫计局参加了培训。' },
  ])('%j is its own, or meant', (parts) => expect(told(reportWith(parts))).toEqual([]));

  it('offers the name of today', () => {
    const text = (name: string): string => reportWith({ unit: '青禾县卫健局', overview: `公开工作由县${name}办公室负责。` });
    expect(mended(text('卫计局'))).toBe(text('卫健局'));
  });
});
