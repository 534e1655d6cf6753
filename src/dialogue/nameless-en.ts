/** English for what is asked or ordered right after an answer in words that name nothing: "is it paid", "when does it reset", "cancel it". Told by the topic under way. Pure. */

interface NamelessEnglish {
  readonly of: readonly string[];
  readonly asks: RegExp;
  /** What it then asks for; without it the topic once more. */
  readonly intent?: string;
  /** Stands for the words where they alone would be looked up in vain. */
  readonly said?: string;
}

const FAULTS = ['no_signal', 'slow_data', 'broadband_fault'];
const REPORTS = [...FAULTS, 'recharge_not_received'];
const CASES = ['ticket_progress', 'complaint', 'refund_dispute'];
const BILLS = ['bill_query', 'bill_explain'];
const USAGE = ['data_usage_query', 'voice_usage_query'];
const PLANS = ['plan_current', 'plan_recommend', 'plan_change', 'contract_end'];

const LEAD = '^(?:(?:and|so|ok|okay|but|then|well|yes|yeah|also|please|pls|can you|could you|just) )*';
const TAIL = '(?: (?:please|pls|then|now|already|yet|today|for me|too))*$';
const says = (words: string): RegExp => new RegExp(`${LEAD}(?:${words})${TAIL}`, 'u');

const IT = '(?:it|that|this|they|them|those|these)';
const EXPIRES = says(`(?:when|how soon|what date) (?:does|do|will|is|are) ${IT} (?:going to )?(?:expire|lapse|run out|end|expiring)|(?:do|does|will|is|are) ${IT} (?:ever |going to )?(?:expire|lapse|run out|expiring)(?: soon)?|how long (?:does|do|will|is|are) ${IT} (?:last|valid)(?: for)?|(?:about to |any )expir(?:e|ing)(?: soon)?|when`);
const IS_ENOUGH = says(`(?:is|will|would) ${IT} (?:be )?(?:enough|last(?: me)?|do)(?: (?:for|till|until|to) .{1,24})?`);
const RESETS = says(`(?:when|what (?:day|date)|which day) (?:does|do|will|is) (?:it|they|that) (?:reset|renew|refresh|refill|restart|start (?:again|over)|come back|change|expire|run out|end)|when do i get (?:more|new|it back|them back)|(?:does|do|will) (?:it|they) (?:reset|renew|refresh)(?: every month| monthly| on the 1st)?`);
const IS_PAID = says(`(?:is|was|has|are) ${IT} (?:been )?(?:paid|settled|overdue)|(?:did|have) i (?:already )?(?:pay|paid|settle)(?: ${IT}| for ${IT})?|am i (?:late|overdue|behind)`);
const IS_DUE = says(`(?:when|what day) (?:is|was|are) ${IT} due|when do i (?:have to|need to|must|should) pay(?: ${IT})?(?: by)?|by when|until when|due when|when must i pay(?: ${IT})?|what(?: is|'s)? the (?:due date|deadline)|till when`);
const ENDS_THEM = says(`(?:cancel|stop|remove|end|drop|turn off|get rid of|unsubscribe(?: me)?(?: from)?) (?:all (?:of )?)?${IT}(?: all| one| off)?|i (?:do not|don'?t) want ${IT}(?: (?:now|any ?more))?|take ${IT} off`);
const WHY = says(`why|why(?:'s| is| was) ${IT}|how come|why so|but why|why (?:me|though)|what(?:'s| is) the reason`);
const MENDS = says(`(?:do|fix|restore|sort|solve) ${IT}(?: out)?|speed (?:${IT} )?up|make ${IT} fast(?: again)?`);
const HOW_MUCH_TO_MEND = says(`how much (?:is ${IT}|for ${IT}|to (?:fix|restore|solve|get) ${IT}(?: back)?|would ${IT} cost|does ${IT} cost)|what (?:does|would) ${IT} cost`);
const HOW_LONG = says(`how (?:much )?(?:long|longer|soon)(?: (?:does|will|would|do|must) (?:it|that|this|i) (?:take|be|wait|have to wait))?|when(?: (?:will|is|can) .{1,30})?|any (?:news|update)s?|(?:still )?waiting`);
const TOO_SLOW = says(`(?:that|this|it)(?: is|'?s)? (?:way |much |far )?too (?:slow|long|late)|too (?:slow|long|late)|(?:that|this|it)(?: is|'?s)? (?:taking )?(?:forever|so long)|(?:it|that) takes too long|i (?:can not|can'?t|cannot) wait(?: (?:that|so) long)?|hurry(?: it)? up|speed ${IT} up|faster|be quick|quick(?:ly)?|can'?t (?:it|you) (?:be|go|do it) (?:faster|sooner|quicker)|can ${IT} be (?:faster|sooner|quicker)`);
const WHO_COMES = says(`who (?:will|is going to|'?s going to) (?:come|call me|handle ${IT}|fix ${IT}|do ${IT})|who(?:'?s| is) (?:coming|handling ${IT}|on ${IT}|dealing with ${IT}|working on ${IT}|responsible)|who has ${IT}`);
const CALLS_OFF = says(`(?:cancel|withdraw|drop|close|forget) ${IT}|never ?mind(?: ${IT})?,? (?:it(?:'s| is) )?(?:fixed|fine|back|working)(?: again)?|it(?:'s| is) (?:back|working|fixed|fine|ok)(?: again| now)*|no need (?:to come|any ?more)`);
const LOSES = says(`(?:do|will|would) i lose (?:my|the) (?:discount|deal|offer|contract|loyalty discount)|what about (?:my|the) (?:discount|contract|deal)|am i (?:bound|locked in|tied|in (?:a )?contract)|(?:is there|any|do i pay|will i pay|would i pay) (?:a |an |any )?(?:penalty|early termination fee|exit fee)(?: (?:if|for|to) .{1,24})?`);
const GETS_OUT = says(`(?:can i|how (?:do|can) i) (?:get out(?: of ${IT})?|(?:end|cancel|break|leave|terminate) ${IT}(?: early)?)|(?:cancel|end|terminate|break) ${IT}(?: early)?`);
const AFTERWARDS = says(`what happens (?:after(?: (?:that|then))?|then|when it ends|next)|after that|and then|then what`);
const SPENDS = says(`(?:use|spend|redeem|exchange|cash in) ${IT}|(?:how|where) (?:do|can) i (?:use|spend|redeem|exchange) ${IT}|what (?:are|is) ${IT} (?:good |worth |worth)?(?:for)?|what are they worth`);
const EARNS = says(`(?:how (?:do|can) i|how to) (?:get|earn|collect|have) (?:more|them|some|points)(?: of them)?|how (?:are|were|did i (?:get|earn)) (?:they|them|these)(?: earned)?`);
const LAST_PAYMENT = says(`when did i (?:last )?(?:pay|top up)(?: last)?|what did i (?:last )?pay(?: last)?`);

