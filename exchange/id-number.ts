import { type PlainDate, plainDateOf } from '../policy/plain-date.ts';
import type { Sex } from '../policy/qualification.ts';

/** Weights of the first 17 digits. GB 11643-1999, 4.2.1. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';
/** The first two digits: provinces (GB/T 2260), 81 to 83 for residents from Hong Kong, Macao and Taiwan, 9x for foreigners. */
const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-9])/u;

/** The last character of an ID number, computed from its first 17 digits. GB 11643-1999, 4.2.1 (ISO 7064 MOD 11-2). */
export function idCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkCharacters[sum % 11] ?? '';
}

/** An ID number of 1984 to 1999 (15 digits) in its present form of 18. GB 11643-1999, appendix. */
export function modernIdNumber(fifteen: string): string {
  const first17 = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`;
  return first17 + idCheckCharacter(first17);
}

/** What an ID number states, or why it cannot be one. */
export type IdNumberReading = { readonly birthDate: PlainDate; readonly sex: Sex } | { readonly fault: IdNumberFault };

/** `sequence` is the order code 000, which is never given out: a spreadsheet has rounded the number. */
export type IdNumberFault = 'form' | 'region' | 'birth' | 'sequence' | 'checksum';

/** Reads an ID number of 18 characters. GB 11643-1999. */
export function readIdNumber(number: string): IdNumberReading {
  if (!/^\d{17}[\dX]$/u.test(number)) return { fault: 'form' };
  if (!provinces.test(number)) return { fault: 'region' };
  const birthDate = plainDateOf(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
  if (birthDate === undefined || birthDate < '1900-01-01') return { fault: 'birth' };
  if (number.slice(14, 17) === '000') return { fault: 'sequence' };
  if (idCheckCharacter(number) !== number[17]) return { fault: 'checksum' };
  return { birthDate, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' };
}
