/** A message of the subscriber in the language of the page, when the agent asks for it; the words themselves stay above. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WireMessage } from '../../../protocol/chat.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import { useNames } from '../words/use-words.js';

const HAN = /\p{Script=Han}/u;
const LETTERS = /\p{L}{2}/u;

/** Figures and codes need no translation, and neither does what is in the page's own language. */
function isForeign(text: string, locale: string): boolean {
  return LETTERS.test(text) && HAN.test(text) !== (locale !== 'en');
}

export function Translation({ message }: { readonly message: WireMessage }) {
  const { t, i18n } = useTranslation();
  const { client } = useTools();
  const names = useNames();
  const hasModel = useDesk((state) => state.hasModel);
  const to = i18n.language === 'en' ? 'en' : 'zh-CN';
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['translation', message.id, to],
    queryFn: async () => {
      const answer = await client.translate(message.conversationId, message.text, to);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.text;
    },
    enabled: false,
    gcTime: Number.POSITIVE_INFINITY,
  });
  if (data !== undefined)
    return (
      <p className="bubble-translation" lang={to}>
        <span className="bubble-ai">{t('translation.by')}</span> {data}
      </p>
    );
  if (!hasModel || !isForeign(message.text, i18n.language)) return null;
  return (
    <button type="button" className="plain bubble-translate" disabled={isFetching} onClick={() => void refetch()}>
      <Icon name="globe" size={13} /> {error === null ? t(isFetching ? 'translation.going' : 'translation.ask') : `${names('errors', error.message)} · ${t('translation.ask')}`}
    </button>
  );
}
