/** Native fields for the number and the one-time code; all of it can be typed into the chat as well. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useChat } from '../chat-context.js';
import { press } from '../quick-replies.js';
import type { CardOf } from './card-of.js';

/** `at`: when it was sent, in the server's time. */
export function FormView({ card, at }: { card: CardOf<'form'>; at: number }) {
  if (card.form === 'verify.code') return <CodeForm card={card} at={at} />;
  return card.form === 'verify.number' ? <NumberForm /> : <TextForm label={card.label} />;
}

function NumberForm() {
  const { client, strings } = useChat();
  return (
    <Field
      label={strings.verifyNumber}
      submit={strings.verifyNumberSend}
      problem={(value) => (/^1\d{10}$/.test(value) ? null : strings.verifyNumberBad)}
      onSubmit={(value) => client.act({ id: 'verify.number', value }, value)}
      field={{ inputMode: 'numeric', autoComplete: 'tel-national', maxLength: 13, placeholder: '138 0000 0000' }}
    />
  );
}

function CodeForm({ card: { resendAfterSeconds = 0 }, at }: { card: CardOf<'form'>; at: number }) {
  const { client, strings } = useChat();
  const leftSeconds = useCountdown(resendAfterSeconds, at);
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
  return <Field label={label} submit={strings.submit} problem={(value) => (value === '' ? label : null)} onSubmit={(value) => client.send(value)} field={{}} />;
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
  const input = useRef<HTMLInputElement>(null);
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    const clean = props.field.inputMode ? value.replace(/\D/g, '') : value.trim();
    const found = props.problem(clean);
    setProblem(found);
    if (found === null) press(event, () => props.onSubmit(clean));
    else input.current?.focus();
  };
  return (
    <form class="jb-card jb-form" onSubmit={onSubmit} noValidate>
      <label>
        <span>{props.label}</span>
        <input ref={input} type="text" {...props.field} value={value} onInput={(event) => setValue(event.currentTarget.value)} aria-invalid={problem !== null} />
      </label>
      {problem !== null && <small class="jb-bad" role="alert">{problem}</small>}
      <div class="jb-decide">
        <button class="jb-primary">{props.submit}</button>
        {props.children}
      </div>
    </form>
  );
}

/** Seconds, 0 or less when over. A reload begins no new wait; on a clock that is behind it is the whole one. */
function useCountdown(fromSeconds: number, at: number): number {
  const [endsAt] = useState(Math.min(at, Date.now()) + fromSeconds * 1000);
  const left = (): number => Math.ceil((endsAt - Date.now()) / 1000);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left), 500);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
