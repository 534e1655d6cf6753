/** Says what came of asking a colleague. */
import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNames } from '../words/use-words.js';
import { useDesk } from './desk-context.js';

export function PassNews() {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { message } = App.useApp();
  const ended = useDesk((state) => state.passEnded);
  const myId = useDesk((state) => state.staff?.id);
  useEffect(() => {
    if (ended === null || ended.pass.from.staffId !== myId || ended.outcome === 'withdrawn') return;
    const said = t(`team.outcomes.${ended.outcome}`, { name: ended.pass.to.name });
    const text = ended.reason === undefined ? said : t('team.because', { said, reason: nameOf('offer.reasons', ended.reason) });
    if (ended.outcome === 'accepted') void message.success(text);
    else void message.warning(text);
  }, [ended, myId, message, nameOf, t]);
  return null;
}
