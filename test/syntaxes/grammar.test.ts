/** The TextMate grammar: statutory words and numbers get their scopes in every layout, prose gets none. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar } from 'vscode-textmate';
import { forms, renderReport } from '../harness/reports.ts';

const PATH = 'syntaxes/disclosure-report.tmLanguage.json';
let grammar: IGrammar;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(PATH, 'utf8'), PATH),
  });
  const loaded = await registry.loadGrammar('text.disclosure-report');
  if (!loaded) throw new Error('the grammar does not load');
  grammar = loaded;
});

/** `text:scope` of every token that has a scope of its own, the scope without its last part. */
function scoped(line: string): string[] {
  return grammar
    .tokenizeLine(line, null)
    .tokens.filter(({ scopes }) => scopes.length > 1)
    .map(
      ({ startIndex, endIndex, scopes }) =>
        `${line.slice(startIndex, endIndex).trim()}:${scopes.at(-1)?.replace('.disclosure-report', '')}`,
    );
}

const HEADING = 'markup.heading.section';
const ROW = 'entity.name.tag.row';
const GROUP = 'entity.name.type.group';
const COLUMN = 'variable.parameter.column';
const NUMBER = 'constant.numeric';

describe('scopes', () => {
  it.each([
    ['三、收到和处理政府信息公开申请情况', [`三、收到和处理政府信息公开申请情况:${HEADING}`]],
    ['## 六、其他需要报告的事项', [`## 六、其他需要报告的事项:${HEADING}`]],
    ['总体情况', [`总体情况:${HEADING}`]],
    ['\t第二十条第（一）项', ['第二十条第（一）项:entity.name.section.block']],
    ['\t一、本年新收政府信息公开申请数量', [`一、本年新收政府信息公开申请数量:${ROW}`]],
    ['\t（三）不予公开', [`（三）不予公开:${GROUP}`]],
    ['\t1.属于国家秘密', [`1.属于国家秘密:${ROW}`]],
    ['\t自然人', [`自然人:${COLUMN}`]],
    ['\t　0', [`0:${NUMBER}`]],
    ['\t4106万元', [`4106:${NUMBER}`]],
    ['0 |', [`0:${NUMBER}`, '|:punctuation.separator.cell']],
    ['\t[bookmark: _GoBack]0', ['[bookmark: _GoBack]:comment.block.residue', `0:${NUMBER}`]],
    ['\t0[image: x.png]', [`0:${NUMBER}`, '[image: x.png]:comment.block.residue']],
    ['\t１，２３４', [`１，２３４:${NUMBER}`]],
    ['\t－18', [`－18:${NUMBER}`]],
    ['（六）其他需要报告的事项', [`（六）其他需要报告的事项:${HEADING}`]],
    ['**三是存在的主要问题及改进情况**', [`**三是存在的主要问题及改进情况**:${HEADING}`]],
    // A label broken over two lines of its cell.
    ['\t结果', [`结果:${COLUMN}`]],
    ['维持', [`维持:${COLUMN}`]],
    ['行政许可\t7\t0\t154', [`行政许可:${ROW}`, `7:${NUMBER}`, `0:${NUMBER}`, `154:${NUMBER}`]],
  ])('%j', (line, expected) => expect(scoped(line)).toEqual(expected));

  it('cover every row and column of the forms', () => {
    for (const form of Object.values(forms)) {
      for (const table of form.tables) {
        for (const { label } of table.rows.filter(({ labelled }) => labelled)) {
          // A row in the form of 2019, a group in that of 2021: the grammar cannot know which.
          const expected = label === '（六）其他处理' ? GROUP : ROW;
          expect(scoped(`\t${label}`).join()).toContain(expected);
        }
        for (const { label } of table.data.blocks.flatMap(({ columns }) => columns)) expect(scoped(`\t${label}`).join()).toContain(COLUMN);
      }
    }
  });

  it.each(['cell-lines', 'trailing-pipes', 'tsv', 'markdown', 'bare-lines'] as const)('cover every number of a report: %s', (layout) => {
    const numbers = renderReport({ layout })
      .split('\n')
      .flatMap(scoped)
      .filter((token) => token.endsWith(`:${NUMBER}`));
    expect(numbers).toHaveLength(forms['2021'].tables.reduce((count, { cells }) => count + cells.length, 0));
  });

  it('leave prose alone', () => {
    expect(scoped('2023年，青禾县水务局共收到政府信息公开申请20件，办理行政许可154件，其中予以公开11件。')).toEqual([]);
  });

  it('end on any line', () => {
    for (const piece of [' ', '\t', '　', '|', '1', '[', '（', '1.', '一、', '[image'])
      expect(grammar.tokenizeLine(piece.repeat(20_000), null, 2000).stoppedEarly, piece).toBe(false);
  });
});
