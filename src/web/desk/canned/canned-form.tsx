/** One ready reply being written: folder, title, both languages, and what is done after it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReplyChange, WireCannedReply } from '../../../protocol/canned.js';
import type { WireCaseKind } from '../../../protocol/cases.js';
import { MAX_TEXT } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { isSupervisor } from '../state/desk-view.js';
import { saveCanned } from './canned-api.js';
import { VARIABLES } from './canned-texts.js';

const ENDINGS = ['solved', 'follow-up', 'no-answer', 'other'] as const;
const CASE_KINDS: readonly WireCaseKind[] = ['complaint', 'fault', 'refund', 'call-back'];
const EMPTY: CannedReplyChange = { shared: false, folder: '', title: '', text: { 'zh-CN': '', en: '' }, macro: null };

function changeOf({ shared, folder, title, text, macro }: WireCannedReply): CannedReplyChange {
  return { shared, folder, title, text, macro };
}

/** Among what is not saved yet; null for a new one. */
export function placeOfReply(id: string | null): string {
  return `canned/${id ?? 'new'}`;
}

export function CannedForm({ reply, onDone }: { readonly reply: WireCannedReply | null; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { session, unsaved } = useTools();
  const queries = useQueryClient();
  const report = useReport();
  const mayShare = useDesk(isSupervisor);
  const place = placeOfReply(reply?.id ?? null);
  const [start] = useState<CannedReplyChange>(reply === null ? EMPTY : changeOf(reply));
  const [kept, setKept] = useState<CannedReplyChange>(() => unsaved.get<CannedReplyChange>(place)?.text ?? start);
  const isChanged = JSON.stringify(kept) !== JSON.stringify(start);
  useEffect(() => (isChanged ? unsaved.put(place, { text: kept, base: null }) : unsaved.drop(place)), [unsaved, place, isChanged, kept]);
  const close = (): void => {
    unsaved.drop(place);
    onDone();
  };
  const change = (part: Partial<CannedReplyChange>): void => setKept({ ...kept, ...part });
  const hasText = kept.text['zh-CN'].trim() !== '' || kept.text.en.trim() !== '';
  const canSave = kept.folder.trim() !== '' && kept.title.trim() !== '' && hasText;
  const [isSaving, setIsSaving] = useState(false);
  const save = async (): Promise<void> => {
    setIsSaving(true);
    const isKept = await report(saveCanned(session.token, reply?.id ?? null, kept));
    setIsSaving(false);
    if (!isKept) return;
    await queries.invalidateQueries({ queryKey: ['canned'] });
    close();
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
        <Button type="primary" disabled={!canSave} loading={isSaving} onClick={() => void save()}>
          {t('canned.save')}
        </Button>
        <Button onClick={close}>{t('acts.cancel')}</Button>
      </div>
    </div>
  );
}

type Macro = NonNullable<CannedReplyChange['macro']>;

/** A macro that does nothing is none. */
function macroOf(macro: Macro): Macro | null {
  return macro.disposition === null && macro.caseKind === undefined ? null : macro;
}

function Ending({ kept: { macro }, onChange }: { readonly kept: CannedReplyChange; readonly onChange: (part: Partial<CannedReplyChange>) => void }) {
  const { t } = useTranslation();
  const known: Macro = macro ?? { tags: [], disposition: null };
  const { caseKind: _kind, ...rest } = known;
  const cases = [{ value: '', label: t('canned.noCase') }, ...CASE_KINDS.map((value) => ({ value: value as string, label: t('canned.opensCase', { kind: t(`cases.kinds.${value}`) }) }))];
  const endings = [{ value: '', label: t('canned.staysOpen') }, ...ENDINGS.map((value) => ({ value: value as string, label: `${t('canned.closes')} · ${t(`close.dispositions.${value}`)}` }))];
  return (
    <div className="act-label" role="group" aria-label={t('canned.then')}>
      {t('canned.then')}
      <div className="canned-names">
        <Select
          value={known.caseKind ?? ''}
          options={cases}
          aria-label={t('cases.add')}
          onChange={(value: string) => onChange({ macro: macroOf(CASE_KINDS.find((kind) => kind === value) === undefined ? rest : { ...rest, caseKind: value as WireCaseKind }) })}
        />
        <Select value={known.disposition ?? ''} options={endings} aria-label={t('canned.closes')} onChange={(value: string) => onChange({ macro: macroOf({ ...known, disposition: value === '' ? null : value }) })} />
      </div>
      {known.disposition === null ? null : (
        <Select mode="tags" value={[...known.tags]} placeholder={t('close.tags')} aria-label={t('close.tags')} onChange={(tags: string[]) => onChange({ macro: { ...known, tags } })} />
      )}
    </div>
  );
}
