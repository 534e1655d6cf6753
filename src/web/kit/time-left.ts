/** What is left until a moment, or by how much it has passed, so that one can watch it run. */

const UNITS = { 'zh-CN': ['天', '小时', '分', '秒'], en: ['d', 'h', 'min', 's'] } as const;

/** In three units: seconds run in the last day, minutes before. */
export function timeLeft(at: number, now: number, locale: keyof typeof UNITS): string {
  const seconds = Math.max(1, Math.ceil(Math.abs(at - now) / 1000));
  const counts = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  const first = counts.findIndex((count) => count > 0);
  const text = counts.map((count, index) => `${count} ${UNITS[locale][index]}`).slice(first, first + 3).join(' ');
  if (locale === 'en') return at > now ? `${text} left` : `${text} late`;
  return at > now ? `还剩 ${text}` : `已超时 ${text}`;
}
