/** Numbers of persons: all numbers here are invented. */
import { expect, it } from 'vitest';
import { identityNumbers, mobileNumbers } from '../../../server/src/core/prose/personal-numbers.ts';

const found = (text: string, find: typeof identityNumbers): string[] => find(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ['身份证110101199003074514。', '110101199003074514'],
  ['44030119851212018X', '44030119851212018X'],
  ['44030119851212018x', '44030119851212018x'],
  ['110101 19900307 4514', '110101 19900307 4514'],
])('%s is the number of an identity card', (text, number) => expect(found(text, identityNumbers)).toEqual([number]));

it.each([
  ['the check digit is wrong', '110101199003074513'],
  ['there is no such month', '110101199013074516'],
  ['there is no such place', '010101199003074514'],
  ['it is part of a longer number', '1101011990030745140'],
  ['it is part of a code', 'A110101199003074514'],
  ['it is called the code of a body', '统一社会信用代码：110101199003074514'],
])('no number of an identity card: %s', (_, text) => expect(found(text, identityNumbers)).toEqual([]));

it.each([
  ['申请人张某（13800000000）', '13800000000'],
  ['经办人138-0000-0000', '138-0000-0000'],
  ['经办人138 0000 0000', '138 0000 0000'],
])('%s is a mobile number', (text, number) => expect(found(text, mobileNumbers)).toEqual([number]));

it.each([
  ['it is a contact', '联系人：张某，13800000000'],
  ['it is called so after it', '请拨打13800000000（监督）'],
  ['it is part of a longer number', '138000000001'],
  ['it has a unit', '13800000000元'],
  ['it is part of an address', 'http://www.example.gov.cn/t13800000000.html'],
  ['it begins otherwise', '12800000000'],
])('no mobile number: %s', (_, text) => expect(found(text, mobileNumbers)).toEqual([]));

it('a contact far away is another’s', () =>
  expect(mobileNumbers(`监督电话见上。${'我局认真做好各项工作。'.repeat(6)}申请人13800000000`)).toHaveLength(1));
