/** The small marks that stand beside names: mood, skill group, verified or not. Never by colour alone. */
import { useTranslation } from 'react-i18next';
import type { Mood } from '../state/desk-state.js';
import { useNames } from '../words/use-words.js';
import { Icon } from './icons.js';

export function MoodTag({ mood }: { readonly mood: Mood }) {
  const { t } = useTranslation();
  return mood === 'calm' ? null : (
    <span className="tag" data-tone={mood === 'angry' ? 'bad' : 'warn'}>
      {t(`moods.${mood}`)}
    </span>
  );
}

export function SkillTag({ skill }: { readonly skill: string }) {
  const names = useNames();
  return <span className="tag">{names('skills', skill)}</span>;
}

export function VerifiedTag({ isVerified }: { readonly isVerified: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone={isVerified ? 'ok' : undefined}>
      <Icon name={isVerified ? 'shield' : 'question'} size={14} />
      {t(isVerified ? 'who.verified' : 'who.unverified')}
    </span>
  );
}

export function ElderTag() {
  const { t } = useTranslation();
  return (
    <span className="tag" data-tone="warn">
      {t('who.elder')}
    </span>
  );
}

/** By the server's scale; mood, at 2, has its own mark. */
const PRIORITIES: Readonly<Record<number, 'vip' | 'senior' | 'urgent'>> = { 1: 'vip', 3: 'senior', 4: 'urgent' };

export function PriorityTag({ priority }: { readonly priority: number }) {
  const { t } = useTranslation();
  const name = PRIORITIES[priority];
  return name === undefined ? null : (
    <span className="tag" data-tone={name === 'urgent' ? 'bad' : 'warn'}>
      {t(`priorities.${name}`)}
    </span>
  );
}
