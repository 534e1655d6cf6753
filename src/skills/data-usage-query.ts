/** Data by bucket: used, left, when it starts anew; roaming apart from domestic. */
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton } from './buttons.js';
import { pastUsage } from './past-usage.js';
import type { Skill } from './skill.js';
import type { Usage } from '../domain/account.js';
import { barOf, domesticBalance, lineOf } from './usage-bars.js';

/** Below this share of the whole the subscriber is told that it is nearly gone. */
const NEARLY_GONE = 0.1;

function warning(asked: Asked, usage: Usage): string | null {
  const { line, formats } = asked.words;
  const { leftMb, totalMb, resetsOn } = domesticBalance(usage.buckets);
  if (usage.isThrottled) return line.throttled({ on: resetsOn });
  const isNearlyGone = leftMb > 0 && leftMb < totalMb * NEARLY_GONE;
  return isNearlyGone ? line.nearlyGone({ left: formats.data(leftMb), on: resetsOn }) : null;
}

export const dataUsageQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'data-usage-query',
    async run(asked) {
      const past = await pastUsage(businessSystem, asked, 'data');
      if (past !== null) return past;
      const { line, buttons } = asked.words;
      const usage = await businessSystem.usage(asked.msisdn);
      const bars = usage.buckets.filter((bucket) => bucket.measure === 'data').map((bucket) => barOf(asked, bucket));
      const roaming = bars.filter((bar) => bar.scope === 'roaming');
      return answered(asked, {
        lines: [
          line.usageData({ asOf: usage.asOf }),
          ...bars.filter((bar) => bar.scope !== 'roaming').map((bar) => lineOf(asked, bar)),
          roaming.length > 0 ? line.usageRoaming : line.noRoaming,
          ...roaming.map((bar) => lineOf(asked, bar)),
          warning(asked, usage),
        ],
        card: { type: 'usage', asOf: usage.asOf, measure: 'data', buckets: bars },
        buttons: [
          nextButton('data_pack_buy', buttons.dataPack),
          nextButton('voice_usage_query', buttons.voiceUsage),
          nextButton('plan_recommend', buttons.planRecommend),
        ],
      });
    },
  });
