/** What the operator itself says on an intent: its answers for each language and channel, its buttons, its patterns. */
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { PickToAdd } from '../frame/pick-to-add.js';
import { useLocale, useStudio, useWords } from '../frame/studio-context.js';
import { useNames } from '../frame/use-names.js';
import type { Bare } from '../frame/use-entry.js';
import { CHANNELS, LANGS } from '../link/wire.js';
import type { Answers, IntentButton, IntentEntry, Lang } from '../link/wire.js';

interface SaysProps {
  readonly entry: Bare<IntentEntry>;
  readonly intents: readonly IntentEntry[];
  readonly onChange: (change: Partial<Bare<IntentEntry>>) => void;
}

export function IntentSays({ entry, intents, onChange }: SaysProps) {
  const words = useWords().intents;
  return (
    <details className="card" open={entry.answers !== undefined || (entry.buttons ?? []).length > 0}>
      <summary>{words.says}</summary>
      <p className="hint">{entry.kind === 'skill' ? words.skillSays : words.saysHint}</p>
      {entry.kind === 'skill' ? null : LANGS.map((lang) => <AnswersIn key={lang} lang={lang} answers={byChannel(entry.answers?.[lang])} onChange={(own) => onChange({ answers: withAnswers(entry.answers ?? {}, lang, own) })} />)}
      <ButtonsOf buttons={entry.buttons ?? []} intents={intents.filter(({ id }) => id !== entry.id)} onChange={(buttons) => onChange({ buttons })} />
      <label className="fields">
        {words.patterns}
        <textarea rows={2} spellCheck={false} value={(entry.patterns ?? []).join('\n')} onChange={(event) => onChange({ patterns: event.target.value === '' ? [] : event.target.value.split('\n') })} />
      </label>
    </details>
  );
}

function byChannel(written: string | Answers | undefined): Answers {
  return typeof written === 'string' ? { any: written } : (written ?? {});
}

/** One text for every channel stays one text in the file. */
function withAnswers(all: NonNullable<IntentEntry['answers']>, lang: Lang, own: Answers): NonNullable<IntentEntry['answers']> {
  const { [lang]: _before, ...others } = all;
  const channels = Object.keys(own);
  if (channels.length === 0) return others;
  return { ...all, [lang]: channels.length === 1 && own.any !== undefined ? own.any : own };
}

function AnswersIn({ lang, answers, onChange }: { readonly lang: Lang; readonly answers: Answers; readonly onChange: (answers: Answers) => void }) {
  const words = useWords().intents;
  const language = languageOf(lang);
  const shown = CHANNELS.filter((channel) => channel === 'any' || answers[channel] !== undefined);
  const put = (channel: keyof Answers, text: string | null): void => {
    const { [channel]: _before, ...rest } = answers;
    onChange(text === null ? rest : { ...rest, [channel]: text });
  };
  return (
    <div className="fields">
      {shown.map((channel) => (
        <div key={channel} className="said-in" lang={lang}>
          <label>
            {words.answer(language, words.channels[channel])}
            <textarea rows={2} maxLength={2000} value={answers[channel] ?? ''} onChange={(event) => put(channel, event.target.value === '' && channel === 'any' ? null : event.target.value)} />
          </label>
          {channel === 'any' ? null : <Button size="small" type="text" onClick={() => put(channel, null)}>{words.removeAnswer}</Button>}
        </div>
      ))}
      <div className="row">
        <PickToAdd
          label={`${language} ${words.addChannel}`}
          shown={words.addChannel}
          choices={CHANNELS.filter((channel) => !shown.includes(channel)).map((channel) => ({ id: channel, name: words.channels[channel] }))}
          onAdd={(channel) => put(channel as keyof Answers, answers.any ?? '')}
        />
      </div>
    </div>
  );
}

interface ButtonsProps {
  readonly buttons: readonly IntentButton[];
  readonly intents: readonly IntentEntry[];
  readonly onChange: (buttons: readonly IntentButton[]) => void;
}

function ButtonsOf({ buttons, intents, onChange }: ButtonsProps) {
  const words = useWords().intents;
  const locale = useLocale();
  const { api } = useStudio();
  const { data: articles = [] } = useQuery({ queryKey: ['articles'], queryFn: api.articles });
  const names = useNames();
  const put = (index: number, button: IntentButton): void => onChange(buttons.map((one, at) => (at === index ? button : one)));
  const ids = [...new Set(articles.map(({ id }) => id))].sort((one, other) => names.article(one).localeCompare(names.article(other), locale));
  return (
    <div className="fields">
      <span className="hint">{words.buttons}</span>
      {buttons.map((button, index) => (
        <div className="row button-row" key={index}>
          <select aria-label={`${words.leadsTo} ${index + 1}`} value={targetOf(button)} onChange={(event) => put(index, { ...labelled(button.label), ...buttonTo(event.target.value) })}>
            <option value="person">{words.toPerson}</option>
            {intents.map((intent) => <option key={intent.id} value={`intent ${intent.id}`}>{words.toIntent(intent.names[locale])}</option>)}
            {ids.map((id) => <option key={id} value={`article ${id}`}>{words.toArticle(names.article(id))}</option>)}
          </select>
          {LANGS.map((lang) => (
            <input key={lang} lang={lang} maxLength={60} value={button.label?.[lang] ?? ''} placeholder={words.labelOf(languageOf(lang))} aria-label={`${words.labelOf(languageOf(lang))} ${index + 1}`} onChange={(event) => put(index, withLabel(button, lang, event.target.value))} />
          ))}
          <Button size="small" type="text" onClick={() => onChange(buttons.filter((_, at) => at !== index))}>{words.removeAnswer}</Button>
        </div>
      ))}
      <div className="row"><Button size="small" disabled={buttons.length >= 6} onClick={() => onChange([...buttons, { person: true }])}>{words.addButton}</Button></div>
    </div>
  );
}

function languageOf(lang: Lang): string {
  return lang === 'en' ? 'English' : '中文';
}

/** Without words of its own a button is called as what it leads to. */
function labelled(label: IntentButton['label']): Pick<IntentButton, 'label'> {
  return label === undefined ? {} : { label };
}

function withLabel({ label, ...target }: IntentButton, lang: Lang, text: string): IntentButton {
  const both = { 'zh-CN': '', en: '', ...label, [lang]: text };
  return { ...labelled(both['zh-CN'] + both.en === '' ? undefined : both), ...target };
}

function targetOf(button: IntentButton): string {
  return 'intent' in button ? `intent ${button.intent}` : 'article' in button ? `article ${button.article}` : 'person';
}

function buttonTo(target: string): IntentButton {
  const [kind, id = ''] = target.split(' ');
  return kind === 'intent' ? { intent: id } : kind === 'article' ? { article: id } : { person: true };
}
