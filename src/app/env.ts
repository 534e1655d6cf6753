/** The only reader of `process.env`: every variable by name, as text or absent. */
export type Env = Readonly<Partial<Record<string, string>>>;

/** A variable that is set but empty counts as absent. */
export function readEnv(): Env {
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined && value !== ''));
}
