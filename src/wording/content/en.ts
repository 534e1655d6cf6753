/** What an editor is told about content that does not fit, in English. */
import type { ContentWording } from './zh-cn.js';

export const en: ContentWording = {
  faults: {
    day: 'a day is written YYYY-MM-DD',
    noFrontMatter: 'the file begins with its front matter between two lines of ---',
    noText: 'the article has no text',
    articleName: (name) => `id: the file of this article is named ${name}.md`,
    intentName: (id) => `id: ${id} must be the name of the file`,
    badId: 'id: small letters, digits and _ (articles: -), a letter first, at most 64',
    noSkill: 'skill: an intent of kind skill names its skill',
    skillSpeaks: 'answers: an intent of kind skill speaks for itself and has none',
    unasked: (name) => `slots: ${name} is required, so it needs the question that asks for it`,
    pattern: (pattern, why) => `the pattern "${pattern}" cannot be used: ${why} (no back references, no lookaround)`,
    patternOfText: (name) => `slots: ${name} has a pattern, so its entity is text`,
    backwards: 'validTo is before validFrom',
    noIntent: (id) => `there is no intent ${id}`,
    noArticle: (id) => `there is no article ${id}`,
    deadLink: (target) => `a link leads to an article that is not there: ${target}`,
    badLink: (target) => `a link like this cannot be used: ${target}`,
    badImage: (target) => `a picture is an uploaded one or a path of this site: ${target}`,
    noVariable: (name) => `there is no variable {{${name}}}`,
    notUtf8: 'this is not UTF-8',
    unreadable: (why) => `cannot be read: ${why}`,
    syntax: (why) => `not sound YAML: ${why}`,
    tooDeep: 'nested too deeply, or too large once its references are followed',
    tooLarge: (most) => `too large; at most ${most}`,
    tooMany: (most) => `too many; at most ${most}`,
    nothingHere: 'there is no content here',
    tag: 'YAML tags are not supported',
  },
  yaml: {},
};
