/** Native fields for the number and the one-time code; all of it can be typed into the chat as well. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useChat } from '../chat-context.js';
import { press } from '../quick-replies.js';
import type { CardOf } from './card-of.js';

const RESEND_AFTER_SECONDS = 60;

export function FormView({ card }: { card: CardOf<'form'> }) {
  if (card.form === 'verify.code') return <CodeForm waitSeconds={card.resendAfterSeconds ?? RESEND_AFTER_SECONDS} />;
  return card.form === 'verify.number' ? <NumberForm /> : <TextForm label={card.label} />;
}

function NumberForm() {
  const { client, strings } = useChat();
  return (
    <Field
      label={strings.verifyNumber}
      submit={strings.verifyNumberSend}
      problem={(value) => (/^1\d{10}$/.test(value) ? null : strings.verifyNumberBad)}
      onSubmit={(value) => client.act({ id: 'verify.number', value }, `${value.slice(0, 3)} **** ${value.slice(7)}`)}
      field={{ inputMode: 'numeric', autoComplete: 'tel-national', maxLength: 13, placeholder: '138 0000 0000' }}
    />
  );
}

function CodeForm({ waitSeconds }: { waitSeconds: number }) {
  const { client, strings } = useChat();
  const leftSeconds = useCountdown(waitSeconds);
  return (
    <Field
      label={strings.verifyCode}
      submit={strings.verifyCodeSend}
      problem={(value) => (/^\d{6}$/.test(value) ? null : strings.verifyCodeBad)}
      onSubmit={(value) => client.act({ id: 'verify.code', value }, '••••••')}
      field={{ inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6, placeholder: '••••••', class: 'jb-code' }}
    >
      <button type="button" class="jb-textual" disabled={leftSeconds > 0} onClick={() => client.act({ id: 'verify.resend' }, strings.resend)}>
        {leftSeconds > 0 ? strings.resendIn(leftSeconds) : strings.resend}
      </button>
    </Field>
  );
}

function TextForm({ label }: { label: string }) {
  const { client, strings } = useChat();
  return <Field label={label} submit={strings.submit} problem={() => null} onSubmit={(value) => client.send(value)} field={{}} />;
}

interface FieldProps {
  label: string;
  submit: string;
  /** What is wrong with the value, or null. */
  problem: (value: string) => string | null;
  onSubmit: (value: string) => void;
  field: { inputMode?: 'numeric'; autoComplete?: string; maxLength?: number; placeholder?: string; class?: string };
  children?: ComponentChildren;
}

function Field(props: FieldProps) {
  const [value, setValue] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    const clean = props.field.inputMode === 'numeric' ? value.replace(/\D/g, '') : value.trim();
    const found = clean === '' ? props.label : props.problem(clean);
    setProblem(found);
    if (found === null) press(event, () => props.onSubmit(clean));
  };
  return (
    <form class="jb-card jb-form" onSubmit={onSubmit} noValidate>
      <label>
        <span>{props.label}</span>
        <input type="text" {...props.field} value={value} onInput={(event) => setValue(event.currentTarget.value)} aria-invalid={problem !== null} />
      </label>
      {problem !== null && <small class="jb-bad" role="alert">{problem}</small>}
      <div class="jb-decide">
        <button class="jb-primary">{props.submit}</button>
        {props.children}
      </div>
    </form>
  );
}

function useCountdown(fromSeconds: number): number {
  const [left, setLeft] = useState(fromSeconds);
  useEffect(() => {
    const endsAt = Date.now() + fromSeconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [fromSeconds]);
  return left;
}
