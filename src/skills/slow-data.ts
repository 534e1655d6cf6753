/** Slow mobile data: slowed down after the quota, or something else to try, then a ticket. */
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { inHand, inHandLine, standingButtons } from './case-opening.js';
import { pastSteps, REPORT, reportFault } from './fault-reports.js';
import type { Case } from '../domain/case.js';
import type { Usage } from '../domain/account.js';
import { outOfService } from './line-state.js';
import type { Skill, SkillAnswer } from './skill.js';
import { barOf, domesticBalance, lineOf } from './usage-bars.js';

function diagnose(asked: Asked, usage: Usage, reported: Case | null): SkillAnswer {
  const { line, buttons, formats } = asked.words;
  const { asOf } = usage;
  const { leftMb, overMb, resetsOn } = domesticBalance(usage.buckets);
  const bars = usage.buckets.filter((bucket) => bucket.measure === 'data').map((bucket) => barOf(asked, bucket));
  const card = { type: 'usage' as const, asOf, measure: 'data' as const, buckets: bars };
  const barLines = bars.map((bar) => lineOf(asked, bar));
  if (usage.isThrottled) {
    return answered(asked, {
      lines: [line.slowThrottled({ asOf, on: resetsOn }), ...barLines],
      card,
      buttons: [nextButton('data_pack_buy', buttons.dataPack), nextButton('plan_recommend', buttons.planRecommend), personButton(asked.words)],
    });
  }
  const state = overMb > 0 && leftMb === 0 ? line.slowOver({ asOf, over: formats.data(overMb) }) : line.slowNotThrottled({ asOf, left: formats.data(leftMb) });
  if (reported) return answered(asked, { lines: [state, inHandLine(asked, reported)], card, buttons: standingButtons(asked, reported) });
  const { areSkipped, opening } = pastSteps(asked);
  return answered(asked, {
    lines: [opening, state, ...(areSkipped ? [] : [...barLines, line.slowSteps]), line.stillBad],
    card,
    buttons: [nextButton('slow_data', buttons.report, REPORT), nextButton('data_usage_query', buttons.dataUsage), personButton(asked.words)],
  });
}

export const slowData = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'slow-data',
    async run(asked) {
      const report = await reportFault(ports, asked, 'slow-data');
      if (report) return report;
      const [profile, usage, reported] = await Promise.all([ports.businessSystem.profile(asked.msisdn), ports.businessSystem.usage(asked.msisdn), inHand(ports, asked, 'slow-data')]);
      return outOfService(asked, asked.words, profile.status) ?? diagnose(asked, usage, reported);
    },
  });
