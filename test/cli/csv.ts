/** A reader of CSV that takes nothing but RFC 4180: CRLF behind every row, quotes only where they belong. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const field = /"(?:[^"]|"")*"|[^",\r\n]*/y;
    field.lastIndex = at;
    const raw = field.exec(text)?.[0] ?? '';
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    at += raw.length;
    if (text[at] === ',') at++;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      rows.push(row);
      row = [];
    } else throw new Error(`no CSV at ${at}: ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  if (row.length > 0) throw new Error('the last row has no end');
  return rows;
}
