/** Lexers cut a text at its separators, whatever its words: one way to write a table a case, and what is cut of it. */
import { expect, it } from 'vitest';
import { paragraphsIn, tokensIn } from '../../harness/tokens.ts';

const CASES: readonly (readonly [name: string, text: string, tokens: string])[] = [
  ['a row of a sheet', '规章\t0\t12\t\n行政许可\t3', 'tsv: [规章][0][12][]⏎[行政许可][3]⏎'],
  [
    'one cell a line after a TAB',
    '\t规章\n\t3\n\n\t行政许可\n',
    'cell-lines: [规章][3] bare-lines: ⏎ cell-lines: [行政许可] bare-lines: ⏎',
  ],
  [
    'a TAB after white space leads, one after ink separates',
    '  \t规章\n规章\t\n\t1\t2\n',
    'cell-lines: [规章] tsv: [规章][]⏎[][1][2]⏎ bare-lines: ⏎',
  ],
  [
    'a label goes on in lines without TAB, a number does not',
    '\t行政规范\n性文件\n\t35\n说明\n',
    'cell-lines: [行政规范↵性文件][35] bare-lines: 0~说明⏎',
  ],
  [
    'a label of one cell a line ends at the next TAB, pipe or after 80 characters',
    '\t规章\n\n制发\n甲|乙\n',
    'cell-lines: [规章] bare-lines: ⏎0~制发 pipe-rows: [甲][乙]⏎ bare-lines: ⏎',
  ],
  [
    'a quoted cell with a line break',
    '项目\t"本年\n制发"\t件数\n规章\t1\t2\n',
    'tsv: [项目]["本年↵制发"][件数]⏎[规章][1][2]⏎ bare-lines: ⏎',
  ],
  ['a row that begins with a quoted cell of two lines', '"规\n章"\t1\t2\n', 'tsv: ["规↵章"][1][2]⏎ bare-lines: ⏎'],
  ['a doubled quotation mark inside a quoted cell', '"甲""乙"\t1\n', 'tsv: ["甲""乙"][1]⏎ bare-lines: ⏎'],
  ['a quotation mark in the middle opens nothing', '甲"乙\t"丙\t1\n丁\t2\n', 'tsv: [甲"乙]["丙][1]⏎[丁][2]⏎ bare-lines: ⏎'],
  ['a quoted cell at the end of the text', '规章\t"1"', 'tsv: [规章]["1"]⏎'],
  [
    'a quoted cell with commas',
    '"规章,乙",1,2,3\n甲,4,5,6\n乙,7,8,9\n',
    'csv: ["规章,乙"][1][2][3]⏎[甲][4][5][6]⏎[乙][7][8][9]⏎ bare-lines: ⏎',
  ],
  ['commas make a sheet with eight numbers', '甲,1,2,3\n乙,4,5,6\n丙,7,8\n', 'csv: [甲][1][2][3]⏎[乙][4][5][6]⏎[丙][7][8]⏎ bare-lines: ⏎'],
  ['seven numbers do not', '甲,1,2,3\n乙,4,5,6\n丙,7\n', 'bare-lines: 0~甲,1,2,30~乙,4,5,60~丙,7⏎'],
  [
    'thousands do not',
    '合计 1,234\n本年 2,345\n上年 3,456\n三年 4,567\n五年 5,678\n六年 6,789\n七年 7,890\n八年 8,901\n九年 9,012\n',
    'raw: 0~合计~1,2340~本年~2,3450~上年~3,4560~三年~4,5670~五年~5,6780~六年~6,7890~七年~7,8900~八年~8,9010~九年~9,012 bare-lines: ⏎',
  ],
  [
    'a row that begins with a number has four fields',
    '甲1,2,3,4,5\n乙6,7,8,9,1\n',
    'csv: [甲1][2][3][4][5]⏎[乙6][7][8][9][1]⏎ bare-lines: ⏎',
  ],
  [
    'sentences with commas do not',
    '收到申请12件,其中网络3件,信函4件,当面5件\n收到申请12,其中网络3,信函,当面\n',
    'bare-lines: 0~收到申请12件,其中网络3件,信函4件,当面5件0~收到申请12,其中网络3,信函,当面⏎',
  ],
  [
    'rows between pipes',
    '| 规章 | 0 | 1 |\n|---|:-:|--:|\n| 行政许可 |  | 2 |\n',
    'markdown: [ 规章 ][ 0 ][ 1 ]⏎[ 行政许可 ][  ][ 2 ]⏎ bare-lines: ⏎',
  ],
  ['rows without outer pipes', '规章 | 0 | 1\n行政许可 | 2 | 3\n', 'pipe-rows: [规章 ][ 0 ][ 1]⏎[行政许可 ][ 2 ][ 3]⏎ bare-lines: ⏎'],
  ['rows with a pipe at the end', '规章 | 0 | 1 |\n', 'pipe-rows: [规章 ][ 0 ][ 1 ]⏎ bare-lines: ⏎'],
  [
    'rows without outer pipes below a delimiter row',
    '项目 | 甲 | 乙\n--- | --- | ---\n规章 | 1 |\n许可 | 2 | 3\n',
    'pipe-rows: [项目 ][ 甲 ][ 乙]⏎[规章 ][ 1 ][]⏎[许可 ][ 2 ][ 3]⏎ bare-lines: ⏎',
  ],
  [
    'empty first cells below a delimiter row',
    '项目 | 甲 | 乙\n--- | --- | ---\n | 1 | 2\n',
    'pipe-rows: [项目 ][ 甲 ][ 乙]⏎[ ][ 1 ][ 2]⏎ bare-lines: ⏎',
  ],
  ['a cell a line with its pipe after it', '规章 |\n0 |\n1 |\n|\n', 'trailing-pipes: [规章 ][0 ][1 ]⏎? bare-lines: ⏎'],
  ['merged cells and the end of the row', '规章 |\n0 |||\n |\n|||\n', 'trailing-pipes: [规章 ][0 ]⏎?[ ]⏎ bare-lines: ⏎'],
  [
    'a cell a line with its pipe before it',
    '|规章\n|0\n|1\n|许可 |\n|2 |\n',
    'pipe-rows: [规章][0][1][许可 ]⏎ markdown: [2 ]⏎ bare-lines: ⏎',
  ],
  ['a row of empty cells', '| | | |\n', 'markdown: [ ][ ][ ]⏎ bare-lines: ⏎'],
  ['a pipe after a TAB is bare', '\t|\n', 'trailing-pipes: ⏎? bare-lines: ⏎'],
  ['a pipe in the line below', '规章\n|\n1\n||\n2\n | |\n', 'trailing-pipes: [规章][1]⏎?[2]⏎? bare-lines: ⏎'],
  ['merged cells of a row that lost their places', '规章 | 1 ||| 2 |\n', 'pipe-rows: [规章 ][ 1 ]……[ 2 ]⏎ bare-lines: ⏎'],
  ['pipes without room stand between cells', '规章|1||2|\n', 'pipe-rows: [规章][1][][2]⏎ bare-lines: ⏎'],
  ['an escaped pipe', '| 甲\\|乙 | 1 |\n', 'markdown: [ 甲\\|乙 ][ 1 ]⏎ bare-lines: ⏎'],
  ['a table in a quotation', '> | 规章 | 1 |\n> |---|---|\n>| 许可 | 2 |\n', 'markdown: [ 规章 ][ 1 ]⏎[ 许可 ][ 2 ]⏎ bare-lines: ⏎'],
  ['a row goes on in the next line', '| 规章 | 1\n| 2 |\n| 许可 | 3 |\n', 'markdown: [ 规章 ][ 1]⏎[ 2 ]⏎[ 许可 ][ 3 ]⏎ bare-lines: ⏎'],
  ['a row goes on in a line without pipes', '| 规章 | 行政\n许可 | 3 |\n', 'markdown: [ 规章 ][ 行政][许可 ][ 3 ]⏎ bare-lines: ⏎'],
  ['a row left open ends at a blank line', '| 规章 | 1\n\n许可\n', 'markdown: [ 规章 ][ 1] bare-lines: ⏎0~许可⏎'],
  ['a row left open, and a cell closed', '| 规章 | 1\n2 |\n', 'markdown: [ 规章 ][ 1] trailing-pipes: [2 ] markdown: ⏎ bare-lines: ⏎'],
  ['a roomy row', '规章 | | |\n', 'pipe-rows: [规章 ][ ][ ]⏎ bare-lines: ⏎'],
  ['org', '| 规章 | 1 |\n|---+---|\n| 许可 | 2 |\n', 'markdown: [ 规章 ][ 1 ]⏎[ 许可 ][ 2 ]⏎ bare-lines: ⏎'],
  ['one cell a line', '规章\n 3\n行政许可\n', 'bare-lines: 0~规章1~30~行政许可⏎'],
  ['columns set by spaces', '规章    0   12\n  许可  3   4\n', 'aligned: 0~规章~0~122~许可~3~4 bare-lines: ⏎'],
  ['a running line', '规章 0 12\n', 'raw: 0~规章~0~12 bare-lines: ⏎'],
  ['the page number between dashes is of no table', '规章 0 1\n- 5 -\n许可 2 3\n', 'raw: 0~规章~0~10~许可~2~3 bare-lines: ⏎'],
  ['other page numbers', '第 3 页\n第3页 共 9 页\n3/9\n— 12 —\n', 'bare-lines: ⏎'],
  ['no page numbers', '第 3 章\n3/9/1\n-5\n', 'raw: 0~第~3~章 bare-lines: 0~3/9/10~-5⏎'],
  ['a number alone at the edge of a page', '规章 0 1\n\n7\n\f许可 2 3\n', 'raw: 0~规章~0~1 bare-lines: ⏎ raw: 0~许可~2~3 bare-lines: ⏎'],
  ['a number alone below the edge of a page', '规章 0 1\n\f8\n许可 2 3\n', 'raw: 0~规章~0~10~许可~2~3 bare-lines: ⏎'],
  ['a number alone amid a page', '规章 0 1\n\n7\n\n许可 2 3\n', 'raw: 0~规章~0~1 bare-lines: ⏎0~7⏎ raw: 0~许可~2~3 bare-lines: ⏎'],
  [
    'a number below a row, at the edge of a page',
    '规章 0 1\n7\n\f许可 2 3\n',
    'raw: 0~规章~0~1 bare-lines: 0~7 raw: 0~许可~2~3 bare-lines: ⏎',
  ],
  ['blank lines', '规章\n\n\n\n3\n', 'bare-lines: 0~规章⏎0~3⏎'],
  [
    'a grid of pandoc',
    '+------+----+----+\n| 规章 | 0  | 12 |\n+======+====+====+\n| 许可 |    | 3  |\n+------+----+----+\n',
    'grid: [规章]+0[0]+1[12]+0⏎[许可]+0[]+2[3]+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'a grid with a label over two lines',
    '+----+----+\n| 行 | 5  |\n| 政 |    |\n+----+----+\n',
    'grid: {行↵政=行|政}+0[5]+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'a grid with merged cells',
    '+------+----+----+\n| 规章      | 12 |\n+------+----+----+\n| 许可 | 1  | 2  |\n+------+----+----+\n',
    'grid: [规章]+5[12]+0⏎[许可]+0[1]+1[2]+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'a cell over two rows',
    '+----+----+----+\n| 甲 | 乙 | 1  |\n|    +----+----+\n|    | 丙 | 2  |\n+----+----+----+\n',
    'grid: [乙]+0[1]+1⏎[甲]+0[丙]+0[2]+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'box drawing',
    '┌────┬────┐\n│规章│12  │\n├────┼────┤\n│许可│3   │\n└────┴────┘\n',
    'grid: [规章]+0[12]+1⏎[许可]+0[3]+2⏎⏎ bare-lines: ⏎',
  ],
  [
    'a number that its column was too narrow for',
    '+----+----+\n| 甲 | 12 |\n|    | 34 |\n+----+----+\n',
    'grid: [甲]+0{1234=12|34}+0⏎⏎ bare-lines: ⏎',
  ],
  [
    'two numbers one below the other',
    '+----+-------+\n| 甲 | 1     |\n|    | 2     |\n+----+-------+\n',
    'grid: [甲]+0{1↵2=1|2}+4⏎⏎ bare-lines: ⏎',
  ],
  [
    'a line that lost a cell',
    '+----+----+----+\n| 甲 | 1  | 2  |\n+----+----+----+\n| 乙 | 3  |\n+----+----+----+\n',
    'grid: [甲]+0[1]+1[2]+1⏎[乙]+0[3]+1…⏎⏎ bare-lines: ⏎',
  ],
  ['a grid without its last border', '+----+----+\n| 甲 | 1  |\n说明\n', 'grid: [甲]+0[1]+1⏎ bare-lines: 0~说明⏎'],
  ['a grid in a quotation or indented', '  +----+----+\n  | 甲 | 1  |\n  +----+----+\n', 'grid: [甲]+0[1]+1⏎⏎ bare-lines: ⏎'],
  ['a plus that draws nothing', '+ 甲 |\n++\n', 'trailing-pipes: [+ 甲 ] bare-lines: 0~++⏎'],
  [
    'a grid whose columns colons set',
    '+----+----+\n| 甲 | 1  |\n+:===+===:+\n| 乙 | 2  |\n+----+----+\n',
    'grid: [甲]+0[1]+1⏎[乙]+0[2]+1⏎⏎ bare-lines: ⏎',
  ],
  ['a headless grid whose columns colons set', '+---:+:--:+\n| 乙 | 2  |\n+----+----+\n', 'grid: [乙]+0[2]+1⏎⏎ bare-lines: ⏎'],
  [
    'a plus sign and a colon in a cell of a grid',
    '+------+----+\n| 甲+乙：| 1  |\n+------+----+\n',
    'grid: [甲+乙：]+0[1]+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'a simple table of pandoc',
    '---- ---- ----\n规章 0    12\n许可 3    4\n---- ---- ----\n',
    'ruled: [规章]+0[0]+3[12]+0⏎[许可]+0[3]+3[4]+0⏎ bare-lines: ⏎',
  ],
  [
    'columns set to the right',
    '---- ---- ----\n规章    0   12\n许可          \n局      3    4\n---- ---- ----\n',
    'ruled: [规章]+3[0]+2[12]+0⏎[许可]+10[]+9![]+4!⏎[局]+5[3]+3[4]+0⏎ bare-lines: ⏎',
  ],
  [
    'a blank whose line was trimmed',
    '---- ---- ----\n规章 0    12\n许可 3\n---- ---- ----\n',
    'ruled: [规章]+0[0]+3[12]+0⏎[许可]+0[3]+0[]+0!⏎ bare-lines: ⏎',
  ],
  [
    'a table under a header, up to a blank line',
    '项目 甲   乙\n---- ---- ----\n规章 0    12\n许可 3    4\n\n说明\n',
    'aligned: 0~项目~甲~乙 ruled: [规章]+0[0]+3[12]+0⏎[许可]+0[3]+3[4]+0⏎ bare-lines: 0~说明⏎',
  ],
  [
    'a multiline table',
    '----------------\n项目  甲    乙\n----- ----- ----\n规    0     12\n章\n\n许可  3     4\n----------------\n\n说明\n',
    'bare-lines: 0~---------------- aligned: 0~项目~甲~乙 ruled: {规↵章=规|章}+0[0]+4[12]+0⏎[许可]+1[3]+4[4]+0⏎ bare-lines: ⏎0~说明⏎',
  ],
  [
    'a word out of every column',
    '---- ------ ------\n规章 0      12\n许可    3   4\n局   5      6\n---- ------ ------\n',
    'ruled: [规章]+0[0]+5[12]+0⏎[许可]+3[3]+2[4]+0…⏎[局]+2[5]+5[6]+0⏎ bare-lines: ⏎',
  ],
  [
    'a table of reStructuredText',
    '==== ==== ====\n规章 0    12\n==== ==== ====\n许可 3    4\n==== ==== ====\n',
    'ruled: [规章]+0[0]+3[12]+0⏎ aligned: 0~许可~3~4',
  ],
  [
    'no ruler: other marks, one column, single dashes',
    '---- ====\n规章 1\n----\n- -\n',
    'raw: 0~----~====0~规章~1 bare-lines: 0~---- raw: 0~-~- bare-lines: ⏎',
  ],
  [
    'words with one space between them are one cell',
    '---------- ----\n政府 采购  12\n许可       3\n---------- ----\n',
    'ruled: [政府 采购]+1[12]+0⏎[许可]+6[3]+0⏎ bare-lines: ⏎',
  ],
  [
    'columns set to the centre',
    '------ ------ ------\n规章     12     34\n许可     56     78\n局       3     910\n------ ------ ------\n',
    'ruled: [规章]+4[12]+4[34]+0⏎[许可]+4[56]+4[78]+0⏎[局]+6[3]+4[910]+0⏎ bare-lines: ⏎',
  ],
  [
    'a table of HTML',
    '<table><tr><td>规章</td><td> 1 </td><td></td></tr><tr><td>许可</td></tr></table>',
    'html: ⏎[规章][ 1 ][]⏎⏎[许可]⏎⏎■',
  ],
  [
    'a page',
    '<html><head><title>年报</title><style>td{}</style></head><body><p>一、总体<b>情况</b></p><div>甲<br>乙</div></body></html>',
    '',
  ],
  [
    'cells cut by markup and entities',
    '<table><tr><td><p>规<b>章</b></p></td><td>&nbsp;</td><td>1&#50;</td><td>甲<br>乙</td></tr></table>',
    'html: ⏎{规章=规|章}{ =&nbsp;}{12=1|&#50;}{甲↵乙=甲|乙}⏎⏎■',
  ],
  [
    'a table that lays out the page',
    '<body><table><tr><td>一、总体情况<br>本年<table><tr><td>规章</td><td>1</td></tr></table>二、</td></tr></table></body>',
    'html: ⏎⏎[规章][1]⏎⏎■⏎⏎■',
  ],
  [
    'an HTML table in a plain text',
    '一、总体\n<table>\n<tr><td>规章<td>1\n<tr><td>许可<td>2\n</table>\n规章\t1\n',
    'bare-lines: 0~一、总体 html: ⏎[规章][1↵]⏎[许可][2↵]⏎■ tsv: [规章][1]⏎ bare-lines: ⏎',
  ],
  [
    'a comment, a script and capitals',
    '<TABLE><TR><TH>规章</TH><TD><!-- 3 -->1<script>var a=2</script></TD></TR></TABLE>',
    'html: ⏎[规章][1]⏎⏎■',
  ],
  ['a box of double lines', '╔═══╦═══╗\n║甲 ║1  ║\n╠═══╬═══╣\n║乙 ║2  ║\n╚═══╩═══╝\n', 'grid: [甲]+0[1]+1⏎[乙]+0[2]+1⏎⏎ bare-lines: ⏎'],
  ['a box of heavy lines', '┏━━━┳━━━┓\n┃甲 ┃1  ┃\n┗━━━┻━━━┛\n', 'grid: [甲]+0[1]+1⏎⏎ bare-lines: ⏎'],
  [
    'a line too wide for its columns has its cells in their order',
    '+----+----+----+\n| 甲 | 1  | 2  |\n| 乙丙丁戊己 | 3  | 4  |\n+----+----+----+\n',
    'grid: {甲↵乙丙丁戊己=甲|乙丙丁戊己}+0{1↵3=1|3}+1{2↵4=2|4}+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'a line too wide for a box, too',
    '┌────┬────┬────┐\n│甲  │1   │2   │\n│乙丙丁戊己│3   │4   │\n└────┴────┴────┘\n',
    'grid: {甲↵乙丙丁戊己=甲|乙丙丁戊己}+0{1↵3=1|3}+2{2↵4=2|4}+2⏎⏎ bare-lines: ⏎',
  ],
  [
    'a line too wide for a box of double lines, too',
    '╔════╦════╦════╗\n║甲  ║1   ║2   ║\n║乙丙丁戊己║3   ║4   ║\n╚════╩════╩════╝\n',
    'grid: {甲↵乙丙丁戊己=甲|乙丙丁戊己}+0{1↵3=1|3}+2{2↵4=2|4}+2⏎⏎ bare-lines: ⏎',
  ],
  [
    'a line too wide for a box of heavy lines, too',
    '┏━━━━┳━━━━┳━━━━┓\n┃甲  ┃1   ┃2   ┃\n┃乙丙丁戊己┃3   ┃4   ┃\n┗━━━━┻━━━━┻━━━━┛\n',
    'grid: {甲↵乙丙丁戊己=甲|乙丙丁戊己}+0{1↵3=1|3}+2{2↵4=2|4}+2⏎⏎ bare-lines: ⏎',
  ],
  [
    'five digits are one number, six are two',
    '+----+-----+-----+\n| 甲 | 123 | 123 |\n|    | 45  | 456 |\n+----+-----+-----+\n',
    'grid: [甲]+0{12345=123|45}+1{123↵456=123|456}+0⏎⏎ bare-lines: ⏎',
  ],
  [
    'a number goes on in the next line, not further below',
    '+----+----+\n| 甲 | 12 |\n| 乙 |    |\n| 丙 | 34 |\n+----+----+\n',
    'grid: {甲↵乙↵丙=甲|乙|丙}+0{12↵34=12|34}+0⏎⏎ bare-lines: ⏎',
  ],
  [
    'a cell on the right over two rows',
    '+----+----+\n| 甲 | 1  |\n+----+    |\n| 乙 |    |\n+----+----+\n',
    'grid: [甲]+0⏎[乙]+0[1]+1⏎⏎ bare-lines: ⏎',
  ],
  [
    'a cell that opens left of those above',
    '+----+----+----+\n|         | 2  |\n|    | 1  |    |\n+----+----+----+\n',
    'grid: []+7[1]+1[2]+1⏎⏎ bare-lines: ⏎',
  ],
  ['signs that draw no table', '+-\n-\n+ 甲\n- 本年\n= 乙\n', 'bare-lines: 0~+-0~- raw: 0~+~甲0~-~本年0~=~乙 bare-lines: ⏎'],
  ['pipes, signs and dashes alone are a delimiter row', '|+--+--+\n甲\n', 'bare-lines: 0~甲⏎'],
  [
    'a row of merged cells may end three columns after its border, not four',
    '+----+----+----+\n| 甲        | 2   |\n+----+----+----+\n| 乙        | 3    |\n+----+----+----+\n',
    'grid: [甲]+7[2]+2⏎[乙]+7[3]+3…⏎⏎ bare-lines: ⏎',
  ],
  ['a table under a ruler, the first line of a text', '---- ----\n规章 1\n许可 2\n', 'ruled: [规章]+0[1]+0⏎[许可]+0[2]+0⏎'],
  [
    'two tables of pandoc under headers',
    '项目 甲\n---- ----\n规章 1\n\n项目 乙\n---- ----\n许可 2\n\n',
    'raw: 0~项目~甲 ruled: [规章]+0[1]+0⏎ raw: 0~项目~乙 ruled: [许可]+0[2]+0⏎ bare-lines: ⏎',
  ],
  [
    'a header of two lines below a full rule',
    '-----------\n项  甲\n目\n---- ------\n规章 1\n\n许可 2\n-----------\n说明 3\n',
    'bare-lines: 0~----------- aligned: 0~项~甲 bare-lines: 0~目 ruled: [规章]+0[1]+0⏎[许可]+0[2]+0⏎ raw: 0~说明~3 bare-lines: ⏎',
  ],
  [
    'nine dashes are no full rule',
    '---------\n项目 甲\n---- ----\n规章 1\n\n许可 2\n',
    'bare-lines: 0~--------- raw: 0~项目~甲 ruled: [规章]+0[1]+0⏎ raw: 0~许可~2 bare-lines: ⏎',
  ],
  [
    'a blank line between a rule and a header',
    '-----------\n\n项目 甲\n---- ------\n规章 1\n\n许可 2\n',
    'bare-lines: 0~-----------⏎ raw: 0~项目~甲 ruled: [规章]+0[1]+0⏎ raw: 0~许可~2 bare-lines: ⏎',
  ],
  [
    'a word that a column begins with is a cell of its own',
    '-- --\n甲 乙\n丙 丁\n-- --\n',
    'ruled: [甲]+0[乙]+0⏎[丙]+0[丁]+0⏎ bare-lines: ⏎',
  ],
  [
    'columns that end where their numbers end',
    '------ ------\n规章       12\n许可        3\n局        456\n------ ------\n',
    'ruled: [规章]+6[12]+0⏎[许可]+7[3]+0⏎[局]+7[456]+0⏎ bare-lines: ⏎',
  ],
  [
    'as many set to the left as to the right are set to the left',
    '---- ----\n规章 12\n许可   34\n局\n---- ----\n',
    'ruled: [规章]+0[12]+0⏎[许可]+2[34]+0…⏎[局]+0[]+0!⏎ bare-lines: ⏎',
  ],
  ['a ruler of one column is a line of dashes', '甲\n----\n1\n', 'bare-lines: 0~甲0~----0~1⏎'],
  ['prose with a page number of another kind', '第12页\n12／34\n12 / 34\n－1－\n--12--\n— 12 —\n-12-\n', 'bare-lines: ⏎'],
  ['no number of a page has five digits', '12345/6\n6/12345\n-12345-\n第12345页\n', 'bare-lines: 0~12345/60~6/123450~-12345-0~第12345页⏎'],
  ['a number that begins a text, at the edge of its page', '7\n\f规章 0 1\n', 'raw: 0~规章~0~1 bare-lines: ⏎'],
  [
    'a number of five digits, or with a zero before it, at the edge of a page',
    '规章 0 1\n\n12345\n\f许可 2 3\n\n07\n\f\n',
    'raw: 0~规章~0~1 bare-lines: ⏎0~12345 raw: 0~许可~2~3 bare-lines: ⏎0~07⏎',
  ],
  [
    'a page number whose line is indented',
    '规章 0 1\n   \n    7   \n\n\f许可 2 3\n',
    'raw: 0~规章~0~1 bare-lines: ⏎ raw: 0~许可~2~3 bare-lines: ⏎',
  ],
  ['an indented line of full width', '　　规章　0\n', 'raw: 4~规章~0 bare-lines: ⏎'],
  ['a quotation mark that closes before its cell ends', '"甲"乙\t1\n', 'tsv: ["甲"乙][1]⏎ bare-lines: ⏎'],
  ['an empty quoted cell', '甲\t""\t1\n', 'tsv: [甲][""][1]⏎ bare-lines: ⏎'],
  ['two quoted cells with line breaks', '"规\n章"\t"甲\n乙"\t1\n丙\t2\n', 'tsv: ["规↵章"]["甲↵乙"][1]⏎[丙][2]⏎ bare-lines: ⏎'],
  ['a quoted cell that ends its row', '甲\t1\t"乙\n丙"\n丁\t2\t3\n', 'tsv: [甲][1]["乙↵丙"]⏎[丁][2][3]⏎ bare-lines: ⏎'],
  ['a quoted cell with a TAB', '甲\t"乙\t丙"\t1\n', 'tsv: [甲]["乙\t丙"][1]⏎ bare-lines: ⏎'],
  [
    'a quoted cell of two lines between commas',
    '项目,甲,乙,丙\n"规\n章",1,2,3\n丙,4,5,6\n丁,7,8,9\n',
    'csv: [项目][甲][乙][丙]⏎["规↵章"][1][2][3]⏎[丙][4][5][6]⏎[丁][7][8][9]⏎ bare-lines: ⏎',
  ],
  [
    'as many words as numbers make no sheet',
    '甲,1,丙,丁,2\n甲,3,丙,丁,4\n甲,5,丙,丁,6\n甲,7,丙,丁,8\n甲,9,丙,丁,10\n',
    'bare-lines: 0~甲,1,丙,丁,20~甲,3,丙,丁,40~甲,5,丙,丁,60~甲,7,丙,丁,80~甲,9,丙,丁,10⏎',
  ],
  [
    'twice as many numbers as words make one',
    '甲,乙,1,2\n甲,乙,3,4\n甲,5,丙,6\n甲,7,8,丙\n甲,9,丙,10\n',
    'csv: [甲][乙][1][2]⏎[甲][乙][3][4]⏎[甲][5][丙][6]⏎[甲][7][8][丙]⏎[甲][9][丙][10]⏎ bare-lines: ⏎',
  ],
  ['a quoted line without TAB is none of a sheet', '"甲"\n"乙\n', 'bare-lines: 0~"甲"0~"乙⏎'],
  ['cells without a row’s end, then a roomy line', '|甲\n|1\n| 乙 | 2 |\n', 'pipe-rows: [甲][1] markdown: ⏎[ 乙 ][ 2 ]⏎ bare-lines: ⏎'],
  ['a pipe before, then a row', '|甲\n||\n乙\n', 'pipe-rows: [甲] trailing-pipes: ⏎ bare-lines: 0~乙⏎'],
  [
    'a delimiter row below a row with outer pipes',
    '| 甲 | 乙 |\n| --- | --- |\n丙 | 1 |\n',
    'markdown: [ 甲 ][ 乙 ]⏎ pipe-rows: [丙 ][ 1 ]⏎ bare-lines: ⏎',
  ],
  ['a delimiter row that ends with a pipe', '甲 | 乙 |\n--- | --- |\n丙 | 1 |\n', 'pipe-rows: [甲 ][ 乙 ]⏎[丙 ][ 1 ]⏎ bare-lines: ⏎'],
  ['a delimiter row of colons alone is none', '甲 | 乙\n: | :\n', 'pipe-rows: [甲 ][ 乙]⏎[: ][ :]⏎ bare-lines: ⏎'],
  [
    'a row in pipes left open, and one in bare pipes',
    '| 甲 | 1\n乙 | 2 | 3\n丙 | 4 |\n',
    'markdown: [ 甲 ][ 1][乙 ][ 2 ][ 3][丙 ][ 4 ][]⏎ bare-lines: ⏎',
  ],
  ['white space alone between pipes and TABs', '甲 |\n\t |\n 乙 |\n', 'trailing-pipes: [甲 ][\t ][ 乙 ] bare-lines: ⏎'],
  ['side by side where no pipe has room', '甲|1||\n乙 ||3|\n', 'pipe-rows: [甲][1][]⏎[乙 ]…[3]⏎ bare-lines: ⏎'],
  [
    'a bare table ends with a line of pipes',
    '甲 | 乙\n--- | ---\n丙 |\n|\n丁 | 1 |\n',
    'pipe-rows: [甲 ][ 乙]⏎[丙 ][]⏎ trailing-pipes: ⏎? pipe-rows: [丁 ][ 1 ]⏎ bare-lines: ⏎',
  ],
  ['a label over two lines below a row', '\t规章\n\t行政\n许可\n甲\t1\n', 'cell-lines: [规章][行政↵许可] tsv: [甲][1]⏎ bare-lines: ⏎'],
  ['a label of the last line', '\t规\n章', 'cell-lines: [规↵章]'],
  ['a line of tabs alone', '甲\t1\n\t\t\n乙\t2\n', 'tsv: [甲][1]⏎[][][]⏎[乙][2]⏎ bare-lines: ⏎'],
  [
    'capital tags and ones in passing',
    '甲 <b>1</b>\n<TABLE border=1><TR><TD>规章<TD>1</TABLE>\n丙 3\n',
    'raw: 0~甲~<b>1</b> html: ⏎[规章][1]⏎■ raw: 0~丙~3 bare-lines: ⏎',
  ],
  ['a tableau is no table', '<tableau>甲</tableau> 1\n', 'raw: 0~<tableau>甲</tableau>~1 bare-lines: ⏎'],
  [
    'line breaks and self-closing tags in cells',
    '<table><tr><td><br/>规<br/>章<p></p></td><td><img src="a"/>1</td></tr></table>',
    'html: ⏎{规↵章↵=规|章}[1]⏎⏎■',
  ],
  ['cells of a header', '<table><thead><tr><th>规章</th></tr></thead><tr><td>1</td ></tr ></table >', 'html: ⏎[规章]⏎⏎[1]⏎⏎■'],
  [
    'what nobody sees',
    '<html><table><tr><td><style>甲</style><noscript>乙</noscript><template>丙</template>1</td><td>2<script>&amp;3</script></td></tr></table></html>',
    'html: ⏎[1][2]⏎⏎■',
  ],
  [
    'entities without a semicolon, and ones that are blank',
    '<table><tr><td>&lt;1&gt;</td><td>&nbsp;&#12288;2</td><td>甲&amp;乙</td></tr></table>',
    'html: ⏎{<1>=&lt;|1|&gt;}{ 　2=&nbsp;|&#12288;|2}{甲&乙=甲|&amp;|乙}⏎⏎■',
  ],
  ['a closing tag without an opening one', '</td></tr></table><table><tr><td>1</td></tr></table>', 'html: ⏎[1]⏎⏎■'],
  [
    'a table in a cell of a table that lays out the page',
    '<html><table><tr><td>甲<table><tr><td>1</td></tr></table><p>乙</p></td><td>丙</td></tr></table><table><tr><td>2</td></tr></table></html>',
    'html: ⏎⏎[1]⏎⏎■[丙]⏎⏎■⏎[2]⏎⏎■',
  ],
];

