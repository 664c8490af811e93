/** The number of an identity card in a text that everybody will read. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { identityNumbers, MAY_IDENTIFY } from '../../prose/personal-numbers.ts';
import { foundIn } from '../../prose/shown-text.ts';

export const identityNumber: Rule = {
  meta: {
    id: 'identity-number',
    severity: 'warning',
    fixable: [],
    summary: say('文中有身份证号码', 'The number of an identity card stands in the text'),
    basis: say(
      '《政府信息公开条例》第十五条：涉及个人隐私、公开会对第三方合法权益造成损害的政府信息，不得公开；《个人信息保护法》',
      'Article 15 of the Regulations: what concerns privacy is not disclosed where that would harm others; the Personal Information Protection Law',
    ),
    since: '0.2.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const span of foundIn(document, report, MAY_IDENTIFY, identityNumbers))
      yield {
        span,
        message: say(
          '这是一个身份证号码（校验码正确），公开前请删去',
          'This is the number of an identity card (its check digit is right); take it out before the report is published',
        ),
        cells: [],
      };
  },
};
