/** A dialog opens with its first field in hand, not with its closing cross. */
export function focusField(isOpen: boolean): void {
  if (!isOpen) return;
  const body = [...document.querySelectorAll('.ant-modal-body')].at(-1);
  body?.querySelector<HTMLElement>('input:checked:not(.ant-segmented-item-input), input:not([type="radio"]), textarea')?.focus();
}
