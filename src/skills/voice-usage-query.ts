/** Minutes and texts of the running month: used, left, when they start anew. */
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton } from './buttons.js';
import { pastUsage } from './past-usage.js';
import type { Skill } from './skill.js';
import { barOf, lineOf } from './usage-bars.js';
import { notByDay } from './usage-days.js';
import { asksWhetherLasts, lastsLine } from './usage-pace.js';

export const voiceUsageQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'voice-usage-query',
    async run(asked) {
      const past = await pastUsage(businessSystem, asked, 'voice');
      if (past !== null) return past;
      const { line, buttons } = asked.words;
      const usage = await businessSystem.usage(asked.msisdn);
      const bars = usage.buckets.filter((bucket) => bucket.measure !== 'data').map((bucket) => barOf(asked, bucket));
      const lasts = asksWhetherLasts(asked.text)
        ? (['voice', 'sms'] as const).map((measure) => lastsLine(asked, line.pace[measure], usage.buckets.filter((bucket) => bucket.measure === measure && bucket.scope === 'domestic')))
        : [];
      return answered(asked, {
        lines: [notByDay(asked), ...lasts, line.usageVoice({ asOf: usage.asOf }), ...bars.map((bar) => onCard(lineOf(asked, bar)))],
        card: { type: 'usage', asOf: usage.asOf, measure: 'voice', buckets: bars },
        buttons: [
          nextButton('data_usage_query', buttons.dataUsage),
          nextButton('call_detail', buttons.callDetail),
          nextButton('plan_recommend', buttons.planRecommend),
        ],
      });
    },
  });
