/** A copy of one's personal data, by links that soon expire; or its erasure, after a card and a tap. Both only right after a one-time code. */
import { COPY_OPEN_MS } from '../domain/message.js';
import { privacyWords } from '../wording/privacy/words.js';
import type { PrivacyWording } from '../wording/privacy/zh-cn.js';
import { accountSkill, openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { HeldCounts } from '../ports/personal-data.js';
import type { Skill, SkillAnswer, SkillRequest } from './skill.js';
import { wantsUndo } from './taking-back.js';

const COPY = /导出|導出|副本|一份|拷贝|下载|export|download|\bcopy\b/iu;
const ERASE = /删|刪|清除|清空|抹掉|注销.{0,4}(信息|资料|记录)|delete|erase|remove|forget/iu;

/** A button says it in its slot; words that say both leave it open. */
function wished({ slots, text }: Pick<SkillRequest, 'slots' | 'text'>): 'copy' | 'erase' | null {
  if (slots['request'] === 'export') return 'copy';
  if (slots['request'] === 'delete') return 'erase';
  const [copies, erases] = [COPY.test(text), ERASE.test(text)];
  return copies === erases ? null : copies ? 'copy' : 'erase';
}

const copyButton = (words: PrivacyWording) => nextButton('privacy_request', words.copyButton, 'request=export');
const eraseButton = (words: PrivacyWording) => nextButton('privacy_request', words.eraseButton, 'request=delete');

function copy(asked: Asked, words: PrivacyWording): SkillAnswer {
  const copyUntil = asked.now + COPY_OPEN_MS;
  return answered(asked, { lines: [words.copyReady({ until: copyUntil })], copyUntil, buttons: [eraseButton(words), personButton(asked.words)] });
}

function show(asked: Asked, words: PrivacyWording, held: HeldCounts): SkillAnswer {
  const { eraseRow: row } = words;
  return confirms(asked, {
    change: { kind: 'erase-data', targetId: asked.msisdn, priceDifferenceFen: 0, effectiveOn: asked.today, boundUntil: null },
    title: words.eraseTitle,
    ask: words.eraseAsk,
    rows: [
      // Signed in with this very message, this conversation is kept under the number from the next one on.
      { name: row.what, value: held.conversations === 0 ? words.eraseThis : words.eraseWhat(held) },
      ...(held.files > 0 ? [{ name: row.files, value: words.eraseFiles(held) }] : []),
      { name: row.stays, value: words.eraseStays },
      ...(held.openCases > 0 ? [{ name: row.open, value: words.eraseOpen({ cases: held.openCases }) }] : []),
    ],
    terms: { fee: words.eraseFee, starts: words.eraseWhen, binds: words.eraseBinds },
    undo: words.eraseUndo,
  });
}

export const privacyRequest = ({ personal, network }: SkillPorts): Skill =>
  accountSkill({
    id: 'privacy-request',
    needsStepUp: (request) => wished(request) !== null,
    async run(asked) {
      const words = privacyWords(asked.locale);
      if (wantsUndo(asked.slots)) return answered(asked, { lines: [words.erasedStays], buttons: [personButton(asked.words)] });
      const wish = wished(asked);
      if (wish === null) return answered(asked, { lines: [words.offer], buttons: [copyButton(words), eraseButton(words), personButton(asked.words)] });
      if (!asked.isSteppedUp) return { kind: 'needs-verification', level: 'step-up' };
      if (wish === 'copy') return copy(asked, words);
      const held = await personal.counts(asked.msisdn);
      return show(asked, words, held);
    },
    async commit(asked) {
      if (!asked.isSteppedUp) return { kind: 'needs-verification', level: 'step-up' };
      const words = privacyWords(asked.locale);
      // The operator's own systems have their own terms; the ticket is what they go by.
      const { id } = await openTicket(network, asked, { kind: 'privacy', note: 'delete' });
      const erased = await personal.erase(asked.msisdn, asked.conversationId);
      return answered(asked, { lines: [words.erased({ ...erased, id })], buttons: [personButton(asked.words)] });
    },
  });
