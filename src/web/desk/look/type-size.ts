/** How large the browser sets type: what is measured in numbers follows it as the style sheets' rem do. */

export const USUAL_TYPE_PX = 16;

/** 1 where nobody has changed it. */
export function typeScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / USUAL_TYPE_PX;
}
