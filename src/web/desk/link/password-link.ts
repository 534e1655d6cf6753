/** The link of an invitation or a reset stands behind the # of the address, where no server log sees it. */
const HASH = /^#password=([\w.-]+)$/;

export function passwordLinkIn(hash: string): string | null {
  return HASH.exec(hash)?.[1] ?? null;
}
