/** What the reader of workbooks does not tell: which sheets are hidden, which cells are merged, and cells that hold no value one could take. */
import { strFromU8, unzipSync } from 'fflate';

export interface BrokenCell {
  /** As sheet programs count them, from 1. */
  readonly row: number;
  readonly column: number;
  /** What stands there: `#REF!`; null for a formula nobody has worked out yet. */
  readonly error: string | null;
}

/** Cells one below another that are shown as one; what it says stands in the first. Counted from 1. */
export interface MergedCells {
  readonly column: number;
  readonly row: number;
  readonly lastRow: number;
}

export interface WorkbookSheet {
  readonly isHidden: boolean;
  readonly xml: string;
}

/** Unpacked, a sheet of the most rows that are taken is far smaller. */
const MOST_BYTES = 64_000_000;

/** In the order of the workbook. */
export function sheetsOf(bytes: Uint8Array): readonly WorkbookSheet[] {
  const files = unzipSync(bytes, { filter: ({ name, originalSize }) => /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name) && originalSize <= MOST_BYTES });
  const textOf = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const relations = tags(textOf('xl/_rels/workbook.xml.rels'), 'Relationship');
  return tags(textOf('xl/workbook.xml'), 'sheet').map((sheet) => {
    const id = attribute(sheet, 'r:id');
    const target = attribute(relations.find((one) => id !== null && attribute(one, 'Id') === id) ?? '', 'Target');
    return { isHidden: /^(?:veryH|h)idden$/.test(attribute(sheet, 'state') ?? ''), xml: target === null ? '' : textOf(target.startsWith('/') ? target.slice(1) : `xl/${target}`) };
  });
}

/** The reader of workbooks passes over them as if they were empty. */
export function brokenCells(xml: string): readonly BrokenCell[] {
  const [, ...cells] = xml.split('<c ');
  return cells.flatMap((cell): readonly BrokenCell[] => {
    const [whole = ''] = cell.split('</c>', 1);
    const [attributes = ''] = whole.split('>', 1);
    const inside = whole.slice(attributes.length);
    const place = placeOf(attribute(attributes, 'r') ?? '');
    const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? '';
    const type = attribute(attributes, 't');
    if (type === 'e') return [{ ...place, error: value }];
    // A formula that came to no words says that it is of words; others leave an empty value where nothing was worked out.
    const isEmptyWords = type === 'str' && /<v\s*\/>|<v>\s*<\/v>/.test(inside);
    return inside.includes('<f') && value.trim() === '' && !isEmptyWords ? [{ ...place, error: null }] : [];
  });
}

export function mergedCells(xml: string): readonly MergedCells[] {
  return tags(xml, 'mergeCell').flatMap((one) => {
    const [first = '', last = ''] = (attribute(one, 'ref') ?? '').split(':');
    const [{ row, column }, { row: lastRow }] = [placeOf(first), placeOf(last)];
    return lastRow > row && column > 0 ? [{ column, row, lastRow }] : [];
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

/** `AB12`, each from 1. */
function placeOf(written: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(written) ?? [];
  return { row: Number(row), column: [...letters].reduce((number, letter) => number * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0) };
}
