/** The pages' own drawings; each is decoration beside a word or a label, so none is read aloud. */
const PATHS = {
  person: 'M4 13v-1a8 8 0 0 1 16 0v1M4 13a2 2 0 0 1 2-1h1v6H6a2 2 0 0 1-2-2zM20 13a2 2 0 0 0-2-1h-1v6h1a2 2 0 0 0 2-2zM18 18c0 2-2 3-4.5 3',
  menu: 'M5 12h.01M12 12h.01M19 12h.01',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 20V5M5.5 11.5L12 5l6.500 6.500',
  down: 'M12 5v14M6 13l6 6 6-6',
  clip: 'M19 11.500l-7 7a4.500 4.500 0 0 1-6.500-6.500l7.500-7.500a3 3 0 0 1 4.500 4.500l-7 7',
  chat: 'M4 5h16v11H11l-5 4v-4H4zM8 9.500h8M8 12.500h5',
  plus: 'M12 5v14M5 12h14',
  star: 'M12 3.500l2.600 5.400 5.900.800-4.300 4.100 1 5.900-5.200-2.800-5.200 2.800 1-5.900L3.500 9.700l5.900-.800z',
  link: 'M9 5H5v14h14v-4M13 5h6v6M19 5l-8 8',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`jb-icon jb-icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark: a baton on its way from one hand to the next. */
export function Mark() {
  return (
    <svg class="jb-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path class="jb-mark-from" d="M8.500 27.500L18 18" />
      <path class="jb-mark-to" d="M22 22l9.500-9.500" />
      <path class="jb-mark-gap" d="M18.500 25.500l3.500-3.500M18 18l3.500-3.500" />
    </svg>
  );
}
