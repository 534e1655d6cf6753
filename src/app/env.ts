/** The only reader of `process.env`: every variable by name, as text or absent. */
export type Env = Readonly<Partial<Record<string, string>>>;

/** A variable that is set but empty counts as absent. Conversations are told to no tracing service, whatever the environment says. */
export function readEnv(): Env {
  for (const name of ['LANGSMITH_TRACING', 'LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2']) process.env[name] = 'false';
  return Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined && value !== ''));
}
