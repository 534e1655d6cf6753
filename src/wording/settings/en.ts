/** The stored settings in words: what each is called and what it does. English. */
import type { SettingsWording } from './zh-cn.js';

export const settings: SettingsWording = {
  line: {
    title: 'The line',
    about: 'Who is served first, by whom, and within what time. Changes hold at once and leave conversations under way alone.',
    fields: {
      isLanguageMatched: { label: 'Match language and dialect', effect: 'When on, a conversation goes first to an agent who speaks its language or dialect.' },
      languagePatienceSeconds: { label: 'Patience for a language (seconds)', effect: 'While those who speak it are busy, a conversation waits at most this long before any agent may take it.' },
      isCaseOwnerFirst: { label: 'Owner of the case first', effect: 'A subscriber with an open case goes first to its owner, when the owner is free.' },
      isPreviousAgentFirst: { label: 'Previous agent first', effect: 'A conversation goes first to the agent who served this subscriber last, when that agent is free.' },
      isAgeing: { label: 'Waiting counts', effect: 'When on, a higher rank is a head start of some minutes, so nobody is overtaken for ever. When off, a higher rank always goes first.' },
      'headStartMinutes.vip': { label: 'Head start of gold and business (minutes)', effect: 'Gold and business subscribers count as having come this many minutes earlier.' },
      'headStartMinutes.unhappy': { label: 'Head start when unhappy (minutes)', effect: 'Unhappy subscribers count as having come this many minutes earlier.' },
      'headStartMinutes.elder': { label: 'Head start of elders (minutes)', effect: 'Elder and impaired subscribers count as having come this many minutes earlier.' },
      'headStartMinutes.urgent': { label: 'Head start when urgent (minutes)', effect: 'Fraud, theft and danger count as having come this many minutes earlier.' },
      'weights.normal': { label: 'Weight of an ordinary conversation', effect: 'How much of an agent’s capacity an ordinary conversation takes.' },
      'weights.vip': { label: 'Weight of gold and business', effect: 'How much of an agent’s capacity such a conversation takes.' },
      'weights.unhappy': { label: 'Weight when unhappy', effect: 'How much of an agent’s capacity such a conversation takes; raise it to let agents concentrate.' },
      'weights.elder': { label: 'Weight of elders', effect: 'How much of an agent’s capacity such a conversation takes.' },
      'weights.urgent': { label: 'Weight when urgent', effect: 'How much of an agent’s capacity such a conversation takes.' },
      offerSeconds: { label: 'Time to accept (seconds)', effect: 'An offer not accepted within this time goes to the next agent.' },
      lapsesUntilAway: { label: 'Unanswered offers until away', effect: 'An agent who lets this many offers in a row lapse is set away, and supervisors are alerted.' },
      isAutoAccept: { label: 'Accept by itself', effect: 'When on, an offered conversation is the agent’s at once, without a tap.' },
      firstReplySeconds: { label: 'Time to the first reply (seconds)', effect: 'Without a reply in this time the conversation goes back to its old place, with an apology. 0: no limit.' },
      wrapUpSeconds: { label: 'Wrap-up (seconds)', effect: 'After closing a conversation the next one comes no sooner than this. 0: at once.' },
      lineCap: { label: 'Most who may wait', effect: 'Above this, subscribers choose a call-back, a message or the assistant. 0: no limit.' },
      longestWaitMinutes: { label: 'Longest wait (minutes)', effect: 'Who waited this long is asked to choose a call-back, a message or the assistant. 0: never.' },
    },
  },
  hours: {
    title: 'Business hours',
    about: 'When agents are there. At other times subscribers choose a call-back at a stated time, a message or the assistant.',
    fields: {
      timezone: { label: 'Time zone', effect: 'All times below are in this zone.' },
      week: { label: 'Weekly hours', effect: 'The hours of each day, Monday first; a day left empty is closed.' },
      groups: { label: 'Hours of single groups', effect: 'Skill groups listed here keep their own hours, all others the weekly hours.' },
      holidays: { label: 'Holidays', effect: 'That day keeps these hours instead, or is closed when none are given; for all groups or only some.' },
    },
  },
};
