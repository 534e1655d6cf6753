/** A day with its time, the same in both languages. */
const two = (value: number): string => String(value).padStart(2, '0');

export function dateOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
