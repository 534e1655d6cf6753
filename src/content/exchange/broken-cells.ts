/** Cells of a workbook that hold no value one could take: a formula nobody has worked out yet, or one that ended in an error. The reader of workbooks passes over them as if they were empty. */
import { strFromU8, unzipSync } from 'fflate';

export interface BrokenCell {
  /** As sheet programs count them, from 1. */
  readonly row: number;
  readonly column: number;
  /** What stands there: `#REF!`, or nothing yet. */
  readonly error: string | null;
}

/** Unpacked, a sheet of the most rows that are taken is far smaller. */
const MOST_BYTES = 64_000_000;

/** Of one sheet, counted from 0 in the order of the workbook. */
export function brokenCells(bytes: Uint8Array, sheet: number): readonly BrokenCell[] {
  const files = unzipSync(bytes, { filter: ({ name, originalSize }) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name) && originalSize <= MOST_BYTES });
  const textOf = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const id = attribute(tags(textOf('xl/workbook.xml'), 'sheet')[sheet] ?? '', 'r:id');
  const relation = tags(textOf('xl/_rels/workbook.xml.rels'), 'Relationship').find((attributes) => attribute(attributes, 'Id') === id);
  const target = attribute(relation ?? '', 'Target');
  if (id === null || target === null) return [];
  const [, ...cells] = textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`).split('<c ');
  return cells.flatMap((cell): readonly BrokenCell[] => {
    const [whole = ''] = cell.split('</c>', 1);
    const [attributes = ''] = whole.split('>', 1);
    const inside = whole.slice(attributes.length);
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(attribute(attributes, 'r') ?? '') ?? [];
    const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1];
    const place = { row: Number(row), column: numberOf(letters) };
    if (attribute(attributes, 't') === 'e') return [{ ...place, error: value ?? '' }];
    return inside.includes('<f') && value === undefined && !/<v\s*\/>|<v>\s*<\/v>/.test(inside) ? [{ ...place, error: null }] : [];
  });
}

/** The attributes of each. */
function tags(xml: string, name: string): readonly string[] {
  return xml.split(`<${name} `).slice(1).map((rest) => rest.split('>', 1)[0] ?? '');
}

function attribute(attributes: string, name: string): string | null {
  return ` ${attributes}`.split(` ${name}="`)[1]?.split('"', 1)[0] ?? null;
}

const LETTERS = 26;
const BEFORE_A = 64;

/** From 1. */
function numberOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0);
}
