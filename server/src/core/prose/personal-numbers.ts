/** Numbers of persons in a text: of an identity card (GB 11643), of a mobile phone. */

import type { Span } from '../text/span.ts';

/** Six digits of a place, eight of a birthday, three of an order, one to check; mostly written without a space. */
const IDENTITY = /(?<![\d０-９A-Za-z])[1-9]\d{5}[ -]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/g;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';
/** The number of a company or body has the same length. */
const OTHER = /(?:信用代码|机构代码|注册号|许可证号|编号|文号|流水号|单号|账号|帐号)[^，。；]{0,6}$/;
const CONTEXT = 14;

/** Without such digits there is none in a text; the year comes first, since few digits begin one. */
export const MAY_IDENTIFY = /(?:19|20)\d{6}(?<=\d{6}[ -]?\d{8})/;

export function identityNumbers(text: string): Span[] {
  return [...text.matchAll(IDENTITY)].flatMap(({ index: start, 0: written }): Span[] => {
    const digits = written.replace(/[ -]/g, '').toUpperCase();
    const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
    const right = CHECKS[sum % CHECKS.length] === digits[17] && !OTHER.test(text.slice(Math.max(0, start - CONTEXT), start));
    return right ? [{ start, end: start + written.length }] : [];
  });
}

/** Not within a longer number, an address, a name of a file. */
const MOBILE = /(?<![\w０-９./\\=&%@:+-])1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?![\w%@/]|[.-]\w|[万亿元余多件条人次平份户笔个米吨])/g;
/** Said of a number that everybody may call. */
const CONTACT = /电话|手机|联系|热线|咨询|监督|传真|微信|拨打|值班|来电|致电|短信|号码[：:]|Tel|TEL|tel/;
const LONGEST_CONTACT = 40;

export const MAY_CALL = /1[3-9]\d[ -]?\d{4}[ -]?\d{4}/;

/** Mobile numbers that are not given as a contact in their own line. */
export function mobileNumbers(text: string): Span[] {
  return [...text.matchAll(MOBILE)].flatMap(({ index: start, 0: written }): Span[] => {
    const end = start + written.length;
    const around = text.slice(Math.max(0, start - LONGEST_CONTACT), end + LONGEST_CONTACT / 4);
    return CONTACT.test(around) ? [] : [{ start, end }];
  });
}
