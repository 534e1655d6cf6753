/** The desk's own line icons, drawn on one grid; always beside words or with a label on their button. */
import { USUAL_TYPE_PX } from './type-size.js';

const PATHS = {
  chats: 'M4 5.5h12a1.5 1.5 0 0 1 1.5 1.5v6.5A1.5 1.5 0 0 1 16 15H9l-3.5 3V15H4a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 4 5.5Z',
  rules: 'M4 5h12M4 10h12M4 15h7M15.5 13v4M13.5 15h4',
  gear: 'M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4',
  keyboard:
    'M3.5 5.5h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M7 11.5h6',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1 1M14.7 14.7l1 1M4.3 15.7l1-1M14.7 5.3l1-1',
  leave: 'M8 3.5H5A1.5 1.5 0 0 0 3.5 5v10A1.5 1.5 0 0 0 5 16.5h3M12.5 13.5 16 10l-3.5-3.5M16 10H7.5',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  up: 'm5 12 5-5 5 5',
  down: 'm5 8 5 5 5-5',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  checks: 'm2 10.5 3.5 3.5L13 6M9.5 13l1 1L18 6',
  shield: 'M10 2.5 4 5v4.5c0 3.8 2.5 6.6 6 8 3.5-1.4 6-4.2 6-8V5l-6-2.5ZM7.3 10l2 2 3.5-4',
  question: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM7.8 7.8A2.2 2.2 0 1 1 10.6 10c-.5.2-.6.6-.6 1.2M10 13.6h.01',
  swap: 'M4 7.5h11l-3-3M16 12.5H5l3 3',
  baton: 'M4.5 15.5 15 5M13 3.5l3.5 3.5M3.5 13 7 16.5',
  close: 'm5.5 5.5 9 9M14.5 5.5l-9 9',
  done: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM6.8 10.2l2.2 2.2 4.2-4.6',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  send: 'M3 10 17 3.5 12.5 17 10 11 3 10ZM10 11l3-3',
  spark: 'M10 3c.6 3.6 2.4 5.9 6.5 7-4.1 1.1-5.9 3.4-6.5 7-.6-3.6-2.4-5.9-6.5-7 4.1-1.1 5.9-3.4 6.5-7Z',
  pen: 'm4 16 .8-3.2 8.4-8.4a1.5 1.5 0 0 1 2.1 0l.3.3a1.5 1.5 0 0 1 0 2.1l-8.4 8.4L4 16Z',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4Z',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13L5 14ZM8.3 17.5h3.4',
  person: 'M10 3.5a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4ZM3.8 16.5c.7-3 3.2-4.6 6.2-4.6s5.5 1.6 6.2 4.6',
  panel: 'M4 4h12a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM12.5 4v12',
  doc: 'M5.5 2.8h6L15 6.3v10.9H5.5zM11 3v3.8h4M8 10.5h4.5M8 13.5h4.5',
  briefcase: 'M4 6.5h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1ZM7.5 6V4.5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1V6M3 11h14M10 10v2',
  globe: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM3 10h14M10 3c2 2 3 4.3 3 7s-1 5-3 7c-2-2-3-4.3-3-7s1-5 3-7',
  clip: 'm15.5 9-5.7 5.7a3.4 3.4 0 0 1-4.8-4.8l6-6a2.3 2.3 0 0 1 3.2 3.2l-5.9 5.9a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2',
  flag: 'M5 17V3.5M5 4.5h9.5L12.5 8l2 3.5H5',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3M16 3.5V6.5h-3',
  clock: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 6.2V10l2.6 1.7',
  plus: 'M10 4.5v11M4.5 10h11',
} as const;

export type IconName = keyof typeof PATHS;

/** As large as this beside type of the usual size, and larger beside larger. */
const inRem = (px: number): string => `${px / USUAL_TYPE_PX}rem`;

export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      width={inRem(size)}
      height={inRem(size)}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The house mark: one hand passing the baton to the next. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg className="icon" width={inRem(size)} height={inRem(size)} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#1551b5" />
      <path d="M8.5 20.5a4 4 0 0 0 4 4h2" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" fill="none" opacity="0.75" />
      <path d="M23.5 11.5a4 4 0 0 0-4-4h-2" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" fill="none" opacity="0.75" />
      <path d="M10.5 21.5 21.5 10.5" stroke="#ff9a6b" strokeWidth="3.6" strokeLinecap="round" />
    </svg>
  );
}
