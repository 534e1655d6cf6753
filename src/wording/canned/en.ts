/** The replies every desk starts with. English: the texts alone, since titles and folders are the desk's own. */
import type { CannedTexts } from './zh-cn.js';

export const en: CannedTexts = {
  hello: 'Hello {{subscriber.name}}, this is {{agent.name}}. I can see what was said so far, so there is no need to repeat it. Let me take it from here.',
  moment: 'Sure, let me check. It takes a minute or two.',
  sorryToWait: 'Sorry to keep you waiting. I am on it now.',
  stillHere: 'Are you still there? If this is a bad moment, the chat stays open and you can come back any time.',
  askDetail: 'To look into it properly, please tell me roughly when and where it happened and what the screen said. You can send a screenshot too.',
  askVerify: 'This is about your account, so please verify first: enter your number and the code from the text message in this chat. Never tell anybody the code, not even us.',
  plan: 'You are on “{{plan}}”, with a balance of {{balance}}.',
  billCheck: 'I am going through your bill line by line and will tell you the reason for each charge.',
  doubleCharge: 'If you were charged too much, twice the amount is refunded. Let me check this charge first.',
  topUpLate: 'A top-up usually arrives within minutes. Please send a screenshot of the payment, and I will look for it.',
  signal: 'Please try three things: switch the phone off and on; turn flight mode on and off; try the SIM in another phone. Tell me if any of them changes something.',
  broadband: 'Please look at the LOS light on the modem. Unplug it for a minute and plug it in again; if the light is still red, I will report the fault at once.',
  planNext: 'The new plan starts on the first of next month. This month stays as it is, and you can cancel until then.',
  sorry: 'I am sorry for the trouble. I will stay with this until it is sorted out.',
  understand: 'I see, and I would be worried too. Let us solve this first.',
  transfer: 'A colleague who knows this better can help you faster. I am passing everything on, so you need not repeat it.',
  anythingElse: 'Is there anything else I can help with?',
  bye: 'That is done. Thank you for your patience, and write to us any time.',
  noAnswer: 'I have not heard back from you, so I am closing this chat for now. Just write again to go on.',
};
