/** What reaches somebody who does not look at the page. */

/** At once while the page is looked at, else when it is again. */
export function onceLooking(tell: () => void): void {
  if (document.hasFocus()) tell();
  else window.addEventListener('focus', tell, { once: true });
}

/** A desktop notice, only while the page is not looked at: whoever sees it needs no second one. */
export function notify(
  isOn: boolean,
  { title, body, tag }: { readonly title: string; readonly body: string; readonly tag: string },
): Notification | null {
  if (!isOn || document.hasFocus() || typeof Notification === 'undefined' || Notification.permission !== 'granted') return null;
  const notice = new Notification(title, { body, tag });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
  });
  return notice;
}
