/** The plans: four to start from, the rest on demand. */
import { useState } from 'preact/hooks';
import type { WireLocale } from '../../protocol/chat.js';
import { FEATURED_PLANS, OTHER_PLANS, type PlanOffer } from './offerings.js';
import type { SiteWords } from './words-zh.js';
import { ask } from './widget-tag.js';

interface Props {
  readonly words: SiteWords;
  readonly locale: WireLocale;
}

export function Plans({ words, locale }: Props) {
  const [areAllShown, setAreAllShown] = useState(false);
  const plans = areAllShown ? [...FEATURED_PLANS, ...OTHER_PLANS] : FEATURED_PLANS;
  return (
    <section class="plans wide" id="plans">
      <h2>{words.plansTitle}</h2>
      <p class="lead">{words.plansText}</p>
      <ul>{plans.map((plan) => <PlanCard key={plan.name.en} plan={plan} words={words} locale={locale} />)}</ul>
      <div class="plans-foot">
        <small>{words.overage}</small>
        <button class="link" aria-expanded={areAllShown} onClick={() => setAreAllShown(!areAllShown)}>{areAllShown ? words.plansLess : words.plansAll}</button>
      </div>
    </section>
  );
}

function PlanCard({ plan, words, locale }: Props & { readonly plan: PlanOffer }) {
  const name = plan.name[locale];
  const { amounts } = words;
  const rows: readonly (readonly [string, string])[] = [
    [words.data, amounts.gb(plan.dataGb)],
    [words.minutes, amounts.minutes(plan.minutes)],
    [words.sms, plan.sms === 0 ? amounts.none : amounts.sms(plan.sms)],
    ...(plan.broadbandMbps === undefined ? [] : [[words.broadband, `${plan.broadbandMbps}M`] as const]),
  ];
  return (
    <li>
      <h3>{name}{plan.note !== undefined && <em>{plan.note[locale]}</em>}</h3>
      <p class="price"><span>¥</span><b>{plan.monthlyYuan}</b><span>{words.perMonth}</span></p>
      <dl>{rows.map(([title, value]) => <div key={title}><dt>{title}</dt><dd>{value}</dd></div>)}</dl>
      <button class="button button-soft" onClick={() => ask(words.chooseQuestion(name))} aria-label={`${words.choose}: ${name}`}>{words.choose}</button>
    </li>
  );
}
