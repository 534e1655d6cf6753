/** Says at a field what of a paste did not fit into it: the browser keeps as much as fits and cuts the rest without a word. */
type Field = HTMLInputElement | HTMLTextAreaElement;

const SAID = {
  zh: (most: number, cut: number) => `这里最多 ${most} 字，粘贴内容的最后 ${cut} 字没有放进来`,
  en: (most: number, cut: number) => `Up to ${most} characters fit here. Left out at the end of what you pasted: ${cut}`,
} as const;
const GAP_PX = 4;

export function tellOfCutPastes(): void {
  let forget = (): void => undefined;
  document.addEventListener('paste', (event) => {
    forget();
    const field = event.target;
    if (event.defaultPrevented || !isField(field)) return;
    const cut = cutOf(field, event.clipboardData?.getData('text/plain') ?? '');
    if (cut > 0) forget = say(field, SAID[document.documentElement.lang === 'en' ? 'en' : 'zh'](field.maxLength, cut));
  });
}

function isField(target: EventTarget | null): target is Field {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.maxLength >= 0 && !target.readOnly;
}

/** As the browser counts: a field of one line has no line breaks. */
function cutOf(field: Field, pasted: string): number {
  const words = field instanceof HTMLInputElement ? pasted.replace(/[\r\n]+/g, '') : pasted.replaceAll('\r\n', '\n');
  const replaced = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  return Math.min(words.length, field.value.length - replaced + words.length - field.maxLength);
}

/** Over what is to be filled in or pressed; its own field is beside it. */
function liesOverField(said: HTMLElement, { field, x, y }: { readonly field: Field; readonly x: number; readonly y: number }): boolean {
  const [right, bottom] = [x + said.offsetWidth, y + said.offsetHeight];
  // What a dialog stands over is out of reach.
  const around = field.closest('dialog, .ant-modal, .ant-drawer') ?? document;
  return [...around.querySelectorAll('input, textarea, select, button, a[href], [role="combobox"]')].some((part) => {
    const box = part.getBoundingClientRect();
    return box.width > 0 && box.left < right && box.right > x && box.top < bottom && box.bottom > y && part.checkVisibility();
  });
}

/** Until something else is written, or the field is left. Returns the way to end it. */
function say(field: Field, text: string): () => void {
  const said = Object.assign(document.createElement('p'), { className: 'cut-paste', textContent: text });
  said.setAttribute('role', 'alert');
  // Over a dialog it has to be within it.
  (field.closest('dialog') ?? document.body).append(said);
  const place = (): void => {
    const { left, top, bottom } = field.getBoundingClientRect();
    const x = Math.max(GAP_PX, Math.min(left, innerWidth - said.offsetWidth - GAP_PX));
    const [below, above] = [bottom + GAP_PX, top - GAP_PX - said.offsetHeight];
    const fits = (y: number): boolean => y >= 0 && y + said.offsetHeight <= innerHeight;
    const y = [below, above].find((one) => fits(one) && !liesOverField(said, { field, x, y: one })) ?? (fits(below) ? below : above);
    Object.assign(said.style, { left: `${x}px`, top: `${y}px` });
  };
  // The field may grow by what was put into it.
  const grown = new ResizeObserver(place);
  const ended = new AbortController();
  const forget = (): void => {
    ended.abort();
    grown.disconnect();
    said.remove();
  };
  grown.observe(field);
  const { signal } = ended;
  field.addEventListener('beforeinput', (event) => (event as InputEvent).inputType === 'insertFromPaste' || forget(), { signal });
  field.addEventListener('blur', forget, { signal });
  addEventListener('scroll', place, { signal, capture: true });
  addEventListener('resize', place, { signal });
  return forget;
}
