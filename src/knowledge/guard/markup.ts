/** What is meant for a machine: markup, scripts, calls of tools, tokens of a model. It has no place in an answer to a person. */
const MARKUP: readonly RegExp[] = [
  /<\s*[a-z!/?][^<]*|<\s*$/u,
  /&(?:lt|gt|quot|amp|apos|nbsp|tab|newline|colon|lpar|#x?[0-9a-f]+)\b;?/u,
  /%3c|%22%3e|\\u003c|\\x3c|&#/u,
  /\bon(?:error|load|click|mouse\w+|focus|toggle|begin|start|end|pointer\w+|animation\w+)\s*=/u,
  /```|~~~/u,
  /<\||\|>|\[\/?(?:inst|sys|system|assistant|user|tool)\]|<<sys>>|<\/?s>/u,
  /^\s*[[{]\s*["'{[\]}]|["'](?:tool|tool_calls?|function|arguments|name|intent|action|role|content|type|lc|text|answer|response|parameters|thought)["']\s*:/u,
  /\b(?:__proto__|constructor\s*[("{\]]|prototype\b\s*[.["{]|eval\s*\(|document\.|window\.|alert\s*\(|fetch\s*\(|import\s*\(|require\s*\()/u,
  /\{\{|\}\}|\$\{|<%|%>|\{%/u,
  /^\s*(?:system|assistant|user|human|ai|tool|function|observation|action|thought|action input)\s*:/mu,
  /(?:^|\s)(?:tool_call|function_call|final answer)\b/u,
];
/** A long run of letters and signs without a space: encoded. */
const ENCODED = /(?<![a-z0-9+/=_-])(?=[a-z0-9+/=_-]*[a-z])[a-z0-9+/=_-]{24,}(?![a-z0-9+/=_-])|(?:\\x[0-9a-f]{2}){3,}|(?:\\u[0-9a-f]{4}){2,}|(?:[0-9a-f]{2}[ :]){6,}|(?:%[0-9a-f]{2}){3,}|(?<![\d.])(?:[01]{8}\s*){2,}|\.{1,3}-{1,3}(?:\s+[.-]{1,5}){3,}|[a-z0-9+/]{8,}={1,2}(?!=)/u;

/** `text` as `legible` makes it. */
export function isForMachines(text: string): boolean {
  return MARKUP.some((pattern) => pattern.test(text));
}

/** Something encoded that the grounds do not have as it is. */
export function hidesSomething(text: string, grounds: string): boolean {
  const found = ENCODED.exec(text)?.[0];
  return found !== undefined && !grounds.includes(found);
}
