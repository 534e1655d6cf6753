/** What is left until a deadline, or by how much it has passed; never by colour alone. */
import { useTranslation } from 'react-i18next';
import { useSecond } from '../frame/desk-context.js';
import { Icon } from './icons.js';

const NEAR_MS = 60 * 60_000;

/** `at`: epoch milliseconds on the server's clock. */
export function Countdown({ at }: { readonly at: number }) {
  const { i18n } = useTranslation();
  const now = useSecond() * 1000;
  const tone = at <= now ? 'bad' : at - now < NEAR_MS ? 'warn' : undefined;
  return (
    <time className="countdown num" data-tone={tone} dateTime={new Date(at).toISOString()}>
      <Icon name={tone === 'bad' ? 'flag' : 'clock'} size={13} />
      {leftUntil(at, now, i18n.language === 'en' ? 'en' : 'zh-CN')}
    </time>
  );
}

const MINUTE_MS = 60_000;

/** What is left, in its two largest units; once it has passed, by how much. */
function leftUntil(at: number, now: number, locale: 'zh-CN' | 'en'): string {
  const minutes = Math.max(1, Math.ceil(Math.abs(at - now) / MINUTE_MS));
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const isEnglish = locale === 'en';
  const units = isEnglish ? (['d', 'h', 'min'] as const) : (['天', '小时', '分钟'] as const);
  const parts = [days, hours, rest].map((count, index) => ({ count, unit: units[index] ?? '' }));
  const first = parts.findIndex(({ count }) => count > 0);
  const text = parts.slice(first, first + 2).filter(({ count }) => count > 0).map(({ count, unit }) => `${count} ${unit}`).join(' ');
  if (at <= now) return isEnglish ? `${text} late` : `已超时 ${text}`;
  return isEnglish ? `${text} left` : `还剩 ${text}`;
}
