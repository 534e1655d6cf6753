/** Data by bucket: used, left, when it starts anew; roaming apart from domestic. */
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton } from './buttons.js';
import { pastUsage } from './past-usage.js';
import type { Skill } from './skill.js';
import type { Usage } from '../domain/account.js';
import { fits, heardOnce, plainText } from '../domain/heard.js';
import { barOf, domesticBalance, domesticData, lineOf } from './usage-bars.js';
import { asksWhyGone, notByDay } from './usage-days.js';
import { asksWhetherLasts, lastsLine } from './usage-pace.js';

/** Below this share of the whole the subscriber is told that it is nearly gone. */
const NEARLY_GONE = 0.1;

/** Who asks after roaming is told on the page too that there is none. */
const asksOfRoaming = fits(/漫游|境外|国外|出国|\broam|\babroad\b/iu);
const asksOfBoth = fits(/国内|\bdomestic\b|\bat home\b/iu);

const LAPSES_ZH =
  /^(?:那|这些?|我的?|套餐|剩下的?|剩余的?|没用完的?|用不完的?|多的|里|流量|月底|到期|下个?月|到时候|会|能|可以|可不可以|能不能|会不会|是不是|要|都|还|自动|[\s,，])*(?:清零|清掉|结转|作废|过期|攒着?|累积|累计|滚动|顺延|[留带转](?:到|去|入)?下个?月)(?:到下个?月|下个?月|用|吗|么|嘛|呢|啊|呀|的|了)*[?？。]*$/u;
const LAPSES_EN =
  /^(?:(?:so|and|but|then|ok),? )?(?:does|do|will|would|can|is|could) (?:it|they|this|that|(?:the )?(?:rest|data|leftover data|unused data)|my (?:data|leftover data|unused data)|what'?s left) (?:be )?(?:roll(?:ed)? over|carr(?:y|ied) (?:over|forward)|expire|reset|lapse|lost|get lost)(?: (?:to|into|at|for) (?:the )?(?:next month|end of the month))?[?.]*$/iu;

/** With data named, anywhere: 「这个月没用完的流量下个月还能用吗」. */
const LEFT_OVER = /(?:没用完|用不完|没用掉|剩下?)的?(?:套餐)?(?:流量|[gG]|兆)[^，。,]{0,8}(?:清零|作废|结转|(?:能|可以)(?:接着|继续)?用)|\b(?:unused|leftover) data\b|\bdata (?:roll|carr)/iu;

/** Of data that is left: 「会清零吗」, "does it roll over". */
export const asksWhetherLapses = heardOnce((text) => LAPSES_ZH.test(plainText(text)) || LAPSES_EN.test(plainText(text)) || LEFT_OVER.test(plainText(text)));

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
      const past = asksWhetherLapses(asked.text) ? null : await pastUsage(businessSystem, asked, 'data');
      if (past !== null) return past;
      const { line, buttons } = asked.words;
      const usage = await businessSystem.usage(asked.msisdn);
      const bars = usage.buckets.filter((bucket) => bucket.measure === 'data').map((bucket) => barOf(asked, bucket));
      const isWhyGone = asksWhyGone(asked.text);
      const lasts = (isWhyGone || asksWhetherLasts(asked.text)) && !usage.isThrottled ? lastsLine(asked, line.pace.data, domesticData(usage.buckets)) : null;
      const roaming = bars.filter((bar) => bar.scope === 'roaming');
      const isOfRoaming = asksOfRoaming(asked.text);
      const abroad = [roaming.length > 0 ? onCard(line.usageRoaming) : isOfRoaming ? line.noRoaming : onCard(line.noRoaming), ...roaming.map((bar) => onCard(lineOf(asked, bar)))];
      const atHome = [onCard(line.usageData({ asOf: usage.asOf })), ...bars.filter((bar) => bar.scope !== 'roaming').map((bar) => onCard(lineOf(asked, bar)))];
      // What was asked after goes first.
      const inOrder = isOfRoaming && !asksOfBoth(asked.text) ? [...abroad, ...atHome] : [...atHome, ...abroad];
      return answered(asked, {
        lines: [
          isWhyGone ? line.usedByWhat : notByDay(asked),
          lasts,
          asksWhetherLapses(asked.text) ? line.lapses({ on: domesticBalance(usage.buckets).resetsOn }) : null,
          ...inOrder,
          lasts === null ? warning(asked, usage) : null,
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
