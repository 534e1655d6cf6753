/** One section of the settings as a form: who changed it last, what is wrong with it, and whether somebody else was quicker. */
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OPERATOR_ZONE } from '../../../wording/operator-time.js';
import { useTools } from '../frame/desk-context.js';
import { clockOf } from '../look/times.js';
import { useNames } from '../words/use-words.js';
import { at, withAt } from './paths.js';
import { RuleField } from './rule-field.js';
import { saveSection } from './rules-api.js';
import type { Section, Value } from './rules-api.js';

interface SectionFormProps {
  readonly section: Section;
  readonly changedBy: string | null;
  readonly onSaved: () => void;
}

/** Read anew it shows what is stored now, unless it is half changed: then it stays, and is told of a colleague's change when it is saved. */
export function SectionForm({ section, ...rest }: SectionFormProps) {
  const [begun, setBegun] = useState<Section | null>(null);
  const shown = begun ?? section;
  return <Form key={shown.version} section={shown} onTouch={(isChanged) => setBegun(isChanged ? shown : null)} {...rest} />;
}

function Form({ section, changedBy, onSaved, onTouch }: SectionFormProps & { readonly onTouch: (isChanged: boolean) => void }) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const form = useSectionForm(section, { onSaved, onTouch });
  return (
    <section className="board-part rules" aria-label={section.title[locale]}>
      <h3>{section.title[locale]}</h3>
      <p className="rules-about">
        {section.about[locale]} {section.changedAt === null ? t('rules.never') : t('rules.changed', { who: changedBy, when: whenOf(section.changedAt, locale) })}
      </p>
      {section.fields.map((field) => (
        <RuleField
          key={field.path}
          field={field}
          value={at(form.value, field.path)}
          usual={at(section.defaults, field.path)}
          isWrong={form.wrong.some((path) => path === field.path || path.startsWith(`${field.path}.`))}
          onChange={(changed) => form.change(withAt(form.value, field.path, changed))}
        />
      ))}
      {form.isConflict ? <Alert type="warning" showIcon title={t('rules.conflict')} action={<Button onClick={onSaved}>{t('rules.reload')}</Button>} /> : null}
      <footer>
        <Button type="primary" disabled={!form.isChanged || form.isConflict} loading={form.isSaving} onClick={form.save}>
          {t('rules.save')}
        </Button>
        <Button disabled={!form.isChanged} onClick={onSaved}>
          {t('rules.undo')}
        </Button>
      </footer>
    </section>
  );
}

function whenOf(at: number, locale: string): string {
  return `${new Date(at).toLocaleDateString(locale, { timeZone: OPERATOR_ZONE })} ${clockOf(at)}`;
}

function useSectionForm(section: Section, { onSaved, onTouch }: { readonly onSaved: () => void; readonly onTouch: (isChanged: boolean) => void }) {
  const { t } = useTranslation();
  const { session } = useTools();
  const { message } = App.useApp();
  const names = useNames();
  const stored = section.value as Value;
  const [value, setValue] = useState<Value>(stored);
  const [state, setState] = useState({ wrong: [] as readonly string[], isConflict: false, isSaving: false });
  const save = async (): Promise<void> => {
    setState({ wrong: [], isConflict: false, isSaving: true });
    const saved = await saveSection(session.token, { section: section.section, version: section.version, value });
    setState({ wrong: saved.ok ? [] : saved.wrong, isConflict: !saved.ok && saved.code === 'conflict', isSaving: false });
    if (saved.ok) {
      void message.success(t('rules.saved'));
      onSaved();
    } else if (saved.code !== 'conflict') void message.error(names('errors', saved.code));
  };
  const differs = (from: Value): boolean => JSON.stringify(from) !== JSON.stringify(stored);
  const change = (changed: Value): void => {
    setValue(changed);
    onTouch(differs(changed));
  };
  return { ...state, value, isChanged: differs(value), change, save: () => void save() };
}
