/** One setting: its name, what it does in words, its default, and the field that suits its value. */
import { Input, InputNumber, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupsField, HolidaysField, WeekField } from './hours-fields.js';
import type { Week } from './paths.js';
import type { Section } from './rules-api.js';

export interface RuleFieldProps {
  readonly field: Section['fields'][number];
  readonly value: unknown;
  readonly usual: unknown;
  readonly isWrong: boolean;
  readonly onChange: (value: unknown) => void;
}

export function RuleField({ field, value, usual, isWrong, onChange }: RuleFieldProps) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const label = field.label[locale];
  const isPlain = typeof usual !== 'object';
  const usually = typeof usual === 'boolean' ? t(usual ? 'rules.on' : 'rules.off') : isMoney(field.path) ? String(Number(usual) / FEN) : String(usual);
  return (
    <div className="rule" data-wide={!isPlain} data-wrong={isWrong}>
      <div>
        <b>{label}</b>
        <p>{field.effect[locale]}</p>
        {isPlain ? <small data-changed={value !== usual}>{t('rules.usual', { value: usually })}</small> : null}
        {isWrong ? <p role="alert">{t('rules.wrong')}</p> : null}
      </div>
      <div className="rule-field">{inputFor({ path: field.path, label, value, isWrong, onChange })}</div>
    </div>
  );
}

/** Stored in whole fen, written in yuan. */
const FEN = 100;
const isMoney = (path: string): boolean => path.endsWith('Fen');

function inputFor({ path, label, value, isWrong, onChange }: { readonly path: string; readonly label: string; readonly value: unknown; readonly isWrong: boolean; readonly onChange: (value: unknown) => void }): ReactNode {
  if (typeof value === 'boolean') return <Switch checked={value} aria-label={label} onChange={onChange} />;
  if (path === 'week') return <WeekField value={value as Week} isWrong={isWrong} onChange={onChange} />;
  if (path === 'groups') return <GroupsField value={value as Parameters<typeof GroupsField>[0]['value']} isWrong={isWrong} onChange={onChange} />;
  if (path === 'holidays') return <HolidaysField value={value as Parameters<typeof HolidaysField>[0]['value']} isWrong={isWrong} onChange={onChange} />;
  if (isMoney(path)) return <InputNumber inputMode="decimal" className="rule-money" prefix="¥" precision={2} value={Number(value) / FEN} aria-label={label} onChange={(yuan) => onChange(yuan === null ? null : Math.round(yuan * FEN))} />;
  if (typeof value === 'string') return <Input value={value} aria-label={label} onChange={(event) => onChange(event.target.value)} />;
  return <InputNumber inputMode="decimal" value={typeof value === 'number' ? value : null} aria-label={label} onChange={onChange} />;
}
