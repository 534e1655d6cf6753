/** Days and moments in the language of the desk. */
import { useTranslation } from 'react-i18next';
import { operatorClock } from '../../../wording/operator-time.js';
import { clockOf } from '../look/times.js';

export function useDates(): {
  readonly day: (date: string) => string;
  readonly month: (month: string) => string;
  readonly moment: (at: number) => string;
} {
  const { t, i18n } = useTranslation();
  return {
    day: (date) => {
      const [year, month, day] = date.slice(0, 10).split('-').map(Number);
      return day === undefined ? date : t('time.dayYear', { year, month, day });
    },
    month: (month) => new Intl.DateTimeFormat(i18n.language, { month: 'short', timeZone: 'UTC' }).format(Date.parse(`${month.slice(0, 7)}-01`)),
    moment: (at) => {
      const date = operatorClock(at);
      return `${t('time.day', { month: date.getUTCMonth() + 1, day: date.getUTCDate() })} ${clockOf(at)}`;
    },
  };
}
