/** 「不修了」, "cancel the visit": said of what was registered. Pure. */
const MOST_CHARS = 60;
/** What was registered is not wanted any more: nothing is ended by itself, and whoever works on it reads what was said. */
const CALLS_OFF =
  /(?:取消|撤[销回]|不用|不要|别)(?:再|了|掉|这个|那个|我的|刚才的|报|登记|办理|核查|[\s])*(?:上门|工单|报修|报障|维修|预约|登记|核查|来修|修了)|^不修了|^(?:已经|自己|又)*修好了|到账了[。.!！]*$|\b(?:cancel|withdraw|call off|drop)\b.{0,14}\b(?:report|ticket|visit|appointment|repair|case|booking)\b|\b(?:it|that|the money)(?:'s| is| has)? (?:just )?(?:arrived|come through)\b/iu;
export const callsOff = (text: string): boolean => text.length <= MOST_CHARS && CALLS_OFF.test(text.normalize('NFKC'));
