/** What is left of each allowance, a bar for every bucket. */
import { useChat } from '../chat-context.js';
import { amountOf, shortDay } from '../format.js';
import { CardFrame } from './card-frame.js';
import type { CardOf } from './card-of.js';

type Bucket = CardOf<'usage'>['buckets'][number];

/** From this share on a bucket counts as nearly used up. */
const NEARLY = 0.8;

export function UsageView({ card }: { card: CardOf<'usage'> }) {
  const { strings } = useChat();
  return (
    <CardFrame title={card.measure === 'data' ? strings.usageData : strings.usageVoice} asOf={card.asOf}>
      <ul class="jb-buckets">
        {card.buckets.map((bucket, index) => <BucketBar key={index} bucket={bucket} />)}
      </ul>
    </CardFrame>
  );
}

function BucketBar({ bucket }: { bucket: Bucket }) {
  const { strings } = useChat();
  const share = bucket.total > 0 ? Math.min(1, bucket.used / bucket.total) : bucket.used > 0 ? 1 : 0;
  const level = share >= 1 ? 'jb-full' : share >= NEARLY ? 'jb-nearly' : 'jb-ample';
  const used = amountOf(bucket.used, bucket.unit, strings);
  const left = amountOf(Math.max(0, bucket.left), bucket.unit, strings);
  return (
    <li>
      <div class="jb-bucket-head">
        <span>
          {bucket.name}
          {bucket.scope !== 'domestic' && <em>{strings.scope[bucket.scope]}</em>}
        </span>
        <b>{bucket.total > 0 ? strings.left(left) : strings.used(used)}</b>
      </div>
      <div class={`jb-bar ${level}`} aria-hidden="true"><i style={{ width: `${share * 100}%` }} /></div>
      <small>
        {bucket.total > 0 && <span>{strings.ofTotal(used, amountOf(bucket.total, bucket.unit, strings))}</span>}
        <span>{strings.resets(shortDay(bucket.resetsOn, strings))}</span>
      </small>
    </li>
  );
}
