/** Traditional characters, as a site's traditional view has them: just those that the statutory words use. */

const TRADITIONAL =
  '國辦開號總體況動機關處請復議訴訟問題進報項內條數對規範減決許務罰強業費採購額據爲於組織構會計結無轉區這屬祕穩護權類過執詢沒現補後確訪舉當認獲繼續經維糾審發廢單萬繳納統標稱歷與為係査製複錶髮佈覆監網臺欄評責領導訓覈檢專職隊牽頭測滿載戶態調賬帳點場閱';
const SIMPLIFIED =
  '国办开号总体况动机关处请复议诉讼问题进报项内条数对规范减决许务罚强业费采购额据为于组织构会计结无转区这属秘稳护权类过执询没现补后确访举当认获继续经维纠审发废单万缴纳统标称历与为系查制复表发布复监网台栏评责领导训核检专职队牵头测满载户态调账账点场阅';

const SIMPLE = new Map([...TRADITIONAL].map((char, index) => [char, SIMPLIFIED.charAt(index)]));

const marks = new Uint8Array(0x10000);
for (const char of TRADITIONAL) marks[char.charCodeAt(0)] = 1;
/** Whether a character is one of these: asked for every character of every label. */
export const isTraditional = (code: number): boolean => marks[code] === 1;

/** The words of a form in simplified characters; all else stays. Mostly there is nothing to do. */
export function simplified(key: string): string {
  for (let at = 0; at < key.length; at++) {
    if (isTraditional(key.charCodeAt(at))) return Array.from(key, (char) => SIMPLE.get(char) ?? char).join('');
  }
  return key;
}
