/** What is left until a deadline, or by how much it has passed; never by colour alone. */
import { useTranslation } from 'react-i18next';
import { leftUntil } from '../../my-cases/words.js';
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
