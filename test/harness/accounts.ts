/** An edition of a user's own with amounts: two accounts, which may stand one after the other or side by side. */
export const accounts = {
  id: 'accounts',
  years: { from: 2021 },
  sections: [
    { id: 's1', number: '一', title: '收支情况总表' },
    { id: 's2', number: '二', title: '收入明细' },
  ],
  tables: [
    {
      id: 'accounts',
      section: 's1',
      title: { 'zh-cn': '收支情况总表', en: 'accounts' },
      labelColumns: 1,
      headers: [{ label: '收入来源' }, { label: '支出去向' }],
      blocks: [
        {
          columns: [{ key: 'amount', label: '决算金额', number: 'decimal' }],
          rows: [
            { key: 'grant', label: '财政拨款收入' },
            { key: 'fund', label: '基金拨款收入' },
            { key: 'income', label: '收入小计' },
            { key: 'service', label: '公共服务支出' },
            { key: 'welfare', label: '社会保障支出' },
            { key: 'spending', label: '支出小计' },
          ],
        },
      ],
      relations: [
        {
          id: 'K1',
          name: { 'zh-cn': '收入小计＝各项收入之和', en: 'income' },
          rule: 'outcome-total-mismatch',
          each: 'column',
          left: ['income'],
          right: ['grant', 'fund'],
        },
        {
          id: 'K2',
          name: { 'zh-cn': '支出小计＝各项支出之和', en: 'spending' },
          rule: 'outcome-total-mismatch',
          each: 'column',
          left: ['spending'],
          right: ['service', 'welfare'],
        },
        {
          id: 'K3',
          name: { 'zh-cn': '收入＝支出', en: 'balance' },
          rule: 'balance-mismatch',
          each: 'column',
          left: ['income'],
          right: ['spending'],
        },
      ],
    },
  ],
} as const;

export const ACCOUNT_ROWS: readonly string[] = accounts.tables[0].blocks[0].rows.map(({ label }) => label);

/** The six amounts, as they are written, each on its line; `lines` in the place of these lines. */
export const accountsReport = (
  amounts: readonly string[],
  lines: readonly string[] = ACCOUNT_ROWS.map((label, index) => `${label}\t${amounts[index] ?? ''}`),
): string =>
  `青禾县财政局2024年政府信息公开工作年度报告\n一、收支情况总表\n收入来源\t决算金额\n${lines.join('\n')}\n二、收入明细\n见附件。\n`;