it.each(CASES)('%s', (_, text, tokens) => {
  expect(tokensIn(text)).toBe(tokens);
});

it('whatever ends the lines', () => {
  // An HTML table’s white space shows as it is; a cell’s lines are joined by what parts them.
  for (const [name, text, tokens] of CASES.filter(([, text]) => !text.startsWith('<') && !/\n<t/i.test(text)))
    expect([name, tokensIn(text.replaceAll('\n', '\r\n')).replaceAll('\r', '')]).toEqual([name, tokens]);
});

it('a paragraph below a cell’s label is not of it', () => {
  expect(tokensIn(`\t规章\n${'一'.repeat(300)}\n`)).toBe(`cell-lines: [规章] bare-lines: 0~${'一'.repeat(300)}⏎`);
});

it('a quotation mark opens no cell of more than 400 characters', () => {
  const long = '一'.repeat(400);
  expect(tokensIn(`规章\t"${long}\t"\t1\n`)).toBe(`tsv: [规章]["${long}]["][1]⏎ bare-lines: ⏎`);
});

it.each<[string, readonly string[]]>([
  ['一、总体情况\n\n本年\n', ['一、总体情况', '本年']],
  ['\t规章\n\t3\n', ['\t规章', '\t3']],
  ['\t行政\n处罚\n\t3\n', ['\t行政', '处罚', '\t3']],
  ['甲\t"乙\n丙"\n丁\n', ['甲\t"乙', '丙"', '丁']],
  ['甲\n|\n乙\n', ['甲', '乙']],
  ['---- ----\n规章 1\n---- ----\n说明\n', ['---- ----', '规章 1', '---- ----', '说明']],
  ['+--+\n|甲|\n+--+\n说明\n', ['+--+', '|甲|', '+--+', '说明']],
  ['<html><p>一、总体<b>情况</b></p><script>var 甲</script>乙<br>丙</html>', ['{一、总体情况}', '乙', '丙']],
  ['<html><body>甲\n乙<p>丙&amp;丁</p></body></html>', ['甲\n乙', '{丙&丁}']],
  ['<body><table><tr><td>甲<br>乙<table><tr><td>规章</td></tr></table>丙</td></tr></table>', ['甲', '乙', '丙']],
  ['<body><table><tr><td>甲<b>乙</b><br>丙<table><tr><td>规章</td></tr></table>丁</td></tr></table>', ['{甲乙\n}', '丙', '丁']],
  ['<body><table><tr><td>甲<table><tr><td>规章</td></tr></table>乙</td><td>丙</td></tr></table>丁</body>', ['甲', '乙', '丁']],
  ['甲 <b>\n<table><tr><td>规章</td></tr></table>\n乙&amp;</b>\n丙\n', ['甲 <b>', '乙&amp;</b>', '丙']],
  ['甲\n<table><tr><td>规章</td></tr></table>\n乙\n', ['甲', '乙']],
])('%j has its paragraphs', (text, paragraphs) => {
  expect(paragraphsIn(text)).toEqual(paragraphs);
});
