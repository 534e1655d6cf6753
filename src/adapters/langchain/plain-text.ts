/** Markdown as the words a reader would hear: links and emphasis gone, a table's rows as lines that name their columns. */
import { picturesInWords } from '../../domain/picture.js';

const TABLE_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;

export function plainText(markdown: string): string {
  return picturesInWords(tablesAsLines(markdown.split('\n')).join('\n'))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/^\s*[-*] /gm, '• ')
    .replace(/^> ?/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function tablesAsLines(lines: readonly string[]): string[] {
  const out: string[] = [];
  let header: readonly string[] = [];
  lines.forEach((line, index) => {
    if (!line.startsWith('|')) {
      header = [];
      out.push(line);
    } else if (TABLE_RULE.test(line.trim())) return;
    else if (header.length === 0 && TABLE_RULE.test(lines[index + 1]?.trim() ?? '')) header = cellsOf(line);
    else out.push(rowAsLine(header, cellsOf(line)));
  });
  return out;
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** Two columns explain themselves; of more, each value is told with the name of its column. */
function rowAsLine(header: readonly string[], cells: readonly string[]): string {
  const [first = '', ...rest] = cells;
  const isChinese = /\p{Script=Han}/u.test(cells.join(''));
  if (rest.length <= 1) return `• ${first}${isChinese ? '：' : ': '}${rest[0] ?? ''}`;
  const named = rest.map((cell, index) => `${header[index + 1] ?? ''} ${cell}`.trim());
  return `• ${first}${isChinese ? '：' : ': '}${named.join(isChinese ? '，' : ', ')}`;
}
