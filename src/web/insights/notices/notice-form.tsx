/** The form of a notice: where, what, since when and until when, and the words in both languages. */
import { App, Button } from 'antd';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { WireNotice, WireNoticeWords } from '../../../protocol/notices.js';
import { momentOfField, operatorField } from '../../../wording/operator-time.js';
import { UnknownPlaces } from '../../staff/unknown-places.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { InsightsError } from '../link/insights-api.js';
import { newId } from '../../kit/new-id.js';

interface NoticeFormProps {
  /** Null for a new one. */
  readonly notice: WireNotice | null;
  readonly area: string;
  readonly onDone: () => void;
  /** Somebody changed it meanwhile: what is written here stays, and stands on the newest from then on. */
  readonly onConflict: () => Promise<void>;
  readonly onClose: () => void;
}

const SERVICES = ['mobile', 'broadband'] as const;

export function NoticeForm({ notice, area, onDone, onConflict, onClose }: NoticeFormProps) {
  const { notices: words } = useWords();
  const { api } = useInsights();
  const told = useTold();
  const { message } = App.useApp();
  const [areas, setAreas] = useState(notice ? notice.areas.join(',') : area);
  const [fault, setFault] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [now] = useState(() => Date.now());
  /** The same however often it is sent. */
  const [clientId] = useState(newId);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const entered = wordsIn(new FormData(event.currentTarget));
    if (entered === null) return setFault(words.fault);
    setFault('');
    setIsBusy(true);
    try {
      await (notice === null ? api.startNotice({ ...entered, clientId }) : api.rewordNotice(notice.id, { ...entered, version: notice.version }));
      void message.success(notice === null ? words.started : words.saved);
      onDone();
    } catch (trouble) {
      setFault(told(trouble));
      if (trouble instanceof InsightsError && trouble.code === 'conflict') await onConflict();
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <form className="card fields wide-fields" onSubmit={(event) => void save(event)}>
      <label className="whole">
        {words.areas}
        <input name="areas" defaultValue={notice ? words.list(notice.areas) : area} maxLength={600} onBlur={(event) => setAreas(event.target.value)} />
        <span className="hint">{words.areasHint}</span>
        <UnknownPlaces names={areas} ask={api.unknownPlaces} say={words.unknownPlaces} />
      </label>
      <fieldset className="services">
        <legend>{words.services}</legend>
        {SERVICES.map((service) => (
          <label key={service} className="tick">
            <input type="checkbox" name="services" value={service} defaultChecked={notice === null ? service === 'mobile' : notice.services.includes(service)} /> {words.service[service]}
          </label>
        ))}
      </fieldset>
      <label>
        {words.since}
        <input type="datetime-local" name="since" required defaultValue={operatorField(notice?.since ?? now)} />
      </label>
      <label>
        {words.expectedEnd}
        <input type="datetime-local" name="expectedEnd" defaultValue={notice?.expectedEnd ? operatorField(notice.expectedEnd) : ''} />
      </label>
      <label className="whole">
        {words.zh}
        <input name="zh" required maxLength={200} lang="zh-CN" placeholder={words.zhHint} defaultValue={notice?.texts['zh-CN'] ?? ''} />
      </label>
      <label className="whole">
        {words.en}
        <input name="en" required maxLength={200} lang="en" defaultValue={notice?.texts.en ?? ''} />
      </label>
      <p role="alert" className="hint bad whole">{fault}</p>
      <div className="buttons whole">
        <Button type="primary" htmlType="submit" loading={isBusy}>{notice === null ? words.startOk : words.changeOk}</Button>
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function wordsIn(entered: FormData): WireNoticeWords | null {
  const text = (name: string): string => {
    const value = entered.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const since = momentOfField(text('since'));
  const expectedEnd = text('expectedEnd') === '' ? null : momentOfField(text('expectedEnd'));
  const services = SERVICES.filter((service) => entered.getAll('services').includes(service));
  const texts = { 'zh-CN': text('zh'), en: text('en') };
  const isSound = Number.isFinite(since) && (expectedEnd === null || expectedEnd > since) && services.length > 0 && texts['zh-CN'] !== '' && texts.en !== '';
  const areas = text('areas').split(/[,，、;；\n]/).map((one) => one.trim()).filter(Boolean);
  return isSound ? { areas, services, since, expectedEnd, texts } : null;
}
