/** The form of a notice: where, what, since when and until when, and the words in both languages. */
import { App, Button } from 'antd';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { WireNotice } from '../../../protocol/notices.js';
import { UnknownPlaces } from '../../staff/unknown-places.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { InsightsError } from '../link/insights-api.js';
import { newId } from '../../kit/new-id.js';
import { blankFields, fieldsIn, fieldsOf, placeOf, SERVICES, wordsOf } from './notice-fields.js';
import type { LeftNotice, NoticeFields } from './notice-fields.js';

interface NoticeFormProps {
  /** Null for a new one. */
  readonly notice: WireNotice | null;
  readonly area: string;
  readonly onDone: () => void;
  /** Somebody changed it meanwhile: what is written here stays, and stands on the newest from then on, whose version this is. */
  readonly onConflict: () => Promise<number | null>;
  readonly onClose: () => void;
}

/** What was left unsaved here before is taken up again. */
function useLeft(notice: WireNotice | null, area: string) {
  const { notices: words } = useWords();
  const { unsaved } = useInsights();
  const place = placeOf(notice, area);
  const [left] = useState(() => unsaved.get<LeftNotice>(place));
  const [start] = useState<NoticeFields>(() => left?.text.fields ?? (notice === null ? blankFields(area, Date.now()) : fieldsOf(notice, words.list)));
  /** The same however often it is sent. */
  const [clientId] = useState(() => left?.text.clientId ?? newId());
  const [version, setVersion] = useState(() => (left === null ? (notice?.version ?? null) : (left.base as number | null)));
  const keep = (form: HTMLFormElement): void => unsaved.put(place, { text: { fields: fieldsIn(form), clientId }, base: version });
  return { start, clientId, version, setVersion, keep, drop: () => unsaved.drop(place) };
}

export function NoticeForm({ notice, area, onDone, onConflict, onClose }: NoticeFormProps) {
  const { notices: words } = useWords();
  const { api } = useInsights();
  const told = useTold();
  const { message } = App.useApp();
  const { start, clientId, version, setVersion, keep, drop } = useLeft(notice, area);
  const [areas, setAreas] = useState(start.areas);
  const [fault, setFault] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const entered = wordsOf(fieldsIn(event.currentTarget));
    if (entered === null) return setFault(words.fault);
    setFault('');
    setIsBusy(true);
    try {
      await (notice === null ? api.startNotice({ ...entered, clientId }) : api.rewordNotice(notice.id, { ...entered, version: version ?? notice.version }));
      drop();
      void message.success(notice === null ? words.started : words.saved);
      onDone();
    } catch (trouble) {
      setFault(told(trouble));
      if (trouble instanceof InsightsError && trouble.code === 'conflict') setVersion(await onConflict());
    } finally {
      setIsBusy(false);
    }
  };
  const close = (): void => {
    drop();
    onClose();
  };
  return (
    <form className="card fields wide-fields" onSubmit={(event) => void save(event)} onInput={(event) => keep(event.currentTarget)}>
      <label className="whole">
        {words.areas}
        <input name="areas" defaultValue={start.areas} maxLength={600} onBlur={(event) => setAreas(event.target.value)} />
        <span className="hint">{words.areasHint}</span>
        <UnknownPlaces names={areas} ask={api.unknownPlaces} say={words.unknownPlaces} />
      </label>
      <fieldset className="services">
        <legend>{words.services}</legend>
        {SERVICES.map((service) => (
          <label key={service} className="tick">
            <input type="checkbox" name="services" value={service} defaultChecked={start.services.includes(service)} /> {words.service[service]}
          </label>
        ))}
      </fieldset>
      <label>
        {words.since}
        <input type="datetime-local" name="since" required defaultValue={start.since} />
      </label>
      <label>
        {words.expectedEnd}
        <input type="datetime-local" name="expectedEnd" defaultValue={start.expectedEnd} />
      </label>
      <label className="whole">
        {words.zh}
        <input name="zh" required maxLength={200} lang="zh-CN" placeholder={words.zhHint} defaultValue={start.zh} />
      </label>
      <label className="whole">
        {words.en}
        <input name="en" required maxLength={200} lang="en" defaultValue={start.en} />
      </label>
      <p role="alert" className="hint bad whole">{fault}</p>
      <div className="buttons whole">
        <Button type="primary" htmlType="submit" loading={isBusy}>{notice === null ? words.startOk : words.changeOk}</Button>
        <Button onClick={close}>{words.cancel}</Button>
      </div>
    </form>
  );
}
