/** How many chats at once, up and down by one. */
import { useTranslation } from 'react-i18next';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';

const MOST = 20;

export function CapacityStepper() {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const capacity = useDesk((state) => state.capacity);
  const status = useDesk((state) => state.status);
  const set = (next: number): void => void report(client.setPresence(status, next));
  return (
    <div className="stepper" role="group" aria-label={t('presence.capacity')}>
      <span>{t('presence.capacity')}</span>
      <button
        type="button"
        className="square"
        aria-label={`${t('presence.capacity')} −1`}
        disabled={capacity <= 1}
        onClick={() => set(capacity - 1)}
      >
        −
      </button>
      <b className="num">{capacity}</b>
      <button
        type="button"
        className="square"
        aria-label={`${t('presence.capacity')} +1`}
        disabled={capacity >= MOST}
        onClick={() => set(capacity + 1)}
      >
        +
      </button>
    </div>
  );
}
