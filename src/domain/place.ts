/** Places as people write them and as the business system does: 「上海市」 and 「上海」 are one. Pure. */

/** What a place is, behind its name; names of one character keep it: 「沙县」. */
const ENDING = /(?<=\p{Script=Han}{2})(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|自治县|新区|地区|[省市区县州盟旗])$/u;
const PROVINCE = /^\p{Script=Han}{2,3}省(?=\p{Script=Han}{2})/u;
const CITY_AND_DISTRICT = /^(\p{Script=Han}{2,4})市(?=\p{Script=Han}{2})/u;

/** 「杭州-西湖」 for a district, 「杭州」 for a city; small letters. */
export function placeName(written: string): string {
  const whole = written.normalize('NFKC').trim().toLowerCase().replace(PROVINCE, '').replace(CITY_AND_DISTRICT, '$1-');
  return whole
    .split('-')
    .map((part) => part.trim().replace(ENDING, ''))
    .filter((part) => part !== '')
    .join('-');
}
