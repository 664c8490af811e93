/** What is a report, whose, and of which year: heads of pages as they are copied, and texts that only carry the form. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../../server/src/core/index.ts';
import { check, rulesOf } from '../../harness/check.ts';
import { GLUED, LAYOUTS } from '../../harness/layouts.ts';
import { renderReport, titleOf } from '../../harness/reports.ts';

const report = renderReport();
const body = report.slice(report.indexOf('一、总体情况'));
const under = (head: string): string => `${head}\n${body}`;
const of = (text: string): { unit: string | null; year: number | null } => {
  const [first] = parse(text).reports;
  return { unit: first?.unit ?? null, year: first?.reportingYear ?? null };
};

describe('the unit and the year', () => {
  it.each([
    ['the year behind 工作', '松原区教育局政府信息公开工作2023年度报告', '松原区教育局'],
    ['the year first', '2023年度松原县人民政府政府信息公开工作年度报告', '松原县人民政府'],
    ['the year last', '松原县应急管理局政府信息公开情况报告（2023年）', '松原县应急管理局'],
    ['the year in a line below', '松原县民政局\n政府信息公开工作年度报告\n（2023年度）', '松原县民政局'],
    ['信息公开 alone', '松原县柳河镇人民政府2023年信息公开工作年度报告', '松原县柳河镇人民政府'],
    ['政务公开', '松原县柳河镇政务公开工作2023年年度报告', '松原县柳河镇'],
    ['情况的报告', '松原市卫生健康委员会关于2023年度政府信息公开工作情况的报告', '松原市卫生健康委员会'],
    ['政府 once for two', '松原县人民政府信息公开工作年度报告（2023年度）', '松原县人民政府'],
    ['a name with 编制', '中共松原县委机构编制委员会办公室2023年政府信息公开工作年度报告', '中共松原县委机构编制委员会办公室'],
    ['a name behind', '2023年政府信息公开工作年度报告（松原县水务局）', '松原县水务局'],
    ['a number before', '附件1：松原县水务局2023年政府信息公开工作年度报告', '松原县水务局'],
    ['spaces', '松 原 县 水 务 局 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告', '松原县水务局'],
    ['traditional characters', '松原縣稅務局2023年政府信息公開工作年度報告', '松原縣稅務局'],
    ['the title in three lines', '国家税务总局松原县税务局\n2023年政府信息公开工作\n年度报告', '国家税务总局松原县税务局'],
    ['the title twice', '松原县柳河乡\n2023年政府信息公开工作年度报告\n2023年政府信息公开工作年度报告', '松原县柳河乡'],
    ['the unit below', '2023年政府信息公开工作年度报告\n松原县水务局\n（2024年1月20日）', '松原县水务局'],
    ['a field of the title', '标题：松原县水务局2023年政府信息公开工作年度报告\n栏目：政府信息公开年报', '松原县水务局'],
    ['a field in brackets', '【名称】松原县水务局2023年政府信息公开工作年度报告\n【发布机构】松原县人民政府办公室', '松原县水务局'],
    ['发布机构', '发布机构：松原县水务局\n栏目：政府信息公开年报\n2023年政府信息公开工作年度报告', '松原县水务局'],
    [
      'a field among others',
      '2023年政府信息公开工作年度报告\n2024-01-20 来源：松原县水务局 浏览次数：12 字体：【大 中 小】',
      '松原县水务局',
    ],
    ['fields in cells', '索引号\t123\t发布机构\t松原县水务局\t名称\t\n2023年政府信息公开工作年度报告', '松原县水务局'],
    ['a field in two lines', '发布单位\n松原县水务局\n发布日期\n2024-01-19\n2023年政府信息公开工作年度报告', '松原县水务局'],
    ['a page’s menu', '走进松原\n政府信息公开\n政府信息公开年报\n松原县水务局2023年政府信息公开工作年度报告', '松原县水务局'],
    ['a sentence', '根据《条例》，现公布柳河街道2023年政府信息公开工作年度报告。', '柳河街道'],
    ['a sentence with 现将', '现将松原县财政局2023年政府信息公开工作年度报告公布如下：', '松原县财政局'],
    ['who made it', '本报告由松原县水务局根据《条例》编制，统计期限自2023年1月1日起至2023年12月31日止。', '松原县水务局'],
  ])('%s', (_, head, unit) => {
    expect(of(under(head))).toEqual({ unit, year: 2023 });
    expect(rulesOf(under(head))).toEqual([]);
  });

  it.each([
    ['a label', '栏目：政府信息公开年报\n2023年政府信息公开工作年度报告'],
    ['a menu', '互动交流\n部门\n2023年政府信息公开工作年度报告'],
    ['whoever speaks', '现将我局2023年政府信息公开工作年度报告公布如下：'],
    ['another body’s report that is cited', '参照松原市水务局2023年政府信息公开工作年度报告。'],
    ['the editor of a page', '2023年政府信息公开工作年度报告\n责任编辑：王某'],
  ])('no unit is %s', (_, head) => expect(of(under(head))).toEqual({ unit: null, year: 2023 }));

  it.each(GLUED)('%s: a title glued to the text', (layout) => {
    const glued = renderReport({ layout }).replaceAll('\n', '');
    expect(of(glued)).toEqual({ unit: '青禾县水务局', year: 2023 });
    expect(rulesOf(glued)).not.toContain('missing-title');
  });
});

describe('missing-title says what is not known', () => {
  const message = (head: string): string | undefined =>
    check(under(head)).findings.find(({ rule }) => rule === 'missing-title')?.message['zh-cn'];
  it.each([
    ['neither', '', '哪个单位、哪一年'],
    ['the year alone', '统计期限自2023年1月1日起至12月31日止。', '哪个单位'],
    ['the unit alone', '现公布松原县水务局政府信息公开工作年度报告。', '哪一年'],
  ])('%s', (_, head, unknown) => expect(message(head)).toMatch(new RegExp(`是${unknown}的年报$`)));
  it('and nothing where a sentence names both', () =>
    expect(message('现公布松原县水务局2023年政府信息公开工作年度报告。')).toBeUndefined());
});

describe('a notice that carries the blank form is no report', () => {
  const NOTICES = [
    '松原县人民政府办公室关于做好2023年政府信息公开工作年度报告编制工作的通知\n各乡镇人民政府，县直各部门：\n请按附件编制。\n附件',
    '松原县人民政府办公室关于做好年度报告编制发布工作的通知\n附件1\n某某局2023年政府信息公开工作年度报告',
    '各镇、各街道：\n现将格式印发给你们。\n2023年政府信息公开工作年度报告',
    '2023年政府信息公开工作年度报告（参考模板）\n松原县2023年政府信息公开工作年度报告样式',
  ];
  const none = new Map<string, number>();
  describe.each(LAYOUTS)('%s', (layout) => {
    it.each(NOTICES)('%j', (notice) => {
      const lines = layout.startsWith('html') ? notice.replaceAll(/^.*$/gm, '<p>$&</p>') : notice;
      const blank = renderReport({ layout, values: none, prose: { overview: '（文字描述）', problems: '', other: '' } });
      const text = blank.replace(layout.startsWith('html') ? `<h2>${titleOf(2023)}</h2>` : titleOf(2023), lines);
      expect(check(text)).toMatchObject({ document: { reports: [] }, findings: [] });
    });
    it('while a draft of a unit is one', () => {
      expect(parse(renderReport({ layout, values: none })).reports).toHaveLength(1);
    });
  });
});

describe('a report whose tables are not in the text', () => {
  const lost = report.replaceAll(/^(?:\t.*)?\n/gm, '');
  it.each([
    ['a title', lost],
    ['a sentence', lost.replace(titleOf(2023), '现公布柳河街道2023年政府信息公开工作年度报告。')],
    ['attachments', `${lost}附件：1.主动公开政府信息情况表.xlsx\n`],
  ])('%s', (_, text) => expect(rulesOf(text)).toEqual(['missing-table', 'missing-table', 'missing-table']));

  it('is none without a name', () => expect(parse(lost.replace(titleOf(2023), '')).reports).toEqual([]));
  it('is none where a notice lists the headings', () =>
    expect(parse(lost.replace(titleOf(2023), '各镇：\n请公布柳河镇2023年政府信息公开工作年度报告。')).reports).toEqual([]));
});
