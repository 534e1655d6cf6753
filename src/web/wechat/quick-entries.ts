/** The things subscribers come for most, as one tap: each asks its question in words. */
import type { WireLocale } from '../../protocol/chat.js';

export interface QuickEntry {
  readonly icon: EntryIcon;
  readonly label: string;
  /** What is asked as if typed. */
  readonly question: string;
}

export const ENTRY_ICONS = {
  wallet: 'M4 7h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 7l11-3v3M16 13h.01',
  signal: 'M5 19v-3M10 19v-7M15 19V9M20 19V5',
  bill: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  plan: 'M5 5h14v14H5zM5 10h14M10 10v9',
  plus: 'M12 4a8 8 0 1 0 .010 0M12 8v8M8 12h8',
  topUp: 'M13 3L5 14h6l-1 7 8-11h-6z',
  broadband: 'M4 15h16v5H4zM8 17.500h.010M12 15v-3M8 9a6 6 0 0 1 8 0M5.500 6a10 10 0 0 1 13 0',
  roaming: 'M12 3a9 9 0 1 0 .010 0M3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
} as const;
export type EntryIcon = keyof typeof ENTRY_ICONS;

export const QUICK_ENTRIES: Readonly<Record<WireLocale, readonly QuickEntry[]>> = {
  'zh-CN': [
    { icon: 'wallet', label: '话费余额', question: '查话费余额' },
    { icon: 'signal', label: '剩余流量', question: '还剩多少流量' },
    { icon: 'bill', label: '上月账单', question: '上个月账单' },
    { icon: 'plan', label: '换套餐', question: '有什么优惠套餐' },
    { icon: 'plus', label: '加流量包', question: '我要办理流量包' },
    { icon: 'topUp', label: '充值缴费', question: '怎么充值' },
    { icon: 'broadband', label: '宽带报障', question: '宽带上不了网' },
    { icon: 'roaming', label: '国际漫游', question: '开通国际漫游' },
  ],
  en: [
    { icon: 'wallet', label: 'Balance', question: 'What is my balance?' },
    { icon: 'signal', label: 'Data left', question: 'How much data is left?' },
    { icon: 'bill', label: 'Last bill', question: 'Show me last month’s bill' },
    { icon: 'plan', label: 'Plans', question: 'Which plans are there?' },
    { icon: 'plus', label: 'Data pack', question: 'I want to buy a data pack' },
    { icon: 'topUp', label: 'Top up', question: 'How do I top up?' },
    { icon: 'broadband', label: 'Broadband', question: 'My broadband is down' },
    { icon: 'roaming', label: 'Roaming', question: 'I want to turn on international roaming' },
  ],
};
