/** Places as people write them and as the business system does: 「上海市」 and 「上海」 are one, and 「广东」 is wherever in it somebody lives. Pure. */
import { isCity, isCityOf, isProvince } from './provinces.js';

/** Peoples that autonomous prefectures are named for, beside their place. */
const PEOPLES = '(?:(?:土家|柯尔克孜|哈萨克|布依|傈僳|朝鲜|蒙古|哈尼|景颇|藏|彝|苗|侗|壮|回|傣|白|羌)族?)*';
/** What a place is, behind its name; names of one character keep it: 「沙县」. */
const ENDING = new RegExp(`(?<=\\p{Script=Han}{2})(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|${PEOPLES}自治[州县]|新区|地区|[省市区县州盟旗])$`, 'u');
const OF_PROVINCES = /(?:自治区|省)$/u;
const PROVINCE = /^\p{Script=Han}{2,3}省(?=\p{Script=Han}{2})/u;
const CITY_AND_DISTRICT = /^(\p{Script=Han}{2,4}市)(?=\p{Script=Han}{2})/u;

/** 「杭州-西湖」 for a district, 「杭州」 for a city, 「浙江」 for a province, 「吉林市」 for the city that has its province's name; small letters. */
export function placeName(written: string): string {
  const whole = written.normalize('NFKC').trim().toLowerCase().replace(PROVINCE, '').replace(CITY_AND_DISTRICT, '$1-');
  const [first = '', ...rest] = whole.split('-').map((part) => part.trim()).filter((part) => part !== '');
  const [place, districts] = [shortName(first), rest.map(withoutEnding)];
  return (isProvince(place) ? withinProvince(place, districts) : [place, ...districts]).join('-');
}

/** Of who is said to live in a district of 「吉林」, the city is meant. */
function withinProvince(province: string, parts: readonly string[]): readonly string[] {
  const [first = '', ...districts] = parts;
  const city = [first, `${first}市`, `${first}州`].find((name) => isCityOf(province, name));
  if (city !== undefined) return [city, ...districts];
  const namesake = `${province}市`;
  return [parts.length > 0 && isCityOf(province, namesake) ? namesake : province, ...parts];
}

const withoutEnding = (part: string): string => part.replace(ENDING, '');

/** A city, a prefecture or a district that has a province's name is told from it by what it is: 「吉林市」, 「海南州」, 「河北区」. */
function shortName(part: string): string {
  const short = withoutEnding(part);
  return short === part || !isProvince(short) || OF_PROVINCES.test(part) ? short : `${short}${part.slice(-1)}`;
}

/** Whether who is at `place` is in `area`; both by `placeName`. */
export function liesIn(place: string, area: string): boolean {
  return area === place || place.startsWith(`${area}-`) || isCityOf(area, cityOf(place));
}

/** Nobody may live at a place of another name; what is written may be a slip. */
export function isKnownPlace(written: string): boolean {
  const name = placeName(written);
  return isProvince(name) || isCity(cityOf(name));
}

function cityOf(place: string): string {
  return place.split('-', 1)[0] ?? '';
}
