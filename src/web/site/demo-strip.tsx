/** Only in a demo: a discreet strip to play one of the cast and to read the text messages they get. */
import { useEffect, useState } from 'preact/hooks';
import type { WireLocale } from '../../protocol/chat.js';
import { useSignal } from '../kit/chat-context.js';
import { OPERATOR_ZONE } from '../../wording/operator-time.js';
import type { DemoSession } from './demo-session.js';
import { getJson, type CastMember } from './page-config.js';
import type { SiteWords } from './words-zh.js';

const LOOK_EVERY_MS = 2500;

interface Props {
  readonly session: DemoSession;
  readonly cast: readonly CastMember[];
  readonly words: SiteWords;
  readonly locale: WireLocale;
}

export function DemoStrip(props: Props) {
  const { session, words } = props;
  const player = useSignal(session.player);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <aside class={isOpen ? 'demo demo-open' : 'demo'} aria-label={words.demo.strip}>
      <div class="demo-bar wide">
        <span>{player === null ? words.demo.strip : words.demo.signedIn(`${player.name} ${player.msisdn}`)}</span>
        {player !== null && <button class="link" onClick={() => session.leave()}>{words.demo.signOut}</button>}
        <a class="link" href="/wechat">{words.demo.wechat}</a>
        <button class="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{isOpen ? words.demo.close : words.demo.open}</button>
      </div>
      {isOpen && <Cast {...props} />}
    </aside>
  );
}

function Cast({ session, cast, words, locale }: Props) {
  const player = useSignal(session.player);
  const [watched, setWatched] = useState(player?.msisdn ?? cast[0]?.msisdn ?? '');
  const [hasFailed, setHasFailed] = useState(false);
  const signIn = async (member: CastMember): Promise<void> => {
    setWatched(member.msisdn);
    setHasFailed(!(await session.play(member)));
  };
  return (
    <div class="cast wide">
      <div>
        <h2>{words.demo.title}</h2>
        <p>{words.demo.text}</p>
        {hasFailed && <p class="bad" role="alert">{words.demo.failed}</p>}
        <ul>
          {cast.map((member) => (
            <li key={member.msisdn} class={member.msisdn === player?.msisdn ? 'here' : undefined}>
              <div><b>{member.name}</b> <code>{member.msisdn}</code><small>{member.story[locale]}</small></div>
              <button class="link" onClick={() => setWatched(member.msisdn)} aria-label={`${words.demo.inbox}: ${member.name}`}>{words.demo.inbox}</button>
              <button class="link" onClick={() => void signIn(member)} aria-label={`${words.demo.signIn}: ${member.name}`}>{words.demo.signIn}</button>
            </li>
          ))}
        </ul>
      </div>
      <Inbox msisdn={watched} words={words} />
    </div>
  );
}

function Inbox({ msisdn, words }: { msisdn: string; words: SiteWords }) {
  const [message, setMessage] = useState<{ code: string; sentAt: number } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const found = await getJson<{ code: string; sentAt: number }>(`/demo/sms/${msisdn}`);
      if (isCurrent) setMessage(found);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => {
      isCurrent = false;
      clearInterval(timer);
    };
  }, [msisdn]);
  return (
    <section class="inbox" aria-label={words.demo.inbox}>
      <h2>{words.demo.inbox} <code>{msisdn}</code></h2>
      <div role="status">
        {message === null ? (
          <p class="inbox-empty">{words.demo.inboxEmpty}</p>
        ) : (
          <p class="inbox-message">
            {words.demo.inboxText(message.code)}
            <time>{new Date(message.sentAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', timeZone: OPERATOR_ZONE })}</time>
          </p>
        )}
      </div>
    </section>
  );
}
