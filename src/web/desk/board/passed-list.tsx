/** Who waits on because agents declined or did not answer: who they were, and the reason they gave. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WirePassedChat } from '../../../protocol/board.js';
import { useConsole } from '../frame/console-context.js';
import { Elapsed } from '../look/elapsed.js';
import { useNames } from '../words/use-words.js';

type Pass = WirePassedChat['passes'][number];

/** Given on our card; a program that declines may say something else, which is shown as it came. */
const REASONS = ['busy', 'skill', 'break', 'other'] as const;

export function PassedList({ passed }: { readonly passed: readonly WirePassedChat[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const { show } = useConsole();
  const inWords = useInWords();
  return (
    <ul className="board-passed" aria-label={t('board.passed')}>
      {passed.map(({ conversationId, headline, group, since, passes }) => (
        <li key={conversationId}>
          <span>
            {headline || names('skills', group)} <small>{passes.map(inWords).join(t('board.andPass'))}</small>
          </span>
          <Elapsed since={since} warnAfter={120} />
          <Button size="small" onClick={() => show(conversationId)}>
            {t('board.look')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function useInWords(): (pass: Pass) => string {
  const { t } = useTranslation();
  return ({ name, how, reason }) => {
    if (how === 'lapsed') return t('board.lapsed', { name });
    if (reason === null) return t('board.declined', { name });
    const known = REASONS.find((one) => one === reason);
    return t('board.declinedFor', { name, reason: known === undefined ? reason : t(`offer.reasons.${known}`) });
  };
}
