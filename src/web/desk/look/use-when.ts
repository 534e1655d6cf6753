/** A point in time as people say it: the day as near as it is, and the clock. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { clockOf, dayOf } from './times.js';

/** 「今天」, 「11月3日」, and for another year the whole date. */
export function useDayText(): (at: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (at) => {
      const day = dayOf(at, Date.now());
      return day.kind === 'day' ? t('time.day', day) : day.kind === 'dayYear' ? t('time.dayYear', day) : t(`thread.${day.kind}`);
    },
    [t],
  );
}

export function useWhen(): (at: number) => string {
  const dayText = useDayText();
  return useCallback((at) => `${dayText(at)} ${clockOf(at)}`, [dayText]);
}
