/** What was used in a month that is over, as its bill says it. */
import { addMonths, monthOf } from '../domain/calendar.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { Asked } from './account-skill.js';
import { answered } from './answering.js';
import { BILLS_KEPT } from './bills.js';
import { nextButton } from './buttons.js';
import { saidMonth } from './months.js';
import type { SkillAnswer } from './skill.js';
import { notByDay } from './usage-days.js';

/** Null when the running month is meant. A month without a bill, or whose bill does not say, is said to be so. */
export async function pastUsage(businessSystem: BusinessSystem, asked: Asked, measure: 'data' | 'voice'): Promise<SkillAnswer | null> {
  const running = monthOf(asked.today);
  const month = saidMonth(asked, running);
  if (month >= running) return null;
  const { line, formats, buttons } = asked.words;
  const bills = await businessSystem.bills(asked.msisdn, BILLS_KEPT);
  const bill = bills.find((one) => one.month === month);
  const used = bill?.usage ?? null;
  const ways = [nextButton(asked.intent, line.thisMonth), nextButton('bill_query', buttons.bill, ...(bill ? [`month=${month}`] : []))];
  if (bill === undefined || used === null) {
    const oldest = bills.at(-1)?.month ?? addMonths(running, -1);
    return answered(asked, { lines: [bill === undefined && month < oldest ? line.usageTooOld({ month, oldest }) : line.usageUnknown({ month })], buttons: ways });
  }
  const rows =
    measure === 'data'
      ? [line.usedData({ amount: formats.data(used.dataMb) }), used.roamingMb > 0 ? line.usedRoaming({ amount: formats.data(used.roamingMb) }) : null]
      : [line.usedVoice({ amount: formats.minutes(used.voiceMinutes) }), line.usedTexts({ amount: formats.messages(used.smsCount) })];
  const beyond = bill.items.filter(({ kind }) => (measure === 'data' ? kind === 'overage-data' : kind === 'overage-voice' || kind === 'overage-sms'));
  const { billing } = asked.words;
  const charged = beyond.map(({ name, quantity, amountFen }) => billing.billItem({ name: name[asked.locale], quantity: quantity === null ? null : billing.quantity(quantity), amountFen }));
  return answered(asked, { lines: [notByDay(asked), line.usagePast({ month, asOf: bill.asOf }), ...rows, ...charged], buttons: ways, slots: { month } });
}
