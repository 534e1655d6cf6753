/** Colleagues to choose from: the free ones first, the absent ones shown but not to be chosen. */
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireColleague } from '../../../protocol/desk.js';
import type { TransferTarget } from '../link/desk-client.js';
import type { Presence } from '../state/desk-state.js';
import { useNames } from '../words/use-words.js';

const ORDER: Readonly<Record<Presence, number>> = { online: 0, busy: 1, away: 2, offline: 3 };
const SKILLS_SHOWN = 4;

interface ColleagueListProps {
  readonly colleagues: readonly WireColleague[];
  readonly target: TransferTarget | null;
  readonly onTarget: (target: TransferTarget) => void;
}

export function ColleagueList({ colleagues, target, onTarget }: ColleagueListProps) {
  const { t } = useTranslation();
  const names = useNames();
  const [sought, setSought] = useState('');
  const skillsOf = (colleague: WireColleague): readonly string[] => colleague.skillGroups.map((skill) => names('skills', skill));
  const found = colleagues
    .filter((colleague) => [colleague.name, ...skillsOf(colleague)].join(' ').toLowerCase().includes(sought.trim().toLowerCase()))
    .sort((a, b) => ORDER[a.status] - ORDER[b.status] || a.load - b.load);
  const chosen = target !== null && 'staffId' in target ? target.staffId : null;
  return (
    <>
      <Input
        allowClear
        autoFocus
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        placeholder={t('transfer.search')}
        aria-label={t('transfer.search')}
      />
      <div className="choices" role="radiogroup" aria-label={t('transfer.colleague')}>
        {found.length === 0 ? <p className="choices-none">{t('transfer.none')}</p> : null}
        {found.map((colleague) => (
          <label key={colleague.id} className="choice" data-off={colleague.status === 'offline'}>
            <input
              type="radio"
              name="colleague"
              checked={chosen === colleague.id}
              disabled={colleague.status === 'offline'}
              onChange={() => onTarget({ staffId: colleague.id })}
            />
            <span className="dot" data-status={colleague.status} aria-hidden="true" />
            <b>{colleague.name}</b>
            <small>{t(`presence.${colleague.status}`)}</small>
            <span className="choice-skills">{skillsOf(colleague).slice(0, SKILLS_SHOWN).join('、')}</span>
            {colleague.status === 'offline' ? null : (
              <span className="num">{t('transfer.load', { load: colleague.load, capacity: colleague.capacity })}</span>
            )}
          </label>
        ))}
      </div>
    </>
  );
}
