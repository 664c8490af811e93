/** Reports for the command line's tests, and their bytes in every encoding. */
import iconv from 'iconv-lite';
import { BYTE_ORDER_MARKS, type Encoding } from '../../server/src/core/text/decode.ts';
import { consistentValues, renderReport, seeded } from '../harness/reports.ts';

const base = consistentValues('2021', seeded(7));

export const correct = renderReport({ values: base });

/** The total of the disputes’ first group is one too high: one finding, and five ways to mend it. */
export const WRONG_CELL = 'disputes.reconsideration.total';
export const rightTotal = base.get(WRONG_CELL) as number;
export const wrong = renderReport({ values: new Map(base).set(WRONG_CELL, rightTotal + 1) });

/** 总计 of 一 is one too high: its row and its balance fail, and both point at it. */
export const SUSPECT_CELL = 'applications.received.total';
export const rightValue = base.get(SUSPECT_CELL) as number;
export const suspect = renderReport({ values: new Map(base).set(SUSPECT_CELL, rightValue + 1) });

/** 自然人 of 一 is one too high: 一, 二, （七） or 四 may be the slip, and its row no longer adds up. */
export const ambiguous = renderReport({
  values: new Map(base)
    .set('applications.received.naturalPerson', (base.get('applications.received.naturalPerson') as number) + 1)
    .set('applications.received.total', (base.get('applications.received.total') as number) + 1),
});

/** （一）予以公开 is one too high for 自然人 and in its total, so （七） lacks one in both columns. */
export const extra = renderReport({
  values: new Map(base)
    .set('applications.granted.naturalPerson', (base.get('applications.granted.naturalPerson') as number) + 1)
    .set('applications.granted.total', (base.get('applications.granted.total') as number) + 1),
});

/** One cell is blank, and the sums determine it. */
export const blank = renderReport({ values: new Map<string, number | string>(base).set('applications.granted.naturalPerson', '') });
export const blankValue = base.get('applications.granted.naturalPerson') as number;

export const notes = '会议记录\n\n一、讨论了明年的工作。\n';

export function encoded(text: string, encoding: Encoding, mark: 'bom' | 'no bom' = 'no bom'): Buffer {
  const bytes = iconv.encode(text, encoding, { addBOM: false });
  return mark === 'bom' ? Buffer.concat([Buffer.from(BYTE_ORDER_MARKS[encoding]), bytes]) : bytes;
}

export const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
