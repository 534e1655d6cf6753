/** Colleagues to choose from: the free ones first, the absent ones shown but not to be chosen. */
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireColleague } from '../../../protocol/desk.js';
import type { TransferTarget } from '../link/desk-client.js';
import type { Presence } from '../state/desk-state.js';
import { useNames } from '../words/use-words.js';

const ORDER: Readonly<Record<Presence, number>> = { online: 0, busy: 1, away: 2, offline: 3 };

interface ColleagueListProps {
  readonly colleagues: readonly WireColleague[];
  readonly target: TransferTarget | null;
  readonly onTarget: (target: TransferTarget) => void;
}

export function ColleagueList({ colleagues, target, onTarget }: ColleagueListProps) {
  const { t } = useTranslation();
  const names = useNames();
  const [sought, setSought] = useState('');
  const isSought = (colleague: WireColleague): boolean => {
    const words = [colleague.name, ...colleague.skillGroups.map((skill) => names('skills', skill))];
    return words.join(' ').toLowerCase().includes(sought.trim().toLowerCase());
  };
  const found = colleagues.filter(isSought).sort((a, b) => ORDER[a.status] - ORDER[b.status] || a.load - b.load);
  const first = found.find(({ status }) => status !== 'offline');
  const chosen = target !== null && 'staffId' in target ? target.staffId : null;
  const search = t('transfer.search');
  return (
    <>
      <Input
        allowClear
        autoFocus
        value={sought}
        onChange={(event) => setSought(event.target.value)}
        onPressEnter={(event) => {
          if (first !== undefined && !event.nativeEvent.isComposing) onTarget({ staffId: first.id });
        }}
        placeholder={search}
        aria-label={search}
      />
      <div className="choices" role="radiogroup" aria-label={t('transfer.colleague')}>
        {found.length === 0 ? <p className="choices-none">{t('transfer.none')}</p> : null}
        {found.map((colleague) => (
          <ColleagueChoice
            key={colleague.id}
            colleague={colleague}
            isChosen={chosen === colleague.id}
            onChoose={() => onTarget({ staffId: colleague.id })}
          />
        ))}
      </div>
    </>
  );
}

interface ColleagueChoiceProps {
  readonly colleague: WireColleague;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function ColleagueChoice({ colleague, isChosen, onChoose }: ColleagueChoiceProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { status, load, capacity } = colleague;
  const isOff = status === 'offline';
  const skills = colleague.skillGroups.map((skill) => names('skills', skill)).join(' · ');
  return (
    <label className="choice" data-off={isOff}>
      <input type="radio" name="colleague" checked={isChosen} disabled={isOff} onChange={onChoose} />
      <span className="dot" data-status={status} aria-hidden="true" />
      <b>{colleague.name}</b>
      <small>{t(`presence.${status}`)}</small>
      <span className="choice-skills" title={skills}>{skills}</span>
      {isOff ? null : <span className="num">{t('transfer.load', { load, capacity })}</span>}
    </label>
  );
}
