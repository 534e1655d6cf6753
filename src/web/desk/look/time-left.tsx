/** What is left of a short time that counts down, by the second. */
import { useSecond } from '../frame/desk-context.js';
import { Icon } from './icons.js';
import { elapsed } from './times.js';

/** From here on it is urgent. */
export const LAST_SECONDS = 20;

/** `until`: epoch milliseconds on the server's clock. */
export function TimeLeft({ until }: { readonly until: number }) {
  const seconds = Math.max(0, Math.floor(until / 1000 - useSecond()));
  return (
    <span className="elapsed num" data-tone={seconds > LAST_SECONDS ? 'warn' : 'bad'}>
      <Icon name="clock" size={13} />
      {elapsed(seconds, String)}
    </span>
  );
}
