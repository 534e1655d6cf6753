/** The calls of one month, only right after a fresh one-time code: the sums, and the latest calls one by one. */
import type { CallRecord, ReadList } from '../domain/account.js';
import { addMonths, monthOf } from '../domain/calendar.js';
import { sumFen } from '../domain/money.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { asksWhomMost, mostCalled } from './call-most.js';
import { factsCard } from './facts.js';
import { askedMonth } from './months.js';
import type { Skill, SkillAnswer } from './skill.js';

const SHOWN = 10;
const MONTHS_OFFERED = 2;

function monthButtons(asked: Asked, month: string): readonly ReturnType<typeof nextButton>[] {
  const thisMonth = monthOf(asked.today);
  return [0, -1, -2]
    .map((offset) => addMonths(thisMonth, offset))
    .filter((candidate) => candidate !== month)
    .slice(0, MONTHS_OFFERED)
    .map((candidate) => nextButton('call_detail', asked.words.formats.month(candidate), `month=${candidate}`));
}

function show(asked: Asked, month: string, { asOf, list: records }: ReadList<CallRecord>): SkillAnswer {
  const { line, formats } = asked.words;
  const made = records.filter((record) => record.direction === 'out');
  const latest = records.slice(0, SHOWN);
  const rows = latest.map((record) => ({
    name: line.callName({ at: record.at, isOut: record.direction === 'out' }),
    value: record.peer,
    note: `${line.duration(record)} ${formats.amount(record.amountFen)}`,
  }));
  return answered(asked, {
    lines: [
      line.calls({
        month,
        asOf,
        out: made.length,
        answered: records.length - made.length,
        minutes: made.reduce((total, record) => total + Math.ceil(record.seconds / 60), 0),
        chargedFen: sumFen(records.map((record) => record.amountFen)),
      }),
      ...latest.map((record) =>
        onCard(line.callLine({
          at: record.at, isOut: record.direction === 'out', peer: record.peer, duration: line.duration(record), amountFen: record.amountFen,
        })),
      ),
      line.callsFree,
    ],
    card: factsCard(line.callsTitle({ month }), asOf, rows),
    buttons: [...monthButtons(asked, month), personButton(asked.words)],
    slots: { month },
  });
}

export const callDetail = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'call-detail',
    level: 'step-up',
    async run(asked) {
      const month = askedMonth(asked, monthOf(asked.today));
      const records = await businessSystem.callRecords(asked.msisdn, month);
      if (records.list.length > 0 && asksWhomMost(asked.text)) {
        return answered(asked, { lines: mostCalled(asked, month, records.list), buttons: [...monthButtons(asked, month), personButton(asked.words)], slots: { month } });
      }
      if (records.list.length > 0) return show(asked, month, records);
      return answered(asked, {
        lines: [asked.words.line.callsNone({ month, asOf: records.asOf })],
        buttons: [...monthButtons(asked, month), personButton(asked.words)],
        slots: { month },
      });
    },
  });
