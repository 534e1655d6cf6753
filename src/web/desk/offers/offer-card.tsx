/** A chat on offer: who, why and what was tried, with the time left. It floats, and never takes the keyboard from the one writing. */
import { Button, Dropdown } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsole } from '../frame/console-context.js';
import { useDesk, useSecond, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { useDeskKey } from '../frame/use-shortcuts.js';
import { ByModel } from '../look/by-model.js';
import { Elapsed } from '../look/elapsed.js';
import { Icon } from '../look/icons.js';
import { ElderTag, MoodTag, SkillTag, VerifiedTag } from '../look/tags.js';
import type { Offer } from '../state/desk-state.js';
import './offer-card.css';

const REASONS = ['busy', 'skill', 'break', 'other'] as const;
const TRIED_SHOWN = 3;

export function OfferCard() {
  const { t } = useTranslation();
  const offers = useDesk((state) => state.offers);
  const { hasDialog } = useConsole();
  const [offer] = offers;
  if (!offer) return null;
  return (
    <section className="offer" data-over={hasDialog} aria-label={t('offer.title')} key={offer.conversationId}>
      <OfferBody offer={offer} />
      <OfferActions conversationId={offer.conversationId} />
      {offers.length > 1 ? <p className="offer-more">{t('offer.more', { count: offers.length - 1 })}</p> : null}
    </section>
  );
}

function OfferBody({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const { brief } = offer;
  const left = Math.max(0, Math.floor(offer.expiresAt / 1000 - useSecond()));
  // How long an offer stands is the supervisor's to say.
  const [whole] = useState(() => Math.max(1, left));
  const headline = offer.headline || brief.summary;
  const who = [brief.who.msisdn ?? t('chats.visitor'), brief.who.name].filter(Boolean).join(' · ');
  return (
    <>
      <div className="offer-time" aria-hidden="true">
        <i style={{ scale: `${Math.min(1, left / whole)} 1` }} />
      </div>
      <header>
        <b>{offer.pass ? t(offer.pass.kind === 'join' ? 'team.offerHelp' : 'team.offerTake', { name: offer.pass.from.name }) : t('offer.title')}</b>
        <SkillTag skill={offer.skill} />
        <MoodTag mood={brief.mood} />
        <span className="offer-left num">{t(offer.pass ? 'offer.secondsToAnswer' : 'offer.seconds', { count: left })}</span>
      </header>
      {headline === '' ? null : <h2>{headline}</h2>}
      {offer.pass && offer.pass.note !== '' ? <p className="offer-said">“{offer.pass.note}”</p> : null}
      <p className="offer-who">
        <span className="num">{who}</span>
        <VerifiedTag isVerified={brief.verified} />
        {brief.who.isElder ? <ElderTag /> : null}
      </p>
      <OfferBrief offer={offer} />
    </>
  );
}

function OfferBrief({ offer: { conversationId, brief, headline, why } }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const waitingSince = useDesk((state) => state.waiting.find((entry) => entry.conversationId === conversationId)?.waitingSince ?? null);
  const hasSaidMore = brief.summary !== '' && brief.summary !== headline;
  return (
    <dl>
      <dt>{t('who.why')}</dt>
      <dd>
        {brief.reason}
        {waitingSince === null ? null : ` · ${t('offer.waited')} `}
        {waitingSince === null ? null : <Elapsed since={waitingSince} />}
      </dd>
      {why === undefined ? null : <dt>{t('who.whyMine')}</dt>}
      {why === undefined ? null : <dd>{why.text}</dd>}
      {brief.ownWords === undefined ? null : <dt>{t('who.ownWords')}</dt>}
      {brief.ownWords === undefined ? null : <dd className="offer-said">{brief.ownWords}</dd>}
      {brief.modelSummary === undefined ? null : (
        <dt>
          <span title={t('who.byModel')}>
            {t('who.summary')} <ByModel text="AI" />
          </span>
        </dt>
      )}
      {brief.modelSummary === undefined ? null : <dd className="offer-said">{brief.modelSummary.text}</dd>}
      {hasSaidMore ? <dt>{t('who.asked')}</dt> : null}
      {hasSaidMore ? <dd className="offer-said">{brief.summary}</dd> : null}
      {brief.tried.length > 0 ? <dt>{t('who.tried')}</dt> : null}
      {brief.tried.slice(-TRIED_SHOWN).map((tried) => (
        <dd key={`${tried.at} ${tried.intent}`} className="offer-tried">
          {tried.label} <small>{tried.outcome}</small>
        </dd>
      ))}
    </dl>
  );
}

function OfferActions({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const { hasDialog } = useConsole();
  const [isAccepting, setIsAccepting] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  useDeskKey(
    'decline',
    useCallback(() => setIsChoosing(true), []),
  );
  const accept = useCallback((): void => {
    setIsAccepting(true);
    // Whoever is in the middle of a dialog stays there.
    void report(client.accept(conversationId, { isShown: !hasDialog })).finally(() => setIsAccepting(false));
  }, [client, report, conversationId, hasDialog]);
  useEnter(accept);
  const items = REASONS.map((reason) => ({
    key: reason,
    label: t(`offer.reasons.${reason}`),
    onClick: () => void report(client.decline(conversationId, reason)),
  }));
  return (
    <footer>
      <Button type="primary" size="large" block loading={isAccepting} onClick={accept} icon={<Icon name="check" />}>
        {t('offer.accept')} <kbd>A</kbd>
      </Button>
      <Dropdown menu={{ items, autoFocus: true }} trigger={['click']} open={isChoosing} onOpenChange={setIsChoosing} autoFocus>
        <Button size="large">
          {t('offer.decline')} <kbd>D</kbd>
        </Button>
      </Dropdown>
    </footer>
  );
}

/** An Enter that was meant for something else, on the page before the card came, must not accept. */
const DEAF_MS = 600;

/** Enter accepts while nothing else on the page has the keyboard. */
function useEnter(accept: () => void): void {
  useEffect(() => {
    const begun = performance.now();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && event.target === document.body && performance.now() - begun > DEAF_MS) accept();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [accept]);
}
