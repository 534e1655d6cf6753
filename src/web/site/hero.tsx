/** The first screen: what the operator stands for, and a top-up in three touches. */
import { useState } from 'preact/hooks';
import type { SiteWords } from './words-zh.js';
import { ask } from './widget-tag.js';

const AMOUNTS = [30, 50, 100, 200, 300, 500] as const;

export function Hero({ words }: { words: SiteWords }) {
  return (
    <section class="hero">
      <Waves />
      <div class="wide">
        <div class="hero-words">
          <h1>{words.heroTitle.map((line) => <span key={line}>{line}</span>)}</h1>
          <p>{words.heroText}</p>
          <div class="hero-buttons">
            <a class="button button-light" href="#plans">{words.heroPlans}</a>
            <button class="button button-line" onClick={() => ask()}>{words.heroAsk}</button>
          </div>
        </div>
        <TopUp words={words} />
      </div>
    </section>
  );
}

function TopUp({ words }: { words: SiteWords }) {
  const [number, setNumber] = useState('');
  const [amount, setAmount] = useState<number>(100);
  const [isBad, setIsBad] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    const digits = number.replace(/\D/g, '');
    const isFit = /^1\d{10}$/.test(digits);
    setIsBad(!isFit);
    if (isFit) ask(words.topUpQuestion(digits, amount));
  };
  return (
    <form class="top-up" id="top-up" onSubmit={submit} noValidate>
      <h2>{words.topUpTitle}</h2>
      <label>
        <span>{words.topUpNumber}</span>
        <input inputMode="numeric" autocomplete="tel-national" maxLength={13} value={number} placeholder="138 0000 0000" aria-invalid={isBad} onInput={(event) => setNumber(event.currentTarget.value)} />
      </label>
      {isBad && <p class="bad" role="alert">{words.topUpBad}</p>}
      <fieldset>
        <legend>{words.topUpAmount}</legend>
        <div class="amounts">
          {AMOUNTS.map((yuan) => (
            <label key={yuan} class={yuan === amount ? 'chosen' : undefined}>
              <input type="radio" name="amount" checked={yuan === amount} onChange={() => setAmount(yuan)} />
              ¥{yuan}
            </label>
          ))}
        </div>
      </fieldset>
      <button class="button">{words.topUpGo}</button>
      <small>{words.topUpNote}</small>
    </form>
  );
}

/** A signal going out, handed on. */
function Waves() {
  const rings = [70, 130, 190, 250, 310, 370, 430];
  return (
    <svg class="waves" viewBox="0 0 800 480" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      {rings.map((radius) => <circle key={radius} cx="446" cy="430" r={radius} />)}
      <path class="waves-from" d="M392 392L436 348" />
      <path class="waves-to" d="M456 328L500 284" />
    </svg>
  );
}
