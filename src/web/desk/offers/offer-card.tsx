/** A chat on offer: who, why and what was tried, with the time left. It never takes the keyboard from the one writing, nor lies over what she writes. */
import { Button, Dropdown } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
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
import { useOfferPlace } from './use-offer-place.js';
import type { OfferSlot } from './use-offer-place.js';
import './offer-card.css';

const REASONS = ['busy', 'skill', 'break', 'other'] as const;
const TRIED_SHOWN = 3;

/** Stands in each of its slots and shows itself in one. */
export function OfferCard({ slot }: { readonly slot: OfferSlot }) {
  const place = useOfferPlace();
  const [offer] = useDesk((state) => state.offers);
  if (!offer || place.slot !== slot) return null;
  const shown = <ShownOffer key={offer.conversationId} offer={offer} isBeside={place.isBeside} />;
  return slot === 'page' && place.isBeside ? <div className="offer-foot">{shown}</div> : shown;
}

function ShownOffer({ offer, isBeside }: { readonly offer: Offer; readonly isBeside: boolean }) {
  const { t } = useTranslation();
  const { hasDialog } = useConsole();
  const others = useDesk((state) => state.offers.length - 1);
  const [isWhole, setIsWhole] = useState(false);
  return (
    <section className="offer" data-chat={offer.conversationId} data-over={hasDialog} data-beside={isBeside} data-short={isBeside && !isWhole} aria-label={t('offer.title')}>
      <OfferBody offer={offer} />
      <OfferActions conversationId={offer.conversationId}>
        {isBeside ? (
          <Button size="large" type="text" aria-expanded={isWhole} onMouseDown={keepFocus} onClick={() => setIsWhole(!isWhole)}>
            {t('offer.details')}
          </Button>
        ) : null}
      </OfferActions>
      {others > 0 ? <p className="offer-more">{t('offer.more', { count: others })}</p> : null}
    </section>
  );
}

function OfferBody({ offer }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const { brief } = offer;
  const left = Math.max(0, Math.floor(offer.expiresAt / 1000 - useSecond()));
  // How long an offer stands is the supervisor's to say.
  const whole = Math.max(1, Math.floor((offer.expiresAt - offer.shownAt) / 1000));
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
      {headline === '' ? null : <h2 title={headline}>{headline}</h2>}
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

function OfferBrief({ offer: { conversationId, brief, headline, why, pass } }: { readonly offer: Offer }) {
  const { t } = useTranslation();
  const waitingSince = useDesk((state) => state.waiting.find((entry) => entry.conversationId === conversationId)?.waitingSince ?? null);
  const hasSaidMore = brief.summary !== '' && brief.summary !== headline;
  return (
    <dl>
      <dt>{t('who.why')}</dt>
      <dd>
        {brief.reason}
        {waitingSince === null && pass !== undefined ? null : <Waited since={waitingSince} />}
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

/** Its place is kept until the line tells it: a line of text more would move the buttons under a finger that is on its way. */
function Waited({ since }: { readonly since: number | null }) {
  const { t } = useTranslation();
  return (
    <span className="offer-waited" data-known={since !== null}>
      {` · ${t('offer.waited')} `}
      {since === null ? <span className="num">0:00</span> : <Elapsed since={since} />}
    </span>
  );
}

function OfferActions({ conversationId, children }: { readonly conversationId: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const { hasDialog } = useConsole();
  const isOff = useDesk((state) => state.link !== 'online');
  const [isAccepting, setIsAccepting] = useState(false);
  const accept = useCallback((): void => {
    setIsAccepting(true);
    // Whoever is in the middle of a dialog stays there.
    void report(client.accept(conversationId, { isShown: !hasDialog })).finally(() => setIsAccepting(false));
  }, [client, report, conversationId, hasDialog]);
  useEnter(accept);
  return (
    <footer>
      <Button type="primary" size="large" block disabled={isOff} loading={isAccepting} onClick={accept} icon={<Icon name="check" />}>
        {t('offer.accept')} <kbd>A</kbd>
      </Button>
      <Decline conversationId={conversationId} isOff={isOff} />
      {children}
    </footer>
  );
}

function Decline({ conversationId, isOff }: { readonly conversationId: string; readonly isOff: boolean }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const [isChoosing, setIsChoosing] = useState(false);
  const writingIn = useRef<HTMLElement | null>(null);
  const choose = useCallback((isOpen: boolean): void => {
    if (isOpen) writingIn.current = document.querySelector<HTMLElement>(':is(textarea, input):focus');
    else writingIn.current?.focus();
    setIsChoosing(isOpen);
  }, []);
  useDeskKey(
    'decline',
    useCallback(() => choose(true), [choose]),
  );
  const items = REASONS.map((reason) => ({
    key: reason,
    label: t(`offer.reasons.${reason}`),
    onClick: () => {
      choose(false);
      void report(client.decline(conversationId, reason));
    },
  }));
  return (
    <Dropdown menu={{ items, autoFocus: true }} trigger={['click']} open={isChoosing} onOpenChange={choose} autoFocus>
      <Button size="large" disabled={isOff} onMouseDown={keepFocus}>
        {t('offer.decline')} <kbd>D</kbd>
      </Button>
    </Dropdown>
  );
}

/** Whoever is writing goes on writing. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
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
