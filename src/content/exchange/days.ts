/** A day as tables write it. Pure. */

const TIME = String.raw`(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?`;
const DAY = new RegExp(String.raw`^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))${TIME}$`);
/** The whole day, up to its last moment: as databases hand out what ends. */
const BEGINS = /^0{1,2}:00(?::00)?$/;
const ENDS = /^23:59(?::\d{2})?$/;
const WITHOUT_END = /^(?:长期|永久|长期有效|永久有效|无|无期限|无限期|不限|none|no end)$/i;

/** How sheet programs count days when a cell has lost its form of a date: from the end of 1899, here of this lifetime. */
const SERIAL = /^([2-7]\d{4})(\.\d+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** `YYYY-MM-DD`, which may be no day of the calendar; null where nothing of a day is written, or a time that no whole day begins or ends with. */
export function writtenDay(cell: string, isLast: boolean): string | null {
  const [, year = '', month, date, shortMonth = '', shortDate = '', time = '0:00'] = DAY.exec(cell.normalize('NFKC').trim()) ?? [];
  if (year === '' || !(BEGINS.test(time) || (isLast && ENDS.test(time)))) return null;
  return `${year}-${(month ?? shortMonth).padStart(2, '0')}-${(date ?? shortDate).padStart(2, '0')}`;
}

export function isWithoutEnd(cell: string): boolean {
  return WITHOUT_END.test(cell.normalize('NFKC').trim());
}

/** The day that a bare number of a sheet program stands for. */
export function serialDay(cell: string): string | null {
  const serial = SERIAL.exec(cell.normalize('NFKC').trim())?.[1];
  return serial === undefined ? null : new Date(SERIAL_ZERO + Number(serial) * DAY_MS).toISOString().slice(0, 10);
}
