/** Words for things whose name comes over the wire: known names are translated, unknown ones shown as they are. */
import { useTranslation } from 'react-i18next';

type Open = 'reasons' | 'skills' | 'channels' | 'errors' | 'ended';

export function useNames(): (group: Open, name: string) => string {
  const { i18n } = useTranslation();
  return (group, name) => {
    const known = i18n.getResource(i18n.language, 'desk', group) as Partial<Record<string, string>> | undefined;
    return known?.[name] ?? name;
  };
}

