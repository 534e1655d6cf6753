/** Which of those just shown is asked for by being the extreme of them: the dearest month, the last payment, the cheapest extra. Pure; `text` in lower case. */
const WHICH_PAYMENT = /最近(?:的)?(?:那|这|一)?一?[次笔]|最后(?:的)?(?:那|一)一?[次笔]|^(?:那|这|上)一?[次笔][^到没未]{0,6}$|最[多大少小]的?.{0,4}[次笔]|[哪那]一?[次笔].{0,3}最[多大少小]|\b(?:the |my )?(?:latest|most recent|last|biggest|largest|highest|smallest)(?: one| payment| top-?up)?$/u;
const WHICH_MONTH =
  /^最(?:便宜|贵|多|少|高|低)的(?:一?个?月)?(?:呢|是哪一?个月?)*$|(?:哪|那|什么)(?:一?个)?月.{0,6}最[贵多高少低便]|最[贵多高少低便]宜?的?.{0,3}(?:哪|那|一)?(?:一?个)?月|\b(?:which|what) month\b.{0,24}\b(?:most|highest|lowest|least|cheapest|dearest|expensive|biggest)\b|\b(?:highest|lowest|biggest|cheapest|most expensive) (?:bill|month)\b|^(?:and |so )?(?:which|what)(?: one)?(?: is| was)? (?:the )?(?:highest|lowest|biggest|cheapest|most expensive)$/u;
const OF_ITEMS =
  /^(?:那|这|里面|其中|请问|账单|里)*(?:哪|那)(?:一?[项笔个]|里|块)(?:费用?|钱|收费)?(?:花得?|占得?|扣得?|收得?)?的?最[多大贵高少小](?:的|啊|呢|是哪个)*$|^最[大多贵高](?:的|那)?一?[项笔](?:是)?(?:什么|哪一?[个项笔])?(?:啊|呢)*$|^(?:and |so )?(?:what|which)(?:'s| is| was)? (?:the )?(?:item |part |charge |one )?(?:is )?(?:the )?(?:biggest|largest|highest|most expensive|dearest|smallest)(?: (?:item|part|charge|cost|one|thing))?(?: on (?:it|there|the bill))?$/u;
const OF_EXTRAS =
  /^(?:那|我|现在|目前|账上|名下)*(?:还(?:有|剩|订着|开着)|剩下?)(?:哪些|什么|几个|多少)?(?:业务|会员|增值业务)?(?:没退|在扣|在收费?)?(?:的)?(?:啊|呢|了)*$|^(?:so |and |ok )?what(?:'s| is| do i have)? (?:still )?(?:left|remaining|active)(?: now)?$|^(?:那|这些|里面|其中|请问)*(?:哪|那)一?个最(?:贵|便宜|高|低)(?:啊|呢)*$|^(?:那|这些|我|每个?月|现在)*(?:一共|总共|加起来|合计|合起来)(?:是|要|得)?(?:多少)?(?:钱|费用)?(?:每|一)?(?:个?月)?(?:啊|呢|多少钱)*$|^(?:and |so )?(?:which|what)(?: one| is| costs| one is)* (?:the )?(?:most expensive|dearest|cheapest|most)$|^(?:and )?(?:what|how much)(?: is| are| do)?(?: it| they| all| that| of them)*(?: cost| come to)?(?: in)? (?:total|altogether|all together)$/u;
const LOWEST = /最(?:少|小|低|便宜)|\b(?:lowest|smallest|cheapest|least)\b/u;
const HIGHEST = /最(?:多|大|高|贵)|\b(?:highest|biggest|largest|dearest|most)\b(?! recent)/u;

export const asksWhichPayment = (text: string): boolean => WHICH_PAYMENT.test(text);
export const asksWhichMonth = (text: string): boolean => WHICH_MONTH.test(text);
/** Of the items of one bill. */
export const asksOfItems = (text: string): boolean => OF_ITEMS.test(text);
export const asksOfExtras = (text: string): boolean => OF_EXTRAS.test(text);

/** The highest or the lowest of a list, of equals the first; undefined where neither is asked for. */
export function extremeAsked<Item>(text: string, items: readonly Item[], measure: (item: Item) => number): Item | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  const sign = LOWEST.test(said) ? 1 : HIGHEST.test(said) ? -1 : 0;
  return sign === 0 ? undefined : [...items].sort((one, other) => sign * (measure(one) - measure(other)))[0];
}
