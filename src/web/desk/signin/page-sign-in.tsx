/** Signing in to a page of staff beside the desk, with what went wrong said plainly. */
import { Alert, Button, Segmented } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import type { FormEvent } from 'react';
import type { Session } from '../link/session.js';
import { signIn } from '../link/staff-api.js';
import { Mark } from '../look/icons.js';
import type { SettingsStore } from '../look/settings.js';
import { SINGLE_WORDS } from './single-words.js';
import { useSingleSignOn } from './use-single-sign-on.js';
import './sign-in.css';

export interface SignInWords {
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly language: string;
  readonly wrong: string;
  readonly lost: string;
  readonly forbidden: string;
  readonly operator: string;
}

interface SignInProps {
  readonly words: SignInWords;
  /** What is said of a refusal, by its code. */
  readonly errors: Readonly<Record<string, string>> & { readonly internal: string };
  readonly settings: SettingsStore;
  /** Why the last session ended or may not be used. */
  readonly why: string | null;
  readonly onSignedIn: (session: Session) => void;
}

export function PageSignIn({ words, errors, settings, why, onSignedIn }: SignInProps) {
  const { locale } = useSyncExternalStore(settings.watch, settings.get);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const enter = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const entered = new FormData(event.currentTarget);
    setIsBusy(true);
    const result = await signIn(String(entered.get('email')).trim(), String(entered.get('password')));
    setIsBusy(false);
    if (result.ok) onSignedIn(result.session);
    setFailure(result.ok ? null : result.code);
  };
  const single = useSingleSignOn(onSignedIn);
  const singleWords = SINGLE_WORDS[locale];
  const said = failure ?? why;
  const text = said === 'forbidden' ? words.forbidden : said === 'unauthenticated' ? words.wrong : said === 'lost' ? words.lost : said === null ? '' : (errors[said] ?? errors.internal);
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <header>
          <Mark size={40} />
          <Segmented<'zh-CN' | 'en'>
            size="small"
            aria-label={words.language}
            value={locale}
            onChange={(chosen) => settings.change({ locale: chosen })}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'EN' },
            ]}
          />
        </header>
        <h1>{words.title}</h1>
        <p className="sign-in-lead">{words.lead}</p>
        <div className="sign-in-said" role="alert">
          {said === null ? null : <Alert type={said === 'lost' ? 'info' : 'error'} showIcon title={text} />}
          {said !== null || single.failure === null ? null : <Alert type="error" showIcon title={single.failure === 'forbidden' ? singleWords.none : single.failure === 'unavailable' ? singleWords.down : singleWords.failed} />}
        </div>
        <form className="fields" onSubmit={(event) => void enter(event)}>
          <label>
            {words.email}
            <input name="email" type="email" autoComplete="username" required autoFocus />
          </label>
          <label>
            {words.password}
            <input name="password" type="password" autoComplete="current-password" required />
          </label>
          <Button type="primary" size="large" htmlType="submit" block loading={isBusy}>
            {words.submit}
          </Button>
        </form>
        {single.href === null ? null : (
          <Button className="sign-in-single" href={single.href} size="large" block>
            {singleWords.offer}
          </Button>
        )}
      </section>
      <p className="sign-in-foot">{words.operator}</p>
    </main>
  );
}
