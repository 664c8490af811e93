/** A mobile number in a text that everybody will read, where it is not given for them to call. */

import { say } from '../../finding/finding.ts';
import type { Draft, Rule } from '../../finding/rule.ts';
import { MAY_CALL, mobileNumbers } from '../../prose/personal-numbers.ts';
import { foundIn } from '../../prose/shown-text.ts';

export const mobileNumber: Rule = {
  meta: {
    id: 'mobile-number',
    severity: 'information',
    fixable: [],
    summary: say('文中有手机号码，且不是作为联系方式写出的', 'A mobile number stands in the text, and not as a contact'),
    basis: say(
      '《政府信息公开条例》第十五条：涉及个人隐私、公开会对第三方合法权益造成损害的政府信息，不得公开；《个人信息保护法》',
      'Article 15 of the Regulations: what concerns privacy is not disclosed where that would harm others; the Personal Information Protection Law',
    ),
    since: '0.2.0',
  },
  *check({ document, report }): Iterable<Draft> {
    for (const span of foundIn(document, report, MAY_CALL, mobileNumbers))
      yield {
        span,
        message: say(
          '这是一个手机号码，不像是供公众联系的，公开前请核对',
          'This is a mobile number, and does not seem to be given as a contact; please check before the report is published',
        ),
        cells: [],
      };
  },
};
