/** Variables as rows of a sheet, and back. Pure. */
export type WrittenVariables = Readonly<Record<string, string | Readonly<Record<'zh-CN' | 'en', string>>>>;

export interface VariablesAnswer {
  readonly variables: WrittenVariables;
  /** Absent while there are none. */
  readonly version?: number;
  readonly uses: Readonly<Record<string, readonly string[]>>;
}

export interface VariableRow {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

export function rowsOfVariables(variables: WrittenVariables): readonly VariableRow[] {
  return Object.entries(variables).map(([name, value]) => (typeof value === 'object' ? { name, zh: value['zh-CN'], en: value.en } : { name, zh: String(value), en: String(value) }));
}

/** The same words in both languages are written once; a row left empty is none. */
export function variablesOf(rows: readonly VariableRow[]): WrittenVariables {
  const written = rows.map(({ name, zh, en }) => ({ name: name.trim(), zh: zh.trim(), en: en.trim() })).filter(({ name, zh, en }) => name + zh + en !== '');
  return Object.fromEntries(written.map(({ name, zh, en }) => [name, zh === en ? zh : { 'zh-CN': zh, en }]));
}
