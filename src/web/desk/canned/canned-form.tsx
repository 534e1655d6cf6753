/** One ready reply being written: folder, title, both languages, and what is done after it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReplyChange, WireCannedReply } from '../../../protocol/canned.js';
import { MAX_TEXT } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { isSupervisor } from '../state/desk-view.js';
import { saveCanned } from './canned-api.js';
import { VARIABLES } from './canned-texts.js';

const ENDINGS = ['solved', 'follow-up', 'no-answer', 'other'] as const;
const EMPTY: CannedReplyChange = { shared: false, folder: '', title: '', text: { 'zh-CN': '', en: '' }, macro: null };

function changeOf({ shared, folder, title, text, macro }: WireCannedReply): CannedReplyChange {
  return { shared, folder, title, text, macro };
}

export function CannedForm({ reply, onDone }: { readonly reply: WireCannedReply | null; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { session } = useTools();
  const queries = useQueryClient();
  const report = useReport();
  const mayShare = useDesk(isSupervisor);
  const [kept, setKept] = useState<CannedReplyChange>(reply === null ? EMPTY : changeOf(reply));
  const change = (part: Partial<CannedReplyChange>): void => setKept({ ...kept, ...part });
  const hasText = kept.text['zh-CN'].trim() !== '' || kept.text.en.trim() !== '';
  const canSave = kept.folder.trim() !== '' && kept.title.trim() !== '' && hasText;
  const save = async (): Promise<void> => {
    if (!(await report(saveCanned(session.token, reply?.id ?? null, kept)))) return;
    await queries.invalidateQueries({ queryKey: ['canned'] });
    onDone();
  };
  return (
    <div className="canned-form">
      <div className="canned-names">
        <label className="act-label">
          {t('canned.name')}
          <Input autoFocus value={kept.title} maxLength={60} onChange={(event) => change({ title: event.target.value })} />
        </label>
        <label className="act-label">
          {t('canned.folder')}
          <Input value={kept.folder} maxLength={60} onChange={(event) => change({ folder: event.target.value })} />
        </label>
      </div>
      {(['zh-CN', 'en'] as const).map((locale) => (
        <label key={locale} className="act-label">
          {t(`languages.${locale}`)}
          <Input.TextArea value={kept.text[locale]} maxLength={MAX_TEXT} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => change({ text: { ...kept.text, [locale]: event.target.value } })} />
        </label>
      ))}
      <small className="act-lead">{t('canned.variables', { list: VARIABLES.map((name) => `{{${name}}}`).join(' ') })}</small>
      <Ending kept={kept} onChange={change} />
      {mayShare ? (
        <Checkbox checked={kept.shared} onChange={(event) => change({ shared: event.target.checked })}>
          {t('canned.share')}
        </Checkbox>
      ) : null}
      <div className="canned-acts">
        <Button type="primary" disabled={!canSave} onClick={() => void save()}>
          {t('canned.save')}
        </Button>
        <Button onClick={onDone}>{t('acts.cancel')}</Button>
      </div>
    </div>
  );
}

function Ending({ kept: { macro }, onChange }: { readonly kept: CannedReplyChange; readonly onChange: (part: Partial<CannedReplyChange>) => void }) {
  const { t } = useTranslation();
  const options = [{ value: '', label: t('canned.staysOpen') }, ...ENDINGS.map((value) => ({ value: value as string, label: `${t('canned.closes')} · ${t(`close.dispositions.${value}`)}` }))];
  return (
    <>
      <Select
        value={macro?.disposition ?? ''}
        options={options}
        aria-label={t('canned.then')}
        onChange={(value: string) => onChange({ macro: value === '' ? null : { tags: macro?.tags ?? [], disposition: value } })}
      />
      {macro ? (
        <Select mode="tags" value={[...macro.tags]} placeholder={t('close.tags')} aria-label={t('close.tags')} onChange={(tags: string[]) => onChange({ macro: { ...macro, tags } })} />
      ) : null}
    </>
  );
}
