/** Whether something is owed, whether the number is suspended for it, and what restores service. */
import type { Bill, LineStatus } from '../domain/account.js';
import { heardOnce } from '../domain/heard.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { BILLS_KEPT } from './bills.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { Skill } from './skill.js';
import { toppedUpLines } from './topping-up.js';

/** Wants service before the payment, or for a part of it: 「能先开机后交钱吗」, 「能少交点吗」, "can I pay later". */
const BEFORE_PAYING =
  /先.{0,4}(?:开机|开通|复机|恢复|通)|(?:晚|缓|迟|推迟|延期?).{0,4}(?:交|缴|付|还)|(?:缓|宽限)(?:[一两二三几\d]天|一下)|(?:明天|后天|过几天|下周|下个?月|月底|发(?:了)?工资).{0,6}(?:交|缴|付|充|还)|(?:紧急|应急|信用|担保)(?:开机|复机)|(?:没|不)(?:交|缴)钱?.{0,4}(?:能|可以).{0,3}(?:开|恢复)|\b(?:restore|reconnect|turn|switch|unblock)\b.{0,40}\b(?:first|before)\b|\bpay\b.{0,12}\b(?:later|tomorrow|next|after(?:wards)?|on payday)\b|\bbefore i pay\b|\b(?:extension|more time to pay|grace period)\b|\bwithout paying\b|(?:少|先)(?:交|缴|付|还)(?:一?点|些|一部分|一半)|(?:交|缴|付|还)(?:一半|一部分)|分期|最低(?:交|缴|付|还)|\bpay (?:only )?(?:half|part|some|less|a bit)\b|\b(?:part(?:ial)? payment|instal?ments?|minimum payment)\b/iu;

/** Short, and of service rather than of the way to pay. */
export const asksBeforePaying = heardOnce((text) => text.length <= 40 && /(?:能不能|可不可以|可以|能)?先(?:给我?|帮我)?(?:开通?|通|恢复|复机)(?:一下|了)?(?:[\s,，]|$|吧|吗|不|行)|\b(?:turn|switch|put) it (?:back )?on (?:first|now|before)/iu.test(text.normalize('NFKC')));

/** Suspended for what is owed, and for nothing else. */
const FOR_MONEY: ReadonlySet<LineStatus> = new Set<LineStatus>(['outgoing-suspended', 'suspended']);

function unpaidLines(asked: Asked, unpaid: readonly Bill[]): readonly string[] {
  return unpaid.map((bill) => asked.words.billing.arrearsBill({ month: bill.month, unpaidFen: bill.totalFen - bill.paidFen, dueOn: bill.dueOn }));
}

export const arrearsSuspension = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'arrears-suspension',
    async run(asked) {
      const { billing, buttons, formats } = asked.words;
      const [balance, profile, bills] = await Promise.all([
        businessSystem.balance(asked.msisdn),
        businessSystem.profile(asked.msisdn),
        businessSystem.bills(asked.msisdn, BILLS_KEPT),
      ]);
      const { asOf, owedFen } = balance;
      // A number that runs, is lost or was paused is not brought back by a payment.
      const isCutOff = owedFen > 0 && FOR_MONEY.has(profile.status);
      const unpaid = bills.filter((bill) => bill.paidFen < bill.totalFen);
      const rows = unpaid.map((bill) => ({ name: formats.month(bill.month), value: formats.amount(bill.totalFen - bill.paidFen), note: formats.date(bill.dueOn) }));
      return answered(asked, {
        lines: [
          isCutOff && (BEFORE_PAYING.test(asked.text.normalize('NFKC')) || asksBeforePaying(asked.text)) ? billing.arrearsFirst : null,
          owedFen > 0 ? billing.arrearsOwed({ asOf, owedFen }) : billing.arrearsNone({ asOf }),
          billing.status[profile.status],
          ...toppedUpLines(asked, balance, bills),
          ...unpaidLines(asked, unpaid).map(onCard),
          isCutOff ? billing.arrearsRestore({ owedFen }) : null,
        ],
        ...(rows.length > 0 ? { card: factsCard(billing.unpaidTitle, asOf, rows) } : {}),
        buttons: [
          nextButton('recharge', buttons.recharge),
          profile.status === 'lost-suspended' ? nextButton('sim_lost', buttons.restore) : profile.status === 'paused' ? nextButton('number_suspend', buttons.restore, 'how=resume') : nextButton('bill_query', buttons.bill),
          personButton(asked.words),
        ],
      });
    },
  });
