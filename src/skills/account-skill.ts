/** The frame of every skill: identity first, the account read, and a plain sentence when the business system is away. */
import type { ConfirmableChange, Ticket } from '../domain/account.js';
import { ProductError } from '../domain/errors.js';
import { heardOnce } from '../domain/heard.js';
import { maskMsisdn } from '../domain/ids.js';
import type { Msisdn } from '../domain/ids.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { CaseOpenings } from '../ports/case-openings.js';
import type { PersonalData } from '../ports/personal-data.js';
import type { ProductCatalogue } from '../ports/product-catalogue.js';
import type { ServiceNetwork } from '../ports/service-network.js';
import type { ServiceOrders } from '../ports/service-orders.js';
import { wordingFor, type Wording } from '../wording/wording.js';
import { personButton, retryButton } from './buttons.js';
import type { Skill, SkillAnswer, SkillRequest } from './skill.js';

export interface SkillPorts {
  readonly businessSystem: BusinessSystem;
  readonly catalogue: ProductCatalogue;
  readonly orders: ServiceOrders;
  readonly network: ServiceNetwork;
  readonly cases: CaseOpenings;
  readonly personal: PersonalData;
}

/** A request of somebody who is verified, with the words to answer in. */
export interface Asked extends SkillRequest {
  readonly msisdn: Msisdn;
  readonly words: Wording;
}

export interface SkillParts {
  readonly id: string;
  readonly level?: 'step-up';
  /** Of whoever is not signed in: what is asked needs the fresh code anyway, so that one is enough. */
  needsStepUp?(request: SkillRequest): boolean;
  readonly run: (asked: Asked) => Promise<SkillAnswer>;
  /** Gets the change its own card asked for. */
  commit?(asked: Asked, change: ConfirmableChange): Promise<SkillAnswer>;
}

function failure(request: SkillRequest, isUnknown: boolean): SkillAnswer {
  const words = wordingFor(request.locale);
  const text = isUnknown ? words.answers.unknownNumber : words.answers.unavailable;
  const buttons = isUnknown ? [personButton(words)] : [retryButton(words, request.intent), personButton(words)];
  return { kind: 'failed', messages: [{ from: 'bot', kind: 'text', text, buttons, intent: request.intent }] };
}

/** What is asked of a number is told of that number or not at all: one's own figures would pass for another's, and a card that names no number would change one's own. */
const OF_ONE_NUMBER: ReadonlySet<string> = new Set(['balance-query', 'data-usage-query', 'voice-usage-query', 'bill-query', 'bill-explain', 'plan-current', 'vas-query', 'points-query', 'contract-end', 'arrears-suspension', 'own-number', 'call-detail', 'puk-unlock', 'plan-recommend', 'plan-change', 'data-pack-buy', 'vas-cancel', 'sim-lost']);
/** 「联系人王芳 139…」 is whom to call. */
const WHOM_TO_CALL = /(?:联系|打给|回电|拨打|转告|\b(?:contact|reach|tel|call(?! (?:history|list|record|detail|log))|phone (?:me|us|him|her))\b)[^,，。;；]{0,12}$/iu;

