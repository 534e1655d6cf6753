/** Skill groups to choose from, with how many of their people are there. */
import { useTranslation } from 'react-i18next';
import type { WireColleague } from '../../../protocol/desk.js';
import type { TransferTarget } from '../link/desk-client.js';
import { useNames } from '../words/use-words.js';

interface GroupListProps {
  readonly colleagues: readonly WireColleague[];
  readonly mine: readonly string[];
  readonly target: TransferTarget | null;
  readonly onTarget: (target: TransferTarget) => void;
}

export function GroupList({ colleagues, mine, target, onTarget }: GroupListProps) {
  const { t } = useTranslation();
  const names = useNames();
  const groups = [...new Set([...colleagues.flatMap((colleague) => colleague.skillGroups), ...mine])];
  const chosen = target !== null && 'skill' in target ? target.skill : null;
  const onlineIn = (group: string): number =>
    colleagues.filter((colleague) => colleague.status === 'online' && colleague.skillGroups.includes(group)).length;
  return (
    <div className="choices" role="radiogroup" aria-label={t('transfer.group')}>
      {groups.map((group) => (
        <label key={group} className="choice">
          <input type="radio" name="group" checked={chosen === group} onChange={() => onTarget({ skill: group })} />
          <b>{names('skills', group)}</b>
          <span className="choice-skills" />
          <small className="num">{t('transfer.online', { count: onlineIn(group) })}</small>
        </label>
      ))}
    </div>
  );
}
