/** A wait that counts up, in figures of equal width so that nothing beside it moves. */
import { useTranslation } from 'react-i18next';
import { useSecond } from '../frame/desk-context.js';
import { Icon } from './icons.js';
import { elapsed } from './times.js';

/** `since`: epoch milliseconds on the server's clock. Turns warm after `warnAfter` seconds and red after twice that. */
export function Elapsed({ since, warnAfter, title }: { readonly since: number; readonly warnAfter?: number; readonly title?: string }) {
  const { t } = useTranslation();
  const seconds = useSecond() - Math.floor(since / 1000);
  const tone = warnAfter === undefined || seconds < warnAfter ? undefined : seconds < warnAfter * 2 ? 'warn' : 'bad';
  return (
    <span className="elapsed num" data-tone={tone} title={title}>
      <Icon name="clock" size={13} />
      {elapsed(seconds, (count) => t('time.days', { count }))}
    </span>
  );
}
