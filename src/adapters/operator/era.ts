/** One subscriber on one day under one seed, with the orders placed so far: what held in which month. */
import { addMonths, firstDay, lastDay, monthOf, monthsBetween } from '../../domain/calendar.js';
import type { Plan, Product } from '../../domain/account.js';
import type { OrderRecord } from '../../ports/order-book.js';
import { PLANS, findPlan, findProduct } from './catalogue.js';
import { drawsOf, type Draws } from './draw.js';
import type { Script, ScriptedExtra } from './script.js';

export const MONTHS_KEPT = 6;

export interface Era {
  readonly script: Script;
  readonly today: string;
  readonly month: string;
  readonly draws: Draws;
  readonly orders: readonly OrderRecord[];
}

export interface HeldPack {
  readonly product: Product;
  /** Null for a pack of the story, which is used before anything else. */
  readonly boughtOn: string | null;
}

export function eraOf(script: Script, seed: number, today: string, orders: readonly OrderRecord[]): Era {
  return { script, today, month: monthOf(today), draws: drawsOf(seed, script.msisdn), orders };
}

export const monthAt = (era: Era, offset: number): string => addMonths(era.month, offset);

/** Offset of the oldest month that is kept: six back, or the month of activation. */
export const oldestOffset = (era: Era): number => Math.max(-MONTHS_KEPT, era.script.activated ?? -MONTHS_KEPT);

export const isPausedIn = (era: Era, offset: number): boolean => era.script.isPaused === true && offset >= -1;

function mustHave(planId: string): Plan {
  const plan = findPlan(planId) ?? PLANS[0];
  if (plan === undefined) throw new RangeError('the catalogue holds no plan');
  return plan;
}

/** The plan in a month: the story's, unless an order that took effect by then changed it. */
export function planIn(era: Era, offset: number): Plan {
  const month = monthAt(era, offset);
  let planId = era.script.planId;
  for (const order of era.orders) {
    if (order.kind === 'plan' && monthOf(order.effectiveOn) <= month) planId = order.targetId;
  }
  return mustHave(planId);
}

export function nextPlan(era: Era): { plan: Plan; from: string } | null {
  const current = planIn(era, 0);
  const coming = planIn(era, 1);
  return coming.id === current.id ? null : { plan: coming, from: firstDay(monthAt(era, 1)) };
}

/** The first month of the plan in force, within what orders tell. */
export function planSince(era: Era): string | null {
  const current = planIn(era, 0).id;
  const orders = era.orders.filter((order) => order.kind === 'plan' && monthOf(order.effectiveOn) <= era.month);
  const last = orders.at(-1);
  return last !== undefined && last.kind === 'plan' && last.targetId === current ? last.effectiveOn : null;
}

/** The first day on which a cancelled extra is gone; null while it renews. */
export function extraGoneOn(era: Era, extra: ScriptedExtra): string | null {
  for (const order of era.orders) {
    if (order.kind === 'extra-off' && order.targetId === extra.id) return order.effectiveOn;
  }
  return null;
}

export function extrasIn(era: Era, offset: number): readonly ScriptedExtra[] {
  const first = firstDay(monthAt(era, offset));
  return (era.script.extras ?? []).filter((extra) => {
    const goneOn = extraGoneOn(era, extra);
    return extra.since <= offset && (goneOn === null || goneOn > first);
  });
}

export function packsIn(era: Era, offset: number): readonly HeldPack[] {
  const month = monthAt(era, offset);
  const packs: HeldPack[] = [];
  for (const { id, month: packMonth } of era.script.packs ?? []) {
    const product = findProduct(id);
    if (product !== undefined && packMonth === offset) packs.push({ product, boughtOn: null });
  }
  for (const order of era.orders) {
    if (order.kind !== 'pack' || monthOf(order.effectiveOn) !== month) continue;
    const product = findProduct(order.targetId);
    if (product !== undefined) packs.push({ product, boughtOn: order.effectiveOn });
  }
  return packs;
}

/** "2026-03-17": a drawn day of the month in which the extra began. */
export function extraSince(era: Era, extra: ScriptedExtra): string {
  const day = era.draws.whole(`since-${extra.id}`, 1, 28);
  return `${monthAt(era, extra.since)}-${String(day).padStart(2, '0')}`;
}

export const freeUntil = (era: Era, extra: ScriptedExtra): string | null =>
  extra.freeUntil === undefined ? null : lastDay(monthAt(era, extra.freeUntil));

export const offsetOf = (era: Era, month: string): number => monthsBetween(era.month, month);
