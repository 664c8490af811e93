/** What is a table at all, of which edition, and what of it is in doubt: rows in running text, in columns, in other words. */
import { expect, it } from 'vitest';
import { tablesIn } from '../../harness/model.ts';

const T = '青禾县水务局2023年政府信息公开工作年度报告\n';
const H2 = '二、主动公开政府信息情况\n';
const H3 = '三、收到和处理政府信息公开申请情况\n';
const H4 = '四、政府信息公开行政复议、行政诉讼情况\n';
const HD = '信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n';
const R2 = `${HD}规章\t0\t1\t2\n行政规范性文件\t3\t4\t5\n`;
const D = HD.replaceAll('\t', '\n');
const H5 = '五、存在的主要问题及改进情况\n';
const S = '结果维持 结果纠正 其他结果 尚未审结 总计\n';
const C7 = '0\t0\t0\t0\t0\t0\t0\n';
/** The words of `HD`, and those of them that only the form of 2021 has. */
const W2 = 'words: 信息内容 header, 本年制发件数 column, 本年废止件数 column, 现行有效件数 column';
const O2 = 'only here: 本年制发件数, 本年废止件数, 现行有效件数';

it.each<[name: string, text: string, tables: readonly string[]]>([
  [
    'three rows in running text',
    `${T + H3}（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开 0 0 0 0 0 0 0\n（七）总计 1 0 0 0 0 0 1\n`,
    [
      'applications of 2021, raw: （一）予以公开 … 0 1',
      'granted: （一）予以公开 = 1 0 0 0 0 0 1',
      'partiallyGranted: （二）部分公开 = 0 0 0 0 0 0 0',
      'total: （七）总计 = 1 0 0 0 0 0 1',
      'words: （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'two rows in running text are no table',
    `${T + R2 + H3}（一）予以公开 1 0 0 0 0 0 1\n（七）总计 1 0 0 0 0 0 1\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  [
    'a line of fifteen numbers in running text',
    `${T + R2 + H4}结果维持\n1 0 0 0 1 0 0 0 0 0 2 0 0 0 2\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
      'disputes of 2021, raw: 结果维持 … 0 2',
      'disputes: 1 = 1 0 0 0 1 0 0 0 0 0 2 0 0 0 2',
      'words: 结果维持 column',
      'only here: ',
    ],
  ],
  [
    'eight of fifteen',
    `${T + R2 + H4}结果维持\n1 0 0 0 1 0 0 0\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
      'disputes of 2021, raw: 结果维持 … 0 0',
      'disputes short 8: 1 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'words: 结果维持 column',
      'only here: ',
    ],
  ],
  [
    'seven of fifteen are no table',
    `${T + R2 + H4}结果维持\n1 0 0 0 1 0 0\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  [
    'numbers of 2019 under words of both editions',
    `${T + H2}规章\t1\t2\t3\n行政许可\t4\t5\t6\n行政处罚\t7\t8\t9\n`,
    [
      'disclosure of 2019, tsv: 规章 … 8 9',
      'regulations: 规章 = 1 2 3',
      'administrativeLicenses: 行政许可 = 4 5 6',
      'administrativePenalties: 行政处罚 = 7 8 9',
      'words: 规章, 行政许可, 行政处罚',
      'only here: ',
    ],
  ],
  [
    'a list of licences in a later section',
    `${T + H2 + R2}行政许可\t8\n行政处罚\t9\n${H5}下一步\n行政许可\t12\n行政强制\t13\n`,
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
    'a header over two lines, whose last word is a row’s, too',
    `${T + H3}申请人情况\n自然人\t法人或其他组织\t总计\n商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t${C7}\t3.其他\t${C7}`,
    [
      'applications of 2021, tsv: 申请人情况 … 0 0',
      'other.overdueCorrection: (（六）其他处理) 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 = 0 0 0 0 0 0 0',
      'other.other: () 3.其他 = 0 0 0 0 0 0 0',
      'words: 申请人情况 header, 自然人 column, 法人或其他组织 header, 总计 column, 商业企业 column, 科研机构 column, 社会公益组织 column, 法律服务机构 column, 其他 column, （六）其他处理 group, 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请, 3.其他',
      'only here: 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请, 3.其他',
    ],
  ],
  [
    'a row twice, the second in the header’s place',
    `${T + H2 + R2}行政许可\n行政许可\t8\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 可 8',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政许可`,
      O2,
    ],
  ],
  [
    'runs of digits that begin with a zero',
    `${T + H2 + D}规章 012\n行政规范性文件 000\n行政许可 8\n`,
    [
      'disclosure of 2021, raw: 信息内容 … 可 8',
      'regulations glued 1: (信息内容) (本年制发件数) (本年废止件数) (现行有效件数) 规章 = unreadable unreadable unreadable',
      'normativeDocuments: 行政规范性文件 = 0 0 0',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
    ],
  ],
  [
    'runs of digits that may be numbers',
    `${T + H2 + D}规章 101\n行政规范性文件 345\n行政许可 8\n`,
    [
      'disclosure of 2021, raw: 信息内容 … 可 8',
      'regulations short 1: (信息内容) (本年制发件数) (本年废止件数) (现行有效件数) 规章 = unreadable unreadable unreadable',
      'normativeDocuments short 1: 行政规范性文件 = unreadable unreadable unreadable',
      'administrativeLicenses: 行政许可 = 8',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
    ],
  ],
  [
    'a remark beside runs of digits',
    `${T + H2 + D}规章000行政规范性文件101\n行政许可 8件\n`,
    [
      'disclosure of 2021, glued: 信息内容 …  8件',
      'regulations: (信息内容) (本年制发件数) (本年废止件数) (现行有效件数) 规章 = 0 0 0',
      'normativeDocuments glued 1: 行政规范性文件 = unreadable unreadable unreadable',
      'administrativeLicenses: 行政许可 = 8“件”',
      `${W2}, 规章, 行政规范性文件, 行政许可`,
      O2,
    ],
  ],
  [
    'runs of digits that can be cut in several ways',
    `${T + R2 + H3}（一）予以公开111000012\n（二）部分公开111000012\n（七）总计222000024\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
      'applications of 2021, glued: （一）予以公开 … 024',
      'granted glued 1: （一）予以公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'partiallyGranted glued 1: （二）部分公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'total glued 1: （七）总计 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'words: （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'runs of digits that can be cut in one way, and a total that cannot',
    `${T + H3}一、本年新收政府信息公开申请数量0000000\n二、上年结转政府信息公开申请数量0000000\n（一）予以公开1200003\n（二）部分公开0900009\n（七）总计111000012\n`,
    [
      'applications of 2021, glued: 一、本年新收政府信息公开申请数量 … 012',
      'received: 一、本年新收政府信息公开申请数量 = 0 0 0 0 0 0 0',
      'carriedOver: 二、上年结转政府信息公开申请数量 = 0 0 0 0 0 0 0',
      'granted: （一）予以公开 = 1 2 0 0 0 0 3',
      'partiallyGranted: （二）部分公开 = 0 9 0 0 0 0 9',
      'total glued 1: （七）总计 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'words: 一、本年新收政府信息公开申请数量, 二、上年结转政府信息公开申请数量, （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'numbers before their labels',
    `${T + H2 + D}1 2 3\n规章\n4 5 6\n行政规范性文件\n`,
    [
      'disclosure of 2021, raw, scrambled: 信息内容 … 性文件',
      'regulations scrambled 3: 规章 = unreadable unreadable unreadable',
      'normativeDocuments scrambled 0: 行政规范性文件 = unreadable unreadable unreadable',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  [
    'words before a label',
    `${T + H2 + D}甲 乙 丙\n规章\n4 5 6\n行政规范性文件\n7 8 9\n`,
    [
      'disclosure of 2021, raw: 信息内容 … 8 9',
      'regulations: (信息内容) (本年制发件数) (本年废止件数) (现行有效件数) 规章 = 4 5 6',
      'normativeDocuments: 行政规范性文件 = 7 8 9',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  [
    'four numbers before the first label',
    `${T + H2 + D}1 2 3 4\n规章\n4 5 6\n行政规范性文件\n`,
    [
      'disclosure of 2021, raw: 信息内容 … 性文件',
      'regulations: 规章 = 4 5 6',
      'normativeDocuments torn 0: 行政规范性文件 = unreadable unreadable unreadable',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  [
    'a word among the blanks of a line without a label',
    `${T + R2 + H4 + S.replaceAll(' ', '\t')}/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t待定\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
      'disputes of 2021, tsv: 结果维持 … 果维持',
      'words: 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'fourteen blanks without a label',
    `${T + R2 + H4 + S.replaceAll(' ', '\t')}/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\t/\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
      'disputes of 2021, tsv: 结果维持 … 果维持',
      'words: 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'a word among the numbers of a line without a label',
    `${T + R2 + H4 + S.replaceAll(' ', '\t')}1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t待定\t0\t0\t0\t2\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
      'disputes of 2021, tsv: 结果维持 … 0 2',
      'disputes: 1 = 1 0 0 0 1 0 0 0 0 0 invalid 0 0 0 2',
      'words: 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'a row in other words, and one more below the next',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t${C7}\t2.别的法律行政法规不许公开\t1\t0\t0\t0\t0\t0\t1\n\t3.危及“三安全一稳定”\t${C7}\t4.保护第三方的合法利益\t${C7}`,
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
    'a row in other words whose last cell is blank',
    `${T + H3}（三）不予公开\t1.属于国家秘密\t${C7}\t2.别的法律行政法规不许公开\t1\t0\t0\t0\t0\t0\t\n\t3.危及“三安全一稳定”\t${C7}`,
    [
      'applications of 2021, tsv: （三）不予公开 … 0 0',
      'denied.stateSecret: (（三）不予公开) 1.属于国家秘密 = 0 0 0 0 0 0 0',
      'denied.prohibitedByLaw: () 2.别的法律行政法规不许公开 = 1 0 0 0 0 0 blank_',
      'denied.threeSecuritiesOneStability: () 3.危及“三安全一稳定” = 0 0 0 0 0 0 0',
      'words: （三）不予公开 group, 1.属于国家秘密, 3.危及“三安全一稳定”, 2.别的法律行政法规不许公开 ?',
      'only here: ',
    ],
  ],
  [
    'pieces of a label in two rows',
    `${T + H2 + R2}项目\t行政\n许可\t8\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 4 5',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      `${W2}, 规章, 行政规范性文件`,
      O2,
    ],
  ],
  [
    'a row whose numbers stand on two lines, in columns',
    `${T + H3}（一）予以公开          1   0   0   0   0   0   1\n（二）部分公开          0   0   0   0\n                                        0   0   0\n（七）总计              1   0   0   0   0   0   1\n`,
    [
      'applications of 2021, aligned: （一）予以公开 …  1',
      'granted: （一）予以公开 = 1 0 0 0 0 0 1',
      'partiallyGranted torn 7: （二）部分公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'total: （七）总计 = 1 0 0 0 0 0 1',
      'words: （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'beside a row torn so, one in the line with the end of its label',
    `${T + H3}（一）予以公开          1   0   0   0   0   0   1\n2.其他法律行政\n法规禁止公开            2   0   0   0   0   0   2\n3.危及“三安全一稳定”    0   0   0   0\n                                        0   0   0\n（七）总计              3   0   0   0   0   0   3\n`,
    [
      'applications of 2021, aligned: （一）予以公开 …  3',
      'granted: （一）予以公开 = 1 0 0 0 0 0 1',
      'denied.prohibitedByLaw torn 7: 2.其他法律行政 法规禁止公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'denied.threeSecuritiesOneStability torn 7: 3.危及“三安全一稳定” = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'total: （七）总计 = 3 0 0 0 0 0 3',
      'words: （一）予以公开, 2.其他法律行政 法规禁止公开 /, 3.危及“三安全一稳定”, （七）总计',
      'only here: ',
    ],
  ],
  [
    'a label over two lines where nothing is torn',
    `${T + H3}（一）予以公开          1   0   0   0   0   0   1\n2.其他法律行政\n法规禁止公开            2   0   0   0   0   0   2\n（七）总计              3   0   0   0   0   0   3\n`,
    [
      'applications of 2021, aligned: （一）予以公开 …  3',
      'granted: （一）予以公开 = 1 0 0 0 0 0 1',
      'denied.prohibitedByLaw: 2.其他法律行政 法规禁止公开 = 2 0 0 0 0 0 2',
      'total: （七）总计 = 3 0 0 0 0 0 3',
      'words: （一）予以公开, 2.其他法律行政 法规禁止公开 /, （七）总计',
      'only here: ',
    ],
  ],
  [
    'beside a row torn so, one that is short',
    `${T + H3}（一）予以公开          1   0   0   0   0   0\n（二）部分公开          0   0   0   0\n                                        0   0   0\n（七）总计              1   0   0   0   0   0   1\n`,
    [
      'applications of 2021, aligned: （一）予以公开 …  1',
      'granted torn 6: （一）予以公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'partiallyGranted torn 7: （二）部分公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'total: （七）总计 = 1 0 0 0 0 0 1',
      'words: （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'beside a row that is short, one whose sum fails',
    `${T + H3}（一）予以公开 1 0 0 0 0 0\n（二）部分公开 0 0 0 0 5 0 0\n（七）总计 1 0 0 0 0 0 1\n`,
    [
      'applications of 2021, raw: （一）予以公开 … 0 1',
      'granted short 6: （一）予以公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'partiallyGranted long 7: （二）部分公开 = unreadable unreadable unreadable unreadable unreadable unreadable unreadable',
      'total: （七）总计 = 1 0 0 0 0 0 1',
      'words: （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'alone, a row whose sum fails',
    `${T + H3}（一）予以公开 1 0 0 0 0 0 1\n（二）部分公开 0 0 0 0 5 0 0\n（七）总计 1 0 0 0 0 0 1\n`,
    [
      'applications of 2021, raw: （一）予以公开 … 0 1',
      'granted: （一）予以公开 = 1 0 0 0 0 0 1',
      'partiallyGranted: （二）部分公开 = 0 0 0 0 5 0 0',
      'total: （七）总计 = 1 0 0 0 0 0 1',
      'words: （一）予以公开, （二）部分公开, （七）总计',
      'only here: ',
    ],
  ],
  [
    'a line of both editions in a report of no year',
    `${T.replace('2023年', '')}${H4}${S.replaceAll(' ', '\t')}1\t0\t0\t0\t1\t0\t0\t0\t0\t0\t2\t0\t0\t0\t2\n`,
    [
      'disputes of 2021, tsv: 结果维持 … 0 2',
      'disputes: 1 = 1 0 0 0 1 0 0 0 0 0 2 0 0 0 2',
      'words: 结果维持 column, 结果纠正 column, 其他结果 column, 尚未审结 column, 总计 column',
      'only here: ',
    ],
  ],
  [
    'the number of a page below a Markdown table is of no row',
    `${T}${H3}| （一）予以公开 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n| （二）部分公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n\n12\n\n（待续）\n`,
    [
      'applications of 2021, markdown: （一）予以公开 …  2 ',
      'granted: （一）予以公开 = 1 0 0 0 0 0 1',
      'partiallyGranted: （二）部分公开 = 2 0 0 0 0 0 2',
      'words: （一）予以公开, （二）部分公开',
      'only here: ',
    ],
  ],
  [
    'an amount in a column of numbers',
    `${T + H2 + R2}行政许可\t1,234\n行政处罚\t１２件\n行政强制\t-3\n行政事业性收费\t0.5万元\n`,
    [
      'disclosure of 2021, tsv: 信息内容 … 5万元',
      'regulations: 规章 = 0 1 2',
      'normativeDocuments: 行政规范性文件 = 3 4 5',
      'administrativeLicenses: 行政许可 = 1234',
      'administrativePenalties: 行政处罚 = 12“件”',
      'administrativeCoercion: 行政强制 = invalid -3',
      'administrativeFees: 行政事业性收费 = 0.5“万元”.1',
      `${W2}, 规章, 行政规范性文件, 行政许可, 行政处罚, 行政强制, 行政事业性收费`,
      O2,
    ],
  ],
])('%s', (_, text, tables) => {
  expect(tablesIn(text)).toEqual(tables);
});
