/** What stands in the way of reading in real files, one hazard at a time, and texts that are no reports. */
import { describe, expect, it } from 'vitest';
import { lintText, mayBeReport, parse } from '../../../server/src/core/index.ts';
import { check, numbersOf, rulesOf, told } from '../../harness/check.ts';
import { LAYOUTS } from '../../harness/layouts.ts';
import { consistentValues, renderReport, seeded } from '../../harness/reports.ts';

const values = consistentValues('2021', seeded(3));
const text = renderReport({ values });
/** Every number, and no more than style to speak of. */
const reads = (noisy: string): void => {
  const checked = check(noisy);
  expect(numbersOf(checked)).toEqual(values);
  expect(checked.findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
};

describe('a report is read whole with', () => {
  it.each<[string, (text: string) => string]>([
    ['half-width brackets', (t) => t.replaceAll('（', '(').replaceAll('）', ')')],
    ['1、 for 1.', (t) => t.replaceAll(/(?<=\t)(\d)\./g, '$1、')],
    ['no numbers before its rows', (t) => t.replaceAll(/(?<=\t)(?:\d\.|（[一二三四五六七]）)(?=[^\n\t]{2,}\n)/g, '')],
    ['headings without numbers', (t) => t.replaceAll(/^[一二三四五六]、/gm, '')],
    [
      'headings numbered 1、',
      (t) => '一二三四五六'.split('').reduce((all, han, at) => all.replaceAll(new RegExp(`^${han}、`, 'gm'), `${at + 1}、 `), t),
    ],
    ['headings in Markdown', (t) => t.replaceAll(/^([一二三四五六]、.*)$/gm, '## **$1**')],
    ['NBSP and U+3000 around numbers', (t) => t.replaceAll(/\t(\d+)\n/g, '\t\u3000 $1\u00a0\n')],
    [
      'full-width digits',
      (t) =>
        t.replaceAll(
          /\t(\d+)\n/g,
          (_, digits: string) => `\t${[...digits].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('')}\n`,
        ),
    ],
    [
      'line breaks in labels',
      (t) => t.replaceAll('\t结果维持', '\t结果\n维持').replaceAll('\t总计', '\t总\n计').replaceAll('重新出具', '重新\n出具'),
    ],
    ['spaces in labels', (t) => t.replaceAll('自然人', '自 然　人').replaceAll('尚未审结', '尚未 审结')],
    [
      'converter residue',
      (t) => t.replaceAll('\t规章', '\t[bookmark: _GoBack]规章').replace('\t本年废止件数', '\t[image: 图1.png]本年废止件数'),
    ],
    [
      'statutory variants',
      (t) => t.replace('现行有效件数', '现行有效件').replace('行政规范性文件', '规范性文件').replace('科研机构', '科研企业'),
    ],
    [
      'slips in labels',
      (t) =>
        t
          .replace('（七）总计', '（七）合计')
          .replace('2.其他法律', '2.其它法律')
          .replace('二、上年结转', '二、上年度结转')
          .replace('结转下年度继续', '结转下年继续'),
    ],
    ['a remark behind a number', (t) => t.replace(/(行政许可\n\t\d+)/, '$1（其中变更16件）')],
    ['tables glued to their headings', (t) => t.replaceAll(/(况\n)\n+(?=\t)/g, '$1')],
  ])('%s', (_, noise) => {
    expect(noise(text)).not.toBe(text);
    reads(noise(text));
  });

  it('a missing title: the year stands in the text', () => {
    const untitled = text.replace(/^.*\n/, '').replace('本年度，', '2023年，');
    expect(parse(untitled).reports[0]).toMatchObject({ title: null, reportingYear: 2023, unit: null });
    reads(untitled);
  });

  it('a title in two lines, and a year in Chinese numerals', () => {
    const [, ...rest] = text.split('\n');
    const title = ['\t青禾县水务局', '二〇二三年 政府信息公开工作年度报告'];
    expect(parse([...title, ...rest].join('\n')).reports[0]).toMatchObject({ reportingYear: 2023, unit: '青禾县水务局' });
  });

  it.each([
    ['青禾县水务局2023年度政府信息公开工作年度报告', '青禾县水务局'],
    ['２０２３年青禾县水务局政府信息公开年报', '青禾县水务局'],
    ['青禾县水务局关于2023年政府信息公开工作年度报告（2024年1月发布）', '青禾县水务局'],
    ['首页 > 年报\n青禾县水务局 2023年\n政府信息公开工作年度报告', '青禾县水务局'],
  ])('the title %j', (title, unit) => {
    expect(parse(text.replace(/^.*\n/, `${title}\n`)).reports[0]).toMatchObject({ reportingYear: 2023, unit });
  });

  it.each<[string, (html: string) => string]>([
    ['tags in capitals', (h) => h.replaceAll(/<(\/?)(table|tr|td)\b/g, (_, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`)],
    ['rows and cells left open', (h) => h.replaceAll(/<\/t[dr]>/g, '')],
    ['everything in one line', (h) => h.replaceAll('\n', '')],
    [
      'a table that lays out the page',
      (h) => h.replace('<body>', '<body><table><tr><td>导航</td><td>').replace('</body>', '</td></tr></table></body>'),
    ],
    ['head and body of tables', (h) => h.replaceAll(/<table>\n(<tr>.*<\/tr>)/g, '<table><thead>$1</thead><tbody>')],
    [
      'markup around numbers',
      (h) => h.replaceAll(/<td>(\d+)<\/td>/g, '<td><!-- x --><p style="text-align:center"><font color="red">$1</font></p></td>'),
    ],
    ['a script that writes tables', (h) => h.replace('<body>', '<body><script>var a = "<table><tr><td>规章</td><td>7</td>";</script>')],
    [
      'captions, and labels broken by markup',
      (h) =>
        h
          .replaceAll('<table>', '<table><caption>单位：件</caption>')
          .replaceAll('结果维持', '结果<br>维持')
          .replaceAll('自然人', '<b>自</b>然人'),
    ],
  ])('HTML with %s', (_, noise) => {
    const html = noise(renderReport({ layout: 'html', values }));
    reads(html);
    expect(parse(html).reports[0]).toMatchObject({ unit: '青禾县水务局', sections: { length: 6 } });
  });

  it('a heading glued behind a row: the row lacks its last cells, the next block is read', () => {
    const glued = renderReport().replace(/(\t行政规范性文件\n\t0\n\t0\n)\t0\n\n/, '$1 ');
    const { document, findings } = check(glued);
    expect(findings.map(({ rule, cells }) => [rule, cells])).toEqual([['missing-cell', ['disclosure.normativeDocuments.inForce']]]);
    expect(document.reports[0]?.tables[0]?.cells.filter((cell) => cell?.state === 'number')).toHaveLength(9);
  });

  it('prose directly below a table: it belongs to no cell', () => reads(text.replace(/\n\n五、/, '\n五、')));

  it('cells that a sheet has quoted for their line breaks', () => {
    const sheet = renderReport({ layout: 'tsv', values })
      .replaceAll('\t5.要求行政机关确认或重新出具已获取信息', '\t"5.要求行政机关确认或重新\n出具已获取信息"')
      .replaceAll('\t结果维持', '\t"结果\n维持"');
    expect(sheet).toContain('"结果\n维持"');
    reads(sheet);
    reads(sheet.replaceAll('\n', '\r\n'));
  });

  it('tags in passing: they make no page of a plain text', () => {
    reads(`${text}\n<p>注</p>\n`);
    reads(renderReport({ layout: 'markdown', values }).replace('\n\n', '\n\n<div align="center">图</div>\n\n'));
  });

  it('a row that lost a cell is not shifted where empty columns stand behind the table', () => {
    const padded = renderReport({ layout: 'tsv', values: consistentValues('2021', seeded(8)) }).replaceAll(/^(.*\t.*)$/gm, '$1\t\t');
    const damaged = padded.replace(/(一、本年新收政府信息公开申请数量\t\t\t\d+)\t\d+/, '$1');
    expect(damaged).not.toBe(padded);
    expect(rulesOf(padded)).toEqual([]);
    expect(rulesOf(damaged)).toEqual(['relation-not-checked', 'missing-cell']);
  });

  it('an empty cell where a bare pipe stands for it', () => {
    const piped = renderReport({ layout: 'trailing-pipes' }).replace(
      '一、本年新收政府信息公开申请数量 |\n0 |\n0 |',
      '一、本年新收政府信息公开申请数量 |\n0 |\n|',
    );
    expect(check(piped).findings.map(({ rule, cells }) => [rule, cells.length])).toEqual([
      ['relation-not-checked', 0],
      ['blank-cell', 1],
    ]);
  });
});

describe('several reports in one file', () => {
  it('are read apart, each with its own year, form and findings', () => {
    const older = renderReport({ edition: '2019', values: consistentValues('2019', seeded(4)) });
    const filler = '本机关主动公开各类信息。'.repeat(60);
    const both = `${older.replace('本年度，', `${filler}本年度，`)}\n${text.replace('总计\n', '总计\n')}`;
    const { reports } = lintText(both);
    expect(reports.map(({ report, findings }) => [report.edition, report.reportingYear, findings.length])).toEqual([
      ['2019', 2020, 0],
      ['2021', 2023, 0],
    ]);
  });

  it('never fill one another’s gaps', () => {
    const first = renderReport({ without: new Set(['applications.denied.stateSecret']) });
    const second = renderReport({ values });
    const tables = second.slice(second.indexOf('二、'), second.indexOf('五、'));
    const { findings, document } = check(first.replace('五、', `${tables.replaceAll(/^[二三四]、.*$/gm, '上年数据')}五、`));
    expect(document.reports).toHaveLength(1);
    expect(findings.map(({ rule }) => rule)).not.toContain('internal-error');
    const applications = document.reports[0]?.tables.find(({ spec }) => spec.id === 'applications');
    const taken = new Map(applications?.cells.map((cell) => [cell?.spec.key ?? '', cell?.value ?? null]));
    const one = [...taken].every(([, value]) => value === 0 || value === null);
    const other = [...taken].every(([key, value]) => value === (values.get(key) ?? null));
    expect(one || other).toBe(true);
  });
});

describe('other tables with words of the statutory ones', () => {
  const small = [
    ['项目', '数量', '行政许可', '99', '行政处罚', '7'],
    ['办理结果', '件数', '予以公开', '12', '部分公开', '3', '不予公开', '1', '总计', '16'],
    ['类型', '件数', '行政复议', '2', '行政诉讼', '1', '总计', '3'],
  ].map((cells) => cells.flatMap((cell, at) => (at % 2 === 0 ? [[cell, cells[at + 1] as string] as const] : [])));
  const drawn = {
    tsv: (rows: readonly (readonly [string, string])[]) => rows.map((row) => row.join('\t')).join('\n'),
    markdown: ([head, ...rest]: readonly (readonly [string, string])[]) =>
      [head, ['---', '---'], ...rest].map((row) => `| ${row?.join(' | ')} |`).join('\n'),
    html: (rows: readonly (readonly [string, string])[]) =>
      `<table>${rows.map((row) => `<tr><td>${row.join('</td><td>')}</td></tr>`).join('')}</table>`,
    'cell-lines': (rows: readonly (readonly [string, string])[]) => rows.map((row) => row.map((cell) => `\t${cell}\n`).join('')).join('\n'),
  };
  it.each(['tsv', 'markdown', 'html', 'cell-lines'] as const)('%s: are not mistaken for them in another section', (layout) => {
    const whole = renderReport({ layout, values });
    for (const rows of small) {
      for (const before of ['本年度，', '政策解读的形式', '本机关未收取'])
        reads(whole.replace(before, `见下表：\n\n${drawn[layout](rows)}\n\n${before}`));
    }
  });
});

describe('the form before 2019', () => {
  const old = (year: number): string =>
    `云溪市水务局${year}年政府信息公开工作年度报告\n一、概述\n政府信息公开情况统计表\n统计指标\t单位\t统计数\n一、主动公开情况\t——\t\n（一）主动公开政府信息数\t条\t326\n`;
  it('is right for its years and outdated later', () => {
    expect(told(old(2018))).toEqual([]);
    expect(told(old(2022))).toEqual(['outdated-format ⟦统计指标⟧']);
    expect(lintText(old(2022)).report).toMatchObject({ recognized: true, edition: 'pre-2019', reportingYear: 2022 });
  });
});

describe('the reporting year', () => {
  const report = renderReport({ edition: '2019', year: 2020 });
  const [title = '', ...rest] = report.split('\n');
  it.each([
    ['a list of other years’ reports', `首页\n政府信息公开年报\n2024年政府信息公开工作年度报告\n2023年政府信息公开工作年度报告\n${report}`],
    ['the way to the page', `您当前的位置：首页>政府信息公开>政府信息公开年报>2023年\n${report}`],
    [
      'the date of publication below',
      [title.replace('2020年', ''), '（2021年1月20日）', ...rest].join('\n').replace('本年度，', '2020年，'),
    ],
    ['dates of notices', rest.join('\n').replace('本年度，', '根据2021年1月5日的通知，2020年')],
  ])('is not taken from %s', (_, text) => {
    expect(parse(text).reports[0]?.reportingYear).toBe(2020);
    expect(rulesOf(text)).toEqual(text.includes('工作年度报告') ? [] : ['missing-title']);
  });
});

describe('a text that is no report has no finding', () => {
  const headings =
    '一、总体情况\n概述。\n二、主动公开政府信息情况\n填表。\n三、收到和处理政府信息公开申请情况\n填表。\n四、政府信息公开行政复议、行政诉讼情况\n填表。\n';
  it.each([
    ['a notice that asks for reports', `关于做好2023年政府信息公开工作年度报告编制工作的通知\n${headings}`],
    ['the form itself', renderReport({ values: new Map() }).replace(/^.*\n/, '中华人民共和国政府信息公开工作年度报告格式\n')],
    ['source code', `TITLE='2023年政府信息公开工作年度报告'\n# 一、总体情况\n# 二、主动公开政府信息情况\n`],
    ['nothing', ''],
    ['a note', 'hello\n'],
    ['news about reports', '我市发布2023年政府信息公开工作年度报告。报告显示，全市共收到政府信息公开申请20件，行政复议2件。\n'],
    ['a list of rows', '| 行 | 说明 |\n|---|---|\n| 一、本年新收政府信息公开申请数量 | 当年收到的 |\n| （一）予以公开 | 全部公开 |\n'],
    ['a table of contents', '一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'],
    ['another table', '行政许可\t3\n行政处罚\t5\n行政强制\t0\n'],
    ['a web page', '<html><body><p>政府信息公开</p><table><tr><td>规章</td><td>1</td></tr></table></body></html>'],
  ])('%s', (_, other) => expect(check(other)).toMatchObject({ document: { reports: [] }, findings: [] }));

  it('is told by a few searches alone', () => expect(mayBeReport('The quick brown fox')).toBe(false));
});

describe('hostile input', () => {
  it.each([
    ['spaces', ' '],
    ['tabs', '\t'],
    ['pipes', '|'],
    ['digits', '1'],
    ['brackets', '['],
    ['angles', '<'],
    ['ampersands', '&'],
    ['line ends', '\r\n'],
    ['open tables', '<table><tr><td>'],
    ['rows', '规章\t1\n'],
  ])('%s without end is read without an error', (_, piece) => {
    const { reports } = lintText(`政府信息公开${piece.repeat(20_000)}规章`);
    expect(reports.flatMap(({ findings }) => findings.filter(({ rule }) => rule === 'internal-error'))).toEqual([]);
  });
});

it.each(LAYOUTS)('%s: an excerpt with the application table alone is checked, and nothing is missed', (layout) => {
  const whole = renderReport({ layout, values, withoutSections: new Set(['overview', 'disclosure', 'disputes', 'problems', 'other']) });
  const excerpt = whole.replaceAll(/^.*(?:年度报告|收到和处理).*$/gm, '');
  expect(parse(excerpt).reports).toHaveLength(1);
  expect(rulesOf(excerpt)).toEqual([]);
});
