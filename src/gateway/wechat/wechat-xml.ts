/** Reads the platform's XML as flat text fields; anything that could make a parser do more than read is refused before it is parsed. */
import { XMLParser } from 'fast-xml-parser';

/** A push is a few hundred bytes. */
export const MAX_XML_BYTES = 65_536;
const MAX_FIELD = 8_192;

const parser = new XMLParser({ parseTagValue: false, processEntities: false, ignoreAttributes: true, trimValues: true, cdataPropName: false });

export type XmlFields = Readonly<Record<string, string>>;

/** Null for everything that is not one `<xml>` of text fields. */
export function readXml(text: string): XmlFields | null {
  if (text.length > MAX_XML_BYTES || /<!(?!\[CDATA\[)|<\?(?!xml\s)/i.test(text)) return null;
  let parsed: unknown;
  try {
    parsed = parser.parse(text, true);
  } catch {
    return null;
  }
  const root = typeof parsed === 'object' && parsed !== null && 'xml' in parsed ? parsed.xml : null;
  if (typeof root !== 'object' || root === null || Array.isArray(root)) return null;
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(root)) if (typeof value === 'string' && value.length <= MAX_FIELD) fields[name] = value;
  return fields;
}
