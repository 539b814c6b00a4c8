const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;
const quotation = 0x22;
const apostrophe = 0x27;

/** How many elements an XML part has, counted until they lie deeper in each other than `deepest`, and how deep they lie. */
export function measureMarkup(part: Uint8Array, deepest: number): { readonly elements: number; readonly depth: number } {
  let elements = 0;
  let depth = 0;
  let most = 0;
  for (let index = tagStart(part, 0); index < part.length && most <= deepest; index = tagStart(part, index)) {
    const first = part[index + 1];
    const end = tagEnd(part, index + 1);
    const isElement = first !== exclamation && first !== question;
    if (first === slash) depth--;
    else if (isElement) {
      elements++;
      if (part[end - 1] !== slash) depth++;
    }
    most = Math.max(most, depth);
    index = end;
  }
  return { elements, depth: most };
}

/** Index of the next `<`. Most lie a few bytes away: to ask the runtime for each takes twice as long. */
function tagStart(part: Uint8Array, start: number): number {
  let index = start;
  while (index < part.length && part[index] !== lessThan) index++;
  return index;
}

/** Index of the `>` that ends a tag; one inside quotation marks does not. */
function tagEnd(part: Uint8Array, start: number): number {
  let quoted = 0;
  for (let index = start; index < part.length; index++) {
    const byte = part[index];
    if (quoted !== 0) {
      if (byte === quoted) quoted = 0;
    } else if (byte === quotation || byte === apostrophe) quoted = byte;
    else if (byte === greaterThan) return index;
  }
  return part.length;
}
