/** What the reader says of small texts besides their numbers: rows, words, places, what is unreadable and why. */
import { expect, it } from 'vitest';
import { tablesIn } from '../../harness/model.ts';

const T = '青禾县水务局2023年政府信息公开工作年度报告\n';
const H1 = '一、总体情况\n';
const H2 = '二、主动公开政府信息情况\n';
const H3 = '三、收到和处理政府信息公开申请情况\n';
const H4 = '四、政府信息公开行政复议、行政诉讼情况\n';
const HD = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n';
const R2 = `${HD}规章\t0\t1\t2\n行政规范性文件\t3\t4\t5\n`;
const D = HD.replaceAll('\t', '\n');
const C7 = '0\t0\t0\t0\t0\t0\t0\n';
/** The words of `HD`, and those of them that only the form of 2021 has. */
const W2 = 'words: 信息内容 header, 本年制发件数 column, 本年废止件数 column, 现行有效件数 column';
const O2 = 'only here: 本年制发件数, 本年废止件数, 现行有效件数';

it.each<[name: string, text: string, tables: readonly string[]]>([
  [
    'a table with its headers',
    `${T + H2 + R2}信息内容\t本年处理决定数量\n行政许可\t8\n行政处罚\t9\n行政强制\t10\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t1.50\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … .50',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      'administrativePenalties: 行政处罚 = 9',
      'administrativeCoercion: 行政强制 = 10',
      'administrativeFees: 行政事业性收费 = 1.5.2',
      `${W2}, 规章, 行政规范性文件, 信息内容 header, 本年处理决定数量 column, 行政许可, 行政处罚, 行政强制, 信息内容 header, 本年收费金额（单位：万元） column, 行政事业性收费`,
      `${O2}, 本年处理决定数量, 本年收费金额（单位：万元）`,
    ],
  ],
  [
    'a table of 2019',
    `${T.replace('2023', '2020') + H2}信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t1\t2\n规范性文件\t3\t4\t5\n其他对外管理服务事项\t1\t2\t3\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t4\t2.75\n`,
    [
      'disclosure of 2019, tsv: 信息内容 … .75',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 规范性文件 = 3 4 5',
      'otherServices: 其他对外管理服务事项 = 1 2 3',
      'centralizedProcurement: 政府集中采购 = 4 2.75.2',
      'words: 信息内容 header, 本年新制作数量 column, 本年新公开数量 column, 对外公开总数量 column, 规章, 规范性文件, 其他对外管理服务事项, 信息内容 header, 采购项目数量 column, 采购总金额 column, 政府集中采购',
      'only here: 本年新制作数量, 本年新公开数量, 对外公开总数量, 其他对外管理服务事项, 采购项目数量, 采购总金额, 政府集中采购',
    ],
  ],
  [
    'words of 2019 in a report of 2023',
    `${T + H2}信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t1\t2\n规范性文件\t3\t4\t5\n`,
    [
      'disclosure of 2019, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 规范性文件 = 3 4 5',
      'words: 信息内容 header, 本年新制作数量 column, 本年新公开数量 column, 对外公开总数量 column, 规章, 规范性文件',
      'only here: 本年新制作数量, 本年新公开数量, 对外公开总数量',
    ],
  ],
  [
    'more words of one edition than of the other',
    `${T + H2}信息内容\t本年新制作数量\t本年废止件数\t现行有效件数\n规章\t0\t1\t2\n行政规范性文件\t3\t4\t5\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'words: 信息内容 header, 本年废止件数 column, 现行有效件数 column, 规章, 行政规范性文件',
      'only here: 本年废止件数, 现行有效件数',
    ],
  ],
  [
    'blanks, words and remarks in cells',
    `${T + H2 + R2}行政许可\t/\n行政处罚\t待定\n行政强制\t3.5\n行政事业性收费\t12万元（含滞纳金）\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 纳金）',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = blank',
      'administrativePenalties: 行政处罚 = invalid',
      'administrativeCoercion: 行政强制 = invalid 3.5.1',
      'administrativeFees: 行政事业性收费 = 12“万元（含滞纳金）”',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚, 行政强制, 行政事业性收费`,
      O2,
    ],
  ],
  [
    'a row again and one without numbers',
    `${T + H2 + R2}规章\t7\t7\t7\n行政许可\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 政许可',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses short 0: 行政许可 = unreadable',
      'again regulations: 规章 = 7 7 7',
      `${W2}, 规章, 行政规范性文件, 规章, 行政许可`,
      O2,
    ],
  ],
  [
    'a row that lost a number',
    `${T + H2 + R2.replace('\t4', '')}行政许可\t8\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 可 8',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments short 2: 行政规范性文件 = unreadable unreadable unreadable',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
    ],
  ],
  [
    'a row with a number too many',
    `${T + H2 + R2.replace('\t4', '\t4\t4')}行政许可\t8\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 可 8',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments long 4: 行政规范性文件 = unreadable unreadable unreadable',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
    ],
  ],
  [
    'labels of groups before those of rows',
    `${T + H3}一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n三、本年度办理结果\t（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n\t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n（七）总计\t1\t0\t0\t0\t0\t0\t1\n`,
    [
      'applications of 2021, tsv: 一、本年新收政府信息公开申请数量 … 0 1',
      'received: 一、本年新收政府信息公开申请数量 = 1 0 0 0 0 0 1',
      'granted: (三、本年度办理结果) （一）予以公开 = 1 0 0 0 0 0 1',
      'denied.stateSecret: () (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.prohibitedByLaw: () () 2.其他法律行政法规禁止公开 = 0 0 0 0 0 0 0',
      'total: （七）总计 = 1 0 0 0 0 0 1',
      'words: 一、本年新收政府信息公开申请数量, 三、本年度办理结果 group, （一）予以公开, （三）不予公开 group, 1.属于国家秘密, 2.其他法律行政法规禁止公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'the label 3.其他 of two groups',
    `${T + H3}（五）不予处理\t5.要求行政机关确认或重新出具已获取信息\t${C7}（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t${C7}\t3.其他\t1\t0\t0\t0\t0\t0\t1\n（七）总计\t${C7}`,
    [
      'applications of 2021, tsv: （五）不予处理 … 0 0',
      'notProcessed.reconfirmation: (（五）不予处理) 5.要求行政机关确认或重新出具已获取信息 = 0 0 0 0 0 0 0',
      'other.overdueCorrection: (（六）其他处理) 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 = 0 0 0 0 0 0 0',
      'other.other: () 3.其他 = 1 0 0 0 0 0 1',
      'total: （七）总计 = 0 0 0 0 0 0 0',
      'words: （五）不予处理 group, 5.要求行政机关确认或重新出具已获取信息, （六）其他处理 group, 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请, 3.其他, （七）总计',
      'only here: 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请, 3.其他',
    ],
  ],
  [
    'a row in words that no form has',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n\t2.别的法律行政法规不许公开\t1\t0\t0\t0\t0\t0\t1\n\t3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n`,
    [
      'applications of 2021, tsv: （三）不予公开 … 0 0',
      'denied.stateSecret: (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.prohibitedByLaw: () 2.别的法律行政法规不许公开 = 1 0 0 0 0 0 1',
      'denied.threeSecuritiesOneStability: () 3.危及“三安全一稳定” = 0 0 0 0 0 0 0',
      'words: （三）不予公开 group, 1.属于国家秘密, 3.危及“三安全一稳定”, 2.别的法律行政法规不许公开 ?',
      'only here: ',
    ],
  ],
  [
    'two such rows',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t${C7}\t2.别的法律行政法规不许公开\t1\t0\t0\t0\t0\t0\t1\n\t3.危及三项安全一项稳定\t2\t0\t0\t0\t0\t0\t2\n\t4.保护第三方合法权益\t${C7}`,
    [
      'applications of 2021, tsv: （三）不予公开 … 0 0',
      'denied.stateSecret: (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.prohibitedByLaw: () 2.别的法律行政法规不许公开 = 1 0 0 0 0 0 1',
      'denied.threeSecuritiesOneStability: () 3.危及三项安全一项稳定 = 2 0 0 0 0 0 2',
      'denied.thirdPartyRights: () 4.保护第三方合法权益 = 0 0 0 0 0 0 0',
      'words: （三）不予公开 group, 1.属于国家秘密, 4.保护第三方合法权益, 2.别的法律行政法规不许公开 ?, 3.危及三项安全一项稳定 ?',
      'only here: ',
    ],
  ],
  [
    'two such rows where the form has one',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t${C7}\t2.别的法律行政法规不许公开\t1\t0\t0\t0\t0\t0\t1\n\t2.别的法律行政法规也不许公开\t2\t0\t0\t0\t0\t0\t2\n\t3.危及“三安全一稳定”\t${C7}`,
    [
      'applications of 2021, tsv: （三）不予公开 … 0 0',
      'denied.stateSecret: (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.threeSecuritiesOneStability: () 3.危及“三安全一稳定” = 0 0 0 0 0 0 0',
      'words: （三）不予公开 group, 1.属于国家秘密, 3.危及“三安全一稳定”',
      'only here: ',
    ],
  ],
  [
    'such a row in words of its own',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t${C7}\t2.商业秘密\t1\t0\t0\t0\t0\t0\t1\n\t3.危及“三安全一稳定”\t${C7}`,
    [
      'applications of 2021, tsv: （三）不予公开 … 0 0',
      'denied.stateSecret: (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.threeSecuritiesOneStability: () 3.危及“三安全一稳定” = 0 0 0 0 0 0 0',
      'words: （三）不予公开 group, 1.属于国家秘密, 3.危及“三安全一稳定”',
      'only here: ',
    ],
  ],
  [
    'such a row without a number',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t${C7}\t2.别的法律行政法规不许公开\t1\t0\t0\t0\t0\t1\n\t3.危及“三安全一稳定”\t${C7}`,
    [
      'applications of 2021, tsv: （三）不予公开 … 0 0',
      'denied.stateSecret: (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.threeSecuritiesOneStability: () 3.危及“三安全一稳定” = 0 0 0 0 0 0 0',
      'words: （三）不予公开 group, 1.属于国家秘密, 3.危及“三安全一稳定”',
      'only here: ',
    ],
  ],
  [
    'such a row at the top of a table',
    `${T + H2 + HD}行政规章\t0\t1\t2\n行政规范性文件\t3\t4\t5\n行政许可\t8\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 可 8',
      'regulations: 行政规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 行政规范性文件, 行政许可, 行政规章 ?`,
      O2,
    ],
  ],
  [
    'such a row at the end',
    `${T + H2 + R2}行政许可\t8\n行政处罚\t9\n行政强制\t10\n行政事业收费\t12\n`,
    [
      'disclosure of 2021, tsv: 信息内容 …  12',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      'administrativePenalties: 行政处罚 = 9',
      'administrativeCoercion: 行政强制 = 10',
      'administrativeFees: 行政事业收费 = 12',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚, 行政强制, 行政事业收费`,
      O2,
    ],
  ],
  [
    'a line of numbers without a label',
    `${T + H4}行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t2\t0\t0\t0\t2\n`,
    [
      'disputes of 2021, tsv: 行政复议 … 0 2',
      'disputes: 1 = 1 0 0 0 1 0 0 0 0 0 2 0 0 0 2',
      'words: 行政复议 header, 行政诉讼 group, 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'blanks without a label',
    `${T + H2 + R2}行政许可\t8\n${H4}行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 可 8',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
      'disputes of 2021, tsv: 行政复议 … / /',
      'disputes: / = blank blank blank blank blank blank blank blank blank blank blank blank blank blank blank',
      'words: 行政复议 header, 行政诉讼 group, 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'words after the header of a line without a label',
    `${T + H2 + R2}行政许可\t8\n${H4}行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n本年无\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 可 8',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
      'disputes of 2021, tsv: 行政复议 … 政复议',
      'words: 行政复议 header, 行政诉讼 group, 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'a list of licences elsewhere',
    `${T + H1}权力清单\n行政许可\t12\n${H2}${R2}行政许可\t8\n行政处罚\t9\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 罚 9',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      'administrativePenalties: 行政处罚 = 9',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚`,
      O2,
    ],
  ],
  [
    'a table that stands in another section',
    `${T + H1 + R2}行政许可\t8\n行政处罚\t9\n行政强制\t10\n${H2}行政许可\t7\n`,
    [
      'disclosure of 2021, tsv: 信息内容 …  10',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      'administrativePenalties: 行政处罚 = 9',
      'administrativeCoercion: 行政强制 = 10',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚, 行政强制, 行政许可`,
      O2,
    ],
  ],
  [
    'HTML',
    `<html><h1>${T.trim()}</h1><h2>${H2.trim()}</h2><table><tr><td>信息内容</td><td>本年<br>制发件数</td></tr><tr><td><b>规</b>章</td><td>1<b>2</b></td><td>&nbsp;</td><td>3</td></tr><tr><td>行政许可</td><td colspan=3>4</td></tr></table><p>说明</p></html>`,
    [
      'disclosure of 2021, html: 信息内容 … 3>4',
      'regulations: 规</b>章 = 12/2 blank 3',
      'administrativeLicenses: 行政许可 = 4',
      'words: 信息内容 header, 本年<br>制发件数 column /, 规</b>章 /, 行政许可',
      'only here: 本年<br>制发件数',
    ],
  ],
  [
    'a grid',
    `${T + H2}+----------+----+-----+----+\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n+----------+----+-----+----+\n| 规章     | 1  | 20  |    |\n+----------+----+-----+----+\n`,
    ['disclosure of 2021, grid: 信息内容 …  | ', 'regulations: 规章 = 1+1 20+1 blank_+2', `${W2}, 规章`, O2],
  ],
  [
    'one cell a line',
    `${T + H2 + D}规章\n0\n1\n2\n行政规范性文件\n3\n4\n5\n行政许可\n8\n行政处罚\n9\n`,
    [
      'disclosure of 2021, bare-lines: 信息内容 … 罚 9',
      'regulations: (信息内容) (本年制发件数) (本年废止件数) (现行有效件数) 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      'administrativePenalties: 行政处罚 = 9',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚`,
      O2,
    ],
  ],
  [
    'runs of digits',
    `${T + H2 + HD.replaceAll('\t', '')}规章000行政规范性文件101\n行政许可8行政处罚9行政强制10\n`,
    [
      'disclosure of 2021, glued: 信息内容 … 制10',
      'regulations: (信息内容) (本年制发件数) (本年废止件数) (现行有效件数) 规章 = 0 0 0',
      'normativeDocuments glued 1: 行政规范性文件 = unreadable unreadable unreadable',
      'administrativeLicenses: 行政许可 = 8',
      'administrativePenalties: 行政处罚 = 9',
      'administrativeCoercion: 行政强制 = 10',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚, 行政强制`,
      O2,
    ],
  ],
  [
    'labels over several cells',
    `${T + H2 + HD}规\t章\t0\t1\t2\n行政规范\t性文件\t3\t4\t5\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规 章 = 0 1 2',
      'normativeDocuments: 行政规范 性文件 = 3 4 5',
      `${W2}, 规 章 /, 行政规范 性文件 /`,
      O2,
    ],
  ],
  [
    'a table that stands there twice, another year’s first',
    `${T + H2 + R2}行政许可\t8\n2022年数据\n\n${R2.replace(/\t(\d)/g, '\t9')}行政许可\t9\n行政处罚\t9\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 罚 9',
      'regulations: 规章 = 9 9 9',
      'normativeDocuments: 行政规范性文件 = 9 9 9',
      'administrativeLicenses: 行政许可 = 9',
      'administrativePenalties: 行政处罚 = 9',
      `${W2}, 规章, 行政规范性文件, 行政许可, 信息内容 header, 本年制发件数 column, 本年废止件数 column, 现行有效件数 column, 规章, 行政规范性文件, 行政许可, 行政处罚`,
      `${O2}, 本年制发件数, 本年废止件数, 现行有效件数`,
    ],
  ],
  [
    'pipes alone at the ends of rows',
    `${T + H2}信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n|\n规章 |\n0 |\n|\n2 |\n|\n行政规范性文件 |\n3 |\n4 |\n5 |\n|\n行政许可 |\n8 |\n|\n`,
    [
      'disclosure of 2021, trailing-pipes: 信息内容 …  8 ',
      'regulations: 规章 = 0 blank_ 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
    ],
  ],
  [
    'a mark that may be the end of a row, with cells too many after it',
    `${T + H2}信息内容 |\n本年制发件数 |\n本年废止件数 |\n现行有效件数 |\n|\n规章 |\n0 |\n|\n2 |\n4 |\n行政规范性文件 |\n3 |\n4 |\n5 |\n|\n`,
    [
      'disclosure of 2021, trailing-pipes: 信息内容 …  5 ',
      'regulations long 4: 规章 = unreadable unreadable unreadable',
      'normativeDocuments: (规章 ) (0 ) (2 ) (4 ) 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  ['a sentence and two rows', `${T + H2}规章 0 1 2\n行政许可 3\n`, []],
  [
    'three rows of one number in running text',
    `${T + H2}信息内容 本年处理决定数量\n行政许可 3\n行政处罚 4\n行政强制 5\n`,
    [
      'disclosure of 2021, raw: 信息内容 … 制 5',
      'administrativeLicenses: (信息内容) (本年处理决定数量) 行政许可 = 3',
      'administrativePenalties: 行政处罚 = 4',
      'administrativeCoercion: 行政强制 = 5',
      'words: 信息内容 header, 本年处理决定数量 column, 行政许可, 行政处罚, 行政强制',
      'only here: 本年处理决定数量',
    ],
  ],
  ['a header alone', `${T + H2 + HD}信息内容\t本年处理决定数量\n`, []],
  ['four words of a header', T + H2 + HD, []],
])('%s', (_, text, tables) => {
  expect(tablesIn(text)).toEqual(tables);
});
