/** One article: its Markdown beside how the subscriber reads it, and when and for whom it holds. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { renderArticle } from '../../site/article-body.js';
import { operatorDay } from '../../../wording/operator-time.js';
import { ListField } from '../frame/list-field.js';
import { RegionsField } from '../frame/regions-field.js';
import { NEW } from '../frame/open-entry.js';
import { PlansField } from '../frame/plans-field.js';
import { SaveBar } from '../frame/save-bar.js';
import { goTo, useLocale, useStudio, useTold, useWords } from '../frame/studio-context.js';
import { useEntry } from '../frame/use-entry.js';
import type { Bare } from '../frame/use-entry.js';
import type { ArticleEntry } from '../link/wire.js';
import { rowsOfVariables } from '../variables/variable-rows.js';
import type { WrittenVariables } from '../variables/variable-rows.js';
import { ChatPreview } from './chat-preview.js';
import { IntentsField } from './intents-field.js';
import { PictureField } from './picture-field.js';
import { UsedBy } from './used-by.js';
import { ValidityView } from './validity-view.js';

const EMPTY = { id: '', title: '', intents: [], plans: [], regions: [], validTo: null, successor: null, keywords: [], asked: [], body: '' } as const;

const withoutBlankLines = (entry: Bare<ArticleEntry>): Bare<ArticleEntry> => (entry.asked === undefined ? entry : { ...entry, asked: entry.asked.map((line) => line.trim()).filter((line) => line !== '') });

/** `start` is null for a new one. */
export function ArticleEditor({ start, articles }: { readonly start: ArticleEntry | null; readonly articles: readonly ArticleEntry[] }) {
  const words = useWords();
  const locale = useLocale();
  const told = useTold();
  const { api } = useStudio();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [blank] = useState<Bare<ArticleEntry>>(() => ({ ...EMPTY, locale, validFrom: operatorDay(Date.now()) }));
  const editing = useEntry<ArticleEntry>({ kind: 'articles', id: start === null ? NEW : `${start.id}.${start.locale}`, start, blank, clean: withoutBlankLines });
  const { entry, change } = editing;
  const text = useRef<HTMLTextAreaElement>(null);
  const [isChat, setIsChat] = useState(false);
  /** Where the cursor was last. */
  const put = (markdown: string): void => {
    const at = text.current?.selectionEnd ?? entry.body.length;
    change({ body: `${entry.body.slice(0, at)}\n\n${markdown}\n\n${entry.body.slice(at)}` });
  };
  const tags = htmlIn(entry.body);
  const name = `${entry.id}.${entry.locale}`;
  const save = async (): Promise<void> => {
    if ((await editing.save(name)) && start === null) goTo('articles', name);
  };
  const removeEntry = async (): Promise<void> => {
    try {
      await api.remove('articles', name, (await api.one<ArticleEntry>('articles', name)).version);
      editing.discard();
      await Promise.all([queries.invalidateQueries({ queryKey: ['articles'] }), queries.invalidateQueries({ queryKey: ['changes'] })]);
      goTo('articles');
    } catch (error) {
      void message.error(told(error));
    }
  };
  return (
    <div className="page">
      <SaveBar path={start === null ? null : `knowledge-base/${name}.md`} editing={editing} title={start === null ? words.articles.add : entry.title} back="#/articles" onSave={() => void save()} onDelete={start === null ? null : () => void removeEntry()} />
      {start === null ? null : <ModelMark article={name} version={editing.version} />}
      <ArticleFields entry={entry} isNew={start === null} articles={articles} onChange={change} />
      <div className="beside">
        <div className="card fields">
          <label className="fields">
            {words.articles.body}
            <textarea className="markdown" ref={text} value={entry.body} maxLength={50_000} spellCheck={false} onChange={(event) => change({ body: event.target.value })} />
          </label>
          <PictureField onPut={put} />
          {tags.length === 0 ? null : <p className="hint bad" role="status">{words.articles.html(tags.join(' '))}</p>}
        </div>
        <section className="card" aria-label={words.articles.preview}>
          <div role="group" aria-label={words.articles.preview} className="switch">
            <button type="button" aria-pressed={!isChat} onClick={() => setIsChat(false)}>{words.articles.onPage}</button>
            <button type="button" aria-pressed={isChat} onClick={() => setIsChat(true)}>{words.articles.inChat}</button>
          </div>
          {isChat ? <ChatPreview entry={entry} /> : <Preview body={entry.body} locale={entry.locale} />}
        </section>
      </div>
      <div className="beside">
        <ValidityView article={entry} articles={articles} />
        <UsedBy entry={entry} articles={articles} />
      </div>
    </div>
  );
}

