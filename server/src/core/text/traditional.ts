/** Traditional characters, as a site's traditional view has them: just those that the statutory words and the known words of the prose use. */

const TRADITIONAL =
  '國辦開號總體況動機關處請復議訴訟問題進報項內條數對規範減決許務罰強業費採購額據爲於組織構會計結無轉區這屬祕穩護權類過執詢沒現補後確訪舉當認獲繼續經維糾審發廢單萬繳納統標稱歷與為係査製複錶髮佈覆監網臺欄評責領導訓覈檢專職隊牽頭測滿載戶態調賬帳點場閱嚴個義鄉書爭產從眾優傳偵償黨寫淨幾則別勞醫協佔廳縣聽員團圖備夠學實將屆並廣應異歸錄徵徑揚擬損時暫雜來樣檔畢匯漲滯熱獨環電蓋種稅簽緊約級紛紙線細終給絡編聯勝輿見視訂記設證識話讀談謝負敗質資賠輕較轄達還遞郵針錯鎮長門間聞際難頁須預頻駁餘兩僅併準週們';
const SIMPLIFIED =
  '国办开号总体况动机关处请复议诉讼问题进报项内条数对规范减决许务罚强业费采购额据为于组织构会计结无转区这属秘稳护权类过执询没现补后确访举当认获继续经维纠审发废单万缴纳统标称历与为系查制复表发布复监网台栏评责领导训核检专职队牵头测满载户态调账账点场阅严个义乡书争产从众优传侦偿党写净几则别劳医协占厅县听员团图备够学实将届并广应异归录征径扬拟损时暂杂来样档毕汇涨滞热独环电盖种税签紧约级纷纸线细终给络编联胜舆见视订记设证识话读谈谢负败质资赔轻较辖达还递邮针错镇长门间闻际难页须预频驳余两仅并准周们';

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
