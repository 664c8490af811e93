/** The style and the script of the HTML page: nothing is loaded from anywhere. */

export const STYLE = `
body{display:flex;flex-direction:column;font:14px/1.5 system-ui,"Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:1.5rem;color:#222;background:#fff}
h1{order:-2;font-size:1.4rem;margin:0}header{order:-1}h2{font-size:1.1rem;margin:1rem 0 .3rem}
table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.15rem .5rem;text-align:left;vertical-align:top}
.sortable>thead th{padding:0;background:#f2f2f2;position:sticky;top:0}
.sortable button{all:unset;cursor:pointer;padding:.15rem .5rem;font-weight:600}.sortable button:focus-visible{outline:2px solid #06c}
th[aria-sort=ascending] button::after{content:" ▲"}th[aria-sort=descending] button::after{content:" ▼"}
#findings>tbody>tr{content-visibility:auto;contain-intrinsic-size:auto 6rem}
.number{text-align:right}td[data-key]{white-space:nowrap}.place{word-break:break-all;min-width:10rem}
.excerpt{margin:.3rem 0;font-size:.85em}.excerpt td{text-align:right}.excerpt th{font-weight:400;color:#555}
.source{color:#555}.source code{white-space:pre-wrap}
.error{color:#b00020}.warning{color:#8a5a00}.information{color:#0b57a4}.hint{color:#666}
mark,.excerpt td.error,.excerpt td.warning,.excerpt td.information,.excerpt td.hint{background:#fff1a8;font-weight:700}
@media(prefers-color-scheme:dark){body{background:#1e1e1e;color:#ddd}.sortable>thead th{background:#333}th,td{border-color:#555}
.error{color:#ff8a80}.warning{color:#ffcc66}.information{color:#7ab8ff}.hint{color:#aaa}.source,.excerpt th{color:#aaa}
mark,.excerpt td.error,.excerpt td.warning,.excerpt td.information,.excerpt td.hint{background:#574b00}}
@media print{.sortable>thead th{position:static}}
`;

export const SCRIPT = `
for (const table of document.querySelectorAll('.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.addEventListener('click', () => {
    const up = head.getAttribute('aria-sort') !== 'ascending';
    for (const other of heads) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const keyed = [...table.tBodies[0].rows].map((row) => [row.cells[column].dataset.key ?? row.cells[column].textContent, row]);
    keyed.sort(([a], [b]) => (up ? 1 : -1) * collator.compare(a, b));
    table.tBodies[0].append(...keyed.map(([, row]) => row));
  }));
}
`;
