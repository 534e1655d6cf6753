/** Choosing a password with the link of an invitation or a reset; the link works once. */
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../look/icons.js';
import { choosePassword } from '../staff/accounts-api.js';
import './sign-in.css';

const SHORTEST = 10;

export default function ChoosePassword({ link, onDone }: { readonly link: string; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [failure, setFailure] = useState<string | null>(null);
  const choose = async ({ password }: { password: string }): Promise<void> => {
    const answer = await choosePassword(link, password);
    if (answer.ok) onDone();
    else setFailure(answer.error.code);
  };
  return (
    <main className="sign-in">
      <section className="sign-in-card">
        <header>
          <Mark size={40} />
        </header>
        <h1>{t('staff.choose')}</h1>
        <div className="sign-in-said" role="alert">
          {failure === null ? null : <Alert type="error" showIcon title={failure === 'gone' ? t('staff.linkGone') : t('signIn.errors.internal')} />}
        </div>
        <Form<{ password: string }> layout="vertical" requiredMark={false} size="large" onFinish={(entered) => void choose(entered)}>
          <Form.Item name="password" label={t('staff.newPassword')} rules={[{ required: true, min: SHORTEST, message: t('staff.tooShort') }]}>
            <Input.Password autoComplete="new-password" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" block>
            {t('staff.choose')}
          </Button>
        </Form>
        {failure === 'gone' ? (
          <Button type="link" href={location.pathname} block>
            {t('staff.toSignIn')}
          </Button>
        ) : null}
      </section>
    </main>
  );
}
