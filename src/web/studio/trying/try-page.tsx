/** Try it: a chat beside the draft that explains itself, without any effect on anybody. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProblemList } from '../frame/problem-list.js';
import { useLocale, useStudio, useTold, useWords } from '../frame/studio-context.js';
import type { Lang, Played } from '../link/wire.js';
import { Explained } from './explained.js';

const MAX_TURNS = 20;

export default function TryPage() {
  const words = useWords();
  const told = useTold();
  const own = useLocale();
  const { api } = useStudio();
  const [locale, setLocale] = useState<Lang>(own);
  const [isInForce, setIsInForce] = useState(false);
  const [subscriber, setSubscriber] = useState('');
  const [text, setText] = useState('');
  const [said, setSaid] = useState<readonly string[]>([]);
  const play = useMutation({
    mutationFn: (messages: readonly string[]) => api.tryOut({ messages, locale, inForce: isInForce, ...(subscriber === '' ? {} : { subscriber }) }),
  });
  /** What was answered last comes below the head of the page. */
  const turns = useRef<HTMLDivElement>(null);
  const count = play.data?.played.length ?? 0;
  useEffect(() => {
    if (play.isPending || count > 0) turns.current?.querySelector(':scope > :nth-last-child(1 of .turn, .me)')?.scrollIntoView({ block: play.isPending ? 'nearest' : 'start' });
  }, [play.isPending, count]);
  const send = (): void => {
    const messages = [...said, text.trim()].slice(-MAX_TURNS);
    // What was not played is not said: sent once more, it would be played twice.
    const giveBack = (): void => {
      setSaid(said);
      setText((begun) => `${text} ${begun}`.trim());
    };
    setSaid(messages);
    setText('');
    play.mutate(messages, { onError: giveBack, onSuccess: ({ played }) => void (played.length === 0 && giveBack()) });
  };
  const again = (): void => {
    setSaid([]);
    play.reset();
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.try}</h1>
        <Button onClick={again} disabled={said.length === 0}>{words.try.again}</Button>
      </div>
      <p className="hint">{words.try.lead}</p>
      <div className="fields wide-fields card">
        <label>{words.try.on}<select value={isInForce ? 'force' : 'draft'} onChange={(event) => (setIsInForce(event.target.value === 'force'), again())}><option value="draft">{words.try.draft}</option><option value="force">{words.try.inForce}</option></select></label>
        <label>{words.intents.language}<select value={locale} onChange={(event) => (setLocale(event.target.value === 'en' ? 'en' : 'zh-CN'), again())}><option value="zh-CN">中文</option><option value="en">English</option></select></label>
        <label>{words.try.as}<select value={subscriber} onChange={(event) => (setSubscriber(event.target.value), again())}><option value="">{words.try.visitor}</option><option value="13800000001">{words.try.signedIn}</option></select></label>
      </div>
      <div className="tried" aria-live="polite" ref={turns}>
        {(play.data?.played ?? []).map((turn, index) => <Turn key={index} turn={turn} />)}
        {play.isPending ? <p className="bubble me">{said.at(-1)}</p> : null}
        {play.isPending ? <p role="status">{isInForce ? words.loading : words.try.training}</p> : null}
        {play.error ? <Alert type="error" showIcon title={told(play.error)} /> : null}
        {play.data && play.data.problems.length > 0 ? (
          <Alert type="error" showIcon title={words.edit.notFit} description={<ProblemList problems={play.data.problems} />} />
        ) : null}
      </div>
      <form className="say" onSubmit={(event) => (event.preventDefault(), send())}>
        <input value={text} maxLength={2000} aria-label={words.try.message} placeholder={words.try.message} onChange={(event) => setText(event.target.value)} />
        <Button type="primary" htmlType="submit" disabled={text.trim() === '' || play.isPending}>{words.try.send}</Button>
      </form>
    </div>
  );
}

function Turn({ turn }: { readonly turn: Played }) {
  const words = useWords().report;
  return (
    <article className="turn">
      <div>
        <p className="bubble me">{turn.text}</p>
        {turn.reply.messages.map((message, index) => (
          <div className="bubble" key={index}>
            {message.text}
            {message.buttons ? <p className="chips">{message.buttons.map(({ id, label }) => <span key={id}>{label}</span>)}</p> : null}
          </div>
        ))}
        {turn.reply.messages.length === 0 && turn.reply.verification !== null ? <p className="hint">{words.noWords}</p> : null}
      </div>
      <Explained turn={turn} />
    </article>
  );
}
