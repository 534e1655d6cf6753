/** Signing in to the desk, with what went wrong said plainly. */
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../frame/desk-context.js';
import { signIn } from '../link/staff-api.js';
import type { Session } from '../link/session.js';
import { Mark } from '../look/icons.js';
import type { SettingsStore } from '../look/settings.js';
import type { DeskLocale } from '../words/i18n.js';
import type { Words } from '../words/zh-cn.js';
import { PASSWORD_CHOSEN } from './password-chosen.js';
import { useSingleSignOn } from './use-single-sign-on.js';
import './sign-in.css';

interface SignInProps {
  readonly settings: SettingsStore;
  /** Why the last session ended, when it was not by signing out; `PASSWORD_CHOSEN` for whoever comes from there. */
  readonly whyLeft: string | null;
  readonly onSignedIn: (session: Session) => void;
}

interface Entered {
  readonly email: string;
  readonly password: string;
}

type ErrorName = keyof Words['signIn']['errors'];
const ERRORS: ReadonlySet<string> = new Set<ErrorName>(['unauthenticated', 'locked', 'rate-limited', 'forbidden', 'offline', 'internal', 'single', 'single-none', 'unavailable']);

export default function SignIn({ settings, whyLeft, onSignedIn }: SignInProps) {
  const { t } = useTranslation();
  const attempt = useMutation({
    mutationFn: (entered: Entered) => signIn(entered.email.trim(), entered.password),
    onSuccess: (result) => {
      if (result.ok) onSignedIn(result.session);
    },
  });
  const single = useSingleSignOn(onSignedIn);
  const failure = attempt.data?.ok === false ? attempt.data.code : (ssoError(single.failure) ?? (whyLeft === 'forbidden' ? whyLeft : null));
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <header>
          <Mark size={40} />
          <LanguageChoice settings={settings} />
        </header>
        <h1>{t('signIn.title')}</h1>
        <p className="sign-in-lead">{t('signIn.lead')}</p>
        <div className="sign-in-said" role="alert">
          {failure === null ? null : <Alert type="error" showIcon title={t(`signIn.errors.${errorName(failure)}`)} />}
          {failure === null && whyLeft !== null ? <Alert type="info" showIcon title={t(whyLeft === PASSWORD_CHOSEN ? 'staff.chosen' : 'signIn.lost')} /> : null}
        </div>
        <Entry isPending={attempt.isPending} onEntered={attempt.mutate} />
        {single.href === null ? null : (
          <Button className="sign-in-single" href={single.href} size="large" block>
            {t('signIn.single')}
          </Button>
        )}
      </section>
      <p className="sign-in-foot">{t('app.operator')}</p>
    </main>
  );
}

function LanguageChoice({ settings }: { readonly settings: SettingsStore }) {
  const { t } = useTranslation();
  const { locale } = useSettings(settings);
  return (
    <Segmented<DeskLocale>
      size="small"
      aria-label={t('settings.language')}
      value={locale}
      onChange={(chosen) => settings.change({ locale: chosen })}
      options={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'EN' },
      ]}
    />
  );
}

function Entry({ isPending, onEntered }: { readonly isPending: boolean; readonly onEntered: (entered: Entered) => void }) {
  const { t } = useTranslation();
  return (
    <Form<Entered> layout="vertical" requiredMark={false} size="large" onFinish={onEntered}>
      <Form.Item name="email" label={t('signIn.email')} rules={[{ required: true, whitespace: true, message: t('signIn.needEmail') }]}>
        <Input autoComplete="username" autoFocus inputMode="email" />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={[{ required: true, message: t('signIn.needPassword') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

/** The same code means another thing when it was not a password that failed. */
function ssoError(code: string | null): string | null {
  return code === 'unauthenticated' ? 'single' : code === 'forbidden' ? 'single-none' : code;
}

function errorName(code: string): ErrorName {
  return ERRORS.has(code) ? (code as ErrorName) : 'internal';
}