/** Somebody by name and title, or kin, and what is theirs: 「赵倩女士的账单」, 「我妈的话费」, "my wife's bill". */
const OF_SOMEBODY =
  /(?:\p{Script=Han}(?:女士|先生|小姐|太太)(?:本人)?|我的?(?:老婆|老公|妻子|丈夫|爱人|媳妇|对象|妈妈?|爸爸?|母亲|父亲|儿子|女儿|孩子|爷爷|奶奶|外公|外婆|哥哥?|姐姐?|弟弟?|妹妹?|朋友|同事))的(?:账单|帐单|话费|余额|流量|套餐|积分|详单|号码|合约|通话)|\b(?:(?:mr|mrs|ms|miss)\.? \p{L}+(?: \p{L}+)?|my (?:wife|husband|partner|mother|father|mum|mom|dad|son|daughter|brother|sister|girlfriend|boyfriend|friend|colleague))['’]s\b/iu;

const isOfSomebody = heardOnce((text) => OF_SOMEBODY.test(text.normalize('NFKC')));

/** 「我和 139… 的通话」: the other end of one's own calls. */
const OTHER_END = /(?:打|和|跟|与|\b(?:to|with|from)) ?$/iu;

/** Marks that nobody sees, and that may stand inside a number: copied from a page, or put there to hide it. */
const UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;
const NUMBER = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/gu;

/** Numbers that only show once such marks are gone, each with what stands before it. */
const hiddenNumbers = heardOnce((text): readonly { readonly number: string; readonly before: string }[] => {
  const seen = text.normalize('NFKC').replace(UNSEEN, '');
  return seen.length === text.length ? [] : [...seen.matchAll(NUMBER)].map((match) => ({ number: match[0].replace(/\D/gu, ''), before: seen.slice(0, match.index) }));
});

function asksOfAnother(skill: string, { text, entities, msisdn }: SkillRequest): boolean {
  const isMeant = (before: string): boolean => !WHOM_TO_CALL.test(before) && !(skill === 'call-detail' && OTHER_END.test(before));
  if (isOfSomebody(text)) return true;
  if (hiddenNumbers(text).some(({ number, before }) => number !== msisdn && isMeant(before))) return true;
  return entities.some(({ kind, value, text: said }) => kind === 'msisdn' && value !== msisdn && text.includes(said) && isMeant(text.slice(0, text.indexOf(said))));
}

/** The slot by which it is known that another number was asked after, and refused. */
export const OF_ANOTHER = 'another';

function onlyYours(request: Verified): SkillAnswer {
  const words = wordingFor(request.locale);
  const text = words.answers.onlyYours({ masked: maskMsisdn(request.msisdn) });
  const buttons = [{ id: `intent:${request.intent}`, label: words.buttons.mine }, personButton(words)];
  return { kind: 'answered', messages: [{ from: 'bot', kind: 'text', text, buttons, intent: request.intent }], slots: { [OF_ANOTHER]: 'refused' } };
}

/** Only what the systems refuse becomes a sentence; a mistake of ours is thrown on. */
export async function orPlainFailure(request: SkillRequest, task: () => Promise<SkillAnswer>): Promise<SkillAnswer> {
  try {
    return await task();
  } catch (problem) {
    if (problem instanceof ProductError && problem.code === 'unavailable') return failure(request, false);
    if (problem instanceof ProductError && problem.code === 'not-found') return failure(request, true);
    throw problem;
  }
}

/** The only way a skill opens a ticket: never for a message that might still be lost, and once for each. */
export async function openTicket(network: ServiceNetwork, asked: Asked, ticket: { kind: Ticket['kind']; note: string }): Promise<Ticket> {
  await asked.recorded();
  return network.openTicket(asked.msisdn, ticket.kind, ticket.note, asked.orderKey);
}

type Verified = SkillRequest & { readonly msisdn: Msisdn };

const isVerified = (request: SkillRequest): request is Verified => request.msisdn !== null;

/** Field by field: one key more behind a spread costs a hundred times as much. */
function withWords({ intent, text, locale, entities, slots, msisdn, conversationId, isSteppedUp, now, today, orderKey, recorded }: Verified): Asked {
  return { intent, text, locale, entities, slots, msisdn, conversationId, isSteppedUp, now, today, orderKey, recorded, words: wordingFor(locale) };
}

export function accountSkill(parts: SkillParts): Skill {
  const ask = (request: SkillRequest, task: (asked: Asked) => Promise<SkillAnswer>): Promise<SkillAnswer> => {
    if (!isVerified(request)) return Promise.resolve({ kind: 'needs-verification', level: parts.needsStepUp?.(request) ? 'step-up' : (parts.level ?? 'basic') });
    if (parts.level === 'step-up' && !request.isSteppedUp) return Promise.resolve({ kind: 'needs-verification', level: 'step-up' });
    if (OF_ONE_NUMBER.has(parts.id) && asksOfAnother(parts.id, request)) return Promise.resolve(onlyYours(request));
    return orPlainFailure(request, () => task(withWords(request)));
  };
  const { commit } = parts;
  const skill: Skill = { id: parts.id, run: (request) => ask(request, parts.run) };
  if (commit === undefined) return skill;
  const commitRecorded = async (asked: Asked, change: ConfirmableChange): Promise<SkillAnswer> => {
    await asked.recorded();
    return commit(asked, change);
  };
  return { ...skill, commit: (request, change) => ask(request, (asked) => commitRecorded(asked, change)) };
}
