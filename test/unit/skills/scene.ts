/** Skills over a demo operator on a given day: asking one as one subscriber, and reading what came back. */
import { createDemoOperator, type DemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import type { Card } from '../../../src/domain/card.js';
import { dayOf } from '../../../src/domain/calendar.js';
import { conversationId, type Msisdn } from '../../../src/domain/ids.js';
import type { Locale } from '../../../src/domain/locale.js';
import type { MessageDraft } from '../../../src/domain/message.js';
import type { Skill, SkillAnswer, SkillRequest } from '../../../src/skills/skill.js';
import { createSkills } from '../../../src/skills/skills.js';
import { memoryCases } from '../../support/memory-cases.js';
import type { MemoryCases } from '../../support/memory-cases.js';
import { memoryPersonal } from '../../support/memory-personal.js';
import type { MemoryPersonal } from '../../support/memory-personal.js';
import type { SkillPorts } from '../../../src/skills/account-skill.js';

export interface Scene {
  readonly operator: DemoOperator;
  readonly cases: MemoryCases;
  readonly personal: MemoryPersonal;
  readonly skills: ReadonlyMap<string, Skill>;
  /** `last` is the end of the number: 1 to 20. */
  ask(skill: string, last: number, more?: Partial<SkillRequest>): Promise<SkillAnswer>;
  request(skill: string, last: number, more?: Partial<SkillRequest>): SkillRequest;
}

export const numberOf = (last: number): Msisdn => String(13_800_000_000 + last) as Msisdn;

export function sceneOn(day: string, options: { seed?: number; ports?: Partial<SkillPorts> } = {}): Scene {
  const now = Date.parse(`${day}T14:07:31+08:00`);
  const clock = { now: () => now, after: () => () => undefined };
  const operator = createDemoOperator(options.seed === undefined ? { clock } : { clock, seed: options.seed });
  const cases = memoryCases(() => now);
  const personal = memoryPersonal();
  const skills = createSkills({ ...operator, cases, personal, ...options.ports });
  const request = (skill: string, last: number, more: Partial<SkillRequest> = {}): SkillRequest => ({
    intent: skill.replaceAll('-', '_'), text: '', locale: 'zh-CN', entities: [], slots: {}, msisdn: numberOf(last), conversationId: conversationId('scene'),
    isSteppedUp: true, now, today: dayOf(now), orderKey: 'turn-1', recorded: () => Promise.resolve(), ...more,
  });
  return {
    operator,
    cases,
    personal,
    skills,
    request,
    ask: (skill, last, more) => find(skills, skill).run(request(skill, last, more)),
  };
}

export function find(skills: ReadonlyMap<string, Skill>, id: string): Skill {
  const skill = skills.get(id);
  if (skill === undefined) throw new Error(`no skill ${id}`);
  return skill;
}

/** The one message of an answer, whatever its kind. */
export function messageOf(answer: SkillAnswer): MessageDraft {
  if (answer.kind === 'asks' || answer.kind === 'confirms') return answer.message;
  if (answer.kind === 'needs-verification') throw new Error('nothing was said');
  const [message] = answer.messages;
  if (message === undefined) throw new Error('nothing was said');
  return message;
}

export function cardOf<Type extends Card['type']>(answer: SkillAnswer, type: Type): Extract<Card, { type: Type }> {
  const { card } = messageOf(answer);
  if (card === undefined || card.type !== type) throw new Error(`no ${type} card`);
  return card as Extract<Card, { type: Type }>;
}

export const slotsOf = (answer: SkillAnswer): Readonly<Record<string, string>> => ('slots' in answer ? answer.slots : {});

/** Everything in a text that looks like money, in fen. */
export function moneyIn(text: string, locale: Locale): readonly number[] {
  const pattern = locale === 'en' ? /([-+]?)¥(\d+)\.(\d{2})/gu : /([-+]?)(\d+)\.(\d{2}) 元/gu;
  return [...text.matchAll(pattern)].map(([, sign, yuan, fen]) => (sign === '-' ? -1 : 1) * (Number(yuan) * 100 + Number(fen)));
}

/** Every number under a field ending in `Fen`, at any depth. */
export function fenIn(value: unknown): readonly number[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name.endsWith('Fen') && typeof inner === 'number' ? [inner] : fenIn(inner)));
}
