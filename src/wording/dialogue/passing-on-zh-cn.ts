/** What announces that a person is fetched, as somebody is there to come or not yet. Chinese. */

const NOBODY_YET = '客服暂未上线，上线后按顺序接待';
const FRAUD = '别着急，先做三件事：不要再转账，不要告诉任何人验证码，马上联系银行冻结账户；已经有损失请立即报警。';
const IN_DANGER = '听到您这么难受，我很担心。请先保证自己的安全：如果有危险，请马上拨打 110 或 120，也请找身边信任的人陪着您。';

/** Said now; said while nobody who could come is online; what of it holds when nobody is fetched at all. */
export interface Announcing {
  readonly now: string;
  readonly later: string;
  readonly alone: string;
}

export interface PassingOnWording {
  readonly asked: Announcing;
  readonly lifeInDanger: Announcing;
  readonly fraud: Announcing;
  readonly complaint: Announcing;
  readonly leaving: Announcing;
  readonly enterprise: Announcing;
  readonly general: (topic: string) => Announcing;
  readonly gathered: (facts: string) => Announcing;
  readonly noSkill: (topic: string) => Announcing;
}

export const passingOnZhCn: PassingOnWording = {
  asked: {
    now: '好的，马上为您转接人工客服，前面说过的不用再重复。等待时您可以继续问我。',
    later: `好的，已为您排队转接人工客服，前面说过的不用再重复。${NOBODY_YET}，等待时您可以继续问我。`,
    alone: '',
  },
  lifeInDanger: {
    now: `${IN_DANGER}我这就请真人同事来和您说话。`,
    later: `${IN_DANGER}已为您优先排队，请真人同事来和您说话；现在还没有同事在线，请不要只等在这里。`,
    alone: IN_DANGER,
  },
  fraud: {
    now: `${FRAUD}我正在为您优先转接安全专席。`,
    later: `${FRAUD}已为您优先排队转接安全专席；专席暂未上线，一上线就优先接待您。`,
    alone: FRAUD,
  },
  complaint: {
    now: '很抱歉让您有不好的体验。马上为您转接投诉专席，由客服当面受理，您前面说的都会带过去。',
    later: `很抱歉让您有不好的体验。已为您排队转接投诉专席，由客服当面受理，您前面说的都会带过去。${NOBODY_YET}。`,
    alone: '',
  },
  leaving: {
    now: '很遗憾听到您想离开。办不办都由您决定，我马上请同事为您说明手续，也会把您遇到的问题一并记下。',
    later: `很遗憾听到您想离开。办不办都由您决定，已为您排队转接，由同事说明手续，您遇到的问题也会一并记下。${NOBODY_YET}。`,
    alone: '',
  },
  enterprise: {
    now: '单位业务由政企同事专门负责，马上为您转接。',
    later: `单位业务由政企同事专门负责，已为您排队转接。${NOBODY_YET}。`,
    alone: '',
  },
  general: (topic) => ({
    now: `“${topic}”需要真人同事为您处理，马上为您转接。等待时您可以继续问我。`,
    later: `“${topic}”需要真人同事为您处理，已为您排队转接。${NOBODY_YET}，等待时您可以继续问我。`,
    alone: '',
  }),
  gathered: (facts) => ({
    now: `都记下了：${facts}。马上为您转接人工客服核实处理，不用再重复。`,
    later: `都记下了：${facts}。已为您排队转接人工客服核实处理，不用再重复。${NOBODY_YET}。`,
    alone: '',
  }),
  noSkill: (topic) => ({
    now: `“${topic}”目前要由人工客服办理，马上为您转接。`,
    later: `“${topic}”目前要由人工客服办理，已为您排队转接。${NOBODY_YET}。`,
    alone: '',
  }),
};