/** Until somebody has edited what a model wrote. */
function ModelMark({ article, version }: { readonly article: string; readonly version: number | null }) {
  const words = useWords().articles;
  const { api } = useStudio();
  const { data } = useQuery({ queryKey: ['model-text', article, version], queryFn: () => api.isModelText(article), retry: true });
  return data === true ? <p className="model-mark">{words.modelText}</p> : null;
}

const MOST_TAGS = 3;

/** Raw HTML, which articles do not show as it is written. */
function htmlIn(body: string): readonly string[] {
  const outsideCode = body.replace(/```[^]*?```|`[^`\n]*`/g, '');
  return [...new Set([...outsideCode.matchAll(/<\/?[a-z][^<>]{0,200}>/gi)].map(([tag]) => tag).filter((tag) => !/^<(https?:|mailto:|[^\s<>@]+@)/i.test(tag)))].slice(0, MOST_TAGS);
}

interface FieldsProps {
  readonly entry: Bare<ArticleEntry>;
  readonly isNew: boolean;
  readonly articles: readonly ArticleEntry[];
  readonly onChange: (change: Partial<Bare<ArticleEntry>>) => void;
}

function ArticleFields({ entry, isNew, articles, onChange }: FieldsProps) {
  const words = useWords().articles;
  const successors = articles.filter(({ id, locale }) => locale === entry.locale && id !== entry.id).sort((one, other) => one.title.localeCompare(other.title, entry.locale));
  const isBackwards = typeof entry.validTo === 'string' && entry.validTo < entry.validFrom;
  return (
    <section className="card fields wide-fields" aria-label={words.about}>
      {!isNew ? null : (
        <>
          <label>{words.id}<input value={entry.id} maxLength={64} pattern="[a-z][a-z0-9-]*" autoFocus onChange={(event) => onChange({ id: event.target.value })} /></label>
          <label>
            {words.language}
            <select value={entry.locale} onChange={(event) => onChange({ locale: event.target.value === 'en' ? 'en' : 'zh-CN' })}>
              <option value="zh-CN">中文</option>
              <option value="en">English</option>
            </select>
          </label>
        </>
      )}
      <label>{words.title}<input value={entry.title} maxLength={120} onChange={(event) => onChange({ title: event.target.value })} /></label>
      <label>{words.validFrom}<input type="date" value={entry.validFrom} onChange={(event) => onChange({ validFrom: event.target.value })} /></label>
      <label>{words.validTo}<input type="date" value={entry.validTo ?? ''} aria-invalid={isBackwards} onChange={(event) => onChange({ validTo: event.target.value || null })} /></label>
      <label>
        {words.successor}
        <select value={entry.successor ?? ''} onChange={(event) => onChange({ successor: event.target.value || null })}>
          <option value="">{words.noSuccessor}</option>
          {successors.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}
          {entry.successor && !successors.some(({ id }) => id === entry.successor) ? <option value={entry.successor}>{entry.successor}</option> : null}
        </select>
      </label>
      <RegionsField value={entry.regions ?? []} onChange={(regions) => onChange({ regions })} />
      <ListField label={words.keywords} value={entry.keywords ?? []} onChange={(keywords) => onChange({ keywords })} />
      <div className="whole"><PlansField value={entry.plans ?? []} onChange={(plans) => onChange({ plans })} /></div>
      <div className="whole"><IntentsField value={entry.intents} onChange={(intents) => onChange({ intents })} /></div>
      <label className="whole">{words.asked}<textarea rows={3} value={(entry.asked ?? []).join('\n')} onChange={(event) => onChange({ asked: event.target.value.split('\n') })} /></label>
      {isBackwards ? <p role="alert" className="hint bad">{words.backwards}</p> : null}
    </section>
  );
}

/** A name that stands for nothing stays to be seen; saving tells of it as well. */
function withVariables(body: string, variables: WrittenVariables, locale: 'zh-CN' | 'en'): string {
  const rows = new Map(rowsOfVariables(variables).map((row) => [row.name, locale === 'en' ? row.en : row.zh]));
  return body.replace(/\{\{([^{}]{1,200})\}\}/g, (mark, name: string) => rows.get(name.trim()) ?? mark);
}

/** The same nodes as the subscriber's page: made by the same code, cleaned the same way. */
function Preview({ body, locale }: { readonly body: string; readonly locale: 'zh-CN' | 'en' }) {
  const place = useRef<HTMLDivElement>(null);
  const { api } = useStudio();
  const { data } = useQuery({ queryKey: ['variables'], queryFn: api.variables });
  const text = useDeferredValue(withVariables(body, data?.variables ?? {}, locale));
  useEffect(() => place.current?.replaceChildren(renderArticle(text, locale)), [text, locale]);
  return <div className="preview" ref={place} lang={locale} />;
}
