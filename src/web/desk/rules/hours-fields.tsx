/** Hours of the week, of single groups and of holidays, each day a short line such as 09:00-18:00. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SKILLS } from '../words/skills.js';
import { useNames } from '../words/use-words.js';
import { areHours, spansOf, textOf } from './paths.js';
import type { Span, Week } from './paths.js';

interface FieldOf<Kept> {
  readonly value: Kept;
  /** Refused by the server; which day it is can be seen. */
  readonly isWrong: boolean;
  readonly onChange: (value: Kept) => void;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export function WeekField({ value, isWrong, onChange }: FieldOf<Week>) {
  const { t } = useTranslation();
  return (
    <div className="rules-week">
      {DAYS.map((day, index) => (
        <label key={day}>
          <span>{t(`rules.days.${day}`)}</span>
          <SpansField label={t(`rules.days.${day}`)} value={value[index] ?? []} isWrong={isWrong} onChange={(spans) => onChange(DAYS.map((_, i) => (i === index ? spans : (value[i] ?? []))))} />
        </label>
      ))}
    </div>
  );
}

/** The words stay as they are typed; what they mean is told at once. */
function SpansField({ label, value, isWrong, onChange }: FieldOf<readonly Span[]> & { readonly label: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => textOf(value));
  const change = (typed: string): void => {
    setText(typed);
    onChange(spansOf(typed));
  };
  const isUnreadable = isWrong && !areHours(value);
  return <Input value={text} placeholder={t('rules.closed')} aria-label={label} aria-invalid={isUnreadable} {...(isUnreadable ? { status: 'error' } : {})} onChange={(event) => change(event.target.value)} />;
}

interface GroupWeek {
  readonly group: string;
  readonly week: Week;
}

export function GroupsField({ value, isWrong, onChange }: FieldOf<readonly GroupWeek[]>) {
  const { t } = useTranslation();
  const names = useNames();
  const free = SKILLS.filter((group) => !value.some((one) => one.group === group)).map((group) => ({ value: group, label: names('skills', group) }));
  return (
    <div className="rules-list">
      {value.map(({ group, week }) => (
        <div key={group}>
          <p>
            <b>{names('skills', group)}</b>
            <Button size="small" type="text" onClick={() => onChange(value.filter((one) => one.group !== group))}>
              {t('rules.remove')}
            </Button>
          </p>
          <WeekField value={week} isWrong={isWrong} onChange={(changed) => onChange(value.map((one) => (one.group === group ? { group, week: changed } : one)))} />
        </div>
      ))}
      <Select value={null} placeholder={t('rules.addGroup')} aria-label={t('rules.addGroup')} options={free} onChange={(group: string) => onChange([...value, { group, week: DAYS.map(() => []) }])} />
    </div>
  );
}

interface Holiday {
  readonly day: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly spans: readonly Span[];
}

export function HolidaysField({ value, isWrong, onChange }: FieldOf<readonly Holiday[]>) {
  const { t } = useTranslation();
  const names = useNames();
  const change = (index: number, part: Partial<Holiday>): void => onChange(value.map((one, i) => (i === index ? { ...one, ...part } : one)));
  return (
    <div className="rules-list">
      {value.map((holiday, index) => (
        <div key={index} className="rules-holiday">
          <Input type="date" value={holiday.day} {...(isWrong && holiday.day === '' ? { status: 'error' as const } : {})} aria-label={t('rules.day')} onChange={(event) => change(index, { day: event.target.value })} />
          <Input value={holiday.name} placeholder={t('rules.holidayName')} aria-label={t('rules.holidayName')} onChange={(event) => change(index, { name: event.target.value })} />
          <SpansField label={t('rules.hours')} value={holiday.spans} isWrong={isWrong} onChange={(spans) => change(index, { spans })} />
          <Select
            mode="multiple"
            value={[...holiday.groups]}
            placeholder={t('rules.allGroups')}
            aria-label={t('rules.allGroups')}
            options={SKILLS.map((group) => ({ value: group, label: names('skills', group) }))}
            onChange={(groups: string[]) => change(index, { groups })}
          />
          <Button type="text" onClick={() => onChange(value.filter((_, i) => i !== index))}>
            {t('rules.remove')}
          </Button>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { day: '', name: '', groups: [], spans: [] }])}>{t('rules.addHoliday')}</Button>
    </div>
  );
}
