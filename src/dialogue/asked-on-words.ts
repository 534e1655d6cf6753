/** Ears of the table in asked-on.ts that no skill has: what is asked on of contracts and invoices. Pure. */
import { heardOnce, plainText } from '../domain/heard.js';

/** 「那不续会怎样 号还能用吧」, "what if i dont renew". */
export const asksOfNotRenewing = heardOnce((text) => {
  const said = plainText(text).replace(/[’‘]/gu, "'");
  return said.length <= 60 && /不(?:再)?续(?:约|签|费|了|的话|会)?|\b(?:don'?t|do not|didn'?t|not) (?:want to )?renew/iu.test(said) && /怎|咋|能|会|吗|吧|影响|[?？]|\b(?:what|will|does|do|can|is|happens)\b/iu.test(said);
});

/** 「能补开去年的吗」 of invoices. */
export const asksOfEarlierInvoices = heardOnce((text) => {
  const said = plainText(text);
  return said.length <= 40 && /(?:补开|补打|补|开)[^,，。]{0,4}(?:去年|前年|以前|之前|[几上前\d一二三四五六七八九十]个?月)|(?:去年|前年|以前|之前|[几上前\d一二三四五六七八九十]个?月前?)的?[^,，。]{0,4}(?:能|可以)?[^,，。]{0,2}(?:补|开)|\b(?:last year|older|earlier|past|previous|months? ago)\b/iu.test(said);
});
