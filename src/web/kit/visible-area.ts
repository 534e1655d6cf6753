/** Keeps what fills a phone's screen above its keyboard: most browsers let it only cover the page, and the visual viewport tells what is left. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/** `onFit` runs after each change. */
export function useVisibleArea(frame: RefObject<HTMLElement | null>, { isFilling, onFit }: { readonly isFilling: boolean; readonly onFit?: () => void }): void {
  useEffect(() => {
    const view = window.visualViewport;
    const style = frame.current?.style;
    if (view === null || style === undefined || !isFilling) return;
    const fit = (): void => {
      // Pinch zoom shrinks the viewport too and must not squeeze the page.
      if (view.scale > 1.01) return;
      style.height = `${view.height}px`;
      style.top = `${view.offsetTop}px`;
      onFit?.();
    };
    view.addEventListener('resize', fit);
    view.addEventListener('scroll', fit);
    return () => {
      view.removeEventListener('resize', fit);
      view.removeEventListener('scroll', fit);
      style.height = '';
      style.top = '';
    };
  }, [isFilling]);
}
