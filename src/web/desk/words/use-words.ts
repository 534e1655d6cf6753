/** Words for things whose name comes over the wire: known names are translated, unknown ones shown as they are. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

type Open = 'audit.acts' | 'reasons' | 'skills' | 'channels' | 'errors' | 'ended' | 'endedShort' | 'who.tiers' | 'who.dispositions' | 'close.dispositions' | 'cases.entries' | 'cases.actors' | 'account.ways' | 'offer.reasons';

export function useNames(): (group: Open, name: string) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (group, name) => {
      const known = i18n.getResource(language, 'desk', group) as Partial<Record<string, string>> | undefined;
      return known?.[name] ?? name;
    },
    [i18n, language],
  );
}
