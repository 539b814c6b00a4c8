const lessThan = 0x3c;
const greaterThan = 0x3e;
const slash = 0x2f;
const exclamation = 0x21;
const question = 0x3f;
const quotation = 0x22;
const apostrophe = 0x27;

/** True when elements of an XML part lie deeper in each other than `limit`: no spreadsheet program nests them so. */
export function isNestedDeeper(part: Uint8Array, limit: number): boolean {
  let depth = 0;
  for (let index = part.indexOf(lessThan); index !== -1; index = part.indexOf(lessThan, index)) {
    const first = part[index + 1];
    const end = tagEnd(part, index + 1);
    const isElement = first !== exclamation && first !== question;
    if (first === slash) depth--;
    else if (isElement && part[end - 1] !== slash) depth++;
    if (depth > limit) return true;
    index = end;
  }
  return false;
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
