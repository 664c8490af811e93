/** What names of public bodies look like; what stands where such a name is looked for is often none. */
import { keyOf } from '../text/normalise.ts';

const BODY = /[局委办厅部院署府处镇乡道心会队所站馆校学司团区县市省旗州盟社科关室组行库园级场台村厂港木狱]$/;
/** Words of a page: of its menu, its metadata and its links. */
const PAGE =
  /首页|索引|年报|年度|报告|栏目|目录|位置|(?:大厅|部门|网站|发布会|座谈会|常务会|文件库|政策库|法规库)$|^(?:各|走进|魅力|印象|投资)|^(?:区县|县区|市县|市区|县市区|市县区|乡镇|镇街|街镇|镇乡|乡镇街道|镇街道|(?:直属|所属|下属)(?:单位|机构)?)$/;
/** `我局`, `本机关`: whoever speaks. */
const ONESELF = /^[本我该全](?:机关|单位|部门|街道|中心|[省市县区旗镇乡局委厅办院校馆]$)/;
const [SHORTEST, LONGEST] = [2, 40];

/** Whether words name a body, as far as words tell. */
export function isBody(name: string): boolean {
  const key = keyOf(name);
  return key.length >= SHORTEST && key.length <= LONGEST && BODY.test(key) && !PAGE.test(key) && !ONESELF.test(key);
}