const PAYS_VISIT = says(`(?:do|must|will) i (?:have to |need to )?pay(?: for ${IT}| anything)?|(?:is|will) ${IT} (?:be )?(?:free|charged)(?: of charge)?|(?:does|will) ${IT} cost(?: me)?(?: anything| money)?|is there a (?:fee|charge)|how much (?:is ${IT}|does ${IT} cost|will ${IT} cost|do i pay)`);
const CALLS_OR_TEXTS = says(`(?:what about |how about |my |the )?(?:texts|sms|text messages|minutes|mins|calls)(?: left)?|how many (?:texts |sms |minutes |calls )?(?:did|have) i (?:send|sent|make|made|use|used|call|called)(?: this month)?`);
const LEFT = says(`how much (?:data |of it |roaming )?(?:do i (?:still )?have |is |have i got )?(?:still )?left`);

const ROWS: readonly NamelessEnglish[] = [
  { of: ['balance_query'], asks: EXPIRES },
  { of: ['balance_query', ...USAGE], asks: IS_ENOUGH },
  { of: ['balance_query'], asks: LAST_PAYMENT },
  { of: USAGE, asks: RESETS },
  { of: ['slow_data'], asks: says('(?:until|till) when|how long|for how long') },
  { of: ['slow_data'], asks: RESETS },
  { of: ['voice_usage_query'], asks: CALLS_OR_TEXTS },
  { of: ['roaming_international', ...USAGE], asks: LEFT, intent: 'data_usage_query' },
  { of: BILLS, asks: IS_PAID, intent: 'bill_query' },
  { of: BILLS, asks: IS_DUE, intent: 'bill_query' },
  { of: ['arrears_suspension'], asks: IS_DUE },
  { of: [...BILLS, 'call_services', 'vas_query'], asks: ENDS_THEM, intent: 'vas_cancel' },
  { of: ['slow_data', 'arrears_suspension', 'recharge_not_received'], asks: WHY },
  { of: ['slow_data'], asks: MENDS, intent: 'data_pack_buy' },
  { of: ['slow_data'], asks: HOW_MUCH_TO_MEND, intent: 'data_pack_buy' },
  { of: REPORTS, asks: WHO_COMES },
  { of: REPORTS, asks: HOW_LONG },
  { of: REPORTS, asks: TOO_SLOW },
  { of: REPORTS, asks: CALLS_OFF, said: 'cancel the report' },
  { of: CASES, asks: WHO_COMES, intent: 'ticket_progress' },
  { of: CASES, asks: TOO_SLOW, intent: 'ticket_progress' },
  { of: PLANS, asks: LOSES, intent: 'contract_end' },
  { of: ['contract_end'], asks: GETS_OUT },
  { of: ['contract_end'], asks: AFTERWARDS, intent: 'plan_rules', said: 'what happens when a contract ends' },
  { of: ['points_query', 'member_benefits'], asks: EXPIRES, intent: 'points_query' },
  { of: ['points_query', 'member_benefits'], asks: SPENDS, intent: 'member_benefits', said: 'what can i spend points on' },
  { of: ['points_query', 'member_benefits'], asks: EARNS, intent: 'member_benefits', said: 'how are points earned' },
];

/** What only an article says, as it is looked up. */
const LOOKED_UP: readonly (Omit<NamelessEnglish, 'said'> & { readonly said: string })[] = [{ of: ['broadband_fault'], asks: PAYS_VISIT, said: 'is the repair visit for broadband free or charged' }];

export function lookedUpInEnglish(topic: string, plain: string): string | null {
  return LOOKED_UP.find(({ of, asks }) => of.includes(topic) && asks.test(plain))?.said ?? null;
}

/** `plain` is in lower case and ends with no mark. */
export function namelessInEnglish(topic: string, plain: string): { readonly intent: string; readonly said?: string } | null {
  const found = ROWS.find(({ of, asks }) => of.includes(topic) && asks.test(plain));
  return found ? { intent: found.intent ?? topic, ...(found.said === undefined ? {} : { said: found.said }) } : null;
}
