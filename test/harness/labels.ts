/** Labels in other words, and written in other ways, as real reports have them. */
import { gridOf } from './grid.ts';
import { render, type TestLayout } from './layouts.ts';
import { consistentValues, type EditionId, forms, renderReport, seeded } from './reports.ts';

const OVERDUE = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
const UNPAID = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
const PARTIAL = '（二）部分公开（区分处理的，只计这一情形，不计其他情形）';
const RECEIVED = '一、本年新收政府信息公开申请数量';

/** A label of the form, how it is written, and which of several cells it is in. */
export type LabelCase = readonly [edition: EditionId, label: string, written: string, at?: number];

/** In other words: the key tells, however markup cuts the label apart. */
export const WORDS: readonly LabelCase[] = [
  ['2021', '现行有效件数', '现行有效件'],
  ['2021', '本年制发件数', '本年发件'],
  ['2021', '行政规范性文件', '规范性文件'],
  ['2019', '规范性文件', '行政规范性文件'],
  ['2021', '行政事业性收费', '行政事业型收费'],
  ['2019', '行政事业性收费', '行政事业型收费'],
  ['2021', '科研机构', '科研企业'],
  ['2021', '社会公益组织', '社会公益'],
  ['2021', '（六）其他处理', '（六）其他'],
  ['2019', '（六）其他处理', '（六）其他'],
  ['2021', OVERDUE, '1.逾期不补正'],
  ['2021', UNPAID, '2.逾期不缴费'],
  // Slips that real reports have besides.
  ['2021', PARTIAL, '（二）部分公开'],
  ['2021', '（七）总计', '（七）合计'],
  ['2021', '3.其他', '3.其它'],
  ['2021', '其他', '其它'],
  ['2021', '法人或其他组织', '法人或其它组织'],
  ['2021', '二、上年结转政府信息公开申请数量', '二、上年度结转政府信息公开申请数量'],
  ['2021', '四、结转下年度继续办理', '四、结转下年继续办理'],
  ['2021', '4.保护第三方合法权益', '4.保护第三方合法利益'],
  ['2021', '本年收费金额（单位：万元）', '本年收费金额'],
  ['2021', RECEIVED, '本年新收政府信息公开申请数量'],
  ['2021', '1.属于国家秘密', '属于国家秘密'],
  ['2021', '2.重复申请', '重复申请'],
  ['2021', '（一）予以公开', '予以公开'],
  ['2021', '（三）不予公开', '不予公开'],
  ['2021', '三、本年度办理结果', '本年度办理结果'],
];

/** In the same words: the number, the characters or a gloss differ. */
export const WRITING: readonly LabelCase[] = [
  ['2021', '1.属于国家秘密', '1、属于国家秘密'],
  ['2021', '1.属于国家秘密', '(1)属于国家秘密'],
  ['2021', '1.属于国家秘密', '（1）属于国家秘密'],
  ['2021', '1.属于国家秘密', '1属于国家秘密'],
  ['2021', OVERDUE, OVERDUE.replace('1.', '1、')],
  ['2021', '3.其他', '3、其他'],
  ['2021', '3.其他', '（3）其他'],
  ['2021', '（一）予以公开', '一、予以公开'],
  ['2021', RECEIVED, RECEIVED.replace('、', '.')],
  ['2021', '规章', '規章'],
  ['2021', '规章', '規(guī)章'],
  ['2021', '规章', '規（guī）章'],
  ['2021', '规章', '规(guī)章'],
  ['2021', '行政许可', '行政許可'],
  ['2021', '结果维持', '結果維持', 0],
  ['2021', '结果维持', '結(jié)果維(wéi)持', 2],
  ['2021', '总计', '總計', 0],
  ['2021', '总计', '總計', 3],
  ['2021', '1.属于国家秘密', '1.屬於國家秘密'],
  ['2021', '3.危及“三安全一稳定”', '3.危及「三安全一穩定」'],
  ['2019', '处理决定数量', '處理決定數量', 1],
  ['2019', '政府集中采购', '政府集中採購'],
];

/** In the form's words and numbers: white space and the width of brackets and punctuation are no difference. */
export const ALIKE: readonly LabelCase[] = [
  ['2021', '（一）予以公开', '(一)予以公开'],
  ['2021', '第二十条第（一）项', '第二十条第(一)项'],
  ['2021', '第二十条第（八）项', ' 第二十条 第（八） 项 '],
  ['2021', '1.属于国家秘密', '1．属于国家秘密'],
  ['2021', '1.属于国家秘密', '１．属于国家秘密'],
  ['2021', '1.属于国家秘密', '1. 属于国家秘密'],
  ['2021', '1.属于国家秘密', '1 .属于国家秘密'],
  ['2021', '3.其他', '3．其 他'],
  ['2021', '规章', '规　章'],
  ['2021', '结果维持', '结 果 维 持', 1],
  ['2021', '其他', '其\u00a0他'],
  ['2021', '总计', ' 总  计 '],
  ['2021', '（七）总计', '(七)总 计'],
  ['2021', '本年收费金额（单位：万元）', '本年收费金额(单位:万元)'],
  ['2021', '3.危及“三安全一稳定”', '3.危及『三安全一稳定』'],
  ['2021', PARTIAL, PARTIAL.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ',')],
  ['2021', OVERDUE, OVERDUE.replace('、', '､')],
  ['2019', '本年增/减', '本年增／减'],
  ['2019', '本年增/减', '本年增 / 减', 2],
];

/** A report with other words in some of its cells: `at` says which of the cells with the form's word, if there are several. */
export function renamed(layout: TestLayout, edition: EditionId, word: string, written: string, at = 0): string {
  const values = consistentValues(edition, seeded(3));
  let text = renderReport({ edition, layout, values });
  let seen = 0;
  for (const table of forms[edition].tables) {
    const grid = gridOf(table, values);
    const other = grid.map((row) => row.map((cell) => (cell.text === word && seen++ === at ? { ...cell, text: written } : cell)));
    text = text.replace(render(layout, grid), () => render(layout, other));
  }
  if (seen <= at) throw new Error(`${layout}: “${word}” is not in the report`);
  return text;
}
